using System.Collections.Immutable;
using System.Runtime.ExceptionServices;

namespace AiDigest.Core.FileSystem.Output;

/// <summary>
/// The folder of the built site, for one build: <see cref="Recover"/>, <see cref="Inspect"/>, <see cref="Begin"/>, any number of
/// <see cref="Put"/>, then <see cref="Commit"/>, or <see cref="Abort"/>, which leaves the site as it was. A planned path that
/// is not put stays as it is. Invariants: no path outside the manifest is changed or deleted; no link is followed below the
/// folder itself; from the first write to the last the manifest names every file that is or will be ours, so that a build killed
/// at any moment is completed by the next. A new site is written in place; over a manifest every file waits in the staging
/// folder and is renamed, so that each file is whole at every moment. The caller holds the <see cref="BuildLock"/>.
/// </summary>
/// <remarks>Failures of the disk are <see cref="IOException"/> and <see cref="UnauthorizedAccessException"/>, with the path.</remarks>
public sealed class OutputFolder : IDisposable
{
    private readonly Staging _staging;
    private readonly byte[]? _manifest;
    private readonly UndoLog _beginning;
    private readonly UndoLog _ending;
    private OutputInspector? _inspector;
    private Task<(OutputTree Tree, OutputInspector? Inspector)>? _looking;
    private readonly Lazy<PathSet> _owned;
    private FolderCreator? _folders;
    private Lazy<byte[]> _plannedManifest = new([]);
    private byte[] _union = [];
    private CancellationToken _cancellation;
    private State _state;

    private OutputFolder(string fullPath)
    {
        FullPath = fullPath;
        _staging = new Staging(fullPath);
        _beginning = new UndoLog(fullPath, _staging);
        _ending = new UndoLog(fullPath, _staging);
        var manifest = new FileInfo(Path.Combine(fullPath, Manifest.FileName));
        if (manifest.Exists && manifest.LinkTarget is null)
        {
            _manifest = FileBytes.Read(manifest.FullName);
            OwnedLines = Manifest.Parse(_manifest);
        }

        Owned = [.. OwnedLines.Select(line => line.Path)];
        _owned = new(() => new PathSet(Owned));
    }

    private enum State
    {
        Open,
        Begun,
        Ended,
    }

    public string FullPath { get; }

    /// <summary>The paths that the tool owns by the manifest, sorted; those that cannot be trusted are left out.</summary>
    public ImmutableArray<string> Owned { get; }

    /// <summary>The same with their lines in the manifest.</summary>
    public ImmutableArray<ManifestLine> OwnedLines { get; } = [];

