using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Outputs;
using AiDigest.Core.Site.Views;
using Xunit;

namespace AiDigest.Tests.Site.Outputs;

/// <summary>The sitemap at sizes that no test builds.</summary>
public class SitemapPlanTests
{
    [Theory]
    [InlineData(0, "sitemap.xml:0")]
    [InlineData(50_000, "sitemap.xml:50000")]
    [InlineData(50_001, "sitemap-1.xml:50000,sitemap-2.xml:1,sitemap.xml:2")]
    [InlineData(120_000, "sitemap-1.xml:50000,sitemap-2.xml:50000,sitemap-3.xml:20000,sitemap.xml:3")]
    public void There_is_an_index_with_parts_above_50_000(int pages, string files)
    {
        var outputs = SitemapPlan.Outputs(Context(), [.. Enumerable.Range(0, pages).Select(i => Page($"papers/{i}/", true))]).ToList();
        Assert.Equal(files, string.Join(",", outputs.Select(output => $"{output.Path}:{output.View.Parts[0].Views!.Count}")));
        Assert.Equal(pages > 50_000 ? "sitemap-index.xml" : "sitemap.xml", outputs[^1].Template);
        var names = outputs.SelectMany(output => output.View.Parts[0].Views!.Cast<SitemapLineView>()).Select(line => line.Location)
            .ToList();
        Assert.Equal(names.Distinct(StringComparer.Ordinal).Count(), names.Count);
        if (pages > 50_000)
        {
            Assert.Equal("https://a.example/digest/sitemap-1.xml", ((SitemapLineView)outputs[^1].View.Parts[0].Views![0]).Location);
        }
    }

    [Fact]
    public void Redirects_and_the_page_for_wrong_addresses_are_not_in_it()
    {
        var output =
            Assert.Single(SitemapPlan.Outputs(Context(), [Page("a/", true), Page("old/", false), Page("404.html", false), Feed()]));
        Assert.Equal("https://a.example/digest/a/", ((SitemapLineView)Assert.Single(output.View.Parts[0].Views!)).Location);
    }

    private static PageOutput Page(string address, bool index) => new(Addresses.PathOf(address), "paper.html", new PageView
    {
        Kind = "paper",
        Address = address,
        Title = "А",
        Canonical = "https://a.example/digest/" + address,
        Index = index,
    });

    private static PageOutput Feed() => new("feed.xml", "atom.xml", new PageView
    {
        Kind = "atom",
        Address = "feed.xml",
        Title = "А",
        Canonical = "https://a.example/digest/feed.xml",
    });

    private static PlanContext Context()
    {
        var input = new SiteInput
        {
            Settings = new Settings { Url = "https://a.example/digest/" },
            Tags = [],
            Entries = [],
            Pages = [],
            Files = [],
            Strings = new Strings("ru", new Dictionary<string, LocalizedText>()),
            Assets = ImmutableDictionary<string, string>.Empty,
            Now = DateTimeOffset.UnixEpoch,
        };
        var diagnostics = new List<Diagnostic>();
        var site = SiteAssembler.Assemble(input, diagnostics)!;
        var addresses = new Addresses(input.Settings.Url!, input.Settings.Url!);
        var targets = new LinkTargets(site, [], new HashSet<string>(), _ => null);
        return new PlanContext(
            site, addresses, input.Strings,
            new EntryViews(site, addresses, input.Strings, targets, new LinkResolver(targets, _ => null, diagnostics)), OutputKind.Feeds);
    }
}
