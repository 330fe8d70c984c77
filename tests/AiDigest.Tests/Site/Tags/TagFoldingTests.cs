using System.Text;
using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Site.Tags;

/// <summary>Which spellings are one tag, what it is called and what its address is.</summary>
public class TagFoldingTests
{
    [Theory]
    [InlineData("RL|rl|Rl", "rl", "RL")]
    [InlineData("state space|State_Space|state-space|state  space", "state-space", "state space")]
    [InlineData("#diffusion|diffusion|Diffusion|diffusion", "diffusion", "diffusion")]
    [InlineData("ＬＬＭ|LLM", "llm", "LLM")]
    [InlineData("ﬁne-tuning|fine-tuning", "fine-tuning", "fine-tuning")]
    [InlineData("Диффузия|диффузия|ДИФФУЗИЯ|диффузия", "diffuziya", "диффузия")]
    [InlineData("b a|b_a|b_a|B-A|B-A", "b-a", "B-A")]
    [InlineData("x²|x2", "x2", "x2")]
    [InlineData("强化学习", "x-6fdb1e05", "强化学习")]
    public void Spellings_of_one_tag_fold_together(string spellings, string slug, string title)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n");
        var names = spellings.Split('|');
        for (var i = 0; i < names.Length; i++)
        {
            site.AddPaper($"p{i}", "2026-11-14", $"\"{names[i]}\"");
        }

        site.BuildFine();
        slug = slug.StartsWith("x-", StringComparison.Ordinal) ? AiDigest.Core.Model.Slug.Of(names[0]) : slug;
        Assert.Equal(names.Select((_, i) => $"p{i}"), site.Summaries($"tags/{slug}/index.html"));
        Assert.Equal($"Подборка статей по тегу \"{title}\"", site.Heading($"tags/{slug}/index.html"));
        Assert.Equal([$"/tags/{slug}/"], site.Page("tags/index.html").QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void A_composed_and_a_decomposed_name_are_one_tag()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n")
            .AddPaper("a", "2026-11-14", "й".Normalize(NormalizationForm.FormC))
            .AddPaper("b", "2026-11-14", "й".Normalize(NormalizationForm.FormD));
        site.BuildFine();
        Assert.Equal(["a", "b"], site.Summaries("tags/y/index.html"));
    }

    [Fact]
    public void A_tag_named_twice_in_one_entry_shows_it_once()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n").AddPaper("a", "2026-11-14", "RL, rl, \"#RL\"");
        site.BuildFine();
        Assert.Equal(["a"], site.Summaries("tags/rl/index.html"));
        Assert.Single(site.Page("papers/a/index.html").QuerySelectorAll("main a[href='/tags/rl/']"));
    }

    [Fact]
    public void The_registry_names_describes_and_joins_tags()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n")
            .Add("content/tags.yaml", """
                LLM:
                  title: Большие языковые модели
                  description: Модели текста и код.
                  aliases: [language models, "языковые модели"]
                  slug: llms
                C++:
                  slug: cpp
                """)
            .AddPaper("a", "2026-11-14", "llm")
            .AddPaper("b", "2026-11-14", "Language_Models")
            .AddPaper("c", "2026-11-14", "Языковые модели")
            .AddPaper("d", "2026-11-14", "C++")
            .AddPaper("e", "2026-11-14", "C");
        site.BuildFine();

        Assert.Equal(["a", "b", "c"], site.Summaries("tags/llms/index.html"));
        Assert.Equal("Подборка статей по тегу \"Большие языковые модели\"", site.Heading("tags/llms/index.html"));
        Assert.Contains(
            "Модели текста и код.", site.Page("tags/llms/index.html").Body!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(["d"], site.Summaries("tags/cpp/index.html"));
        Assert.Equal(["e"], site.Summaries("tags/c/index.html"));
        Assert.False(site.Has("tags/llm/index.html"));
        Assert.Equal([], site.Summaries("tags/language-models/index.html"));
    }

    [Theory]
    [InlineData("C", "\"C#\"")]
    [InlineData("C", "C++")]
    [InlineData("\"C++\"", "\"C#\"")]
    [InlineData("объект", "обект")]
    public void Two_tags_of_one_address_are_an_error_that_names_both(string one, string other)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n").AddPaper("a", "2026-11-14", one)
            .AddPaper("b", "2026-11-15", other);
        var report = site.Build();
        var error = Assert.Single(report.Diagnostics);
        Assert.Equal(Catalogue.AddressTaken.Id, error.Rule.Id);
        Assert.Contains(one.Trim('"'), error.Message, StringComparison.Ordinal);
        Assert.Contains(other.Trim('"'), error.Message, StringComparison.Ordinal);
        Assert.Contains("content/papers/", error.Message, StringComparison.Ordinal);
        Assert.False(site.Has("index.html"));
    }

    [Fact]
    public void The_slug_page_is_reserved()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n").AddPaper("a", "2026-11-14", "Page");
        Assert.Equal(Catalogue.ReservedTagSlug.Id, Assert.Single(site.Build().Diagnostics).Rule.Id);
    }

    [Fact]
    public void A_draft_does_not_rename_a_tag()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n")
            .AddPaper("a", "2026-11-14", "rl").AddPaper("b", "2026-11-14", "RL", keys: "draft: true")
                .AddPaper("c", "2026-11-14", "RL", keys: "draft: true");
        site.BuildFine();
        Assert.Equal("Подборка статей по тегу \"rl\"", site.Heading("tags/rl/index.html"));
        site.BuildFine(drafts: true);
        Assert.Equal("Подборка статей по тегу \"RL\"", site.Heading("tags/rl/index.html"));
    }
}
