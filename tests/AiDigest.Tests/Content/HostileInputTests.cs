using System.Text;
using AiDigest.Core.Content;
using AiDigest.Core.Site;
using AiDigest.Tests.Fixtures;
using Xunit;
using static AiDigest.Tests.Fixtures.SourceTexts;

namespace AiDigest.Tests.Content;

/// <summary>No bytes make a parser throw or hang, and every place that is reported lies inside the file.</summary>
public class HostileInputTests
{
    private static readonly string[] Seeds =
    [
        "---\ntitle: \"TeaCache: кэш\"\ndate: 2026-11-14T09:00+03:00\ntags: [acceleration, 'C#']\nlead: >\n  Одна\n  "
        + "строка\nauthors:\n  - Feng Liu\n  - \"S. Zhang\"\ncorrections:\n  - date: 2026-11-16\n    text: |\n      Исправлено\nextra: "
        + "{a: [1, 0x1F, {b: ~}], c: 'd'}\n---\nТекст.\n",
        "date: 2026-11-14\nby: x\nentries:\n  - title: Foo\n    tags: [a]\n    body: |\n      Текст\n\n      ещё\n  - title: 'Bar'\n  "
        + "  tags:\n    - b\n    body: \"x\\ny\"\n",
        "title: Дайджест\nurl: https://a.example/x\nmenu:\n  - title: Теги\n    to: /tags/\nlimits: {nesting: 10}\noutputs: [home, rss]\n",
        "a:\n  title: x\n  aliases: [b, c]\nfeed:\n  count: {one: x, other: y}\n",
    ];

    private const string Signs = "\n\r\t :-#[]{},\"'|>&*!%@`abz019.?\\";

    private static readonly string[] Pieces =
    [
        "\n", "\r", "\r\n", "\t", "  ", ": ", " #", "#", "- ", "-", "? ", "[", "]", "{", "}", ",", "\"", "'", "|\n", ">\n", "&a ", "*a",
            "!t ", "<<: x\n", "---\n", "...\n", "%YAML 1.2\n",
        "\0", "\u0002", "\u0085", "\u2028", "\u202E", "\uFEFF", "\\", "\\x", "\\u12", "😀", "я", "title: ", "tags: ", "entries:\n",
            "body: |\n", "@", "`", ":", "::", "\uFFFF", "\uFFFE",
    ];

    [Fact]
    public void Random_bytes()
    {
        var random = new Random(20261114);
        for (var round = 0; round < 2000; round++)
        {
            var bytes = new byte[random.Next(0, 80)];
            random.NextBytes(bytes);
            Try(bytes);
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)Signs[bytes[i] % Signs.Length];
            }

            Try(bytes);
            Try([.. "---\n"u8, .. bytes, .. "\n---\nx"u8]);
        }
    }

    [Fact]
    public void Random_changes_of_good_files()
    {
        var random = new Random(19700101);
        for (var round = 0; round < 4000; round++)
        {
            var text = new StringBuilder(Seeds[random.Next(Seeds.Length)]);
            for (var changes = random.Next(1, 5); changes > 0; changes--)
            {
                var at = random.Next(text.Length + 1);
                if (random.Next(3) == 0)
                {
                    text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at));
                }
                else
                {
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                }
            }

            Try(Utf8(text.ToString()));
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("a: [")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("a:\n")]
    [InlineData("&a ")]
    [InlineData("!a ")]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("\\")]
    [InlineData(" ")]
    [InlineData("\t")]
    [InlineData("#")]
    [InlineData("a: b: ")]
    [InlineData("x\n")]
    [InlineData("- x\n")]
    [InlineData("a: |\n")]
    [InlineData(",")]
    [InlineData("[a, ")]
    [InlineData("\0")]
    public void Long_repetitions_end_in_time(string piece)
    {
        Growth.IsLinear(piece, 15_000, text => Try(Utf8(text)));
        Growth.IsLinear(piece, 15_000, text => Try(Utf8("---\ntitle: " + text + "\n---\nx")));
    }

    [Fact]
    public void Many_keys_are_read_in_time()
    {
        var text = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"k{i}: {{}}\n"));

        Assert.Equal(50_000, Tags(text).Value!.Count);
    }

    [Fact]
    public void One_line_of_many_mistakes_is_bounded()
    {
        var parsed = DayFile("extra: {" + new StringBuilder().Insert(0, "a: 1, ", 100_000) + "}");

        Assert.InRange(parsed.Diagnostics.Sum(diagnostic => diagnostic.SourceLine!.Length), 1, 6 << 20);
        Assert.True(parsed.Failed);
    }

    private static void Try(byte[] bytes)
    {
        Inside(bytes, EntryParser.Markdown("content/papers/x.md", bytes, Bounds).Diagnostics);
        Inside(bytes, EntryParser.Yaml("content/papers/x.yaml", bytes, Bounds).Diagnostics);
        Inside(bytes, PageParser.Parse("content/pages/x.md", bytes, Bounds).Diagnostics);
        Inside(bytes, SettingsParser.Parse("content/site.yaml", bytes, OutputKind.Names).Diagnostics);
        Inside(bytes, TagsParser.Parse("content/tags.yaml", bytes).Diagnostics);
        Inside(bytes, StringsParser.Parse("templates/strings.ru.yaml", bytes).Diagnostics);
    }

    private static void Inside(byte[] bytes, System.Collections.Immutable.ImmutableArray<AiDigest.Core.Diagnostics.Diagnostic> diagnostics)
    {
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        var lines = text.ReplaceLineEndings("\n")
            .Count(c => c == '\n') + 1 + text.Count(c => c is '\u0085' or '\u2028' or '\u2029' or '\f');
        foreach (var diagnostic in diagnostics)
        {
            Assert.InRange(diagnostic.Line, 1, lines);
            Assert.InRange(diagnostic.Column, 1, diagnostic.SourceLine!.Length + 1);
            Assert.InRange(diagnostic.Length, 1, Math.Max(1, diagnostic.SourceLine.Length + 1 - diagnostic.Column));
            Assert.DoesNotContain('\n', diagnostic.Message);
            Assert.DoesNotContain('\n', diagnostic.Fixed ?? "");
            Assert.False(diagnostic.Message.EndsWith('.'), diagnostic.Message);
        }
    }
}
