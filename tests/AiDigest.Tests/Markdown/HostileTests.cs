using System.Text.RegularExpressions;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Markdown;
using AiDigest.Core.Model;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Markdown;

public class HostileTests
{
    [Theory]
    [InlineData("a\u0002b", "ab", "1:2 AD0301")]
    [InlineData("\0a\u007f\u0085b\n\u202Ec\u2066\n\td\uFDD0", "ab\nc\nd", "1:1 AD0301, 2:1 AD0301, 3:3 AD0301")]
    [InlineData("a\r\n\u0001b\rc\u001b", "a\nb\nc", "2:1 AD0301, 3:2 AD0301")]
    public void Control_characters_are_removed_with_a_warning_a_line(string markdown, string text, string findings)
    {
        Assert.Equal(text, Bodies.Page(markdown).TextContent.Trim());
        Assert.Equal(findings, Bodies.Findings(markdown));
    }

    [Fact]
    public void Places_behind_a_removed_character_are_those_of_the_file()
    {
        var rendered = Bodies.Render("\u0001a\u0002 [b](c.md) \u0003![d](http://e.f)");
        Assert.Equal(5, Assert.Single(rendered.Body.Links).At.Column);
        Assert.Equal([1, 16], rendered.Diagnostics.Select(d => d.Column));
    }

    public static TheoryData<string, string> Deep => new()
    {
        { new string('>', 100_000), "1:257" },
        { "a\n\n" + string.Concat(Enumerable.Repeat("> ", 65)) + "x", "3:129" },
        { string.Concat(Enumerable.Repeat("- ", 100_000)) + "x", "1:513" },
        { string.Concat(Enumerable.Repeat("1. ", 100_000)) + "x", "1:770" },
        { string.Concat(Enumerable.Repeat("- ", 65)) + "x", "1:129" },
        { string.Concat(Enumerable.Range(0, 70).Select(n => new string(' ', 2 * n) + "- a\n")), "65:129" },
        { "a\n" + new string('[', 100_000), "2:65" },
        { string.Concat(Enumerable.Repeat("![", 100_000)), "1:129" },
        { "b\n" + new string('*', 50_000) + "a" + new string('*', 50_000), "2:129" },
        { string.Concat(Enumerable.Repeat("*a _b ", 20_000)), "1:3001" },
    };

    [Theory]
    [MemberData(nameof(Deep))]
    public void What_is_nested_too_deeply_is_an_error_at_its_place(string markdown, string place)
    {
        var rendered = Bodies.Render(markdown);
        Assert.Same(MemoryBody.Empty, rendered.Body);
        var finding = Assert.Single(rendered.Diagnostics);
        Assert.Equal(Catalogue.NestedTooDeeply, finding.Rule);
        Assert.Equal(place, $"{finding.Line}:{finding.Column}");
    }

    public static TheoryData<string> Shallow => new()
    {
        string.Concat(Enumerable.Repeat("- ", 100_000)),
        new string('*', 100_000),
        new string('_', 100_000),
        new string('`', 100_000) + "\n" + new string('`', 100_000),
        new string('$', 100_000),
        new string('#', 100_000),
        string.Concat(Enumerable.Repeat("> ", 64)) + "x",
        string.Concat(Enumerable.Repeat("- ", 64)) + "x",
        new string('[', 64),
        "```\n" + new string('[', 100_000) + "\n```",
        string.Concat(Enumerable.Repeat("[a](b) ", 5_000)),
        string.Concat(Enumerable.Repeat("**a** ", 400)),
    };

    [Theory]
    [MemberData(nameof(Shallow))]
    public void What_only_looks_deep_is_none(string markdown) => Assert.Empty(Bodies.Findings(markdown));

    [Theory]
    [InlineData("[x](javascript:1) ")]
    [InlineData("##x\n")]
    [InlineData("a\u0001\n")]
    [InlineData("```q\nx\n```\n")]
    public void A_body_reports_a_bounded_number_of_mistakes(string piece)
    {
        var found = Bodies.Render(string.Concat(Enumerable.Repeat(piece, 50_000))).Diagnostics;
        Assert.InRange(found.Length, 2, 501);
        Assert.Contains(found, diagnostic => diagnostic.Rule == Catalogue.MoreMistakes);
        Assert.InRange(found.Sum(diagnostic => diagnostic.SourceLine!.Length), 1, 6 << 20);
    }

