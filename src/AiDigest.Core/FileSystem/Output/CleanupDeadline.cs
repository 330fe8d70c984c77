using System.Diagnostics;

namespace AiDigest.Core.FileSystem.Output;

/// <summary>
/// How long putting in order may take. Who interrupts a build waits for its end, and to delete some ten thousand files takes a disk
/// seconds; what is left then is named by the manifest or lies in the staging folder, and the next build removes it.
/// </summary>
internal readonly struct CleanupDeadline
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly long _end;

    private CleanupDeadline(long end) => _end = end;

    /// <summary>No haste.</summary>
    public static CleanupDeadline None => new(long.MaxValue);

    /// <summary>From now on, if the build was interrupted.</summary>
    public static CleanupDeadline Of(CancellationToken cancellation) =>
        cancellation.IsCancellationRequested ? new(Stopwatch.GetTimestamp() + (long)(Patience.TotalSeconds * Stopwatch.Frequency)) : None;

    public bool IsOver => _end != long.MaxValue && Stopwatch.GetTimestamp() > _end;
}
