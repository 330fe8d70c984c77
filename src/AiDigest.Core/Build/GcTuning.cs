using System.Runtime;
using System.Runtime.InteropServices;

namespace AiDigest.Core.Build;

/// <summary>
/// Memory set aside so that the garbage collector has nothing to do while a small change is built: what is allocated then stays until the
/// end, and to look through all that a site of ten thousand entries holds takes longer than to plan it. When it is spent, collecting goes
/// on as ever. It is the whole process's, so the commands ask for it, and no stage of a build does.
/// </summary>
public static class GcTuning
{
    private const long Least = 16 << 20;
    private const long Most = 400 << 20;

    /// <summary>What planning allocates for an entry, about.</summary>
    private const long ForEntry = 30 << 10;

    /// <summary>From where objects are made now on: more than a span and what comes before it.</summary>
    private const int Advised = 512 << 20;

    /// <summary>Collects what there is, and sets memory aside for the next change; for when there is time.</summary>
    public static void Renew(int entries)
    {
        End();
        GC.Collect();
        Begin(entries);
    }

    /// <summary>Sets memory aside for a change of a site of so many entries.</summary>
    public static void Begin(int entries)
    {
        AskForLargePages();
        try
        {
            GC.TryStartNoGCRegion(Math.Min(Least + (entries * ForEntry), Most));
        }
        catch (ArgumentOutOfRangeException)
        {
            // This machine has not as much to give.
        }
    }

    /// <summary>
    /// Has the collector take the memory of a build from the system now, and then collect as ever; for a build from nothing, before there
    /// is anything to collect. By itself it takes 64 KB at a time, which Linux can only hand out in pages of four: their first touch took a
    /// quarter of such a build. What is taken is not used: a small site touches a few pages of it. (To take it only once the sources are
    /// counted brought less.)
    /// </summary>
    public static void TakeMemory()
    {
        Begin(int.MaxValue);
        End();
    }

    /// <summary>
    /// Asks Linux to hand out the memory that comes next two megabytes at a time: in pages of four kilobytes the first touch of each took a
    /// tenth of the time that one edit takes. It is a wish (madvise(2), <c>MADV_HUGEPAGE</c>), and where it cannot be granted nothing
    /// changes.
    /// </summary>
    private static void AskForLargePages()
    {
        const int Wish = 14;
        const int Page = 2 << 20;
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var latest = GCHandle.Alloc(new byte[1], GCHandleType.Pinned);
        try
        {
            _ = Advise(latest.AddrOfPinnedObject() & -Page, Advised, Wish);
        }
        catch (Exception none) when (none is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another library of C.
        }
        finally
        {
            latest.Free();
        }
    }

    [DllImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(nint start, nuint length, int advice);

    /// <summary>Collects all garbage, and closes the gaps that it leaves.</summary>
    public static void Compact() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);

    /// <summary>Lets the collector work as ever.</summary>
    public static void End()
    {
        if (GCSettings.LatencyMode != GCLatencyMode.NoGCRegion)
        {
            return;
        }

        try
        {
            GC.EndNoGCRegion();

            // Else it goes on allocating in what was set aside, and begins to collect when that is spent.
            GC.Collect(0);
        }
        catch (InvalidOperationException)
        {
            // It was spent, and so has ended already.
        }
    }
}
