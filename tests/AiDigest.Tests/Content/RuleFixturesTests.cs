using System.Collections.Immutable;
using AiDigest.Core.Content;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using Xunit;
using static AiDigest.Tests.Fixtures.SourceTexts;

namespace AiDigest.Tests.Content;

/// <summary>One source for each id of the first two hundreds, in which it is found and nothing else is.</summary>
public class RuleFixturesTests
{
    private static readonly Dictionary<string, Func<ImmutableArray<Diagnostic>>> Fixtures = new()
    {
        ["AD0101"] = () => EntryParser.Markdown("content/papers/x.md", [0xFF], Bounds).Diagnostics,
        ["AD0102"] = () => EntryParser.Markdown("content/papers/x.md", Utf8("Текст"), Bounds).Diagnostics,
        ["AD0103"] = () => Entry(Basics + "tgas: [a]").Diagnostics,
        ["AD0104"] = () => EntryParser.Markdown("content/papers/x.md", Utf8("---\ntitle: x\n"), Bounds).Diagnostics,
        ["AD0105"] = () => Entry("# nothing").Diagnostics,
        ["AD0106"] = () => Entry("- a").Diagnostics,
        ["AD0107"] = () => EntryParser.Markdown("content/papers/x.md", new byte[2], new Limits(FileSize: 1)).Diagnostics,
        ["AD0108"] = () => Entry(Basics + "extra: " + new string('[', 64)).Diagnostics,
        ["AD0109"] = () => Entry("title: x\n  y: z\ndate: 2026-11-14\ntags: [a]").Diagnostics,
        ["AD0110"] = () => Entry(Basics + "lead: TeaCache: Timestep").Diagnostics,
        ["AD0111"] = () => Entry(Basics + "lead: Foo #1").Diagnostics,
        ["AD0112"] = () => Entry(Basics + "authors: [#foo]").Diagnostics,
        ["AD0113"] = () => Entry(Basics + "authors:\n\t- A").Diagnostics,
        ["AD0114"] = () => Entry(Basics + "lead: [Re] Foo").Diagnostics,
        ["AD0115"] = () => Entry(Basics + "lead: \"Foo").Diagnostics,
        ["AD0116"] = () => Entry(Basics + "lead:Foo").Diagnostics,
        ["AD0117"] = () => Entry(Basics + " lead: Foo").Diagnostics,
        ["AD0118"] = () => Entry(Basics + "authors: [A, B").Diagnostics,
        ["AD0119"] = () => Entry(Basics + "lead: \"$\\lambda$\"").Diagnostics,
        ["AD0120"] = () => Entry(Basics + "lead: *foo").Diagnostics,
        ["AD0121"] = () => Entry(Basics + "lead: !foo bar").Diagnostics,
        ["AD0122"] = () => Entry(Basics + "<<: {lead: x}").Diagnostics,
        ["AD0123"] = () => DayFile(Basics + "body: x\n---\nlead: x").Diagnostics,
        ["AD0124"] = () => Entry(Basics + "title: y").Diagnostics,
        ["AD0125"] = () => Entry(Basics + "[a]: b").Diagnostics,
        ["AD0126"] = () => Entry("title: x\ndate: 2026-11-14").Diagnostics,
        ["AD0127"] = () => Entry("title:\ndate: 2026-11-14\ntags: [a]").Diagnostics,
        ["AD0128"] = () => Entry(Basics + "lead: [Re]").Diagnostics,
        ["AD0129"] = () => Entry(Basics + "authors: A").Diagnostics,
        ["AD0130"] = () => Entry(Basics + "extra: x").Diagnostics,
        ["AD0131"] = () => Entry(Basics + "draft: yes").Diagnostics,
        ["AD0132"] = () => Entry(Basics + "updated: 14.11.2026").Diagnostics,
        ["AD0133"] = () => Entry(Basics + "slug: Foo").Diagnostics,
        ["AD0134"] = () => Entry(Basics + "aliases: [/old]").Diagnostics,
        ["AD0135"] = () => Entry(Basics + "image: /a.png").Diagnostics,
        ["AD0136"] = () => Entry(Basics + "url: ftp://a.example/").Diagnostics,
        ["AD0137"] = () => Entry(Basics + "arxiv: arXiv:2411.10510").Diagnostics,
        ["AD0138"] = () => Entry(Basics + "doi: https://doi.org/10.1000/x").Diagnostics,
        ["AD0139"] = () => Entry("title: x\ndate: 2026-11-14\ntags: ['#', a]").Diagnostics,
        ["AD0140"] = () => EntryParser.Markdown("content/papers/x.md", Utf8("---\n" + Basics + "---\n"), Bounds).Diagnostics,
        ["AD0141"] = () => Entry(Basics + "extra: {a_html: x}").Diagnostics,
        ["AD0142"] = () => DayFile("date: 2026-11-14\ntags: [a]\nslug: z\nentries:\n- title: x\n  body: y").Diagnostics,
        ["AD0143"] = () => Page("title: x", "content/pages/tags.md").Diagnostics,
        ["AD0144"] = () => Entry(Basics + "lead: a\u0002b").Diagnostics,
        ["AD0145"] = () => Entry(Basics + "lead Foo").Diagnostics,

        // It follows the mistakes that are shown, here unknown keys.
        ["AD0160"] = () =>
        [
            .. Entry(Basics + string.Join('\n', Enumerable.Range(0, 1000).Select(i => $"key{i}: x"))).Diagnostics
                .Where(found => found.Rule != Catalogue.UnknownKey),
        ],
        ["AD0161"] = () => Entry(
            $"title: x\ndate: 2026-11-14\ntags: [{string.Join(", ", Enumerable.Range(0, 51).Select(i => $"t{i}"))}]").Diagnostics,
        ["AD0170"] = () => Entry(Basics + "authors: [Anna Petrova and Ivan Li]").Diagnostics,
        ["AD0171"] = () => EntryParser.Markdown("content/papers/x.md", Utf8("---\n" + Basics + "draft: true\n---\n"), Bounds).Diagnostics,
        ["AD0172"] = () => Entry(Basics + "slug: " + new string('a', 101)).Diagnostics,
        ["AD0201"] = () => SiteFile("url: https://a.example/?x").Diagnostics,
        ["AD0202"] = () => SiteFile("language: de").Diagnostics,
        ["AD0203"] = () => SiteFile("page_size: 0").Diagnostics,
        ["AD0204"] = () => SiteFile("menu: [{title: x, to: tags}]").Diagnostics,
        ["AD0205"] = () => SiteFile("edit_url: https://a.example/").Diagnostics,
        ["AD0206"] = () => SiteFile("outputs: [homes]").Diagnostics,
        ["AD0207"] = () => Strings("a: {one: x}").Diagnostics,
        ["AD0208"] = () => SiteFile("check: {short-sumary: false}").Diagnostics,
        ["AD0286"] = () => SiteFile("host: github-page").Diagnostics,
        ["AD0209"] = () => SiteFile("check: {short-summary: warn}").Diagnostics,
    };

    [Fact]
    public void Every_rule_has_a_fixture()
    {
        var rules = Catalogue.All.Select(rule => rule.Id).Where(id => string.CompareOrdinal(id, "AD0300") < 0);

        Assert.Equal(rules.Order(StringComparer.Ordinal), Fixtures.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_fixture_shows_its_rule_alone()
    {
        foreach (var (id, found) in Fixtures)
        {
            Assert.Equal(id, string.Join(' ', found().Select(diagnostic => diagnostic.Rule.Id)));
        }
    }

    [Fact]
    public void Every_fixed_line_is_free_of_its_mistake()
    {
        foreach (var (id, found) in Fixtures)
        {
            var diagnostic = found()[0];
            if (diagnostic is { Fixed: { } fixedText, Path: "content/papers/2026/11/14/teacache.md" } && id != "AD0103")
            {
                var basics = id == "AD0139" ? "title: x\ndate: 2026-11-14\n" : Basics;
                var above = id is "AD0113" ? "authors:\n" : "";
                Assert.Empty(Found(Entry(basics + above + fixedText).Diagnostics));
            }
        }
    }
}
