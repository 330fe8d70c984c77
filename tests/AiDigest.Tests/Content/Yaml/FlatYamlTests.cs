using System.Text;
using AiDigest.Core.Content;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Content.Yaml;

/// <summary>What the short reader reads at all, it reads as the parser of the package does: every text, style and place.</summary>
public class FlatYamlTests
{
    private static readonly string[] Lines =
    [
        "title: Заголовок", "title: \"Кэш: три\"", "title: 'Кэш # три'", "title: \"\"", "title: ''", "title: \" a \"", "title: a: b",
            "title: a #b", "title: a#b", "title: a:b", "title: a:", "title: \"a\" b",
        "title: \"a\\n\"", "title: 'it''s'", "title: it's", "title: a \"b\"", "title:  два", "title: a ", "title:\ta", "title: a\tb",
            "title : a", "title:a", "title: -", "title: - a", "title: -a", "title: ? a", "title: &a b", "title: *a",
        "title: !t a", "title: @a", "title: `a", "title: %a", "title: |", "title: >-", "title: {a: b}", "title: (a) b", "title: .5",
            "title: ...", "title: ---", "title: «а»", "title: $x$", "title: ~", "title: null", "title: a\u00A0b", "title: a\u0085b",
        "title: a\u2028b", "title: 😀", "title: a\uFEFFb", "title: №1", "title: +1", "title: ё", "title: a , b", "title: a, b]",
            "title: [a, b", "title: a\u00A0", "title: a :b", "title: a ::", "title: \"a: b\"", "title: \"[a]\"",
        "date: 2026-11-14", "date: 2026-11-14T09:00:00+03:00", "draft: true", "arxiv: \"2412.04578\"", "arxiv: 2411.10510",
            "url: https://a.example/x?y=1&z=[2]#f", "url: https://a.example/#f", "by:", "by: ", "  by: x", "# comment", "", "   ",
        "tags: [a, b]", "tags: [a,b]", "tags: [ a, b ]", "tags: []", "tags: [a]", "tags: [a, b] # c", "tags: [a, \"b c\", 'd']",
            "tags: [a, \"b\\n\"]", "tags: [a b, c-d, e_f]", "tags: [a, , b]", "tags: [a, b,]", "tags: [a: b]", "tags: [a, [b]]",
            "tags: [C#]",
        "tags: [машинное обучение, ё]", "tags: [a,  b]", "tags: [a , b]", "tags: [-a, b]", "tags: [\"a, b\", c]", "tags: [a(b), c/d, 1.5]",
            "tags: [a]]", "tags: [\"a\"b]", "tags: [a,",
        "authors:", "  - Feng Liu", "  - \"S. Zhang\"", "  - 'O''Neil'", "- Feng Liu", "- a: b", "    - deep", " - a", "  -", "  - ",
            "  -a", "  - - a", "  - [a, b]", "  - a #c", "  - a: b", "    more", "  more", "extra:", "  a: b", "...", "---", "key2_x: y",
        "Title: x", "2x: y", "_x: y", "x-y: z", "ключ: x", "\"title\": x", "<<: x", "? a", ": a", "a", "\r", "title: a\r", "title: \uFFFD",
            "title: \u200B", "title: a  b",
    ];

    [Fact]
    public void Lines_at_random()
    {
        var random = new Random(20261127);
        var read = 0;
        for (var round = 0; round < 60_000; round++)
        {
            var text = new StringBuilder();
            for (var count = random.Next(1, 6); count > 0; count--)
            {
                text.Append(Lines[random.Next(Lines.Length)]).Append('\n');
            }

            read += Same(text.ToString(), random.Next(0, 3)) ? 1 : 0;
        }

        Assert.InRange(read, 500, 30_000);
    }

    [Fact]
    public void Good_lines_with_a_sign_too_many()
    {
        const string Good =
            "title: \"Кэш: три\"\ndate: 2026-11-14\ntags: [acceleration, b c]\nauthors:\n  - Feng Liu\n  - \"S. Zhang\"\nurl: "
            + "https://a.example/x\n";
        Assert.True(Same(Good, 1));
        var read = 0;
        foreach (var sign in "\n\r\t :-#[]{},\"'|>&*!%@`?\\.az019я~$(\u00A0\u0085\u2028\uFEFF")
        {
            for (var at = 0; at <= Good.Length; at++)
            {
                read += Same(Good.Insert(at, sign.ToString()), 1) ? 1 : 0;
                read += at < Good.Length && Same(Good.Remove(at, 1).Insert(at, sign.ToString()), 1) ? 1 : 0;
            }
        }

        Assert.InRange(read, 500, 6_000);
    }

    [Fact]
    public void Every_character()
    {
        for (var c = 1; c <= char.MaxValue; c++)
        {
            if (!char.IsSurrogate((char)c))
            {
                Same($"a: {(char)c}\n", 0);
                Same($"a: x{(char)c}y\nb: [x{(char)c}y, z]\nc: \"{(char)c}\"\n", 0);
            }
        }
    }

    [Theory]
    [InlineData("a: b\n", true)]
    [InlineData("a: b", false)]
    [InlineData("", false)]
    [InlineData("a: b\na: c\n", false)]
    [InlineData("a:\n- b\n- c\n", true)]
    [InlineData("a:\n  - b\n", true)]
    [InlineData("a:\n  - b\nc: d\n", true)]
    [InlineData("a:\n", false)]
    [InlineData("a: b\n\n", false)]
    [InlineData("a: [b, c]\n", true)]
    [InlineData("a: \"b\"\n", true)]
    public void What_it_takes_on(string text, bool isRead) => Assert.Equal(isRead, Same(text, 1));

    [Fact]
    public void It_reads_most_of_the_front_matter_that_there_is()
    {
        var (read, all) = (0, 0);
        foreach (
            var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, "content", "papers"), "*.md", SearchOption.AllDirectories))
        {
            var source = new SourceText(file, File.ReadAllText(file));
            var yaml = SplitSource.Split(source, new DiagnosticBag(source))!.Value.Yaml;
            read += Same(yaml.Span.ToString(), yaml.LinesBefore) ? 1 : 0;
            all++;
        }

        Assert.InRange(read, all / 2, all);
    }

    /// <returns>Whether the short reader took it on; then both gave the same.</returns>
    private static bool Same(string text, int linesBefore)
    {
        // In the middle of a larger text, as front matter is.
        var within = new YamlText("---\n" + text + "---\n", 4, text.Length, linesBefore);
        if (FlatYaml.Read(within, nesting: 10) is not { } flat)
        {
            return false;
        }

        var outcome = YamlTree.Read(new SourceText("x.md", within.Text), within, nesting: 10);
        Assert.True(outcome is { Fault: null, Root: not null }, text);
        Assert.True(outcome.Diagnostics.Count == 0, text);
        Assert.Equal(Told(outcome.Root!), Told(flat));
        return true;
    }

    private static string Told(YamlNode node) =>
        $"{node.Kind} {node.Style} {node.Flow} {node.Line}:{node.Column}-{node.EndLine}:{node.EndColumn} '{node.Text}'"
        + string.Concat((node.Items ?? []).Select(item => $"\n- {Told(item)}"))
        + string.Concat((node.Pairs ?? []).Select(pair => $"\n{Told(pair.Key)} => {Told(pair.Value)}"));
}
