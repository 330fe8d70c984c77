using System.IO.Compression;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Reading;

/// <summary>What lets a reader take in a day, a tag or a year at a glance, as it is in the pages themselves.</summary>
public class SkimmingTests
{
    [Fact]
    public void A_day_of_more_than_two_entries_begins_with_its_contents()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n");
        foreach (var name in new[] { "a", "b", "c" })
        {
            site.AddPaper(name, "2026-11-14", "t", keys: name == "b" ? "takeaway: \"Почему это важно - и кому\"" : "");
        }

        site.AddPaper("d", "2026-11-13", "t").AddPaper("e", "2026-11-13", "t");
        site.BuildFine();
        foreach (var path in new[] { "index.html", "2026/11/14/index.html" })
        {
            var page = site.Page(path);
            var contents = Assert.Single(page.QuerySelectorAll("ol.contents"));
            Assert.Equal(["#a", "#b", "#c"], contents.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
            Assert.Equal("Почему это важно\u00A0— и\u00A0кому", Assert.Single(contents.QuerySelectorAll("span")).TextContent);
            Assert.All(contents.QuerySelectorAll("a"), link => Assert.Equal("ARTICLE",
                page.GetElementById(link.GetAttribute("href")![1..])!.TagName));
            Assert.Contains("суббота", page.QuerySelector(".meta")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("3\u00A0статьи", page.QuerySelector(".meta")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("3\u00A0минуты", page.QuerySelector(".meta")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Empty(site.Page("2026/11/13/index.html").QuerySelectorAll(".contents"));
        Assert.Equal(["d", "e"], site.Page("2026/11/13/index.html").QuerySelectorAll("article").Select(article => article.Id));
    }

    /// <summary>A slug may be any word, so no id of the theme itself may be a slug.</summary>
    [Fact]
    public void An_entry_may_be_called_as_anything_of_the_theme()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n");
        foreach (var name in new[] { "main", "topics", "day-2026-11-14", "corrections" })
        {
            site.AddPaper(name, "2026-11-14", "t");
        }

        site.BuildFine();
        foreach (var path in new[] { "index.html", "2026/11/14/index.html", "tags/t/index.html" })
        {
            var ids = site.Page(path).QuerySelectorAll("[id]").Select(element => element.Id).ToList();
            Assert.Equal(ids.Distinct(), ids);
        }
    }

    [Fact]
    public void The_archive_and_years_do_not_grow_with_entries()
    {
        int Links(int months, string path)
        {
            using var site = new ScratchSite().Settings("url: https://a.example/\n");
            for (var i = 0; i < months * 3; i++)
            {
                site.AddPaper($"p{i}", $"2026-{1 + (i / 3):00}-{1 + (i % 3):00}", "t");
            }

            site.BuildFine();
            return site.Page(path).QuerySelectorAll("main a[href*='/papers/']").Length;
        }

        Assert.Equal(3, Links(1, "archive/index.html"));
        Assert.Equal(3, Links(6, "archive/index.html"));
        Assert.Equal(0, Links(6, "2026/index.html"));
    }

    [Fact]
    public void A_calendar_has_a_caption_three_tints_and_links_that_name_their_day()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n");
        for (var i = 0; i < 9; i++)
        {
            site.AddPaper($"p{i}", i < 1 ? "2026-11-02" : i < 3 ? "2026-11-03" : "2026-11-04", "t");
        }

        site.BuildFine();
        foreach (var path in new[] { "2026/index.html", "2026/11/index.html" })
        {
            var calendar = site.Page(path).QuerySelector("table.calendar")!;
            Assert.StartsWith("Ноябрь", calendar.QuerySelector("caption")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(["n1", "n1", "n3"], calendar.QuerySelectorAll("a").Select(link => link.ClassName));
            Assert.Equal("2 ноября 2026: 1\u00A0статья", calendar.QuerySelector("a")!.GetAttribute("aria-label"));
        }
    }

    [Fact]
    public void A_tag_leads_to_its_pages_by_month_and_each_page_says_its_days()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\npage_size: 2\n");
        for (var i = 0; i < 9; i++)
        {
            site.AddPaper($"p{i}", $"2026-{9 + (i / 4):00}-{10 + (i % 4):00}", "t");
        }

        site.BuildFine();
        var own = site.Page("tags/t/index.html");
        Assert.Equal(["/tags/t/page/3/", "/tags/t/page/2/", "/tags/t/page/1/"], own.QuerySelectorAll(".pages a").Select(link =>
            link.GetAttribute("href")));
        Assert.Equal("10–11 октября 2026", own.QuerySelector(".pages a")!.TextContent);
        Assert.Contains("10–11 сентября 2026", site.Page("tags/t/page/1/index.html").QuerySelector(".head .meta")!.TextContent,
            StringComparison.Ordinal);
        Assert.Empty(site.Page("tags/t/page/1/index.html").QuerySelectorAll(".pages"));
    }

    [Fact]
    public void Tags_with_marks_on_their_letters_are_sorted_with_the_plain_ones()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n").AddPaper("a", "2026-11-14",
            "Zebra, Öl, Odin, Østerland, ёж, еда, Йод");
        site.BuildFine();
        Assert.Equal(["O", "Z", "Е", "Й"], site.Page("tags/index.html").QuerySelectorAll(".letter h2").Select(letter =>
            letter.TextContent));
        Assert.Equal(["Odin", "Öl", "Østerland"],
            site.Page("tags/index.html").QuerySelector(".letter")!.QuerySelectorAll("a").Select(tag => tag.TextContent));
    }

