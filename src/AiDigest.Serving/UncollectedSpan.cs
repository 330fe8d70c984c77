using System.Runtime;

namespace AiDigest.Serving;

/// <summary>
/// Memory set aside so that the garbage collector has nothing to do between a change and the page that shows it: to look through all that a
/// site of ten thousand entries holds takes longer than to plan it. It is renewed when nobody waits; when it is spent, collecting goes on as ever.
/// </summary>
internal static class UncollectedSpan
{
    private const long Least = 16 << 20;
    private const long Most = 240 << 20;

    /// <summary>What planning allocates for an entry, about.</summary>
    private const long ForEntry = 20 << 10;

    /// <summary>Collects what there is, and sets memory aside for the next change.</summary>
    public static void Renew(int entries)
    {
        End();
        GC.Collect();
        try
        {
            GC.TryStartNoGCRegion(Math.Clamp(entries * ForEntry, Least, Most));
        }
        catch (ArgumentOutOfRangeException)
        {
            // This machine has not as much to give.
        }
    }

    public static void End()
    {
        if (GCSettings.LatencyMode != GCLatencyMode.NoGCRegion)
        {
            return;
        }

        try
        {
            GC.EndNoGCRegion();
        }
        catch (InvalidOperationException)
        {
            // It was spent, and so has ended already.
        }
    }
}
