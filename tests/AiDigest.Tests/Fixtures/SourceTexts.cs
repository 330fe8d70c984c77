using System.Collections.Immutable;
using System.Text;
using AiDigest.Core.Content;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using AiDigest.Core.Site;
using Xunit;

namespace AiDigest.Tests.Fixtures;

/// <summary>Small sources for the tables of this folder, and what was found in them, written as one line each.</summary>
internal static class SourceTexts
{
    public static readonly Limits Bounds = new();

    /// <summary>The keys that every entry has, on lines 2 to 4.</summary>
    public const string Basics = "title: Заголовок\ndate: 2026-11-14\ntags: [acceleration]\n";

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static Parsed<IReadOnlyList<ParsedEntry>> Entry(string frontMatter, string path = "content/papers/2026/11/14/teacache.md") =>
        EntryParser.Markdown(path, Utf8("---\n" + frontMatter.TrimEnd('\n') + "\n---\nТекст.\n"), Bounds);

    public static Parsed<IReadOnlyList<ParsedEntry>> DayFile(string text, string path = "content/papers/2026/11/14/day.yaml") =>
        EntryParser.Yaml(path, Utf8(text), Bounds);

    public static EntryMetadata Paper(string frontMatter, string path = "content/papers/2026/11/14/teacache.md")
    {
        var parsed = Entry(frontMatter, path);
        Assert.Empty(Found(parsed.Diagnostics));
        return Assert.Single(parsed.Value!).Metadata;
    }

    public static Parsed<ParsedPage> Page(string frontMatter, string path = "content/pages/about.md") =>
        PageParser.Parse(path, Utf8("---\n" + frontMatter.TrimEnd('\n') + "\n---\nТекст.\n"), Bounds);

    public static Parsed<Settings> SiteFile(string text) => SettingsParser.Parse("content/site.yaml", Utf8(text), OutputKind.Names);

    public static Parsed<IReadOnlyList<RegisteredTag>> Tags(string text) => TagsParser.Parse("content/tags.yaml", Utf8(text));

    public static Parsed<IReadOnlyDictionary<string, LocalizedText>> Strings(string text) =>
        StringsParser.Parse("templates/strings.ru.yaml", Utf8(text));

    /// <summary><c>line:column+length id message</c>, and behind <c> => </c> the fixed line.</summary>
    public static IEnumerable<string> Found(ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.Select(d => $"{d.Line}:{d.Column}+{d.Length} {d.Rule.Id} {d.Message}{(d.Fixed is null ? "" : " => " + d.Fixed)}");

    public static void AssertFound(ImmutableArray<Diagnostic> diagnostics, params string[] expected) =>
        Assert.Equal(string.Join("\n", expected), string.Join("\n", Found(diagnostics)));
}
