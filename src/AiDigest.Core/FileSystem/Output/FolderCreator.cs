namespace AiDigest.Core.FileSystem.Output;

/// <summary>
/// Makes the folders of a new site from many threads, each just before its first file, and asks the file system once for each:
/// folders cost more than files. Those that were there before are named at the start, so that all others can be removed again.
/// </summary>
internal sealed class FolderCreator
{
    private readonly string _output;
    private readonly Lock _gate = new();
    private readonly Lazy<Dictionary<string, bool>> _madeHere;
    private readonly Stack<string> _madeAbove = new();

    public FolderCreator(string output, IEnumerable<string> standing)
    {
        _output = output;

        // A build that only puts files into standing folders never asks.
        _madeHere =
            new(() => new Dictionary<string, bool>(standing.Select(folder => KeyValuePair.Create(folder, false)), RealPath.Comparer));
    }

    /// <summary>Makes the output folder itself with those above it; not from many threads.</summary>
    public void MakeOutput() => MakeAbove(_output);

    public void Make(string folder)
    {
        if (folder.Length == 0)
        {
            return;
        }

        lock (_gate)
        {
            if (_madeHere.Value.ContainsKey(folder))
            {
                return;
            }
        }

        Make(OutputPaths.Parent(folder));
        Directory.CreateDirectory(Path.Combine(_output, folder));
        lock (_gate)
        {
            _madeHere.Value[folder] = true;
        }
    }

    /// <summary>
    /// Removes the folders made here below the output folder that are empty, as far as there is time; returns the first failure.
    /// </summary>
    public Exception? Remove(CleanupDeadline haste)
    {
        Exception? first = null;
        foreach (var folder in !_madeHere.IsValueCreated
            ? []
            : OutputPaths.DeepestFirst(_madeHere.Value.Where(pair => pair.Value).Select(pair => pair.Key)))
        {
            if (haste.IsOver)
            {
                break;
            }

            first = OutputPaths.Attempt(() => OutputPaths.DeleteEmpty(Path.Combine(_output, folder)), first);
        }

        return first;
    }

    /// <summary>
    /// Removes the output folder and those above it, as far as they were made here and are empty; returns the first failure.
    /// </summary>
    public Exception? RemoveOutput()
    {
        Exception? first = null;
        while (_madeAbove.TryPop(out var folder))
        {
            first = OutputPaths.Attempt(() => OutputPaths.DeleteEmpty(folder), first);
        }

        return first;
    }

    private void MakeAbove(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (Path.GetDirectoryName(folder) is { } parent)
        {
            MakeAbove(parent);
        }

        Directory.CreateDirectory(folder);
        _madeAbove.Push(folder);
    }
}
