using Xunit;

namespace AiDigest.Tests.Fixtures;

/// <summary>Ctrl+C as a signal.</summary>
internal static class Interruption
{
    private const ulong Interrupt = 1UL << (2 - 1);

    /// <summary>
    /// A process inherits which signals are ignored. Under a shell that runs a script's job in the background they are, and then no tool
    /// that is started from here can be interrupted: a test that waits for it would never end.
    /// </summary>
    public static void SkipWhereIgnored()
    {
        const string Status = "/proc/self/status";
        var ignored = OperatingSystem.IsLinux() ? File.ReadLines(Status)
            .FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) : null;
        Assert.SkipWhen(
            ignored is not null && (Convert.ToUInt64(ignored[7..].Trim(), 16) & Interrupt) != 0,
            "the tests were started with SIGINT ignored, as jobs in the background of a script are");
    }
}
