using System.Collections.Immutable;
using AiDigest.Core.Site.Outputs;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Site.Outputs;

/// <summary>Pages numbered from the oldest, at every number of entries.</summary>
public class PaginationTests
{
    public static TheoryData<int, int> Sizes => [.. from size in new[] { 1, 5, 20 } from n in Enumerable.Range(0, 66) select (size, n)];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_entry_is_shown_exactly_once_newest_first(int size, int n)
    {
        var pages = Pages(n, size);
        Assert.Equal(Enumerable.Range(0, n).Reverse(), pages.SelectMany(page => page.Items));
        Assert.Null(pages[0].Number);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_own_page_holds_from_one_size_to_one_less_than_two(int size, int n)
    {
        var own = Pages(n, size)[0].Items.Length;
        Assert.True(n < size ? own == n : own >= size && own < 2 * size, $"{own} of {n}");
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_numbered_page_holds_its_share_from_the_oldest(int size, int n)
    {
        var numbered = Pages(n, size).Skip(1).ToList();
        Assert.Equal(Enumerable.Range(1, numbered.Count).Reverse().Select(number => (int?)number), numbered.Select(page => page.Number));
        Assert.All(numbered, page => Assert.Equal(Enumerable.Range((page.Number!.Value - 1) * size, size).Reverse(), page.Items));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void One_entry_more_changes_the_own_page_alone_but_at_the_multiples(int size, int n)
    {
        var before = Pages(n, size).Skip(1).ToDictionary(page => page.Number!.Value, page => page.Items);
        var after = Pages(n + 1, size).Skip(1).ToDictionary(page => page.Number!.Value, page => page.Items);
        Assert.All(before, page => Assert.Equal(page.Value, after[page.Key]));
        Assert.Equal(before.Count + ((n + 1) % size == 0 && n + 1 >= 2 * size ? 1 : 0), after.Count);
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(4, 4, 0)]
    [InlineData(5, 5, 0)]
    [InlineData(9, 9, 0)]
    [InlineData(10, 5, 1)]
    [InlineData(13, 8, 1)]
    [InlineData(15, 5, 2)]
    [InlineData(23, 8, 3)]
    public void A_tag_of_the_site_is_paged_so(int n, int own, int numbered)
    {
        using var site = Tagged(n);
        site.BuildFine();

        Assert.Equal(own, site.Summaries("tags/rl/index.html").Length);
        Assert.Equal(numbered, Enumerable.Range(1, 30).Count(number => site.Has($"tags/rl/page/{number}/index.html")));
        var all = site.Summaries("tags/rl/index.html")
            .Concat(Enumerable.Range(1, numbered).Reverse().SelectMany(number => site.Summaries($"tags/rl/page/{number}/index.html")));
        Assert.Equal(Enumerable.Range(1, n).Reverse().Select(Name), all);
        Assert.All(Enumerable.Range(1, numbered), number =>
            Assert.Equal(Enumerable.Range(((number - 1) * 5) + 1, 5).Reverse()
                .Select(Name), site.Summaries($"tags/rl/page/{number}/index.html")));
    }

    [Theory]
    [InlineData(7, "tags/rl/index.html")]
    [InlineData(11, "tags/rl/index.html")]
    [InlineData(13, "tags/rl/index.html")]
    [InlineData(9, "tags/rl/index.html, tags/rl/page/1/index.html")]
    [InlineData(14, "tags/rl/index.html, tags/rl/page/1/index.html, tags/rl/page/2/index.html")]
    public void A_new_entry_changes_so_many_pages_of_its_tag(int n, string changed)
    {
        using var site = Tagged(n);
        site.BuildFine();
        var before = site.Tree();
        Add(site, n + 1);
        site.BuildFine();

        var after = site.Tree();
        var differing =
            after.Keys.Where(path =>
                path.StartsWith("tags/rl/", StringComparison.Ordinal) && path.EndsWith(".html", StringComparison.Ordinal))
            .Where(path => !before.TryGetValue(path, out var bytes) || !bytes.AsSpan().SequenceEqual(after[path]));
        Assert.Equal(changed, string.Join(", ", differing));
    }

    [Fact]
    public void Pages_of_a_tag_lead_to_each_other()
    {
        using var site = Tagged(17);
        site.BuildFine();

        Assert.Contains("/tags/rl/page/2/", site.Links("tags/rl/index.html"));
        Assert.Contains("/tags/rl/", site.Links("tags/rl/page/2/index.html"));
        Assert.Contains("/tags/rl/page/1/", site.Links("tags/rl/page/2/index.html"));
        Assert.Contains("/tags/rl/page/2/", site.Links("tags/rl/page/1/index.html"));
        Assert.DoesNotContain("/tags/rl/page/0/", site.Links("tags/rl/page/1/index.html"));
    }

    [Fact]
    public void A_tag_page_has_its_words_and_the_full_text()
    {
        using var site = new ScratchSite().Settings("title: Дайджест\ntagline: Каждый день\nurl: https://a.example/\n");
        site.AddPaper("teacache", "2026-11-14", "acceleration", "Первый абзац.\n\nВторой абзац до конца.").BuildFine();

        Assert.Equal("Подборка статей по тегу \"acceleration\"", site.Heading("tags/acceleration/index.html"));
        var page = site.Page("tags/acceleration/index.html");
        Assert.Contains("Дайджест", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Каждый день", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Второй абзац до конца.", page.Body.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        var title = Assert.Single(page.QuerySelectorAll("main h2"));
        Assert.Equal("Заголовок teacache", title.TextContent.Trim());
        Assert.Equal("/papers/teacache/", title.QuerySelector("a")!.GetAttribute("href"));
        // As text between tags, quotes need no escape: readers of the bytes find the words as the contract has them.
        Assert.Contains("Подборка статей по тегу \"acceleration\"", site.Read("tags/acceleration/index.html"), StringComparison.Ordinal);
    }

    private static List<(int? Number, ImmutableArray<int> Items)> Pages(int n, int size) =>
        [.. Pagination.Pages(Enumerable.Range(0, n).Reverse().ToImmutableArray(), size)];

    private static ScratchSite Tagged(int n)
    {
        var site = new ScratchSite().Settings("url: https://a.example/\npage_size: 5\noutputs: [papers, tags]\n");
        for (var i = 1; i <= n; i++)
        {
            Add(site, i);
        }

        return site;
    }

    private static void Add(ScratchSite site, int number) =>
        site.AddPaper(Name(number), new DateOnly(2026, 1, 1).AddDays(number)
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "RL");

    private static string Name(int number) => $"p{number:000}";
}
