using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AiDigest.Core.Build;
using AiDigest.Core.Content;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using AiDigest.Core.Site;

namespace AiDigest.Core.Check;

/// <summary>
/// A source as the parser reads it, and what it means without its places: the measure by which two versions are the same.
/// </summary>
internal sealed class SourceFingerprint
{
    private readonly PageMetadata? _page;
    private readonly string _body = "";

    private SourceFingerprint(string path, byte[] bytes, Limits limits)
    {
        Bytes = bytes;
        HasMark = bytes is [0xEF, 0xBB, 0xBF, ..];
        Text = new SourceText(path, Encoding.UTF8.GetString(HasMark ? bytes.AsSpan(3) : bytes));
        if (path.StartsWith("content/pages/", StringComparison.Ordinal))
        {
            var page = PageParser.Parse(path, bytes, limits);
            (Diagnostics, _page, _body) = (page.Diagnostics, page.Value?.Page, page.Value?.Body.Markdown ?? "");
        }
        else if (path == SourceList.SettingsPath)
        {
            Diagnostics = SettingsParser.Parse(path, bytes, OutputKind.Names).Diagnostics;
        }
        else if (path == SourceList.TagsPath)
        {
            Diagnostics = TagsParser.Parse(path, bytes).Diagnostics;
        }
        else
        {
            var papers = path.EndsWith(".md", StringComparison.Ordinal)
                ? EntryParser.Markdown(path, bytes, limits)
                : EntryParser.Yaml(path, bytes, limits);
            (Diagnostics, Papers) = (papers.Diagnostics, [.. papers.Value ?? []]);
        }
    }

    public byte[] Bytes { get; }

    public bool HasMark { get; }

    public SourceText Text { get; }

    public ImmutableArray<Diagnostic> Diagnostics { get; } = [];

    public ImmutableArray<ParsedEntry> Papers { get; } = [];

    public int Errors => Diagnostics.Count(diagnostic => diagnostic.Rule.Severity == Severity.Error);

    public static SourceFingerprint Of(string path, byte[] bytes, Limits limits) => new(path, bytes, limits);

    /// <summary>Every value in order; null where nothing could be read.</summary>
    public string? Meaning(RegistrySpellings spellings)
    {
        var text = new StringBuilder();
        foreach (var paper in Papers)
        {
            Say(text, paper.Metadata, spellings);
            text.Append(paper.Body.Markdown).Append('\u0001');
        }

        if (_page is { } page)
        {
            Say(text, page.Title.Text, page.Address.Text, page.Description, page.Menu, page.Draft, page.Updated);
            Say(text, page.Aliases);
            Say(text, page.Extra);
            text.Append(_body);
        }

        return text.Length == 0 ? null : text.ToString();
    }

    private static void Say(StringBuilder text, EntryMetadata paper, RegistrySpellings spellings)
    {
        Say(text, paper.Title.Text, paper.Date, paper.Slug.Text);
        Say(text, [.. paper.Tags.Select(tag => spellings.Key(tag.Text)).Distinct(StringComparer.Ordinal)]);
        var fields = new FieldText(text);
        foreach (var field in EntryFields.Optional)
        {
            field.Write(paper, fields);
        }
    }

    private static void Say(StringBuilder text, ImmutableArray<Located> list) => Say(text, [.. list.Select(item => item.Text)]);

    private static void Say(StringBuilder text, params object?[] values)
    {
        foreach (var value in values)
        {
            text.Append(CultureInfo.InvariantCulture, $"{value ?? "\u0003"}\u0001");
        }

        text.Append('\u0004');
    }

    private static void Say(StringBuilder text, ExtraValue? value)
    {
        switch (value)
        {
            case ExtraValue.Sequence list:
                text.Append('[');
                foreach (var item in list.Items)
                {
                    Say(text, item);
                }

                text.Append(']');
                break;
            case ExtraValue.Mapping mapping:
                text.Append('{');
                foreach (var (key, item) in mapping.Members)
                {
                    text.Append(key).Append('\u0001');
                    Say(text, item);
                }

                text.Append('}');
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"{value}\u0001");
                break;
        }
    }

    /// <summary>Values without their places: a fix may move them.</summary>
    private sealed class FieldText(StringBuilder text) : IFieldWriter
    {
        public void Text(string? value) => Say(text, value);

        public void Texts(ImmutableArray<string> values) => Say(text, [.. values]);

        public void Flag(bool value) => Say(text, value);

        public void Date(EntryDate? value) => Say(text, value);

        public void Located(Located? value) => Say(text, value?.Text);

        public void Many(ImmutableArray<Located> values) => Say(text, values);

        public void Corrections(ImmutableArray<Correction> values) =>
            Say(text, [.. values.Select(correction => $"{correction.Date}\u0002{correction.Text}")]);

        public void Free(ExtraValue? value) => Say(text, value);
    }
}
