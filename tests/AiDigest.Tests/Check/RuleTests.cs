using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Check;

/// <summary>A good and a bad site for each rule of the linter.</summary>
public class RuleTests
{
    internal const string Registry = "tag:\n";
    private const string English =
        "We introduce a new method that makes large diffusion models run several times faster without any training at all.";

    internal static readonly Dictionary<string, (Action<ScratchSite> Good, Action<ScratchSite> Bad)> Sites = new()
    {
        ["same-paper"] = (
            site => site.Paper("a", "arxiv: 2411.19108").Paper("b", "arxiv: 2411.19109"),
            site => site.Paper("a", "arxiv: 2411.19108").Paper("b", "arxiv: 2411.19108v2")),
        ["similar-title"] = (
            site => Titled(Titled(site, "a", "Ускорение больших моделей GPT-3"), "b", "Ускорение больших моделей GPT-4"),
            site => Titled(Titled(site, "a", "Ускорение больших моделей"), "b", "Ускорение больших модолей: кэш")
                .Add("content/papers/c.md", Text("Ускорение, больших моделей"))),
        ["date-before-arxiv"] = (
            site => site.Paper("a", "arxiv: 2611.00001"),
            site => site.Paper("a", "arxiv: 2612.00001")),
        ["missing-alt"] = (
            site => site.Add("content/papers/p.png", [1]).Paper("a", body: $"{CheckedSite.Prose}\n\n![График потерь](p.png)"),
            site => site.Add("content/papers/p.png", [1]).Paper("a", body: $"{CheckedSite.Prose}\n\n![](p.png)")),
        ["similar-tags"] = (
            site => site.Add("content/tags.yaml", "tag:\ngpt-3:\ngpt-4:\n").Paper("a", tags: "gpt-3").Paper("b", tags: "gpt-4"),
            site => site.Add("content/tags.yaml", "acceleration:\n").Paper("a", tags: "acceleration").Paper("b", tags: "accelaration")
                .Paper("c", tags: "accelaration")),
        ["tag-used-once"] = (
            site => site.Add("content/tags.yaml", "").Paper("a", tags: "video").Paper("b", tags: "Video"),
            site => site.Add("content/tags.yaml", "").Paper("a", tags: "video")),
        ["long-title"] = (
            site => Titled(site, "a", new string('я', 120)),
            site => Titled(site, "a", new string('я', 121))),
        ["long-lead"] = (
            site => site.Paper("a", "lead: " + new string('я', 300)),
            site => site.Paper("a", "lead: " + new string('я', 301))),
        ["english-paragraph"] = (
            site => site.Paper("a", body: $"{CheckedSite.Prose}\n\n> {English}\n\n`{English}`"),
            site => site.Paper("a", body: $"{CheckedSite.Prose}\n\n{English}")),
        ["short-summary"] = (
            site => site.Paper("a", body: "Ускорение в 4.5 раза, т. е. заметно. Второе.\n\n- пункт"),
            site => site.Paper("a", body: "Ускорение в 4.5 раза, т. е. заметно. Второе.")),
        ["foreign-markup"] = (
            site => site.Paper("a", body: $"{CheckedSite.Prose} Код `{{{{< toc >}}}}` и `{{% raw %}}`, множество {{a, b}}."),
            site => site.Paper("a", body: $"{CheckedSite.Prose} {{{{< toc >}}}}").Paper("b", body: $"{CheckedSite.Prose} {{% include x %}}")
                .Paper("c", body: $"{CheckedSite.Prose}\n{{: .note }}")),
        ["typography-slip"] = (
            site => site.Paper("a", body: $"{CheckedSite.Prose} «Слово» — дело; `a - \"b\"`."),
            site => site.Paper("a", body: $"{CheckedSite.Prose} Слово - дело.")),
        ["untrimmed-text"] = (
            site => site.Paper("a", "authors: [\"A B\"]"),
            site => site.Paper("a", "authors: [\" A B\"]")),
        ["tag-spelling"] = (
            site => site.Add("content/tags.yaml", "acceleration: {aliases: [speedup]}\n").Paper("a", tags: "acceleration"),
            site => site.Add("content/tags.yaml", "acceleration: {aliases: [speedup]}\n").Paper("a", tags: "speedup")),
        ["repeated-tag"] = (
            site => site.Paper("a", tags: "tag"),
            site => site.Paper("a", tags: "tag, Tag")),
        ["dead-address"] = (
            site => site.Paper("a").Add("templates/partials/head-extra.html", "<link rel=\"help\" href=\"/tags/\">"),
            site => site.Paper("a").Add("templates/partials/head-extra.html", "<link rel=\"help\" href=\"/tagz/\">")),
        ["active-static"] = (
            site => site.Paper("a").Settings("static: [CNAME, old/]\n").Add("content/static/CNAME", "a.example\n")
                .Add("content/static/old/a.html", "<p>").Add("content/static/robots.txt.txt", "x").Add("content/static/logo.png", [1]),
            site => site.Paper("a").Add("content/static/CNAME", "a.example\n").Add("content/static/sw.js", "x")
                .Add("content/static/a/b.SVG", "<svg/>").Add("content/static/old.html", "<p>")),
        ["no-source"] = (
            site => site.Paper("a", "doi: 10.1000/x"),
            site => site.AddPaper("a", "2026-11-14", "tag", CheckedSite.Prose)),
    };

    public static TheoryData<string> Names => [.. Sites.Keys];

    [Fact]
    public void Every_rule_has_its_sites_but_those_that_ask_other_hosts() =>
        Assert.Equal(
            Catalogue.Checks.Select(rule => rule.Name!).Where(name => !name.StartsWith("link-", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
            Sites.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_good_site_is_silent(string name)
    {
        using var site = new ScratchSite().Add("content/tags.yaml", Registry);
        Sites[name].Good(site);

        Assert.Equal([], site.Check().Ids().Where(id => id == Id(name)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_bad_site_shows_the_rule(string name)
    {
        using var site = new ScratchSite().Add("content/tags.yaml", Registry);
        Sites[name].Bad(site);

        Assert.Contains(Id(name), site.Check().Ids());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rule_can_be_switched_off_and_weighed(string name)
    {
        using var site = new ScratchSite().Add("content/tags.yaml", Registry).Settings($"check: {{{name}: false}}");
        Sites[name].Bad(site);
        Assert.DoesNotContain(Id(name), site.Check().Ids());

        site.Settings($"check: {{{name}: error}}");
        Assert.Contains(site.Check().Diagnostics, found => found.Rule.Id == Id(name) && found.Rule.Severity == Severity.Error);
    }

    [Fact]
    public void Names_of_rules_are_plain_and_unique()
    {
        Assert.All(Catalogue.Checks, rule => Assert.Matches("^[a-z]+(-[a-z]+)*$", rule.Name));
        Assert.Equal(Catalogue.Checks.Count, Catalogue.Checks.Select(rule => rule.Name).Distinct().Count());
        Assert.All(Catalogue.All, rule => Assert.Equal(rule.Id.StartsWith("AD08", StringComparison.Ordinal), rule.Name is not null));
    }

    internal static string Id(string name) => Catalogue.Checks.Single(rule => rule.Name == name).Id;

    private static ScratchSite Titled(ScratchSite site, string name, string title) => site.Add($"content/papers/{name}.md", Text(title));

    private static string Text(string title) =>
        $"---\ntitle: \"{title}\"\ndate: 2026-11-14\ntags: [tag]\nurl: https://a.example/\n---\n\n{CheckedSite.Prose}\n";
}
