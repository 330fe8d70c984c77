using System.Runtime.InteropServices;
using Xunit;

namespace AiDigest.Tests.Fixtures;

/// <summary>
/// Shows that work grows with the length of its input and not with its square. It compares the processor time that this thread spends on a
/// text and on one four times as long. A clock on the wall would tell how busy the machine is.
/// </summary>
internal static class Growth
{
    private const int Longer = 4;

    /// <summary>Between 4, which is linear, and 16, which is quadratic.</summary>
    private const double Most = 9;

    /// <summary>Nanoseconds. A longer text that takes less is never quadratic, and too short to compare.</summary>
    private const double Little = 4e6;

    private const int Attempts = 5;

    /// <summary>
    /// Does the work on <paramref name="part"/> repeated to <paramref name="length"/> characters and to four times as many.
    /// </summary>
    public static void IsLinear(string part, int length, Action<string> work)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows counts the time of a thread in steps of 16 ms");
        var (small, large) = (Repeat(part, length), Repeat(part, Longer * length));
        work(small);
        var (least, most) = (double.MaxValue, double.MaxValue);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            most = Math.Min(most, Spent(work, large));
            if (most < Little)
            {
                return;
            }

            least = Math.Min(least, Spent(work, small));
            if (most < Most * least)
            {
                return;
            }
        }

        Assert.Fail($"'{part}' {Longer} times as long takes {most / least:0.0} times the processor time ({most / 1e6:0.0} ms)");
    }

    private static string Repeat(string part, int length) => string.Concat(Enumerable.Repeat(part, Math.Max(1, length / part.Length)));

    private static double Spent(Action<string> work, string text)
    {
        var start = Now();
        work(text);
        return Now() - start;
    }

    /// <summary>Nanoseconds that the processor has spent on this thread: <c>CLOCK_THREAD_CPUTIME_ID</c> of POSIX.</summary>
    private static double Now()
    {
        Assert.Equal(0, GetTime(OperatingSystem.IsMacOS() ? 16 : 3, out var time));
        return (time.Seconds * 1e9) + time.Nanoseconds;
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