    [Fact]
    public void The_limit_is_that_of_the_options()
    {
        var renderer = new BodyRenderer(Bodies.Options with { Limits = new Limits(Nesting: 2) });
        Assert.Empty(renderer.Render(Bodies.Source("> > a")).Diagnostics);
        Assert.Single(renderer.Render(Bodies.Source("> > > a")).Diagnostics);
        Assert.Single(renderer.Render(Bodies.Source("[[[")).Diagnostics);
    }

    [Fact]
    public void No_setting_lets_the_stack_overflow()
    {
        var renderer = new BodyRenderer(Bodies.Options with { Limits = new Limits(Nesting: int.MaxValue) });
        Assert.Single(renderer.Render(Bodies.Source(new string('>', 100_000))).Diagnostics);
        Assert.Single(renderer.Render(Bodies.Source(new string('*', 50_000) + "a" + new string('*', 50_000))).Diagnostics);
        Assert.Empty(renderer.Render(Bodies.Source(string.Concat(Enumerable.Repeat("- ", 450)) + "x")).Diagnostics);
    }

    // Each took the parser minutes, or would take more with each line, before it was bounded.
    [Theory]
    [InlineData("[](")]
    [InlineData("[a](((b")]
    [InlineData("a\n-\n")]
    [InlineData("x\n\n---\n\na\n: b\n\n")]
    [InlineData("[a]: b\n")]
    [InlineData("[^a]: b\n\n")]
    [InlineData("a|b\n-|-\n")]
    [InlineData("*a [b](c) ")]
    [InlineData("http://a.b ")]
    [InlineData("$a $$b ")]
    [InlineData("$|")]
    [InlineData("`$|")]
    [InlineData("<a@b.c> ")]
    [InlineData("&#1;")]
    [InlineData("\u0001\n")]
    [InlineData("# a\n\n")]
    public void Repetition_takes_no_more_than_its_length(string part)
    {
        Growth.IsLinear(part, 15_000, text => Bodies.Render(text));
    }

    private static readonly string[] Parts =
    [
        "a", "слово", " ", " ", "\n", "\n\n", "\t", "    ", "*", "**", "_", "~~", "`", "```", "$", "$$", "[", "]", "(", ")", "![", "](",
            "](a.md)", "](javascript:x)", "<", ">", "&", "&#1;", "&#xD800;", "&lt;",
        "|", "|-|\n", "\n|---|:-:|\n", "- ", "1. ", "- [x] ", "# ", "## ", "> ", ": ", "[^1]", "[^1]: ", "[a]: b\n", "[a]", "https://a.b/c",
            "www.a.b", "<http://a.b>", "\\", "\"", "'", "\u0001", "\u202E",
        "\uFDD0", "\0", "\r", "\r\n", "<script>", " style=\"x\"", " onclick=\"x\"", "]]>", "😀", "\uD800", "\uDC00", "=\n", "---\n", "{",
            "}", "^", "\u00A0", "é", "~~~ x\n", "![x](http://y)", "![x](y \"z\")",
    ];

