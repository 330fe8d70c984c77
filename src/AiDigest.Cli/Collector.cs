using AiDigest.Core.Building;

namespace AiDigest.Cli;

/// <summary>What the process asks of the garbage collector; the ordinary bound is in the project file.</summary>
internal static class Collector
{
    /// <summary>Bytes that a build which changes little allocates for each source.</summary>
    private const long OfSource = 24 << 10;

    private const long Most = 256L << 20;

    /// <summary>
    /// Lets a build that changes little (<see cref="BuildOptions.SmallBuild"/>) end before the collector begins. Of a large site it is left to
    /// its work, which begins as soon as the promised bytes are used up.
    /// </summary>
    public static void Rest(int sources)
    {
        try
        {
            GC.TryStartNoGCRegion(Math.Min(Most, (8L << 20) + (sources * OfSource)));
        }
        catch (ArgumentOutOfRangeException)
        {
            // The system gives the process less than that: then all stays as it is.
        }
    }
}
