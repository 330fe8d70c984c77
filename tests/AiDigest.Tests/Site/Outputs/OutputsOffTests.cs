using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Site.Outputs;

/// <summary>A kind of output that is off has no files and is linked from nowhere.</summary>
public class OutputsOffTests
{
    private static readonly string[] Kinds =
        ["home", "papers", "tags", "archive", "authors", "pages", "search", "atom", "rss", "json", "opml", "sitemap", "robots", "bibtex",
            "api", "llms"];

    public static TheoryData<string> EachKind => [.. Kinds];

    [Theory]
    [MemberData(nameof(EachKind))]
    public void A_kind_that_is_off_is_linked_from_nowhere(string off)
    {
        using var site = Papers(Kinds.Where(kind => kind != off));
        site.BuildFine();
        Assert.DoesNotContain(site.Tree().Keys, path => KindOf(path) == off);
        Assert.Empty(LinkWalk.Broken(site.Tree(), "/"));
    }

    [Theory]
    [MemberData(nameof(EachKind))]
    public void A_kind_that_alone_is_on_makes_its_files_and_no_dead_link(string on)
    {
        using var site = Papers([on]);
        site.BuildFine();
        var kinds = site.Tree().Keys.Select(KindOf).Where(kind => kind.Length > 0).Distinct(StringComparer.Ordinal);
        // Citations are beside entries, so without entries they have no place.
        Assert.Equal(on == "bibtex" ? [] : [on], kinds);
        Assert.Empty(LinkWalk.Broken(site.Tree(), "/"));
    }

    [Fact]
    public void With_every_kind_off_the_page_for_wrong_addresses_and_the_owners_files_remain()
    {
        using var site = Papers([]);
        site.BuildFine();
        Assert.Equal(
            [".aidigest-manifest", "404.html", "CNAME"],
            site.Tree().Keys.Where(path => !path.StartsWith("assets/", StringComparison.Ordinal)));
        Assert.Empty(LinkWalk.Broken(site.Tree(), "/"));
    }

    [Fact]
    public void Robots_names_no_sitemap_where_there_is_none()
    {
        using var site = Papers(["robots"]);
        site.BuildFine();
        Assert.Equal("User-agent: *\nAllow: /\n", site.Read("robots.txt"));
    }

    private static string KindOf(string path) => path switch
    {
        "index.html" => "home",
        "sitemap.xml" => "sitemap",
        "robots.txt" => "robots",
        "opml.xml" => "opml",
        "llms.txt" => "llms",
        "404.html" or "CNAME" or ".aidigest-manifest" => "",
        _ when path.EndsWith("feed.xml", StringComparison.Ordinal) => "atom",
        _ when path.EndsWith("rss.xml", StringComparison.Ordinal) => "rss",
        _ when path.EndsWith("feed.json", StringComparison.Ordinal) => "json",
        _ when path.EndsWith(".bib", StringComparison.Ordinal) => "bibtex",
        _ => path.Split('/')[0] switch
        {
            "papers" or "old" => "papers",
            "tags" => "tags",
            "api" => "api",
            "authors" => "authors",
            "search" => "search",
            "archive" or "2026" => "archive",
            "about" => "pages",
            _ => "",
        },
    };

    private static ScratchSite Papers(IEnumerable<string> kinds) => new ScratchSite()
        .Settings($"url: https://a.example/\npage_size: 2\nauthor_min: 1\noutputs: [{string.Join(", ", kinds)}]\n" +
            "menu:\n  - {title: Теги, to: /tags/}\n  - {title: Лента, to: /feed.xml}\n  - {title: О, to: /about/}\n  - {title: День, "
            + "to: /2026/11/10/}\n")
        .AddPaper(
            "a", "2026-11-10", "t",
            "[теги](/tags/t/), [б](b.md), [о](../pages/about.md), [день](/2026/11/10/), [поиск](/search/), [лента](/rss.xml), "
            + "[дом](/).", "authors: [Kaiming He]\naliases: [/old/]")
        .AddPaper("b", "2026-11-11", "t, u")
        .AddPaper("c", "2026-11-12", "t")
        .AddPaper("d", "2026-10-12", "t")
        .AddPaper("e", "2026-10-12", "t")
        .Add("content/pages/about.md", "---\ntitle: О проекте\nmenu: true\n---\n\n[а](../papers/a.md) и [архив](/archive/).\n")
        .Add("content/static/CNAME", "a.example\n");
}
