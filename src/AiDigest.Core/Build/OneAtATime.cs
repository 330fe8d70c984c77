using AiDigest.Core.FileSystem.Output;

namespace AiDigest.Core.Build;

/// <summary>Waits until no other build holds an output folder.</summary>
public static class OneAtATime
{
    /// <param name="waiting">Called once, before the first wait.</param>
    public static IDisposable Take(string output, Action waiting, CancellationToken cancellation)
    {
        for (var first = true; ; first = false)
        {
            if (BuildLock.TryTake(output) is { } taken)
            {
                return taken;
            }

            if (first)
            {
                waiting();
            }

            cancellation.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(50));
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
