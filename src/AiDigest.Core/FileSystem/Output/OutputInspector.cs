namespace AiDigest.Core.FileSystem.Output;

/// <summary>
/// Compares a plan with what is in the output folder. A place is free, or the tool's own, or contested, or in conflict. An
/// owned file that the plan has no more may be where a folder is needed, and a folder of such files where a file is needed:
/// both are set aside before the new files take their places.
/// </summary>
internal sealed class OutputInspector
{
    private readonly PathSet _owned;
    private readonly PathSet _planned;
    private readonly Func<int, bool> _isOwned;
    private readonly List<string> _swapped = [];
    private readonly List<string> _stale;
    private readonly List<string> _emptied;

    /// <param name="tree">The output folder, with what was looked at already.</param>
    /// <param name="planned">Sorted by ordinal, each once.</param>
    public OutputInspector(OutputTree tree, PathSet owned, IReadOnlyList<string> planned, Action<int, Action<int>>? sideBySide = null)
    {
        _owned = owned;

        // Most builds plan what the last one did.
        _planned = owned.Paths.SequenceEqual(planned, StringComparer.Ordinal) ? owned : new PathSet(planned);
        _isOwned = _planned.In(owned);
        Tree = tree;
        if (owned.Paths.Count > 0 && sideBySide is not null)
        {
            Tree.Look(_planned, sideBySide);
        }

        // First the folders, by the names that there are: each file would make the name again.
        foreach (var folder in _planned.Folders)
        {
            Tree.Folder(folder);
        }

        var isPlanned = owned.In(_planned);
        var gone = owned.Paths.Where((_, place) => !isPlanned(place)).ToList();
        _stale = gone.Where(path => Tree.At(path) is PathKind.File or PathKind.Link or PathKind.Special).ToList();
        _emptied = OutputPaths.DeepestFirst(OutputPaths.Folders(gone))
            .Where(folder => Tree.Folder(folder) == PathKind.Folder && !_planned.Folders.Contains(folder)).ToList();
        Files = planned.Select(Describe).ToList();
        Result =
            new Inspection(FindConflicts(), Files.Where(file => file.IsContested).Select(file => file.Path).ToList(), _stale, FindLinks());
    }

    public OutputTree Tree { get; }

    /// <summary>The plan, in its order.</summary>
    public IReadOnlyList<PlannedFile> Files { get; }

    public Inspection Result { get; }

    /// <summary>Stale files, by whether a planned file or folder needs their place.</summary>
    public IEnumerable<string> Stale(bool inTheWay) => _stale.Where(path => IsInTheWay(path) == inTheWay);

    /// <summary>
    /// Folders that may be left empty without the stale files, deepest first, by whether a planned file needs their place.
    /// </summary>
    public IEnumerable<string> Emptied(bool inTheWay) => _emptied.Where(path => IsInTheWay(path) == inTheWay);

    private bool IsInTheWay(string path) =>
        _planned.Folders.Contains(path)
        || (_swapped.Count > 0
            && _swapped.Any(swapped => path.Equals(swapped, RealPath.Comparison) || path.StartsWith(swapped + "/", RealPath.Comparison)));

    private PlannedFile Describe(string path, int place)
    {
        var standing = Tree.At(path, out var stamp);
        return new PlannedFile(path, standing, stamp) { IsContested = standing == PathKind.File && !_isOwned(place) };
    }

    private List<OutputConflict> FindConflicts()
    {
        var conflicts = new List<OutputConflict>();
        foreach (var name in new[] { Manifest.FileName, Manifest.StagingName })
        {
            var (standing, good) = (Tree.At(name), name == Manifest.FileName ? PathKind.File : PathKind.Folder);
            if (standing != PathKind.Nothing && standing != good)
            {
                conflicts.Add(new OutputConflict(name, name, Foreign(standing)));
            }
        }

        foreach (var folder in _planned.Folders)
        {
            if (Tree.Folder(folder) is var standing and (PathKind.File or PathKind.Link or PathKind.Special) && !_owned.Has(folder)
                && !_planned.Has(folder))
            {
                conflicts.Add(new OutputConflict(FirstBelow(folder), folder, Foreign(standing)));
            }
        }

        for (var place = 0; place < Files.Count; place++)
        {
            var file = Files[place];
            if (_planned.Folders.Contains(file.Path))
            {
                conflicts.Add(new OutputConflict(FirstBelow(file.Path), file.Path, ConflictKind.FileAndFolder));
            }

            if (ConflictOfFile(file, _isOwned(place)) is { } kind)
            {
                conflicts.Add(new OutputConflict(file.Path, file.Path, kind));
            }
        }

        conflicts.Sort(static (left, right) => string.CompareOrdinal(left.InTheWay, right.InTheWay));
        return conflicts;
    }

    private List<string> FindLinks() =>
    [
        .. Tree.Links.Concat(Files.Where(file => file.Kind == PathKind.Link).Select(file => file.Path))
            .Concat(_stale.Where(path => Tree.At(path) == PathKind.Link))
            .Concat(new[] { Manifest.FileName, Manifest.StagingName }.Where(name => Tree.At(name) == PathKind.Link))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private string FirstBelow(string folder) => Files.First(file => file.Path.StartsWith(folder + "/", RealPath.Comparison)).Path;

    private ConflictKind? ConflictOfFile(PlannedFile file, bool isOwned)
    {
        if (!isOwned && !Manifest.IsOwnable(file.Path))
        {
            return ConflictKind.Unnameable;
        }

        if (file.Kind == PathKind.Folder && !_planned.Folders.Contains(file.Path))
        {
            if (!IsOurs(file.Path))
            {
                return ConflictKind.ForeignFolder;
            }

            _swapped.Add(file.Path);
        }

        return isOwned ? null : file.Kind switch
        {
            PathKind.Link => ConflictKind.ForeignLink,
            PathKind.Special => ConflictKind.ForeignFile,
            _ => null,
        };
    }

    // A folder that holds nothing but owned files and folders of such; empty ones remain where an earlier build was killed.
    private bool IsOurs(string folder) =>
        _owned.Folders.Contains(folder)
        && Tree.Below(folder)
            .All(below => below.Standing == PathKind.Folder ? _owned.Folders.Contains(below.Path) : _owned.Has(below.Path));

    private static ConflictKind Foreign(PathKind standing) => standing switch
    {
        PathKind.Link => ConflictKind.ForeignLink,
        PathKind.Folder => ConflictKind.ForeignFolder,
        _ => ConflictKind.ForeignFile,
    };
}
