using AiDigest.Core.Building;
using AiDigest.Core.Incremental;
using Xunit;

namespace AiDigest.Tests.Incremental;

/// <summary>What <c>explain</c> says of an output: its sources, its templates, its key, and what builds do with it.</summary>
public sealed class ExplainTests : IDisposable
{
    private readonly SampleSite _site = new();

    public void Dispose() => _site.Dispose();

    private ExplainResult Explain(string address) => SiteExplainer.Explain(
        new BuildOptions(_site.Site.Root, _site.Site.Output, _site.Now, 2), address, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("/tags/rl/")]
    [InlineData("tags/rl")]
    [InlineData("tags/rl/index.html")]
    [InlineData("/digest/tags/rl/")]
    [InlineData("https://example.org/digest/tags/rl/#top")]
    public void An_address_in_any_form(string address) => Assert.Equal("tags/rl/index.html", Explain(address).Found!.Path);

    [Fact]
    public void A_list_names_what_it_shows_and_what_it_is_made_with()
    {
        var found = Explain("/tags/rl/").Found!;
        Assert.Equal(
            ["content/papers/four.md", "content/papers/two.md", "content/papers/one.md"],
            found.Sources.Select(source => source.Path).OrderBy(path => path.Length == 0 ? 0 : path.Contains("four", StringComparison.Ordinal) ? 0 : path.Contains("two", StringComparison.Ordinal) ? 1 : 2));
        Assert.All(found.Sources, source => Assert.True(source.Line > 0));
        Assert.Equal("templates/layouts/tag.html", found.Template);
        Assert.Contains("templates/partials/entry.html", found.Includes);
        Assert.Equal(["view", "template", "site", "strings", "assets", "place", "tool"], found.Parts.Select(part => part.Name));
    }

    [Fact]
    public void What_builds_do_with_it()
    {
        var before = Explain("/tags/rl/").Found!;
        Assert.Equal((null, new Decision(Verdict.New)), (before.Last, before.Next));
        _site.Build();
        var built = Explain("/tags/rl/").Found!;
        Assert.Equal((new Decision(Verdict.New), new Decision(Verdict.Kept)), (built.Last, built.Next));
        _site.Edit("content/papers/one.md", "Первый", "Первейший");
        Assert.Equal(new Decision(Verdict.Changed, KeyParts.View), Explain("/tags/rl/").Found!.Next);
        Assert.Equal(new Decision(Verdict.Kept), Explain("/tags/agents/").Found!.Next);
        _site.Build();
        Assert.Equal(new Decision(Verdict.Changed, KeyParts.View), Explain("/tags/rl/").Found!.Last);
        Assert.Equal(new Decision(Verdict.Kept), Explain("/tags/agents/").Found!.Last);
        File.Delete(Path.Combine(_site.Site.Output, "tags/rl/index.html"));
        Assert.Equal(new Decision(Verdict.Missing), Explain("/tags/rl/").Found!.Next);
        _site.Site.Add("templates/partials/entry.html", "x");
        Assert.Equal(new Decision(Verdict.Changed, KeyParts.Template), Explain("/tags/agents/").Found!.Next with { Parts = KeyParts.Template });
    }

    [Fact]
    public void A_copied_file_and_a_feed_of_the_tool()
    {
        _site.Build();
        var picture = Explain("/papers/one/img.png").Found!;
        Assert.Equal(("content/papers/img.png", (string?)null, "view"), (picture.Sources.Single().Path, picture.Template, picture.Parts.Single().Name));
        var feed = Explain("/feed.json").Found!;
        Assert.Equal(("feed.json", new Decision(Verdict.Kept)), (feed.Template, feed.Next));
    }

    [Fact]
    public void An_address_that_is_not_there()
    {
        var result = Explain("/tags/agent/");
        Assert.Null(result.Found);
        Assert.Equal("/tags/agents/", result.Near);
    }

    [Fact]
    public void A_site_with_mistakes_cannot_be_explained()
    {
        _site.Edit("content/papers/one.md", "title:", "titel:");
        Assert.NotEmpty(Explain("/").Mistakes);
    }
}
