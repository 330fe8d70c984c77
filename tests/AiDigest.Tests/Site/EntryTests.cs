using System.Text.Json;
using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Site;

/// <summary>What becomes of the keys of an entry: slug, lead, changes, corrections, old addresses, headings.</summary>
public class EntryTests
{
    [Theory]
    [InlineData("teacache", "teacache")]
    [InlineData("2026-11-14-teacache", "teacache")]
    [InlineData("2026/11/14/TeaCache v2", "teacache-v2")]
    [InlineData("Быстрый поток", "bystryy-potok")]
    [InlineData("14/flow/index", "flow")]
    [InlineData("2026-11-14", "2026-11-14")]
    [InlineData("強化", "x-")]
    public void The_slug_is_made_from_the_file_name(string name, string slug)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n")
            .Add($"content/papers/{name}.md", "---\ntitle: А\ndate: 2026-11-14\ntags: [t]\n---\n\nТекст.\n");
        site.BuildFine();
        var made = site.HtmlPaths().Single(path => path.StartsWith("papers/", StringComparison.Ordinal)).Split('/')[1];
        Assert.Equal(slug == "x-" ? AiDigest.Core.Model.Slug.Of(name) : slug, made);
    }

    [Fact]
    public void The_address_survives_a_change_of_date()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n").AddPaper("x", "2026-11-14", "t");
        site.BuildFine();
        site.AddPaper("x", "2026-10-01", "t").BuildFine();
        Assert.True(site.Has("papers/x/index.html"));
        Assert.True(site.Has("2026/10/01/index.html"));
        Assert.False(site.Has("2026/11/14/index.html"));
    }

    [Theory]
    [InlineData("https://arxiv.org/abs/2411.19108", 1)]
    [InlineData("https://example.org/paper", 2)]
    public void A_page_of_the_paper_that_is_its_page_on_arXiv_is_linked_once(string url, int links)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n")
            .AddPaper("x", "2026-11-14", "t", keys: $"arxiv: 2411.19108\nurl: {url}");
        site.BuildFine();
        foreach (var page in (string[])["index.html", "papers/x/index.html", "tags/t/index.html"])
        {
            var hrefs = site.Page(page).QuerySelectorAll(".links a").Select(link => link.GetAttribute("href"))
                .Where(href => href is not ("https://arxiv.org/pdf/2411.19108" or "https://doi.org/10.48550/arXiv.2411.19108")
                && !href!.StartsWith('/')).ToList();
            Assert.Equal(links, hrefs.Count);
            Assert.Contains(url, hrefs);
        }
    }

    [Fact]
    public void Two_entries_of_one_address_are_an_error_that_names_both()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n").AddPaper("a/x", "2026-11-14", "t")
            .AddPaper("b/x", "2026-11-13", "t");
        var error = Assert.Single(site.Build().Diagnostics);
        Assert.Equal((Catalogue.AddressTaken.Id, "content/papers/b/x.md"), (error.Rule.Id, error.Path));
        Assert.Contains("content/papers/a/x.md", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Коротко и *ясно* [там](https://b.example/).", "Коротко и ясно там.")]
    [InlineData("Первый.\n\nВторой.", "Первый.")]
    public void The_lead_is_the_first_paragraph_as_plain_text(string body, string lead) => Assert.Equal(lead, LeadOf(body, ""));

    [Fact]
    public void A_long_lead_is_cut_at_a_word_near_200_characters()
    {
        var words = string.Join(' ', Enumerable.Repeat("слово", 100));
        var lead = LeadOf(words, "");
        Assert.EndsWith("слово…", lead, StringComparison.Ordinal);
        Assert.InRange(lead.Length, 180, 220);
        Assert.StartsWith(lead[..^1], words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lead_of_exactly_200_characters_stays_whole() => Assert.Equal(new string('а', 200), LeadOf(new string('а', 200), ""));

    [Fact]
    public void A_word_without_end_is_cut_between_characters()
    {
        var lead = LeadOf(string.Concat(Enumerable.Repeat("😀", 150)), "");
        Assert.EndsWith("😀…", lead, StringComparison.Ordinal);
        Assert.InRange(lead.Length, 150, 220);
    }

    [Fact]
    public void The_author_may_give_a_lead() => Assert.Equal("Свой анонс", LeadOf("Текст.", "lead: Свой анонс"));

    [Theory]
    [InlineData("", "2026-11-10T00:00:00+03:00")]
    [InlineData("updated: 2026-11-12", "2026-11-12T00:00:00+03:00")]
    [InlineData("updated: 2026-11-12T10:00Z", "2026-11-12T13:00:00+03:00")]
    [InlineData(
        "corrections: [{date: 2026-11-13, text: Раз.}, {date: 2026-11-15, text: Два.}, {date: 2026-11-14, text: Три.}]",
        "2026-11-15T00:00:00+03:00")]
    [InlineData("updated: 2026-11-12\ncorrections: [{date: 2026-11-13, text: Раз.}]", "2026-11-12T00:00:00+03:00")]
    [InlineData("corrections: [{date: 2026-11-01, text: До выхода.}]", "2026-11-10T00:00:00+03:00")]
    public void Updated_is_the_latest_correction_else_the_date(string keys, string updated)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n").AddPaper("x", "2026-11-10", "t", keys: keys);
        site.BuildFine();
        var json =
            JsonDocument.Parse(site.Page("papers/x/index.html")
                .QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal(updated, json.GetProperty("dateModified").GetString());
        Assert.Equal("2026-11-10T00:00:00+03:00", json.GetProperty("datePublished").GetString());
        Assert.Contains($"<updated>{updated}</updated>", site.Read("feed.xml"), StringComparison.Ordinal);
        Assert.Contains($"<loc>https://a.example/papers/x/</loc><lastmod>{updated}</lastmod>", site.Read("sitemap.xml")
            .Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Corrections_are_on_the_page_of_the_entry()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n")
            .AddPaper("x", "2026-11-10", "t", keys: "corrections:\n  - date: 2026-11-13\n    text: \"Ускорение <в 2 раза>, а не в 3.\"");
        site.BuildFine();
        var text = site.Page("papers/x/index.html").Body!.TextContent;
        Assert.Contains("Ускорение <в 2 раза>, а не в 3.", text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("13 ноября 2026", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_is_a_page_that_leads_to_the_entry()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/digest/\n")
            .AddPaper("x", "2026-11-10", "t", keys: "aliases: [/old/x/, /2020/x.html]")
            .Add("content/pages/about.md", "---\ntitle: О проекте\naliases: [/o-nas/]\n---\n\nТекст.\n");
        site.BuildFine();
        foreach (
            var (path, target) in new[] { ("old/x/index.html", "papers/x/"), ("2020/x.html", "papers/x/"), ("o-nas/index.html", "about/") })
        {
            var page = site.Page(path);
            Assert.Equal($"0; url=/digest/{target}", page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
            Assert.Equal($"https://a.example/digest/{target}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            Assert.Contains($"/digest/{target}", site.Links(path));
            Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        }

        Assert.DoesNotContain("/old/", site.Read("sitemap.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("/o-nas/", site.Read("sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_redirect_speaks_of_its_target_alone()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n").AddPaper("x", "2026-11-10", "t", keys: "aliases: [/old/]");
        site.BuildFine();
        Assert.DoesNotContain("https://a.example/old/", site.Read("old/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_has_a_description_also_where_no_text_gives_one()
    {
        using var site = new ScratchSite().AddPaper("x", "2026-11-10", "t", "| А |\n|---|\n| 1 |")
            .Add("content/pages/p.md", "---\ntitle: Пустая\n---\n\n## Раз\n");
        site.BuildFine();
        Assert.All(site.HtmlPaths(), path =>
            Assert.NotEqual("", site.Page(path).QuerySelector("meta[name=description]")?.GetAttribute("content") ?? ""));
        Assert.Equal("Пустая", site.Page("p/index.html").QuerySelector("meta[name=description]")!.GetAttribute("content"));
    }

    [Theory]
    [InlineData("/tags/")]
    [InlineData("/papers/y/")]
    [InlineData("/404.html")]
    [InlineData("/2026/11/10/")]
    [InlineData("/papers/y/cite.bib/index.html")]
    public void An_alias_takes_the_place_of_no_page(string alias)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n")
            .AddPaper("x", "2026-11-10", "t", keys: $"aliases: [{alias}]").AddPaper("y", "2026-11-10", "t");
        Assert.Equal(Catalogue.AddressTaken.Id, Assert.Single(site.Build().Diagnostics).Rule.Id);
    }

    [Theory]
    [InlineData("papers/x/index.html", "h2,h3,h2")]
    [InlineData("tags/t/index.html", "h3,h4,h3")]
    [InlineData("2026/11/10/index.html", "h3,h4,h3")]
    [InlineData("index.html", "h4,h5,h4")]
    public void Headings_of_a_body_are_lowered_beneath_the_title_over_it(string page, string levels)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n")
            .AddPaper("x", "2026-11-10", "t", "# Раз\n\nА.\n\n## Глубже\n\nБ.\n\n# Два\n\nВ.");
        site.BuildFine();
        Assert.Equal(levels, string.Join(",", site.Page(page).QuerySelectorAll("[id^='x--']").Select(heading => heading.LocalName)));
    }

    [Fact]
    public void Ids_of_headings_and_footnotes_are_unique_on_pages_of_many_entries()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n");
        for (var i = 0; i < 4; i++)
        {
            site.AddPaper($"p{i}", "2026-11-10", "t", "## Итог\n\nА[^1].\n\n## Итог\n\nБ[^n].\n\n[^1]: Раз.\n[^n]: Два.");
        }

        site.BuildFine();
        foreach (var path in site.HtmlPaths())
        {
            var ids = site.Page(path).QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
            Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        }

        Assert.Equal(8, site.Page("tags/t/index.html").QuerySelectorAll("h3[id*='--itog']").Length);
    }

    private static string LeadOf(string body, string keys)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\ntypography: false\n")
            .AddPaper("x", "2026-11-10", "t", body, keys);
        site.BuildFine();
        return site.Page("papers/x/index.html").QuerySelector("meta[name=description]")!.GetAttribute("content")!;
    }
}
