using System.Collections.Concurrent;

namespace AiDigest.Core.IO;

/// <summary>
/// Makes the folders of a new site from many threads, each just before its first file, and asks the file system once for each:
/// folders cost more than files. Those that stood before are told at the start, so that all others can be removed again.
/// </summary>
internal sealed class MadeFolders
{
    private readonly string _output;
    private readonly ConcurrentDictionary<string, bool> _madeHere = new(RealPath.Comparer);

    public MadeFolders(string output, IEnumerable<string> standing)
    {
        _output = output;
        foreach (var folder in standing)
        {
            _madeHere[folder] = false;
        }
    }

    public void Make(string folder)
    {
        if (folder.Length == 0 || _madeHere.ContainsKey(folder))
        {
            return;
        }

        Make(OutputPaths.Parent(folder));
        Directory.CreateDirectory(Path.Combine(_output, folder));
        _madeHere[folder] = true;
    }

    /// <summary>Removes the folders made here that are empty; returns the first failure.</summary>
    public Exception? Remove()
    {
        Exception? first = null;
        foreach (var folder in OutputPaths.DeepestFirst(_madeHere.Where(pair => pair.Value).Select(pair => pair.Key)))
        {
            first = OutputPaths.Attempt(() => DeleteEmpty(Path.Combine(_output, folder)), first);
        }

        return first;
    }

    private static void DeleteEmpty(string folder)
    {
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }
}