    [Fact]
    public void A_card_is_large_only_where_the_entry_has_a_picture_and_says_why_it_matters()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n").Add("content/papers/p.png",
            ThemeFile.Default["assets/icon-192.png"].Bytes)
            .AddPaper("a", "2026-11-14", "t", keys: "image: p.png\nimage_alt: П\ntakeaway: Вот почему.").AddPaper("b", "2026-11-14", "t");
        site.BuildFine();
        string? Meta(string path, string name) =>
            site.Page(path).QuerySelector($"meta[name='{name}'], meta[property='{name}']")!.GetAttribute("content");
        Assert.Equal(("summary_large_image", "Вот почему."), (Meta("papers/a/index.html", "twitter:card"), Meta("papers/a/index.html",
            "og:description")));
        Assert.Equal("summary", Meta("papers/b/index.html", "twitter:card"));
        Assert.Contains("/assets/icon-512.", Meta("papers/b/index.html", "og:image"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_twice()
    {
        using var site = new ScratchSite().Settings("title: Дайджест\nurl: https://a.example/\n").AddPaper("a", "2026-11-14", "t",
            string.Join(' ', Enumerable.Repeat("слово", 350))).AddPaper("b", "2026-11-14", "t");
        site.BuildFine();
        Assert.Single(site.Page("papers/a/index.html").QuerySelectorAll("time"));
        Assert.Contains("2\u00A0минуты чтения", site.Page("papers/a/index.html").QuerySelector(".facts")!.TextContent,
            StringComparison.Ordinal);
        Assert.DoesNotContain("минут", site.Page("papers/b/index.html").QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.All(site.Page("2026/11/14/index.html").QuerySelectorAll(".crumbs li"), step => Assert.NotEqual("Дайджест",
            step.TextContent));
    }

    [Fact]
    public void Feeds_have_a_style_sheet_for_people_and_the_menu_leads_to_one()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/digest/\n").AddPaper("a", "2026-11-14", "t");
        site.BuildFine();
        foreach (var feed in new[] { "feed.xml", "rss.xml", "tags/t/feed.xml" })
        {
            Assert.Matches("<\\?xml-stylesheet type=\"text/css\" href=\"/digest/assets/feed\\.[0-9a-f]{8}\\.css\"\\?>", site.Read(feed));
        }

        Assert.Equal("/digest/feed.xml", site.Page("index.html").QuerySelectorAll(".top nav a")[^1].GetAttribute("href"));
    }

    [Fact]
    public void A_feed_of_a_tag_has_twenty_entries_at_most()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n");
        for (var i = 0; i < 22; i++)
        {
            site.AddPaper($"p{i:00}", "2026-11-14", "t");
        }

        site.BuildFine();
        Assert.Equal(20, site.Read("tags/t/feed.xml").Split("<entry>").Length - 1);
        Assert.Equal(22, site.Read("feed.xml").Split("<entry>").Length - 1);
    }

    /// <summary>As published: minified, each by itself.</summary>
    [Fact]
    public void All_scripts_together_stay_under_six_kilobytes()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n").AddPaper("a", "2026-11-14", "t");
        site.BuildFine();
        var sizes = site.Tree().Where(file => file.Key.StartsWith("assets/", StringComparison.Ordinal) && file.Key.EndsWith(".js",
            StringComparison.Ordinal) && !file.Key.Contains("search", StringComparison.Ordinal))
            .ToDictionary(file => file.Key, file => Gzip(file.Value));
        Assert.True(sizes.Values.Sum() < 6144, string.Join('\n', sizes));
        Assert.Equal(4, sizes.Count);
    }

    private static int Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return (int)packed.Length;
    }
}
