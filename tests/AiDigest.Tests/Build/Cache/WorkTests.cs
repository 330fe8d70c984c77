using AiDigest.Core.Build;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Build.Cache;

/// <summary>
/// Counts work, not seconds: what a build renders, makes and allocates must not grow faster than the site. A build with one job runs on
/// the thread that asked for it, so its bytes are counted there: what other tests allocate meanwhile stays out.
/// </summary>
public class WorkTests
{
    private const int Entries = 200;

    [Fact]
    public void A_full_build_allocates_in_proportion_to_its_entries()
    {
        using var site = Site();
        site.BuildFine(jobs: 1, noCache: true, output: Path.Combine(site.Root, "warm"));
        var (report, each) = Built(site);
        Assert.Equal((Entries, 2), (report.Parsed, report.Contexts));
        Assert.InRange(each, 20_000, 400_000);
    }

    [Fact]
    public void An_unchanged_site_parses_renders_and_makes_nothing()
    {
        using var site = Site();
        site.BuildFine();
        var (report, each) = Built(site);
        Assert.Equal((0, 0, 0, 0), (report.Parsed, report.Contexts, report.Rendered, report.Written));
        Assert.InRange(each, 0, 12_000);
    }

    [Fact]
    public void One_edited_entry_parses_one_and_renders_its_pages()
    {
        using var site = Site();
        site.BuildFine();
        site.AddPaper("p100", "2026-10-11", "t1", "Другой текст.");
        var (report, each) = Built(site);
        Assert.Equal((1, 2, report.Written), (report.Parsed, report.Contexts, report.Rendered));
        Assert.InRange(report.Rendered, 4, 26);
        Assert.InRange(each, 0, 90_000);
    }

    /// <returns>The report and the bytes allocated per entry.</returns>
    private static (BuildReport Report, long Each) Built(ScratchSite site)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var report = site.BuildFine(jobs: 1);
        return (report, (GC.GetAllocatedBytesForCurrentThread() - before) / Entries);
    }

    private static ScratchSite Site()
    {
        var site = new ScratchSite().Settings("title: Работа\nurl: https://example.org/\n");
        for (var i = 0; i < Entries; i++)
        {
            site.AddPaper($"p{i}", new DateOnly(2026, 11, 19).AddDays(-i / 4)
                .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), $"t{i % 9}", $"Текст {i}.\n\n- пункт\n- пункт");
        }

        return site;
    }
}
