using System.Diagnostics;
using System.IO.Enumeration;

namespace AiDigest.Preview;

/// <summary>
/// Finds changes by looking: at the size and the time of every source, again and again. For file systems that tell of nothing (shares,
/// folders mounted into a container) and for systems without a watch left. It rests at least ten times as long as a look takes.
/// </summary>
internal sealed class SourcePoller : IDisposable
{
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(250);
    private static readonly EnumerationOptions Everything =
        new() { AttributesToSkip = 0, IgnoreInaccessible = true, RecurseSubdirectories = true };

    private readonly string _root;
    private readonly string[] _folders;
    private readonly ChangeQueue _queue;
    private readonly CancellationTokenSource _end = new();

    public SourcePoller(string root, string[] folders, ChangeQueue queue)
    {
        (_root, _folders, _queue) = (root, folders, queue);
        var known = Look();
        _ = Task.Run(() => RunAsync(known, _end.Token));
    }

    public void Dispose() => _end.Cancel();

    private async Task RunAsync(Dictionary<string, (long Length, long Time)> known, CancellationToken end)
    {
        var rest = ShortestRest;
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(rest, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var start = Stopwatch.GetTimestamp();
            var seen = Look();
            Compare(known, seen);
            known = seen;
            rest = TimeSpan.FromTicks(Math.Max(ShortestRest.Ticks, 10 * Stopwatch.GetElapsedTime(start).Ticks));
        }
    }

    private void Compare(Dictionary<string, (long Length, long Time)> known, Dictionary<string, (long Length, long Time)> seen)
    {
        foreach (var (path, stamp) in seen)
        {
            if (!known.Remove(path, out var before) || before != stamp)
            {
                _queue.Add(path);
            }
        }

        foreach (var gone in known.Keys)
        {
            _queue.Add(gone);
        }
    }

    private Dictionary<string, (long Length, long Time)> Look()
    {
        var seen = new Dictionary<string, (long, long)>(StringComparer.Ordinal);
        foreach (var folder in _folders)
        {
            try
            {
                Look(folder, seen);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A folder that goes while it is being looked at: the next look finds it gone.
            }
        }

        return seen;
    }

    private void Look(string folder, Dictionary<string, (long, long)> seen)
    {
        var start = Path.Combine(_root, folder);
        if (!Directory.Exists(start))
        {
            return;
        }

        var files = new FileSystemEnumerable<(string Path, long Length, long Time)>(
            start,
            (ref FileSystemEntry entry) => (entry.ToFullPath(), entry.Length, entry.LastWriteTimeUtc.UtcTicks),
            Everything)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
        };
        foreach (var (path, length, time) in files)
        {
            seen[Path.GetRelativePath(_root, path).Replace('\\', '/')] = (length, time);
        }
    }
}
