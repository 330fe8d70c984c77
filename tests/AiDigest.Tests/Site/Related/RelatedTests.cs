using AiDigest.Tests.Fixtures;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace AiDigest.Tests.Site.Related;

/// <summary>Which entries an entry's page ends with.</summary>
public class RelatedTests
{
    [Fact]
    public void Rare_tags_authors_and_words_in_any_form_make_entries_related()
    {
        using var site = Sample();
        site.BuildFine();
        Assert.Equal("/papers/cache-two/", Related(site, "cache-one")[0]);
        Assert.Equal("/papers/cache-one/", Related(site, "cache-two")[0]);
        Assert.DoesNotContain("/papers/genome/", Related(site, "cache-one"));
        Assert.Contains("/papers/same-author/", Related(site, "genome"));
    }

    [Fact]
    public void A_link_between_entries_comes_first_on_both_sides()
    {
        using var site = Sample();
        site.AddPaper("linking", "2026-11-09", "robots", "Подробности [в той статье](genome.md).");
        site.BuildFine();
        Assert.Equal("/papers/genome/", Related(site, "linking")[0]);
        Assert.Equal("/papers/linking/", Related(site, "genome")[0]);
    }

    [Fact]
    public void A_list_has_at_most_five_entries_and_never_the_entry_itself_or_a_hidden_one()
    {
        using var site = new ScratchSite();
        for (var i = 0; i < 9; i++)
        {
            site.AddPaper($"p{i}", $"2026-11-{i + 1:00}", "cache, diffusion", "Кэширование шагов диффузии.");
        }

        site.AddPaper("draft", "2026-11-02", "cache, diffusion", "Кэширование шагов диффузии.", "draft: true");
        site.AddPaper("future", "2027-11-02", "cache, diffusion", "Кэширование шагов диффузии.");
        site.BuildFine();
        for (var i = 0; i < 9; i++)
        {
            var related = Related(site, $"p{i}");
            Assert.Equal(5, related.Distinct().Count());
            Assert.DoesNotContain($"/papers/p{i}/", related);
            Assert.DoesNotContain("/papers/draft/", related);
            Assert.DoesNotContain("/papers/future/", related);
        }
    }

    [Fact]
    public void An_entry_that_is_like_no_other_has_no_list()
    {
        using var site = Sample();
        site.AddPaper("lonely", "2026-11-10", "astronomy", "Звёзды.", "");
        site.BuildFine();
        Assert.Empty(Related(site, "lonely"));
        Assert.DoesNotContain("id=\"related\"", site.Read("papers/lonely/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_kind_can_be_switched_off()
    {
        using var site = Sample("outputs: [home, papers, tags]\n");
        site.BuildFine();
        Assert.DoesNotContain("id=\"related\"", site.Read("papers/cache-one/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tags: [cache, diffusion, genomics]")]
    [InlineData("tags: [cache]\nauthors: [Anna Petrova]")]
    public void An_edit_changes_lists_as_a_clean_build_does(string keys)
    {
        using var site = Sample();
        site.BuildFine();
        Edit(site, keys).BuildFine();
        using var clean = Sample();
        Edit(clean, keys).BuildFine();
        ScratchSite.AssertSame(clean.Tree(), site.Tree());
    }

    [Theory]
    [InlineData("Генетические последовательности и геном человека.")]
    [InlineData("Кэширование шагов диффузии.\n\nИ ещё абзац.")]
    public void An_edit_of_a_first_paragraph_changes_lists_as_a_clean_build_does(string body)
    {
        using var site = Sample();
        site.BuildFine();
        site.AddPaper("cache-one", "2026-11-02", "cache, diffusion", body).BuildFine();
        using var clean = Sample();
        clean.AddPaper("cache-one", "2026-11-02", "cache, diffusion", body).BuildFine();
        ScratchSite.AssertSame(clean.Tree(), site.Tree());
    }

    private static ScratchSite Edit(ScratchSite site, string keys) =>
        site.Add("content/papers/cache-one.md", $"---\ntitle: Кэш признаков\ndate: 2026-11-02\n{keys}\n---\n\nТекст.\n");

    private static ScratchSite Sample(string settings = "") => new ScratchSite().Settings("title: Сайт\n" + settings)
        .AddPaper("cache-one", "2026-11-02", "cache, diffusion", "Кэширование шагов диффузии.")
        .AddPaper("cache-two", "2026-11-03", "cache, video", "Кэширования хватает на каждый шаг диффузии.")
        .AddPaper("genome", "2026-11-04", "genomics", "Геном целиком.", "authors: [Anna Petrova, Ivan Ivanov]")
        .AddPaper("same-author", "2026-11-05", "audio", "Распознавание речи.", "authors: [Anna Petrova, Ivan Ivanov]")
        .AddPaper("other", "2026-11-06", "text", "Разметка корпуса.");

    private static string[] Related(ScratchSite site, string slug) =>
        [.. new HtmlParser().ParseDocument(site.Read($"papers/{slug}/index.html")).QuerySelectorAll("#related a")
            .Select(link => link.GetAttribute("href")!)];
}
