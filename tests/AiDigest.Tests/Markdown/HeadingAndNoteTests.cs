using AiDigest.Core.Model;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Markdown;

public class HeadingAndNoteTests
{
    [Fact]
    public void Headings_have_holes_for_level_and_prefix()
    {
        var body = Bodies.Render("### Метод Б").Body;
        Assert.Equal(
            [PieceKind.Html, PieceKind.HeadingLevel, PieceKind.Html, PieceKind.IdPrefix, PieceKind.Html, PieceKind.HeadingLevel,
                PieceKind.Html],
            body.Pieces.Select(p => p.Kind));
        Assert.Equal("<h3 id=\"entry--metod-b\">Метод Б</h3>\n", Bodies.Fill(body));
        Assert.Equal(new Heading("metod-b", "Метод Б", 0), Assert.Single(body.Anchors.Headings));
    }

    [Theory]
    [InlineData("# A\n\n## B\n\n#### C", "0 1 2")]
    [InlineData("### A\n\n## B\n\n### C", "0 0 1")]
    [InlineData("A\n=\n\nB\n-\n\n> ### C", "0 1 2")]
    [InlineData("###### A", "0")]
    [InlineData("# A\n\n### B\n\n###### C\n\n### D\n\n## E\n\n#### F", "0 1 2 1 1 2")]
    [InlineData("## A[^1]\n\n[^1]: b\n\n    # C", "0 0")]
    public void No_level_is_skipped(string markdown, string depths) =>
        Assert.Equal(depths, string.Join(' ', Bodies.Render(markdown).Body.Anchors.Headings.Select(h => h.Depth)));

    [Theory]
    [InlineData("# A\n# A\n# A", "a a-2 a-3")]
    [InlineData("# A\n# A 2\n# A\n# A", "a a-2 a-3 a-4")]
    [InlineData("# A -- B —  C", "a-b-c")]
    [InlineData("# -a-", "a")]
    [InlineData("# fn 1\n# fnref-2\n# fn", "h-fn-1 h-fnref-2 fn")]
    [InlineData("# *Ж* `код` $x$ [т](a.md)![м](i.png)", "zh-kod-x-t")]
    [InlineData("# $|x|$ и ёж", "x-i-yozh")]
    [InlineData("#", "x-e3b0c442")]
    public void Ids_are_slugs_and_unique(string markdown, string ids) =>
        Assert.Equal(ids, string.Join(' ', Bodies.Render(markdown).Body.Anchors.Ids));

    [Fact]
    public void A_footnote_has_its_mark_its_text_and_its_way_back()
    {
        var body = Bodies.Render("А[^x].\n\n[^x]: Текст *сноски*.").Body;
        Assert.Equal(
            "<p>А<sup class=\"footnote-ref\"><a href=\"#entry--fn-1\" id=\"entry--fnref-1\" role=\"doc-noteref\">1</a></sup>.</p>\n"
            + "<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n<li id=\"entry--fn-1\">\n"
            + "<p>Текст <em>сноски</em>. <a href=\"#entry--fnref-1\" class=\"footnote-back\" "
                + "role=\"doc-backlink\">↩</a></p>\n</li>\n</ol>\n</div>\n",
            Bodies.Fill(body));
        Assert.Equal(["fnref-1", "fn-1"], body.Anchors.Ids);
        Assert.Equal(2, body.Pieces.Count(p => p.Kind == PieceKind.SelfAddress));
    }

    [Theory]
    [InlineData("a[^1][^1] b[^2][^1]\n\n[^1]: x\n[^2]: y", "fnref-1 fnref-1-2 fnref-2 fnref-1-3 fn-1 fn-2")]
    [InlineData("a[^b] c[^a]\n\n[^a]: x\n\n[^b]: y\n\n[^c]: unused [^a]", "fnref-1 fnref-2 fn-1 fn-2")]
    [InlineData("a[^1]\n\n[^1]: x[^2]\n\n[^2]: y[^1]", "fnref-1 fn-1 fnref-2 fn-2 fnref-1-2")]
    [InlineData("[a[^1]](b.md) ![c[^1]](d.png)\n\n[^1]: x", "fnref-1 fn-1")]
    [InlineData("a[^1]\n\n[^1]: - список\n", "fnref-1 fn-1")]
    [InlineData("a[^1]\n\n[^1]:\n", "fnref-1 fn-1")]
    [InlineData("a[^нет] [^]", "")]
    [InlineData("| a[^1] |\n|---|\n| b[^1] |\n\n[^1]: x", "fnref-1 fnref-1-2 fn-1")]
    public void Every_reference_has_an_id_and_every_fragment_a_target(string markdown, string ids)
    {
        var body = Bodies.Render(markdown).Body;
        Assert.Equal(ids, string.Join(' ', body.Anchors.Ids));
        var page = Bodies.Parse(Bodies.Fill(body));
        Assert.Equal(body.Anchors.Ids.Select(id => "entry--" + id), page.QuerySelectorAll("[id]").Select(e => e.Id));
        foreach (var link in page.QuerySelectorAll("a[href^='#']"))
        {
            Assert.Contains(link.GetAttribute("href")![1..], body.Anchors.Ids.Select(id => "entry--" + id));
        }

        Assert.Equal(page.QuerySelectorAll("[id^='entry--fnref']").Length, page.QuerySelectorAll("[role=doc-backlink]").Length);
        Assert.Empty(page.QuerySelectorAll("a a"));
    }

    [Fact]
    public void Many_footnotes_of_which_most_are_unused_keep_their_order()
    {
        var random = new Random(5);
        var used = Enumerable.Range(0, 400).Where(_ => random.Next(3) == 0).OrderBy(_ => random.Next()).ToList();
        var markdown = string.Concat(used.Select(n => $"a[^{n}] ")) + "\n\n"
            + string.Concat(Enumerable.Range(0, 400).Select(n => $"[^{n}]: t{n}\n\n"));
        var notes = Bodies.Page(markdown).QuerySelectorAll("li > p").Select(p => p.FirstChild!.TextContent.Trim());
        Assert.Equal(used.Select(n => $"t{n}"), notes);
    }
}
