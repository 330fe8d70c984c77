using System.Text.Json;
using System.Xml.Linq;
using AiDigest.Tests.Fixtures;
using AngleSharp.Html.Parser;
using Xunit;

namespace AiDigest.Tests.Site.Outputs;

/// <summary>Feeds, the list of subscriptions, the sitemap, robots and citations.</summary>
public class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public void Ids_stay_wherever_the_site_is_published()
    {
        using var site = Papers(3);
        site.BuildFine(baseUrl: "https://fork.example/other/");
        string[] ids = [.. Enumerable.Range(1, 3).Reverse().Select(i => $"https://a.example/digest/papers/p{i:00}/")];
        string[] links = [.. ids.Select(id => id.Replace("a.example/digest", "fork.example/other", StringComparison.Ordinal))];

        var atom = XDocument.Parse(site.Read("feed.xml")).Root!;
        Assert.Equal("https://a.example/digest/", atom.Element(Atom + "id")!.Value);
        Assert.Equal(ids, atom.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value));
        Assert.Equal(links, atom.Elements(Atom + "entry")
            .Select(entry =>
                entry.Elements(Atom + "link").First(link => (string?)link.Attribute("rel") == "alternate").Attribute("href")!.Value));
        Assert.Equal("https://fork.example/other/feed.xml", atom.Elements(Atom + "link")
            .Single(link => (string?)link.Attribute("rel") == "self").Attribute("href")!.Value);

        var items = XDocument.Parse(site.Read("rss.xml")).Root!.Element("channel")!.Elements("item").ToList();
        Assert.Equal(ids, items.Select(item => item.Element("guid")!.Value));
        Assert.Equal(links, items.Select(item => item.Element("link")!.Value));

        var json = JsonDocument.Parse(site.Read("feed.json")).RootElement;
        Assert.Equal(ids, json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
        Assert.Equal(links, json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("url").GetString()!));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 5)]
    [InlineData(6, 5)]
    [InlineData(12, 5)]
    public void A_feed_holds_the_newest_up_to_its_size(int entries, int items)
    {
        using var site = Papers(entries, "feed_size: 5\n");
        site.BuildFine();
        foreach (var folder in new[] { "", "tags/t/" })
        {
            Assert.Equal(items, XDocument.Parse(site.Read(folder + "feed.xml")).Descendants(Atom + "entry").Count());
            Assert.Equal(items, XDocument.Parse(site.Read(folder + "rss.xml")).Descendants("item").Count());
            var json = JsonDocument.Parse(site.Read(folder + "feed.json")).RootElement.GetProperty("items");
            Assert.Equal(items, json.GetArrayLength());
            Assert.EndsWith($"/papers/p{entries:00}/", json[0].GetProperty("id").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Full_text_is_in_every_feed_with_absolute_addresses()
    {
        using var site = Papers(1).Settings("url: https://a.example/digest/\n");
        site.AddPaper(
            "full", "2026-11-19", "t",
            "Начало.\n\n[к другой](p01.md) [к себе](#итог) [файл](data.csv) ![вид](v.png) [тег](/tags/t/) [к сноске][^1]\n\n## "
            + "Итог\n\nДо конца ]]> да.\n\n[^1]: Сноска.")
            .Add("content/papers/data.csv", "a\n").Add("content/papers/v.png", [1]);
        site.BuildFine();

        string[] bodies =
        [
            XDocument.Parse(site.Read("feed.xml")).Descendants(Atom + "entry").First().Element(Atom + "content")!.Value,
            XDocument.Parse(site.Read("tags/t/feed.xml")).Descendants(Atom + "entry").First().Element(Atom + "content")!.Value,
            XDocument.Parse(site.Read("rss.xml")).Descendants("item").First().Element(Content + "encoded")!.Value,
            JsonDocument.Parse(site.Read("feed.json")).RootElement.GetProperty("items")[0].GetProperty("content_html").GetString()!,
        ];
        foreach (var body in bodies)
        {
            var html = new HtmlParser().ParseDocument(body);
            Assert.Contains("До конца ]]> да.", html.Body!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
            Assert.Equal("Итог", html.QuerySelector("h2#full--itog")!.TextContent);
            var addresses = html.QuerySelectorAll("[href], [src]")
                .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).ToList();
            Assert.All(addresses, address => Assert.StartsWith("https://a.example/digest/", address, StringComparison.Ordinal));
            Assert.Superset(
                new HashSet<string>
                {
                    "https://a.example/digest/papers/p01/", "https://a.example/digest/papers/full/#full--itog",
                        "https://a.example/digest/papers/full/data.csv",
                    "https://a.example/digest/papers/full/v.png", "https://a.example/digest/tags/t/",
                },
                addresses.ToHashSet());
        }
    }

    [Fact]
    public void An_entry_without_a_paragraph_has_no_empty_description()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n").AddPaper("a", "2026-11-10", "t", "## Одна глава");
        site.BuildFine();
        Assert.Null(XDocument.Parse(site.Read("rss.xml")).Root!.Element("channel")!.Element("item")!.Element("description"));
        Assert.Null(XDocument.Parse(site.Read("feed.xml")).Root!.Element(Atom + "entry")!.Element(Atom + "summary"));
        Assert.False(JsonDocument.Parse(site.Read("feed.json")).RootElement.GetProperty("items")[0].TryGetProperty("summary", out _));
    }

    [Fact]
    public void A_json_feed_escapes_what_json_must_and_nothing_else()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n")
            .Add("content/papers/a.md", "---\ntitle: 'Ё & <b> \"да\" \\ it''s'\ndate: 2026-11-10\ntags: [c+]\n---\n\nТекст строки.\n");
        site.BuildFine();
        var text = site.Read("feed.json");
        Assert.Contains("\"tags\":[\"c+\"]", text, StringComparison.Ordinal);
        Assert.Contains("<p>Текст", text, StringComparison.Ordinal);
        Assert.Equal(["\\\\", "\\n"], System.Text.RegularExpressions.Regex.Matches(text, @"\\(u[0-9A-Fa-f]{4}|.)")
            .Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal("Ё\u00A0& <b> «да» \\ it’s", JsonDocument.Parse(text).RootElement.GetProperty("items")[0].GetProperty("title")
            .GetString());
    }

    [Fact]
    public void Dates_of_a_feed_come_from_content_only()
    {
        using var site = Papers(3);
        site.BuildFine();
        var first = site.Read("feed.xml") + site.Read("rss.xml") + site.Read("feed.json");
        site.BuildFine(now: ScratchSite.Now.AddDays(40));
        Assert.Equal(first, site.Read("feed.xml") + site.Read("rss.xml") + site.Read("feed.json"));
        Assert.Equal(
            "2026-11-03T00:00:00+03:00",
            XDocument.Parse(first[..first.IndexOf("</feed>", StringComparison.Ordinal)] + "</feed>").Root!.Element(Atom
            + "updated")!.Value);
        Assert.Contains("<pubDate>Tue, 03 Nov 2026 00:00:00 +0300</pubDate>", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Opml_lists_the_feed_of_every_tag()
    {
        using var site = Papers(2);
        site.AddPaper("z", "2026-11-19", "\"Тег & <ещё>\"").BuildFine(baseUrl: "https://fork.example/");
        var outlines = XDocument.Parse(site.Read("opml.xml")).Descendants("outline").ToList();
        Assert.Equal(
            ["https://fork.example/tags/t/feed.xml", "https://fork.example/tags/teg-eshchyo/feed.xml"],
            outlines.Select(outline => outline.Attribute("xmlUrl")!.Value).Order(StringComparer.Ordinal));
        Assert.Contains("Тег & <ещё>", outlines.Select(outline => outline.Attribute("text")!.Value));
    }

    [Fact]
    public void The_sitemap_names_every_page_that_is_to_be_found()
    {
        using var site = Papers(7, "page_size: 2\n");
        site.AddPaper("r", "2026-11-19", "t", keys: "aliases: [/old/]")
            .Add("content/pages/about.md", "---\ntitle: О проекте\n---\n\nТекст.\n");
        site.BuildFine();
        var locations = XDocument.Parse(site.Read("sitemap.xml")).Descendants(Map + "loc").Select(location => location.Value).ToHashSet();
        var pages = site.HtmlPaths().Where(path => path is not ("404.html" or "old/index.html" or "saved/index.html")).Select(path =>
            "https://a.example/digest/" + path[..^"index.html".Length]);
        Assert.Equal(pages.Order(StringComparer.Ordinal), locations.Order(StringComparer.Ordinal));
        Assert.Equal("User-agent: *\nAllow: /\nSitemap: https://a.example/digest/sitemap.xml\n", site.Read("robots.txt"));
    }

    [Fact]
    public void A_citation_is_bibtex_that_no_title_can_break()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n").AddPaper("x", "2026-11-10", "t", keys: """
            paper_title: "50% faster & {safer} _RL_ for $7: C# \\o/"
            authors: [Kaiming He, "Research and Development Team", Łukasz Kaiser, "A\tand\tB", others, "a } , x = {"]
            venue: NeurIPS 2026
            published: 2025-12-31
            arxiv: 2411.19108v2
            doi: 10.1000/a_b
            """);
        site.BuildFine();
        Assert.Equal(
            """
            @inproceedings{x,
              title = {{50\% faster \& \textbraceleft{}safer\textbraceright{} \_RL\_ for \$7: C\# \textbackslash{}o/}},
              author = {Kaiming He and {Research and Development Team} and Łukasz Kaiser and {A and B} and {others} and a \textbraceright{} , x = \textbraceleft{}},
              year = {2025},
              booktitle = {NeurIPS 2026},
              eprint = {2411.19108v2},
              archiveprefix = {arXiv},
              doi = {10.1000/a\_b},
              url = {https://arxiv.org/abs/2411.19108v2}
            }

            """.ReplaceLineEndings("\n"),
            site.Read("papers/x/cite.bib"));
    }

    private static ScratchSite Papers(int count, string settings = "")
    {
        var site = new ScratchSite().Settings("url: https://a.example/digest/\n" + settings);
        for (var i = 1; i <= count; i++)
        {
            site.AddPaper($"p{i:00}", $"2026-11-{i:00}", "t");
        }

        return site;
    }
}
