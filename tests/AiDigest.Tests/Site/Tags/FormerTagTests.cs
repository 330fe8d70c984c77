using System.Text;
using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Site.Tags;

/// <summary>Tags that were merged or renamed: their old addresses lead to the new ones, pages and feeds.</summary>
public class FormerTagTests
{
    private const string Registry = "content/tags.yaml";

    [Theory]
    [InlineData("rl: \n  aliases: [reinforcement-learning]", "reinforcement-learning", "rl")]
    [InlineData("reinforcement learning:\n  aliases: [RL, /tags/rl/]", "rl", "reinforcement-learning")]
    [InlineData("обучение:\n  aliases: [rl]", "rl", "obuchenie")]
    [InlineData("обучение:\n  slug: training\n  aliases: [rl, /tags/old-name/]", "old-name", "training")]
    public void A_former_address_leads_to_the_tag(string registry, string former, string tag)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/digest/")
            .AddPaper("x", "2026-11-14", registry.StartsWith("rl", StringComparison.Ordinal) ? "reinforcement-learning" : "rl", "Текст.");
        site.Add(Registry, registry + "\n");
        site.BuildFine();

        Assert.Contains($"/digest/tags/{tag}/", Page(site, $"tags/{former}/index.html"), StringComparison.Ordinal);
        Assert.Contains("noindex", Page(site, $"tags/{former}/index.html"), StringComparison.Ordinal);
        foreach (var feed in (string[])["feed.xml", "rss.xml", "feed.json"])
        {
            Assert.Equal(Page(site, $"tags/{tag}/{feed}"), Page(site, $"tags/{former}/{feed}"));
        }

        Assert.DoesNotContain($"tags/{former}/", Page(site, "sitemap.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cpp:\n  aliases: [C++]")]
    [InlineData("cpp:\n  aliases: [CPP, page]")]
    public void An_alias_whose_address_is_taken_or_reserved_gives_way(string registry)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/").AddPaper("x", "2026-11-14", "cpp, C", "Текст.");
        site.Add(Registry, registry + "\n");
        site.BuildFine();

        Assert.DoesNotContain("noindex", Page(site, "tags/c/index.html"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(site.Output, "tags", "page")));
    }

    [Fact]
    public void A_written_address_that_is_taken_is_an_error()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/").AddPaper("x", "2026-11-14", "a, b", "Текст.");
        site.Add(Registry, "a:\n  aliases: [/tags/b/]\n");

        Assert.Contains(site.Build().Diagnostics, found => found.Rule == Catalogue.AddressTaken && found.Path == Registry);
    }

    [Fact]
    public void The_advice_about_a_lost_tag_is_true()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/").AddPaper("x", "2026-11-14", "rl", "Текст.");
        site.BuildFine();
        site.AddPaper("x", "2026-11-14", "reinforcement-learning", "Текст.");

        var gone =
            site.BuildFine().Diagnostics.Single(found =>
                found.Rule == Catalogue.AddressGone && found.Message.Contains("/tags/rl/", StringComparison.Ordinal));
        Assert.Contains("content/tags.yaml", gone.Message, StringComparison.Ordinal);

        using var merged = new ScratchSite().Settings("url: https://a.example/").AddPaper("x", "2026-11-14", "rl", "Текст.");
        merged.BuildFine();
        merged.AddPaper("x", "2026-11-14", "reinforcement-learning", "Текст.");
        merged.Add(Registry, "reinforcement-learning:\n  aliases: [rl]\n");
        Assert.DoesNotContain(merged.BuildFine().Diagnostics, found => found.Rule == Catalogue.AddressGone);
    }

    private static string Page(ScratchSite site, string path) => File.ReadAllText(Path.Combine(site.Output, path), Encoding.UTF8);
}
