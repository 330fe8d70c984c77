using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Check;

public class SiteCheckerTests
{
    [Fact]
    public void A_check_says_what_a_build_says_and_writes_nothing()
    {
        using var site = new ScratchSite().Paper("a", body: CheckedSite.Prose + " [x](missing.md)")
            .AddPaper("b", "2026-11-14", "tag", "Текст.", "tgas: [x]");
        var before = ScratchSite.Tree(site.Root);

        var found = site.Check().Diagnostics;

        Assert.Equal(["AD0103", "AD0402"], found.Where(d => d.Rule.Severity == Severity.Error).Select(d => d.Rule.Id).Order());
        ScratchSite.AssertSame(before, ScratchSite.Tree(site.Root));
        Assert.Equal(site.Build().Diagnostics, found.Where(d => d.Rule.Name is null));
    }

    [Fact]
    public void A_template_that_fails_is_found()
    {
        using var site = new ScratchSite().Paper("a").Add("templates/partials/head-extra.html", "{{ page.titel }}");

        var found = Assert.Single(site.Check().Diagnostics, d => d.Rule.Severity == Severity.Error);

        Assert.Equal(("templates/partials/head-extra.html", 1), (found.Path, found.Line));
    }

    [Fact]
    public void The_default_theme_links_to_nothing_dead_under_a_sub_path()
    {
        using var site = new ScratchSite().Settings("url: https://user.github.io/digest/")
            .Add("content/pages/about.md", "---\ntitle: О проекте\n---\n\n[Теги](/tags/)\n");
        for (var day = 10; day < 20; day++)
        {
            site.Paper("p" + day, "authors: [A B]", date: $"2026-11-{day}", tags: "tag, c++");
        }

        Assert.DoesNotContain("AD0815", site.Check().Ids());
    }

    [Fact]
    public void A_dead_fragment_of_a_template_is_found()
    {
        using var site = new ScratchSite().Paper("a")
            .Add("templates/partials/head-extra.html",
            "<link rel=\"help\" href=\"/tags/#nowhere\"><link rel=\"help\" href=\"https://other.example/\">");

        Assert.Contains(site.Check().Diagnostics, found =>
            found.Rule.Id == "AD0815" && found.Message.Contains("#nowhere", StringComparison.Ordinal));
    }

    [Fact]
    public void A_dead_fragment_of_a_list_is_found_where_it_is_written()
    {
        using var site = new ScratchSite()
            .Settings(
                "url: https://a.example/\nmenu:\n  - {title: Глава, to: \"/tags/tag/#a--glava\"}\n  - {title: Нет, to: "
                + "\"/tags/tag/#none\"}\n")
            .Paper("a", body: CheckedSite.Prose + " [есть](/tags/tag/#a--glava)\n\n[нет](/tags/tag/#a--net)\n\n## Глава");

        Assert.Equal(
            ["content/papers/a.md:11:1 '/tags/tag/#a--net'", "content/site.yaml:4:22 '/tags/tag/#none'"],
            site.Check().Diagnostics.Where(found => found.Rule.Id == "AD0815")
                .Select(found => $"{found.Path}:{found.Line}:{found.Column} {found.Message.Split(' ')[0]}"));
    }

    [Fact]
    public void One_text_is_checked_at_its_place_and_its_neighbours_are_not_read()
    {
        using var site = new ScratchSite().Paper("a").AddPaper("broken", "2026-11-14", "tag", "Текст.", "tgas: [x]");
        const string Text =
            "---\ntitle: Новая\ndate: 2026-11-14\ntags: [tag]\nurl: https://a.example/\n---\n\nРаз [a](a.md), два [b](none.md). Три. "
            + "Четыре.\n";

        var report = site.CheckText("content/papers/new.md", Text);

        var found = Assert.Single(report.Diagnostics);
        Assert.Equal(("AD0402", "content/papers/new.md", 8), (found.Rule.Id, found.Path, found.Line));
    }

    [Theory]
    [InlineData("content/site.yaml", "titel: x", "AD0103")]
    [InlineData("content/tags.yaml", "a: {titel: x}", "AD0103")]
    [InlineData("content/pages/about.md", "---\ntitel: x\n---\nТекст", "AD0103")]
    [InlineData("content/papers/a.md", "", "AD0102")]
    [InlineData(
        "content/papers/day.yaml", "date: 2026-11-14\ntags: [tag]\nentries:\n- title: x\n  url: https://a.example/\n  body: Раз. Два. Три.",
        "AD0806")]
    [InlineData("templates/partials/head-extra.html", "{{ if }}", "AD0601 AD0601")]
    public void Any_source_can_be_checked_as_a_text(string path, string text, string expected)
    {
        using var site = new ScratchSite().Paper("a");

        Assert.Equal(expected == "AD0806" ? [] : expected.Split(' '), site.CheckText(path, text).Ids());
    }
}
