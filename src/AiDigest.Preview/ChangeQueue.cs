using System.Diagnostics;
using System.Threading.Channels;

namespace AiDigest.Preview;

/// <summary>
/// Gathers what the watchers see into the causes of one build. An editor saves by several steps (write, rename, delete) and a checkout
/// changes hundreds of files: a build waits until there has been quiet for a moment, but not forever under steady changes.
/// </summary>
/// <param name="quiet">How long nothing must happen.</param>
/// <param name="longest">After this a build begins even if changes go on.</param>
internal sealed class ChangeQueue(TimeSpan quiet, TimeSpan longest)
{
    private readonly Channel<string?> _seen = Channel.CreateUnbounded<string?>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>From any thread. Paths that no build reads are dropped.</summary>
    /// <param name="path">Relative to the site root, with <c>/</c>.</param>
    public void Add(string path)
    {
        if (!IsIgnored(path))
        {
            _seen.Writer.TryWrite(path);
        }
    }

    /// <summary>From any thread: something changed, and it is not known what.</summary>
    public void AddUnknown() => _seen.Writer.TryWrite(null);

    /// <summary>Waits for the next changes; one caller at a time.</summary>
    public async Task<ChangeSet> TakeAsync(CancellationToken cancellation)
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        await _seen.Reader.WaitToReadAsync(cancellation);
        var start = Stopwatch.GetTimestamp();
        var unknown = false;
        while (Drain(paths, ref unknown) && Stopwatch.GetElapsedTime(start) < longest)
        {
            await Task.Delay(quiet, cancellation);
        }

        return new ChangeSet([.. paths], unknown);
    }

    private bool Drain(SortedSet<string> paths, ref bool unknown)
    {
        var any = false;
        while (_seen.Reader.TryRead(out var path))
        {
            any = true;
            if (path is null)
            {
                unknown = true;
            }
            else
            {
                paths.Add(path);
            }
        }

        return any;
    }

    /// <summary>The names that listings of sources leave out: hidden files, among them most of what editors write beside a file.</summary>
    private static bool IsIgnored(string path)
    {
        foreach (var range in path.AsSpan().Split('/'))
        {
            if (path.AsSpan(range) is ['.' or '_', ..])
            {
                return true;
            }
        }

        return path.EndsWith('~') || path.EndsWith("/README.md", StringComparison.Ordinal);
    }
}
