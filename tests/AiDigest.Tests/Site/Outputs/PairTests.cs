using AiDigest.Tests.Fixtures;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace AiDigest.Tests.Site.Outputs;

/// <summary>Pages of two tags together, and what a tag says of its neighbours.</summary>
public class PairTests
{
    [Fact]
    public void Two_tags_with_enough_entries_have_a_page_and_an_atom_feed()
    {
        using var site = Sample(10);
        site.BuildFine();
        var page = Page(site, "tags/alpha/beta/index.html");
        Assert.Equal("Статьи по тегам \"alpha\" и \"beta\"", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(10, page.QuerySelectorAll("main h2 a").Length);
        Assert.Equal("/papers/p10/", page.QuerySelector("main h2 a")!.GetAttribute("href"));
        Assert.Contains("Текст пересказа.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("<entry>", site.Read("tags/alpha/beta/feed.xml"), StringComparison.Ordinal);
        Assert.False(site.Has("tags/beta/alpha/index.html"));
        Assert.False(site.Has("tags/alpha/beta/rss.xml"));
    }

    [Theory]
    [InlineData(9, "", false)]
    [InlineData(3, "pair_min: 3\n", true)]
    [InlineData(10, "outputs: [home, papers, tags, atom]\n", false)]
    [InlineData(10, "outputs: [home, papers, pairs, atom]\n", false)]
    [InlineData(10, "outputs: [home, papers, tags, pairs]\n", true)]
    public void Settings_decide_which_pairs_have_pages(int entries, string settings, bool has)
    {
        using var site = Sample(entries, settings);
        site.BuildFine();
        Assert.Equal(has, site.Has("tags/alpha/beta/index.html"));
        if (site.Has("tags/alpha/index.html"))
        {
            Assert.Equal(has, Page(site, "tags/alpha/index.html").QuerySelector("a[href='/tags/alpha/beta/']") is not null);
        }
    }

    [Fact]
    public void The_page_shows_the_newest_hundred_and_says_so()
    {
        using var site = Sample(103, "page_size: 200\n");
        site.BuildFine();
        var page = Page(site, "tags/alpha/beta/index.html");
        Assert.Equal(100, page.QuerySelectorAll("main h2 a").Length);
        Assert.Contains("103\u00A0статьи", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("100 самых новых", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tag_offers_its_neighbours_with_counts_on_its_own_page_alone()
    {
        using var site = Sample(45);
        site.BuildFine();
        var beside = Page(site, "tags/beta/index.html").QuerySelector(".beside a")!;
        Assert.Equal("/tags/alpha/beta/", beside.GetAttribute("href"));
        Assert.Equal("alpha", beside.TextContent);
        Assert.Equal("45", beside.ParentElement!.QuerySelector(".count")!.TextContent);
        Assert.Null(Page(site, "tags/beta/page/1/index.html").QuerySelector(".beside"));
    }

    [Fact]
    public void A_tag_of_three_months_draws_its_entries_by_month_with_the_same_in_words()
    {
        using var site = new ScratchSite();
        site.AddPaper("a", "2026-09-01", "alpha").AddPaper("b", "2026-11-02", "alpha").AddPaper("c", "2026-11-03", "alpha");
        site.BuildFine();
        var trend = Page(site, "tags/alpha/index.html").QuerySelector("svg.trend")!;
        Assert.Equal("Сентябрь 2026 — Ноябрь 2026, статей по месяцам: 1, 0, 2.", trend.GetAttribute("aria-label")!.Replace('\u00A0', ' '));
        Assert.Equal(3, trend.QuerySelector("polyline")!.GetAttribute("points")!.Split(' ').Length);
        Assert.Empty(trend.QuerySelectorAll("[style]"));
    }

    [Fact]
    public void Months_without_a_trend_draw_nothing()
    {
        using var site = Sample(3);
        site.BuildFine();
        Assert.Null(Page(site, "tags/alpha/index.html").QuerySelector("svg.trend"));
    }

    [Fact]
    public void A_new_entry_changes_a_pair_as_a_clean_build_does()
    {
        using var site = Sample(10);
        site.BuildFine();
        site.AddPaper("p11", "2026-11-19", "alpha, beta").BuildFine();
        using var clean = Sample(10);
        clean.AddPaper("p11", "2026-11-19", "alpha, beta").BuildFine();
        ScratchSite.AssertSame(clean.Tree(), site.Tree());
    }

    private static ScratchSite Sample(int entries, string settings = "")
    {
        var site = new ScratchSite().Settings("title: Сайт\n" + settings);
        for (var i = 1; i <= entries; i++)
        {
            site.AddPaper($"p{i}", $"2026-11-{1 + (i % 18):00}T{i / 18:00}:00+03:00", i % 3 > 0 ? "alpha, beta" : "Beta, ALPHA");
        }

        return site.AddPaper($"p{entries}", "2026-11-19T12:00+03:00", "alpha, beta").AddPaper("other", "2026-11-01", "alpha, gamma");
    }

    private static IHtmlDocument Page(ScratchSite site, string path) => new HtmlParser().ParseDocument(site.Read(path));
}
