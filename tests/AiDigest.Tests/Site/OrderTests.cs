using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Site;

/// <summary>Which entry comes first, on which day it falls, and what home shows.</summary>
public class OrderTests
{
    [Fact]
    public void Newest_day_first_then_time_then_path_then_place_in_the_file()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n")
            .AddPaper("b-bare", "2026-11-14", "t")
            .AddPaper("a-bare", "2026-11-14", "t")
            .AddPaper("late", "2026-11-14T23:00+03:00", "t")
            .AddPaper("early", "2026-11-14T09:00:30+03:00", "t")
            .AddPaper("old", "2026-11-13T23:59:59+03:00", "t")
            .AddPaper("new", "2026-11-15", "t")
            .Add("content/papers/aa.yaml",
                "date: 2026-11-14\ntags: [t]\nentries:\n  - title: zwei\n    body: Б.\n  - title: eins\n    body: А.\n");
        site.BuildFine();

        string[] expected = ["new", "late", "early", "a-bare", "zwei", "eins", "b-bare", "old"];
        Assert.Equal(expected, site.Summaries("tags/t/index.html"));
        Assert.Equal(expected, site.Entries("archive/index.html"));
        Assert.Equal(expected[1..^1], site.Summaries("2026/11/14/index.html"));
    }

    [Theory]
    [InlineData("Europe/Moscow", "2026-11-14", "2026/11/14/")]
    [InlineData("America/New_York", "2026-11-14", "2026/11/14/")]
    [InlineData("Europe/Moscow", "2026-11-14T23:59+03:00", "2026/11/14/")]
    [InlineData("Europe/Moscow", "2026-11-14T20:59:59Z", "2026/11/14/")]
    [InlineData("Europe/Moscow", "2026-11-14T21:00Z", "2026/11/15/")]
    [InlineData("Europe/Moscow", "2026-11-14T21:00:00+00:00", "2026/11/15/")]
    [InlineData("America/New_York", "2026-11-14T21:00Z", "2026/11/14/")]
    [InlineData("America/New_York", "2026-11-14T00:30+03:00", "2026/11/13/")]
    [InlineData("America/New_York", "2026-11-14T04:59:59Z", "2026/11/13/")]
    [InlineData("America/New_York", "2026-11-14T05:00:00Z", "2026/11/14/")]
    [InlineData("America/New_York", "2026-07-14T04:00:00Z", "2026/07/14/")]
    [InlineData("America/New_York", "2026-07-14T03:59:59Z", "2026/07/13/")]
    [InlineData("Europe/Moscow", "2025-12-31T21:00Z", "2026/01/01/")]
    [InlineData("Asia/Kathmandu", "2026-11-14T18:15Z", "2026/11/15/")]
    public void A_moment_falls_on_its_day_in_the_zone_of_the_site(string zone, string date, string day)
    {
        using var site = new ScratchSite().Settings($"url: https://a.example/\ntime_zone: {zone}\n").AddPaper("x", date, "t");
        site.BuildFine();
        Assert.Equal(["x"], site.Summaries(day + "index.html"));
        Assert.True(site.Has("papers/x/index.html"));
    }

    // Sizes of days from the newest on; page_size is 5.
    [Theory]
    [InlineData("1", "1")]
    [InlineData("5", "5")]
    [InlineData("3,2,1", "3,2")]
    [InlineData("3,3", "3")]
    [InlineData("7,1", "7")]
    [InlineData("1,1,1,1,1,1,1", "1,1,1,1,1")]
    [InlineData("4,2,1", "4")]
    [InlineData("2,2,2", "2,2")]
    [InlineData("5,1", "5")]
    public void Home_shows_the_newest_whole_days(string sizes, string shown)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\npage_size: 5\n");
        var days = sizes.Split(',').Select(size => int.Parse(size, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        for (var d = 0; d < days.Count; d++)
        {
            for (var i = 0; i < days[d]; i++)
            {
                site.AddPaper($"d{d}-{i}", $"2026-10-{30 - d:00}", "t");
            }
        }

        site.BuildFine();
        var expected = shown.Split(',')
            .SelectMany((size, d) =>
                Enumerable.Range(0, int.Parse(size, System.Globalization.CultureInfo.InvariantCulture)).Select(i => $"d{d}-{i}"));
        Assert.Equal(expected, site.Summaries("index.html"));
        var count = shown.Split(',').Length;
        Assert.Equal(count < days.Count, site.Links("index.html").Contains($"/2026/10/{30 - count:00}/"));
    }

    [Fact]
    public void Days_months_and_years_lead_to_their_neighbours()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n")
            .AddPaper("a", "2024-02-29", "t").AddPaper("b", "2026-10-31", "t").AddPaper("c", "2026-11-02", "t")
                .AddPaper("d", "2026-11-09", "t");
        site.BuildFine();

        Assert.Contains("/2026/10/31/", site.Links("2026/11/02/index.html"));
        Assert.Contains("/2026/11/09/", site.Links("2026/11/02/index.html"));
        Assert.Contains("/2024/02/29/", site.Links("2026/10/31/index.html"));
        Assert.Contains("/2026/10/", site.Links("2026/11/index.html"));
        Assert.Contains("/2024/02/", site.Links("2026/10/index.html"));
        Assert.Contains("/2024/", site.Links("2026/index.html"));
        Assert.Contains("/2026/", site.Links("2024/index.html"));
        Assert.Equal(["d", "c"], site.Entries("2026/11/index.html"));
        Assert.Contains("/2026/11/09/", site.Links("2026/index.html"));
        Assert.False(site.Has("2025/index.html"));
        Assert.False(site.Has("2026/11/03/index.html"));
    }

    [Fact]
    public void Dates_are_written_in_Russian()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n").AddPaper("a", "2026-11-02", "t");
        site.BuildFine();
        Assert.Equal("2 ноября 2026", site.Heading("2026/11/02/index.html"));
        Assert.Equal("Ноябрь 2026", site.Heading("2026/11/index.html"));
        Assert.Contains("2 ноября 2026", site.Page("papers/a/index.html").Body!.TextContent, StringComparison.Ordinal);
    }
}
