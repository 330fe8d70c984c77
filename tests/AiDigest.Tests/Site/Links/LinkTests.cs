using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Site.Links;

/// <summary>Links between Markdown files, to headings, addresses and files beside an entry.</summary>
public class LinkTests
{
    [Theory]
    [InlineData("[x](../14/b.md)", "/papers/b/")]
    [InlineData("[x](b%20c.md)", "/papers/b-c/")]
    [InlineData("[x](<b c.md>)", "/papers/b-c/")]
    [InlineData("[x](../14/b.md#итог)", "/papers/b/#b--itog")]
    [InlineData("[x](../14/b.md#itog)", "/papers/b/#b--itog")]
    [InlineData("[x](../14/b.md#b--itog)", "/papers/b/#b--itog")]
    [InlineData("[x](../../pages/docs/howto.md)", "/docs/howto/")]
    [InlineData("[x](../../pages/docs/howto.md#шаг-1)", "/docs/howto/#howto--shag-1")]
    [InlineData("[x](../../pages/about/index.md)", "/about/")]
    [InlineData("[x](day.yaml#pervaya)", "/papers/pervaya/")]
    [InlineData("[x](/tags/)", "/tags/")]
    [InlineData("[x](/tags/t/)", "/tags/t/")]
    [InlineData("[x](/)", "/")]
    [InlineData("[x](/2026/11/14/)", "/2026/11/14/")]
    [InlineData("[x](/feed.xml)", "/feed.xml")]
    [InlineData("[x](/papers/b/cite.bib)", "/papers/b/cite.bib")]
    [InlineData("[x](/files/cv.pdf)", "/files/cv.pdf")]
    [InlineData("[x](/old/)", "/old/")]
    [InlineData("[x](#svoy)", "#a--svoy")]
    [InlineData("[x](a.md#svoy)", "#a--svoy")]
    [InlineData("[x](a.md)", "/papers/a/")]
    [InlineData("[x](data.csv)", "/papers/a/data.csv")]
    [InlineData("[x](sub/report.pdf)", "/papers/a/sub/report.pdf")]
    [InlineData("[x](https://arxiv.org/abs/2411.19108)", "https://arxiv.org/abs/2411.19108")]
    [InlineData("[x](mailto:a@b.example)", "mailto:a@b.example")]
    public void A_link_leads_to(string markdown, string address)
    {
        using var site = Papers(markdown);
        site.BuildFine();
        Assert.Contains(site.Page("papers/a/index.html").QuerySelectorAll("main a"), link =>
            link.TextContent == "x" && link.GetAttribute("href") == address);
    }

    [Theory]
    [InlineData("[x](nowhere.md)", "AD0402")]
    [InlineData("[x](../15/b.md)", "AD0402")]
    [InlineData("[x](../14/b.md#netu)", "AD0402")]
    [InlineData("[x](#netu)", "AD0402")]
    [InlineData("[x](/tags/unknown/)", "AD0402")]
    [InlineData("[x](/papers/b)", "AD0402")]
    [InlineData("[x](day.yaml)", "AD0402")]
    [InlineData("[x](../../../../outside.md)", "AD0403")]
    [InlineData("[x](../../../../../etc/passwd)", "AD0403")]
    [InlineData("![x](nowhere.png)", "AD0404")]
    [InlineData("![x](/files/cv.png)", "AD0404")]
    [InlineData("![x](https://a.example/x.png)", "AD0401")]
    [InlineData("[x](run.exe)", "AD0405")]
    [InlineData("![x](data.csv)", "AD0405")]
    public void A_link_that_leads_nowhere_is_an_error_at_its_place(string markdown, string id)
    {
        using var site = Papers(markdown);
        var error = Assert.Single(site.Build().Diagnostics);
        Assert.Equal(id, error.Rule.Id);
        Assert.Equal(("content/papers/14/a.md", 7, 7), (error.Path, error.Line, error.Column));
        Assert.False(site.Has("index.html"));
    }

    [Fact]
    public void Only_files_that_are_named_are_copied_to_the_address_of_the_entry()
    {
        using var site = Papers("![Схема](a.png) и [данные](data.csv).");
        site.BuildFine();
        Assert.Equal(
            ["papers/a/a.png", "papers/a/data.csv"],
            site.Tree().Keys.Where(path =>
                path.StartsWith("papers/a/", StringComparison.Ordinal) && !path.EndsWith(".html", StringComparison.Ordinal)
                    && !path.EndsWith(".bib", StringComparison.Ordinal)));
        Assert.DoesNotContain(site.Tree().Keys, path => path.EndsWith("report.pdf", StringComparison.Ordinal));
        Assert.Equal("/papers/a/a.png", site.Page("papers/a/index.html").QuerySelector("main img")!.GetAttribute("src"));
        Assert.Equal("/papers/a/a.png", site.Page("tags/t/index.html").QuerySelector("main img")!.GetAttribute("src"));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    public void An_active_address_is_dropped_and_its_text_kept(string address)
    {
        using var site = Papers($"[x]({address})");
        Assert.Equal(Catalogue.ActiveAddress.Id, Assert.Single(site.BuildFine().Diagnostics).Rule.Id);
        Assert.DoesNotContain(address.Split(':')[0] + ":", site.Read("papers/a/index.html"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(site.Page("papers/a/index.html").QuerySelectorAll("main p"), p => p.TextContent.Trim() == "Текст x");
    }

    [Fact]
    public void Links_of_a_body_hold_on_every_page_that_shows_it()
    {
        using var site = Papers("[x](../14/b.md#итог) [y](#svoy) [z](data.csv)");
        site.BuildFine(baseUrl: "https://u.example/digest/");
        foreach (var page in new[] { "papers/a/index.html", "tags/t/index.html", "index.html", "2026/11/14/index.html" })
        {
            Assert.Contains("/digest/papers/b/#b--itog", site.Links(page));
            Assert.Contains("#a--svoy", site.Links(page));
            Assert.Contains("/digest/papers/a/data.csv", site.Links(page));
            Assert.NotNull(site.Page(page).GetElementById("a--svoy"));
        }
    }

    private static ScratchSite Papers(string markdown) => new ScratchSite().Settings("url: https://a.example/\n")
        .Add("content/papers/14/a.md", $"---\ntitle: А\ndate: 2026-11-14\ntags: [t]\n---\n\nТекст {markdown}\n\n## Свой\n\nЕщё.\n")
        .AddPaper("14/b", "2026-11-14", "t", "## Итог\n\nДа.", "aliases: [/old/]")
        .AddPaper("14/b c", "2026-11-14", "t")
        .Add("content/papers/14/day.yaml",
            "date: 2026-11-14\ntags: [t]\nentries:\n  - title: Первая\n    body: А.\n  - title: Вторая\n    body: Б.\n")
        .Add("content/papers/14/a.png", [0x89, 0x50])
        .Add("content/papers/14/data.csv", "a,b\n")
        .Add("content/papers/14/sub/report.pdf", "%PDF")
        .Add("content/papers/14/run.exe", "MZ")
        .Add("content/pages/about/index.md", "---\ntitle: О проекте\n---\n\nТекст.\n")
        .Add("content/pages/docs/howto.md", "---\ntitle: Как\n---\n\n## Шаг 1\n\nТекст.\n")
        .Add("content/static/files/cv.pdf", "%PDF")
        .Add("content/static/files/cv.png", [1]);
}
