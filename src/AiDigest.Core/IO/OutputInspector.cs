using AiDigest.Core.Incremental;

namespace AiDigest.Core.IO;

/// <summary>
/// Holds a plan against what stands in the output folder. A place is free, or the tool's own, or contested, or in conflict. An
/// owned file that the plan has no more may stand where a folder is needed, and a folder of such files where a file is needed:
/// both are set aside before the new files take their places.
/// </summary>
internal sealed class OutputInspector
{
    private readonly HashSet<string> _owned;
    private readonly HashSet<string> _ownedFolders;
    private readonly HashSet<string> _planned;
    private readonly HashSet<string> _plannedFolders;
    private readonly List<string> _swapped = [];
    private readonly List<string> _stale;
    private readonly List<string> _emptied;

    /// <param name="tree">The output folder, with what was looked at already.</param>
    /// <param name="ownedFolders">All that are above what is owned.</param>
    public OutputInspector(
        OutputTree tree, IReadOnlyList<string> owned, HashSet<string> ownedFolders, IReadOnlyList<string> planned, Action<int, Action<int>>? sideBySide = null)
    {
        _owned = new HashSet<string>(owned, RealPath.Comparer);
        _ownedFolders = ownedFolders;

        // Most builds plan what the last one did.
        var isSame = owned.SequenceEqual(planned, StringComparer.Ordinal);
        _planned = isSame ? _owned : new HashSet<string>(planned, RealPath.Comparer);
        _plannedFolders = isSame ? _ownedFolders : OutputPaths.Folders(planned);
        Tree = tree;
        if (owned.Count > 0 && sideBySide is not null)
        {
            Tree.Look(planned, _plannedFolders, sideBySide);
        }

        // First the folders, by the names that there are: each file would make the name of its own.
        foreach (var folder in _plannedFolders)
        {
            Tree.Folder(folder);
        }

        var gone = owned.Where(path => !_planned.Contains(path)).ToList();
        _stale = gone.Where(path => Tree.At(path) is Standing.File or Standing.Link).ToList();
        _emptied = OutputPaths.DeepestFirst(OutputPaths.Folders(gone))
            .Where(folder => Tree.Folder(folder) == Standing.Folder && !_plannedFolders.Contains(folder)).ToList();
        Files = planned.Select(Describe).ToList();
        Result = new Inspection(FindConflicts(), Files.Where(file => file.IsContested).Select(file => file.Path).ToList(), _stale);
    }

    public OutputTree Tree { get; }

    /// <summary>All folders that are above what is owned.</summary>
    public HashSet<string> OwnedFolders => _ownedFolders;

    /// <summary>The plan, in its order.</summary>
    public IReadOnlyList<PlannedFile> Files { get; }

    public Inspection Result { get; }

    /// <summary>Stale files, by whether a planned file or folder needs their place.</summary>
    public IEnumerable<string> Stale(bool inTheWay) => _stale.Where(path => IsInTheWay(path) == inTheWay);

    /// <summary>Folders that may be left empty without the stale files, deepest first, by whether a planned file needs their place.</summary>
    public IEnumerable<string> Emptied(bool inTheWay) => _emptied.Where(path => IsInTheWay(path) == inTheWay);

    private bool IsInTheWay(string path) =>
        _plannedFolders.Contains(path)
        || (_swapped.Count > 0 && _swapped.Any(swapped => path.Equals(swapped, RealPath.Comparison) || path.StartsWith(swapped + "/", RealPath.Comparison)));

    private PlannedFile Describe(string path)
    {
        var standing = Tree.At(path, out var stamp);
        return new PlannedFile(path, standing, stamp) { IsContested = standing == Standing.File && !_owned.Contains(path) };
    }

    private List<OutputConflict> FindConflicts()
    {
        var conflicts = new List<OutputConflict>();
        foreach (var name in new[] { Manifest.FileName, Manifest.StagingName })
        {
            var (standing, good) = (Tree.At(name), name == Manifest.FileName ? Standing.File : Standing.Folder);
            if (standing != Standing.Nothing && standing != good)
            {
                conflicts.Add(new OutputConflict(name, name, Foreign(standing)));
            }
        }

        foreach (var folder in _plannedFolders)
        {
            if (ConflictOfFolder(folder) is { } kind)
            {
                var first = Files.First(file => file.Path.StartsWith(folder + "/", RealPath.Comparison)).Path;
                conflicts.Add(new OutputConflict(first, folder, kind));
            }
        }

        foreach (var file in Files)
        {
            if (ConflictOfFile(file) is { } kind)
            {
                conflicts.Add(new OutputConflict(file.Path, file.Path, kind));
            }
        }

        conflicts.Sort(static (left, right) => string.CompareOrdinal(left.Standing, right.Standing));
        return conflicts;
    }

    private ConflictKind? ConflictOfFolder(string folder) => Tree.Folder(folder) switch
    {
        _ when _planned.Contains(folder) => ConflictKind.FileAndFolder,
        var standing and (Standing.File or Standing.Link) when !_owned.Contains(folder) => Foreign(standing),
        _ => null,
    };

    private ConflictKind? ConflictOfFile(PlannedFile file)
    {
        if (!Manifest.IsOwnable(file.Path))
        {
            return ConflictKind.Unnameable;
        }

        if (file.Standing == Standing.Folder && !_plannedFolders.Contains(file.Path))
        {
            if (!IsOurs(file.Path))
            {
                return ConflictKind.ForeignFolder;
            }

            _swapped.Add(file.Path);
        }

        return file.Standing == Standing.Link && !_owned.Contains(file.Path) ? ConflictKind.ForeignLink : null;
    }

    // A folder that holds nothing but owned files and folders of such; empty ones remain where an earlier build was killed.
    private bool IsOurs(string folder) =>
        _ownedFolders.Contains(folder)
        && Tree.Below(folder).All(below => below.Standing == Standing.Folder ? _ownedFolders.Contains(below.Path) : _owned.Contains(below.Path));

    private static ConflictKind Foreign(Standing standing) => standing switch
    {
        Standing.Link => ConflictKind.ForeignLink,
        Standing.Folder => ConflictKind.ForeignFolder,
        _ => ConflictKind.ForeignFile,
    };
}
