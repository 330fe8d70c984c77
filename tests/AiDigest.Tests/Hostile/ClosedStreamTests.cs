using AiDigest.Cli;
using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Hostile;

/// <summary>A run whose standard streams are closed or full builds the whole site, and prints no stack trace.</summary>
public sealed class ClosedStreamTests
{
    [Theory]
    [InlineData(">&-", -1)]
    [InlineData("2>&-", 0)]
    [InlineData("<&- >&- 2>&-", -1)]
    [InlineData(">/dev/full", 3)]
    [InlineData("2>/dev/full", 0)]
    [InlineData(">/dev/full 2>/dev/full", 3)]
    [InlineData("--format json >&-", -1)]
    [InlineData("--format json >/dev/full", 3)]
    public void The_site_is_built_and_holds_nothing_that_was_printed(string redirection, int code)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /dev/full");
        using var site = new ScratchSite().AddPaper("a", "2026-11-10", "t");
        site.BuildFine();
        var whole = site.Tree();
        Directory.Delete(site.Output, recursive: true);
        Directory.Delete(Path.Combine(site.Root, ".aidigest"), recursive: true);
        var run =
            Executable.Run("/bin/sh", site.Root, "", [], ["-c", $"'{Executable.Path}' build --now 2026-11-20T12:00:00Z {redirection}"]);
        // The runtime itself may have taken the number of a closed descriptor, and then what is printed fails.
        Assert.True(code < 0 ? run.Code is 0 or 3 : run.Code == code, $"exit code {run.Code}");
        Assert.DoesNotContain("   at ", run.Error + run.Out, StringComparison.Ordinal);
        ScratchSite.AssertSame(whole, site.Tree());
    }

    [Fact]
    public void An_internal_failure_is_an_apology_with_an_id_that_stays()
    {
        var (first, second) = (Thrown(), Thrown());
        var told = InternalFailure.Describe(first, details: false).English;
        Assert.Matches(@"^sorry, the tool failed \(AI-[0-9a-f]{8}\): ", told);
        Assert.DoesNotContain("   at ", told, StringComparison.Ordinal);
        Assert.Equal(told, InternalFailure.Describe(second, details: false).English);
        Assert.Contains("   at ", InternalFailure.Describe(first, details: true).English, StringComparison.Ordinal);
        Assert.Contains(
            "not enough memory",
            InternalFailure.Describe(new AggregateException(new InsufficientMemoryException()), details: false).English,
            StringComparison.Ordinal);
    }

    private static InvalidOperationException Thrown() =>
        Assert.Throws<InvalidOperationException>((Action)(() => throw new InvalidOperationException("a bug")));

    [Fact]
    public void A_stream_that_fails_is_not_written_to_again()
    {
        using var full = new FullWriter();
        using var writer = new ToleratedWriter(full);
        writer.WriteLine("one");
        writer.Write("two");
        writer.Flush();
        Assert.IsType<IOException>(writer.Failure);
        Assert.Equal(1, full.Attempts);
    }

    private sealed class FullWriter : StringWriter
    {
        public int Attempts { get; private set; }

        public override void WriteLine(string? value)
        {
            Attempts++;
            throw new IOException("No space left on device");
        }
    }
}