    /// <summary>Opens a folder, which need not exist; reads its manifest and writes nothing.</summary>
    public static OutputFolder Open(string fullPath) => new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(fullPath)));

    /// <summary>Removes the staged files of a build that was killed.</summary>
    public void Recover() => _staging.Clear();

    /// <summary>
    /// Begins to look, on its own thread, at what the tool owns, and compares it with what will most likely be planned.
    /// </summary>
    /// <param name="expected">As for <see cref="Inspect"/>; null where something else will be.</param>
    public void LookAhead(IEnumerable<string>? expected) => _looking ??= Task.Run(() =>
    {
        var tree = new OutputTree(FullPath);
        tree.Look(_owned.Value, sideBySide: null);
        return (tree, expected is null ? null : new OutputInspector(tree, _owned.Value, SortedPaths.Sorted(expected)));
    });

    /// <summary>Compares a plan with the folder; writes nothing.</summary>
    /// <param name="planned">Relative paths with <c>/</c>, each once.</param>
    /// <param name="sideBySide">Runs numbered pieces of work on several threads; null: one after another.</param>
    public Inspection Inspect(IEnumerable<string> planned, Action<int, Action<int>>? sideBySide = null)
    {
        Require(State.Open);
        var paths = SortedPaths.Sorted(planned);
        var manifest = _plannedManifest = new(() => Manifest.Format(paths));
        if (sideBySide is not null)
        {
            Task.Run(() => manifest.Value);
        }

        var (tree, ahead) = _looking?.GetAwaiter().GetResult() ?? (new OutputTree(FullPath), null);
        _looking = null;
        _inspector = ahead?.Files.Select(file => file.Path).SequenceEqual(paths, StringComparer.Ordinal) == true
            ? ahead
            : new OutputInspector(tree, _owned.Value, paths, sideBySide);
        return _inspector.Result;
    }

    /// <summary>The place of a path among those that were planned, sorted by ordinal.</summary>
    /// <exception cref="ArgumentException">It is not planned.</exception>
    public int PlaceOf(string path)
    {
        var (low, high) = (0, Inspector.Files.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(Inspector.Files[middle].Path, path);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        throw new ArgumentException($"'{path}' is not planned.", nameof(path));
    }

    /// <summary>The stamp of a planned file as <see cref="Inspect"/> found it; null where there was no file.</summary>
    /// <param name="place">See <see cref="PlaceOf"/>.</param>
    public FileStamp? Found(int place) => Inspector.Files[place] is { Kind: PathKind.File } file ? file.Stamp : null;

    /// <summary>The stamp of a planned file as this build leaves it: of the file that it wrote, else of the one that it found.</summary>
    /// <param name="place">See <see cref="PlaceOf"/>.</param>
    public FileStamp? Left(int place) => Inspector.Files[place].Written ?? Found(place);

    /// <summary>Whether the manifest is exactly that of the inspected plan, and nothing waits in the staging folder.</summary>
    public bool IsSettled =>
        _manifest is not null && Inspector.Tree.At(Manifest.StagingName) == PathKind.Nothing
        && _manifest.AsSpan().SequenceEqual(_plannedManifest.Value);

    /// <summary>The bytes of a planned file that exists, in a buffer, or in a new one where they do not fit.</summary>
    public ReadOnlyMemory<byte> ReadInto(string path, byte[] buffer) => FileBytes.ReadInto(Full(path), buffer);

    /// <summary>The stamp of the file that is at a path now; null where there is none, or a link.</summary>
    public FileStamp? Stamp(string path) =>
        new FileInfo(Full(path)) is { Exists: true } file && !OutputTree.IsLink(file.Attributes, file.FullName)
            ? new FileStamp(file.Length, file.LastWriteTimeUtc.Ticks)
            : null;

    /// <summary>Whether a contested file has exactly these bytes; then it is taken over, and <see cref="Begin"/> may go on.</summary>
    public bool Matches(string path, ReadOnlySpan<byte> bytes)
    {
        var file = Inspector.Files[PlaceOf(path)];
        if (file.IsContested && FileBytes.Equal(Full(path), bytes))
        {
            file.IsContested = false;
        }

        return !file.IsContested;
    }

    /// <summary>Begins to write: from now on the manifest names the old and the planned paths.</summary>
    /// <exception cref="InvalidOperationException">There are conflicts, or contested files that were not found equal.</exception>
    public void Begin(CancellationToken cancellation)
    {
        Require(State.Open);
        if (Inspector.Result.Conflicts.Count > 0 || Inspector.Files.Any(file => file.IsContested))
        {
            throw new InvalidOperationException("The output folder has files that the tool does not own where the plan needs their place.");
        }

        cancellation.ThrowIfCancellationRequested();
        _cancellation = cancellation;
        _state = State.Begun;
        if (Inspector.Tree.At(Manifest.StagingName) == PathKind.Folder)
        {
            _staging.Clear();
        }

        _folders = new FolderCreator(FullPath, Inspector.Tree.Folders);
        _folders.MakeOutput();
        _union = SortedPaths.Places(Owned, path => path, Inspector.Files, file => file.Path).All(place => place >= 0)
            ? _plannedManifest.Value
            : Manifest.Format(Manifest.Union(Owned, Inspector.Files.Select(file => file.Path)));
        WriteManifest(_beginning, _manifest, _union);
    }

    /// <summary>Puts the bytes of a planned file; from any thread, each once.</summary>
    /// <param name="place">See <see cref="PlaceOf"/>.</param>
    /// <exception cref="OperationCanceledException">The build was cancelled.</exception>
    public PutOutcome Put(int place, ReadOnlySpan<byte> bytes)
    {
        Require(State.Begun);
        _cancellation.ThrowIfCancellationRequested();
        var file = Inspector.Files[place];
        if (file.Kind == PathKind.File && FileBytes.Equal(Full(file.Path), bytes))
        {
            return PutOutcome.Unchanged;
        }

        try
        {
            if (_manifest is null && file.Kind == PathKind.Nothing)
            {
                Create(file, bytes);
            }
            else
            {
                (file.Staged, file.Written) = _staging.Write(bytes);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OutputPaths.Failed(Full(file.Path), e);
        }

        return PutOutcome.Written;
    }

    /// <summary>Takes a planned path out of the plan; from any thread. The file that an earlier build left there is deleted.</summary>
    /// <param name="place">See <see cref="PlaceOf"/>.</param>
    public void Withdraw(int place)
    {
        Require(State.Begun);
        Inspector.Files[place].IsWithdrawn = true;
    }

    /// <summary>
    /// Ends the build: staged files take their places, stale files and the folders left empty go, the manifest names the plan.
    /// Where a step fails, <see cref="Abort"/> takes all of them back.
    /// </summary>
    /// <exception cref="OperationCanceledException">The build was cancelled while most files were still to be placed; later it goes on to
    /// its end, which is nearer.</exception>
    public CommitResult Commit()
    {
        Require(State.Begun);
        _cancellation.ThrowIfCancellationRequested();
        var result = CommitSteps.Place(Inspector, _ending, _cancellation);
        var manifest = Inspector.Files.Any(file => file.IsWithdrawn)
            ? Manifest.Format(Inspector.Files.Where(file => !file.IsWithdrawn).Select(file => file.Path))
            : _plannedManifest.Value;
        WriteManifest(_ending, _union, manifest);
        _state = State.Ended;
        _staging.Clear(CleanupDeadline.Of(_cancellation));
        return result;
    }

    /// <summary>
    /// Takes back everything since <see cref="Begin"/>. Where that fails, or where an interrupted first build has made more files than can
    /// be deleted in a moment, the manifest goes on naming every file, and the next build fixes it.
    /// </summary>
    public void Abort()
    {
        if (_state != State.Begun)
        {
            return;
        }

        _state = State.Ended;
        var failure = _ending.Undo();
        var haste = CleanupDeadline.Of(_cancellation);
        foreach (var file in Inspector.Files.Where(file => file.IsCreated))
        {
            if (haste.IsOver)
            {
                return;
            }

            failure = OutputPaths.Attempt(() => File.Delete(Full(file.Path)), failure);
        }

        failure ??= _folders?.Remove(haste);
        if (haste.IsOver)
        {
            return;
        }

        failure ??= _beginning.Undo();
        failure = OutputPaths.Attempt(() => _staging.Clear(haste), failure);
        failure ??= _folders?.RemoveOutput();
        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>Aborts a build that was not ended; a failure then stays silent, because another is on its way to the caller.</summary>
    public void Dispose() => OutputPaths.Attempt(Abort);

    private OutputInspector Inspector => _inspector ?? throw new InvalidOperationException("The output folder has not been inspected.");

    private string Full(string path) => Path.Combine(FullPath, path);

    private void Require(State state)
    {
        if (_state != state)
        {
            throw new InvalidOperationException($"The output folder is {_state}, not {state}.");
        }
    }

    private void WriteManifest(UndoLog changes, byte[]? standing, byte[] bytes)
    {
        if (standing is null)
        {
            changes.Place(_staging.Write(bytes).Path, Manifest.FileName);
        }
        else if (!bytes.AsSpan().SequenceEqual(standing))
        {
            changes.Replace(_staging.Write(bytes).Path, Manifest.FileName);
        }
    }

    private void Create(PlannedFile file, ReadOnlySpan<byte> bytes)
    {
        _folders!.Make(OutputPaths.Parent(file.Path));
        var created = false;
        try
        {
            file.Written = FileBytes.WriteNew(Full(file.Path), bytes, ref created);
        }
        finally
        {
            file.IsCreated = created;
        }
    }
}
