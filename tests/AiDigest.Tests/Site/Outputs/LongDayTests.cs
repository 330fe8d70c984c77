using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AiDigest.Core.Site.Outputs;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Site.Outputs;

/// <summary>A day with more entries than <c>day_max</c>.</summary>
public class LongDayTests
{
    [Theory]
    [InlineData(0, 3, "own:")]
    [InlineData(3, 3, "own:3 2 1")]
    [InlineData(4, 3, "own:4 3 2|1:1")]
    [InlineData(6, 3, "own:6 5 4|1:3 2 1")]
    [InlineData(8, 3, "own:8 7 6|2:5 4|1:3 2 1")]
    [InlineData(3, 1, "own:3|2:2|1:1")]
    public void The_rest_of_a_day_is_numbered_from_the_oldest(int count, int most, string pages)
    {
        var newestFirst = Enumerable.Range(1, count).Reverse().ToImmutableArray();
        Assert.Equal(pages, string.Join('|', Pagination.OfDay(newestFirst, most).Select(page =>
            $"{page.Number?.ToString(CultureInfo.InvariantCulture) ?? "own"}:{string.Join(' ', page.Items)}")));
    }

    [Fact]
    public void Home_and_the_day_show_as_many_as_the_setting_allows_and_link_to_the_rest()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/digest/\nday_max: 2");
        for (var i = 1; i <= 7; i++)
        {
            site.AddPaper($"p{i}", $"2026-11-14T0{i}:00+03:00", "tag", "Текст.");
        }

        site.AddPaper("older", "2026-11-13", "tag", "Текст.");
        site.BuildFine();

        Assert.Equal(["p7", "p6", "older"], Entries(site, "index.html"));
        Assert.Contains("href=\"/digest/2026/11/14/page/3/\"", Page(site, "index.html"), StringComparison.Ordinal);
        Assert.Equal(["p7", "p6"], Entries(site, "2026/11/14/index.html"));
        Assert.Equal(["p5"], Entries(site, "2026/11/14/page/3/index.html"));
        Assert.Equal(["p4", "p3"], Entries(site, "2026/11/14/page/2/index.html"));
        Assert.Equal(["p2", "p1"], Entries(site, "2026/11/14/page/1/index.html"));
        Assert.False(File.Exists(Path.Combine(site.Output, "2026/11/13/page/1/index.html")));
        Assert.Contains("https://a.example/digest/2026/11/14/page/1/", Page(site, "sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains(
            "rel=\"canonical\" href=\"https://a.example/digest/2026/11/14/page/2/\"", Page(site, "2026/11/14/page/2/index.html"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_entry_leaves_the_oldest_page_as_it_is()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\nday_max: 2");
        for (var i = 1; i <= 5; i++)
        {
            site.AddPaper($"p{i}", $"2026-11-14T0{i}:00+03:00", "tag", "Текст.");
        }

        site.BuildFine();
        var before = Page(site, "2026/11/14/page/1/index.html");
        site.AddPaper("p6", "2026-11-14T06:00+03:00", "tag", "Текст.");
        site.BuildFine();

        Assert.Equal(["p2", "p1"], Entries(site, "2026/11/14/page/1/index.html"));
        Assert.Equal(["p4", "p3"], Entries(site, "2026/11/14/page/2/index.html"));
        Assert.Equal(Regex.Count(before, "<article"), Regex.Count(Page(site, "2026/11/14/page/1/index.html"), "<article"));
    }

    private static IEnumerable<string> Entries(ScratchSite site, string path) =>
        Regex.Matches(Page(site, path), "<article[\\s\\S]*?/papers/([^/\"]+)/\"").Select(match => match.Groups[1].Value);

    private static string Page(ScratchSite site, string path) => File.ReadAllText(Path.Combine(site.Output, path), Encoding.UTF8);
}
