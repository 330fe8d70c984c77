using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Site;

/// <summary>Drafts and entries dated in the future: left out, told of, and checked all the same.</summary>
public class SkippedTests
{
    [Fact]
    public void They_are_left_out_and_reported_with_the_moment_they_appear()
    {
        using var site = Mixed();
        var report = site.BuildFine();

        Assert.Equal(
            [
                "content/pages/plan.md draft ",
                "content/papers/both.md draft ",
                "content/papers/draft.md draft ",
                "content/papers/soon.md future 2026-11-20T15:00:01.0000000+03:00",
                "content/papers/tomorrow.md future 2026-11-21T00:00:00.0000000+03:00",
            ],
            report.Skipped.Select(entry =>
                $"{entry.Source.Path} {entry.Reason} {entry.Appears?.ToString("O", System.Globalization.CultureInfo.InvariantCulture)}"));
        Assert.Equal(2, report.Entries);
        Assert.Equal(["just-now", "today"], site.Summaries("index.html"));
        Assert.False(site.Has("papers/draft/index.html"));
        Assert.False(site.Has("papers/tomorrow/index.html"));
        Assert.False(site.Has("plan/index.html"));
        Assert.False(site.Has("tags/only-draft/index.html"));
    }

    [Theory]
    [InlineData(true, false, "both,draft,just-now,today,plan")]
    [InlineData(false, true, "just-now,soon,today,tomorrow")]
    [InlineData(true, true, "both,draft,just-now,soon,today,tomorrow,plan")]
    public void Drafts_and_future_entries_show_when_asked_for(bool drafts, bool future, string shown)
    {
        // "both" is a draft of a past day; a draft of a future day wants both flags.
        using var site = Mixed();
        site.AddPaper("far", "2030-01-01", "t", keys: "draft: true");
        var report = site.BuildFine(drafts: drafts, future: future);
        var expected = shown.Split(',').Concat(drafts && future ? ["far"] : []).Order(StringComparer.Ordinal);
        var names = site.HtmlPaths().Where(path => path.StartsWith("papers/", StringComparison.Ordinal)).Select(path => path.Split('/')[1]);
        Assert.Equal(expected, names.Concat(site.Has("plan/index.html") ? ["plan"] : []).Order(StringComparer.Ordinal));
        Assert.Equal(!(drafts && future), report.Skipped.Any(entry => entry.Source.Path == "content/papers/far.md"));
    }

    [Fact]
    public void The_same_entry_appears_when_its_moment_has_come()
    {
        using var site = Mixed();
        Assert.Contains("soon", site.BuildFine(now: new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero)).Skipped.Select(Name));
        Assert.DoesNotContain("soon", site.BuildFine(now: new DateTimeOffset(2026, 11, 20, 12, 0, 1, TimeSpan.Zero)).Skipped.Select(Name));
        Assert.Contains("tomorrow", site.BuildFine(now: new DateTimeOffset(2026, 11, 20, 20, 59, 59, TimeSpan.Zero)).Skipped.Select(Name));
        Assert.DoesNotContain(
            "tomorrow", site.BuildFine(now: new DateTimeOffset(2026, 11, 20, 21, 0, 0, TimeSpan.Zero)).Skipped.Select(Name));
        Assert.True(site.Has("papers/tomorrow/index.html"));
    }

    [Fact]
    public void Their_mistakes_are_found_today()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n")
            .AddPaper("draft", "2026-11-14", "t", "[мимо](nowhere.md)", "draft: true")
            .AddPaper("future", "2027-11-14", "C#")
            .AddPaper("now", "2026-11-14", "C")
            .AddPaper("2026-11-01-same", "2026-11-01", "t")
            .AddPaper("2028-11-01-same", "2028-11-01", "t");
        Assert.Equal(
            [Catalogue.DeadLink.Id, Catalogue.AddressTaken.Id, Catalogue.AddressTaken.Id],
            site.Build().Diagnostics.Select(d => d.Rule.Id).Order(StringComparer.Ordinal));
        Assert.False(site.Has("index.html"));
    }

    [Fact]
    public void A_link_to_one_is_a_warning_and_is_shown_as_text()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n")
            .AddPaper("a", "2026-11-14", "t", "См. [черновик](draft.md), [будущее](/papers/future/) и [страницу](../pages/plan.md).")
            .AddPaper("draft", "2026-11-14", "t", "Да, и [обратно](a.md).", "draft: true")
            .AddPaper("future", "2027-01-01", "t")
            .Add("content/pages/plan.md", "---\ntitle: План\ndraft: true\n---\n\nТекст.\n");
        var report = site.BuildFine();

        Assert.Equal(
            [Catalogue.LinkToSkipped.Id, Catalogue.LinkToSkipped.Id, Catalogue.LinkToSkipped.Id],
            report.Diagnostics.Select(d => d.Rule.Id));
        Assert.All(report.Diagnostics, d => Assert.Equal("content/papers/a.md", d.Path));
        var page = site.Page("papers/a/index.html");
        Assert.Contains("См. черновик, будущее и страницу.", page.Body!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain(site.Links("papers/a/index.html"), link =>
            link.Contains("draft", StringComparison.Ordinal) || link.Contains("future", StringComparison.Ordinal));

        Assert.Empty(site.BuildFine(drafts: true, future: true).Diagnostics);
        Assert.Contains("/papers/draft/", site.Links("papers/a/index.html"));
        Assert.Contains("/papers/future/", site.Links("papers/a/index.html"));
        Assert.Contains("/plan/", site.Links("papers/a/index.html"));
    }

    private static string Name(AiDigest.Core.Site.SkippedEntry entry) => Path.GetFileNameWithoutExtension(entry.Source.Path);

    private static ScratchSite Mixed() => new ScratchSite().Settings("url: https://a.example/\n")
        .AddPaper("today", "2026-11-20", "t")
        .AddPaper("just-now", "2026-11-20T15:00:00+03:00", "t")
        .AddPaper("soon", "2026-11-20T15:00:01+03:00", "t")
        .AddPaper("tomorrow", "2026-11-21", "t")
        .AddPaper("draft", "2026-11-14", "only draft", keys: "draft: true")
        .AddPaper("both", "2026-11-10", "t", keys: "draft: true")
        .Add("content/pages/plan.md", "---\ntitle: План\ndraft: true\n---\n\nТекст.\n");
}
