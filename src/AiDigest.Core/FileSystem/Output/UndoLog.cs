namespace AiDigest.Core.FileSystem.Output;

/// <summary>
/// Changes of the site in place, each one step for the file system and each with its way back: so a commit that fails in the
/// middle ends as the site was. Nothing is deleted here: an old file goes to the staging folder until the build has ended.
/// For one thread.
/// </summary>
internal sealed class UndoLog(string output, Staging staging)
{
    private readonly Stack<Action> _back = new();

    // Whether a folder exists that was made or removed here.
    private readonly Dictionary<string, bool> _folders = new(RealPath.Comparer);
    private Func<string, bool> _stood = _ => false;

    /// <summary>Tells which folders are known to exist, so that <see cref="MakeFolder"/> need not ask.</summary>
    public void Know(Func<string, bool> stands) => _stood = stands;

    /// <summary>Takes an owned file away from its place, or a link that is where an owned file was; never what it leads to.</summary>
    public void SetAside(string path)
    {
        var full = Full(path);
        if (new FileInfo(full).LinkTarget is { } target)
        {
            OutputPaths.At(full, () => OutputPaths.Delete(full));
            _back.Push(() => File.CreateSymbolicLink(full, target));
            return;
        }

        var kept = staging.NextPath();
        OutputPaths.At(full, () => File.Move(full, kept, overwrite: true));
        _back.Push(() => File.Move(kept, full, overwrite: true));
    }

    /// <summary>Puts a staged file at a place where there is nothing.</summary>
    public void Place(string staged, string path)
    {
        var full = Full(path);
        OutputPaths.At(full, () => File.Move(staged, full));
        _back.Push(() => File.Delete(full));
    }

    /// <summary>
    /// Puts a staged file in the place of another. A process that opens the path finds the old file or the new one, whole: on Unix the old
    /// file is linked into the staging folder, then renamed over.
    /// </summary>
    public void Replace(string staged, string path)
    {
        var full = Full(path);
        var kept = staging.NextPath();
        OutputPaths.At(full, () => File.Replace(staged, full, kept, ignoreMetadataErrors: true));
        _back.Push(() => File.Move(kept, full, overwrite: true));
    }

    /// <summary>Makes a folder with those above it; the output folder itself, <c>""</c>, exists already.</summary>
    public void MakeFolder(string path)
    {
        if (path.Length == 0 || Stands(path))
        {
            return;
        }

        MakeFolder(OutputPaths.Parent(path));
        var full = Full(path);
        Directory.CreateDirectory(full);
        _folders[path] = true;
        _back.Push(() => OutputPaths.DeleteEmpty(full));
    }

    /// <summary>Removes a folder if it exists and nothing is in it.</summary>
    /// <returns>Whether it did.</returns>
    public bool RemoveFolder(string path)
    {
        var full = Full(path);
        if (!Stands(path) || !OutputPaths.DeleteEmpty(full))
        {
            return false;
        }

        _folders[path] = false;
        _back.Push(() => Directory.CreateDirectory(full));
        return true;
    }

    /// <summary>Takes everything back, the last change first. What fails stays, and the first failure is returned.</summary>
    public Exception? Undo()
    {
        Exception? first = null;
        while (_back.TryPop(out var step))
        {
            first = OutputPaths.Attempt(step, first);
        }

        return first;
    }

    private bool Stands(string folder) => _folders.TryGetValue(folder, out var stands) ? stands : _stood(folder);

    private string Full(string path) => Path.Combine(output, path);
}
