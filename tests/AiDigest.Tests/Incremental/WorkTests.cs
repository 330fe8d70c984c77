using AiDigest.Tests.Building;
using Xunit;

namespace AiDigest.Tests.Incremental;

/// <summary>
/// Counts work, not seconds: what a build renders, makes and allocates must not grow faster than the site. Alone, since bytes allocated
/// are counted for the whole process: what another test allocates meanwhile would be taken for the build's.
/// </summary>
[Collection(nameof(WorkTests))]
[CollectionDefinition(nameof(WorkTests), DisableParallelization = true)]
public class WorkTests
{
    private const int Entries = 200;

    [Fact]
    public void A_full_build_allocates_in_proportion_to_its_entries()
    {
        using var site = Site();
        site.BuildFine(jobs: 1, noCache: true, output: Path.Combine(site.Root, "warm"));
        var report = site.BuildFine(jobs: 1);
        Assert.Equal((Entries, 2), (report.Parsed, report.Contexts));
        var each = report.Stages.Sum(stage => stage.Allocated) / Entries;
        Assert.InRange(each, 20_000, 400_000);
    }

    [Fact]
    public void An_unchanged_site_parses_renders_and_makes_nothing()
    {
        using var site = Site();
        site.BuildFine();
        var report = site.BuildFine(jobs: 1);
        Assert.Equal((0, 0, 0, 0), (report.Parsed, report.Contexts, report.Rendered, report.Written));
        Assert.InRange(report.Stages.Sum(stage => stage.Allocated) / Entries, 0, 40_000);
    }

    [Fact]
    public void One_edited_entry_parses_one_and_renders_its_pages()
    {
        using var site = Site();
        site.BuildFine();
        site.AddPaper("p100", "2026-10-11", "t1", "Другой текст.");
        var report = site.BuildFine(jobs: 1);
        Assert.Equal((1, 2, report.Written), (report.Parsed, report.Contexts, report.Rendered));
        Assert.InRange(report.Rendered, 4, 24);
        Assert.InRange(report.Stages.Sum(stage => stage.Allocated) / Entries, 0, 80_000);
    }

    private static ScratchSite Site()
    {
        var site = new ScratchSite().Settings("title: Работа\nurl: https://example.org/\n");
        for (var i = 0; i < Entries; i++)
        {
            site.AddPaper($"p{i}", new DateOnly(2026, 11, 19).AddDays(-i / 4).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), $"t{i % 9}", $"Текст {i}.\n\n- пункт\n- пункт");
        }

        return site;
    }
}
