using System.Text.Json;
using System.Xml.Linq;
using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Site;

/// <summary>Sites that are right and came out wrong once: odd addresses, titles, dates and names, each kind with its neighbours.</summary>
public class AwkwardSiteTests
{
    [Theory]
    [InlineData("FlashAttention: Fast and Memory-Efficient", "en")]
    [InlineData("Über die Grenzen von Transformers", "")]
    [InlineData("Внимание — это всё, что нужно", "ru")]
    [InlineData("Attention и механизмы памяти", "ru")]
    [InlineData("大语言模型综述", "")]
    [InlineData("注意力 Attention", "")]
    public void The_language_of_a_paper_title_is_named_only_where_its_letters_tell(string title, string language)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/")
            .AddPaper("a", "2026-01-05", "ml", keys: $"paper_title: \"{title}\"");
        site.BuildFine();

        foreach (var page in (string[])["index.html", "papers/a/index.html", "tags/ml/index.html", "2026/01/05/index.html"])
        {
            Assert.Equal(language, site.Page(page).QuerySelector("p.orig")?.GetAttribute("lang") ?? "");
        }
    }

    [Theory]
    [InlineData("Обзор \\\"умных\\\" моделей - часть 1", "Обзор \\\"умных\\\" моделей - часть 1", 0)]
    [InlineData("FlashAttention", "FlashAttention", 0)]
    [InlineData("FlashAttention", "FlashAttention.", 1)]
    [InlineData("Сложность $O(n)$", "Сложность $O(n)$", 0)]
    public void A_title_that_is_the_paper_title_is_shown_once(string title, string paperTitle, int originals)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/")
            .Add("content/papers/a.md", $"---\ntitle: \"{title}\"\npaper_title: \"{paperTitle}\"\ndate: 2026-01-05\ntags: [ml]\n---\n\nТекст.\n");
        site.BuildFine();

        foreach (var page in (string[])["index.html", "papers/a/index.html", "tags/ml/index.html"])
        {
            Assert.Equal(originals, site.Page(page).QuerySelectorAll("p.orig").Length);
        }
    }

    [Theory]
    [InlineData("2026-01-05T15:00+03:00", "updated: 2026-01-05")]
    [InlineData("2026-01-05T15:00+03:00", "updated: 2026-01-04")]
    [InlineData("2026-01-05", "updated: 2025-12-31")]
    [InlineData("2026-01-05T23:30Z", "updated: 2026-01-05T01:00Z")]
    [InlineData("2026-01-05T15:00+03:00", "corrections: [{date: 2026-01-05, text: Раз.}]")]
    [InlineData("2026-01-05T00:30+14:00", "updated: 2026-01-04")]
    public void Nothing_is_updated_before_it_is_published(string date, string keys)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/").AddPaper("a", date, "ml", keys: keys);
        site.BuildFine();

        static DateTimeOffset Read(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var entry = XDocument.Parse(site.Read("feed.xml")).Root!.Element(atom + "entry")!;
        Assert.True(Read(entry.Element(atom + "updated")!.Value) >= Read(entry.Element(atom + "published")!.Value));
        var item = JsonDocument.Parse(site.Read("feed.json")).RootElement.GetProperty("items")[0];
        Assert.True(!item.TryGetProperty("date_modified", out var modified)
            || Read(modified.GetString()!) >= Read(item.GetProperty("date_published").GetString()!));
        var data = JsonDocument.Parse(
            site.Page("papers/a/index.html").QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.True(Read(data.GetProperty("dateModified").GetString()!) >= Read(data.GetProperty("datePublished").GetString()!));
    }

    [Theory]
    [InlineData("[a](/viz.html?paper=3#t)", "/digest/viz.html?paper=3#t")]
    [InlineData("[a](/viz.html?q=кот&b=1)", "/digest/viz.html?q=%D0%BA%D0%BE%D1%82&b=1")]
    [InlineData("[a](data.csv?v=2)", "/digest/papers/x/data.csv?v=2")]
    [InlineData("[a](y.md?v=2)", "/digest/papers/y/?v=2")]
    [InlineData("[a](/feed.xml?utm_source=x)", "/digest/feed.xml?utm_source=x")]
    [InlineData("[a](/tags/ml/?x=1)", "/digest/tags/ml/?x=1")]
    [InlineData("[a](/search/?q=attention)", "/digest/search/?q=attention")]
    [InlineData("[a]\n\n[a]: /viz.html?paper=3#t", "/digest/viz.html?paper=3#t")]
    [InlineData("> - [a](?x=1)", "/digest/papers/x/?x=1")]
    public void The_query_of_an_address_stays(string body, string address)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/digest/").AddPaper("x", "2026-01-05", "ml", body)
            .AddPaper("y", "2026-01-05", "ml").Add("content/static/viz.html", "<p id=t>x</p>").Add("content/papers/data.csv", "a,b\n");
        site.BuildFine();

        var links = site.Page("papers/x/index.html").QuerySelectorAll(".body a, article a");
        Assert.Contains(address, links.Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("https://a.example/дайджест/")]
    [InlineData("https://a.example/%D0%B4%D0%B0%D0%B9%D0%B4%D0%B6%D0%B5%D1%81%D1%82/")]
    [InlineData("https://a.example/digest%20of%20papers/é/")]
    [InlineData("https://пример.испытание/дайджест")]
    public void Every_address_has_one_form(string url)
    {
        using var site = new ScratchSite().Settings($"url: {url}").AddPaper("a", "2026-01-05", "ml");
        site.BuildFine();

        var canonical = site.Page("papers/a/index.html").QuerySelector("link[rel=canonical]")!.GetAttribute("href")!;
        Assert.True(System.Text.Ascii.IsValid(canonical), canonical);
        foreach (var file in (string[])["sitemap.xml", "feed.xml", "rss.xml", "feed.json", "papers/a/index.html"])
        {
            Assert.Contains(canonical, site.Read(file).Replace("\\/", "/", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("/дайджест", site.Read(file), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("14 сентября 2026")]
    [InlineData("2026-13-01")]
    [InlineData("вчера")]
    [InlineData("2026-02-30")]
    [InlineData("[2026-01-05]")]
    public void A_date_that_cannot_be_read_is_one_mistake(string date)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/").AddPaper("a", date, "ml");

        var found = site.Build().Diagnostics;

        Assert.Single(found, one => one.Path.EndsWith("a.md", StringComparison.Ordinal));
        Assert.Equal((3, Severity.Error), (found[0].Line, found[0].Rule.Severity));
    }

    [Fact]
    public void Entries_of_one_title_in_one_day_file_are_a_mistake_that_names_both()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/").Add("content/papers/day.yaml",
            "date: 2026-01-05\ntags: [ml]\nentries:\n  - title: Обзор\n    body: Раз.\n  - title: Обзор\n    body: Два.\n");

        var found = Assert.Single(site.Build().Diagnostics, one => one.Rule.Severity == Severity.Error);

        Assert.Equal("content/papers/day.yaml", found.Path);
        Assert.Contains("content/papers/day.yaml:4", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draft: true", "")]
    [InlineData("draft: true", "\n\n")]
    [InlineData("draft: true", "<!-- позже -->")]
    public void A_draft_without_text_stops_nothing(string keys, string body)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/").AddPaper("stub", "2026-01-05", "ml", body, keys)
            .AddPaper("a", "2026-01-05", "ml", "См. [набросок](stub.md).");

        var report = site.BuildFine();

        Assert.Equal(1, report.Entries);
        Assert.Single(report.Skipped);
        site.BuildFine(drafts: true);
    }

    [Theory]
    [InlineData("title", 300)]
    [InlineData("file", 200)]
    public void A_long_name_becomes_a_slug_that_ends_at_a_word(string place, int length)
    {
        var words = string.Join('-', Enumerable.Repeat("slovo", length)).AsSpan(0, length).Trim('-').ToString();
        using var site = new ScratchSite().Settings("url: https://a.example/").Add(
            place == "file" ? $"content/papers/{words}.md" : "content/papers/day.yaml",
            place == "file"
                ? "---\ntitle: T\ndate: 2026-01-05\ntags: [ml]\n---\n\nТекст.\n"
                : $"date: 2026-01-05\ntags: [ml]\nentries:\n  - title: {words}\n    body: Раз.\n");
        site.BuildFine();

        var slug = Path.GetFileName(Assert.Single(Directory.GetDirectories(Path.Combine(site.Output, "papers"))));
        Assert.InRange(slug.Length, 60, 100);
        Assert.EndsWith("slovo", slug, StringComparison.Ordinal);
    }
}
