using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Site.Outputs;

/// <summary>Who has a page, and which names are one author.</summary>
public class AuthorTests
{
    [Theory]
    [InlineData(1, "ivan-petrov,kaiming-he,only-once")]
    [InlineData(2, "ivan-petrov,kaiming-he")]
    [InlineData(3, "kaiming-he")]
    [InlineData(4, "")]
    public void An_author_has_a_page_from_so_many_entries(int least, string slugs)
    {
        using var site = Papers($"author_min: {least}");
        site.BuildFine();
        var pages = site.HtmlPaths().Where(path => path.StartsWith("authors/", StringComparison.Ordinal) && path != "authors/index.html")
            .Select(path => path.Split('/')[1]);
        Assert.Equal(slugs, string.Join(",", pages));
        Assert.Equal(
            slugs, string.Join(",", site.Page("authors/index.html").QuerySelectorAll(".groups a")
            .Select(a => a.GetAttribute("href")!.Split('/')[2]).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_default_is_two()
    {
        using var site = Papers("");
        site.BuildFine();
        Assert.True(site.Has("authors/ivan-petrov/index.html"));
        Assert.False(site.Has("authors/only-once/index.html"));
    }

    [Fact]
    public void Names_of_one_slug_are_one_author_by_the_commonest_spelling()
    {
        using var site = Papers("");
        site.BuildFine();
        Assert.Equal("Kaiming He", site.Heading("authors/kaiming-he/index.html"));
        Assert.Equal(["c", "b", "a"], site.Entries("authors/kaiming-he/index.html"));
        Assert.Equal("Ivan Petrov", site.Heading("authors/ivan-petrov/index.html"));
    }

    [Fact]
    public void An_entry_links_the_authors_who_have_a_page()
    {
        using var site = Papers("");
        site.BuildFine();
        Assert.Contains("/authors/kaiming-he/", site.Links("papers/a/index.html"));
        Assert.DoesNotContain("/authors/only-once/", site.Links("papers/a/index.html"));
        Assert.Contains("Only Once", site.Page("papers/a/index.html").Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_left_out_do_not_count()
    {
        using var site = Papers("");
        site.AddPaper("d", "2026-11-14", "t", keys: "authors: [Only Once]\ndraft: true");
        site.BuildFine();
        Assert.False(site.Has("authors/only-once/index.html"));
        site.BuildFine(drafts: true);
        Assert.True(site.Has("authors/only-once/index.html"));
    }

    private static ScratchSite Papers(string settings) => new ScratchSite().Settings("url: https://a.example/\n" + settings + "\n")
        .AddPaper("a", "2026-11-11", "t", keys: "authors: [Kaiming He, Only Once]")
        .AddPaper("b", "2026-11-12", "t", keys: "authors: [KAIMING HE, Иван Петров, Kaiming-He]")
        .AddPaper("c", "2026-11-13", "t", keys: "authors: [Kaiming He, Ivan Petrov]");
}