    [Fact]
    public void Nothing_throws_and_nothing_harmful_comes_out()
    {
        var random = new Random(20260822);
        for (var round = 0; round < 2_000; round++)
        {
            var markdown = round % 6 == 0
                ? new string([.. Enumerable.Range(0, random.Next(80)).Select(_ => (char)random.Next(round % 12 == 0 ? 0x100 : 0x10000))])
                : string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Parts[random.Next(Parts.Length)]));
            var source = new BodySource(new SourceText("x.md", "---\n---\n" + markdown), markdown, 3);
            var rendered = new[] { Bodies.Options, Bodies.Options with { Math = false } }.Select(o => Renderers[o.Math].Render(source))
                .ToArray();
            Assert.All(rendered, r => Check(r, source.File));
        }
    }

    [Fact]
    public void Threads_share_a_renderer()
    {
        var texts = Enumerable.Range(0, 200).Select(n => $"# {n}\n\n*a{n}* [b](c{n}.md) $x_{n}$[^1]\n\n[^1]: d{n}\n").ToArray();
        var alone = texts.Select(t => Bodies.Fill(Bodies.Render(t).Body)).ToArray();
        var together = texts.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(t => Bodies.Fill(Bodies.Render(t).Body)).ToArray();
        Assert.Equal(alone, together);
    }

    private static readonly Dictionary<bool, BodyRenderer> Renderers = new()
    {
        [true] = new BodyRenderer(Bodies.Options),
        [false] = new BodyRenderer(Bodies.Options with { Math = false }),
    };

    private static void Check(RenderedMarkdown rendered, SourceText file)
    {
        var body = rendered.Body;
        var at = 0;
        foreach (var piece in body.Pieces.Where(p => p.Kind == PieceKind.Html))
        {
            Assert.Equal(at, piece.Value);
            Assert.True(piece.Length > 0);
            at += piece.Length;
        }

        Assert.Equal(body.Utf8.Length, at);
        foreach (var finding in rendered.Diagnostics)
        {
            Assert.False(finding.Message.StartsWith("too much", StringComparison.Ordinal), finding.Message + " in "
                + System.Text.Json.JsonSerializer.Serialize(file.Text));
            Assert.InRange(finding.Line, 3, file.LineCount);
            Assert.InRange(finding.Column, 1, file.Line(finding.Line).Length + 1);
        }

        foreach (var link in body.Links)
        {
            Assert.InRange(link.At.Line, 3, file.LineCount);
            Assert.True(
                link.At.Column <= file.Line(link.At.Line).Length,
                $"{link.At} is outside of {System.Text.Json.JsonSerializer.Serialize(file.Text)}");
            var there = file.Line(link.At.Line)[(link.At.Column - 1)..];
            Assert.True(there.StartsWith(link.IsImage ? '!' : '[')
                || file.Line(link.At.Line).Contains('\t', StringComparison.Ordinal),
                $"'{there}' at {link.At} of {System.Text.Json.JsonSerializer.Serialize(file.Text)}");
        }

        CheckHtml(body, Bodies.Fill(body));
    }

    private static void CheckHtml(RenderedBody body, string html)
    {
        Assert.DoesNotMatch(
            new Regex("[\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u202A-\\u202E\\u2066-\\u2069\\uFDD0-\\uFDEF\\uFFFE\\uFFFF]"), html);
        Assert.DoesNotContain("]]>", html, StringComparison.Ordinal);
        var page = Bodies.Parse(html);
        foreach (var element in page.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, Elements);
            Assert.All(element.Attributes, a => Assert.Contains(a.Name, Attributes));
            if (element.GetAttribute("href") is { } href)
            {
                Assert.DoesNotMatch("^[\\s\\x00-\\x20]*(javascript|data|vbscript|file):", href.ToLowerInvariant());
            }
        }

        Assert.Equal(body.Anchors.Ids.Length, body.Anchors.Ids.Distinct().Count());
        Assert.Equal(body.Anchors.Ids.Select(id => "entry--" + id), page.QuerySelectorAll("[id]").Select(e => e.Id));
    }

    private static readonly HashSet<string> Elements =
    [
        "p", "br", "hr", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "figure", "figcaption", "pre", "code", "em", "strong",
            "del", "a", "img", "sup", "section", "div",
        "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "label", "input", "span",
        "math", "semantics", "annotation", "mrow", "mi", "mn", "mo", "mtext", "mspace", "msub", "msup", "msubsup", "mstyle", "mpadded",
            "mover", "munder",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "id", "href", "title", "src", "alt", "loading", "class", "role", "tabindex", "scope", "start", "type", "disabled", "checked",
        "display", "encoding", "mathvariant", "width", "lspace", "rspace", "stretchy", "fence", "form", "separator", "scriptlevel",
            "displaystyle",
    ];
}
