using System.Collections.Immutable;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content.FrontMatter;

/// <summary>
/// Turns values of YAML into those of the model. Each method returns null (or what can be kept) where the value has a mistake,
/// which it has then reported at its place, with the fixed line where there is only one way to fix it.
/// </summary>
/// <param name="limits">Of the items of lists; null: the usual ones.</param>
/// <param name="trustedNames">Names that end in <c>_html</c> may be in <c>extra</c>: in site.yaml, which is the owner's.</param>
internal sealed partial class ValueReader(DiagnosticBag findings, bool trustedNames = false, Limits? limits = null)
{
    private readonly Limits _limits = limits ?? new Limits();

    public DiagnosticBag Diagnostics => findings;

    /// <summary>What <c>outputs</c> may hold.</summary>
    public IReadOnlyList<string> OutputNames { get; init; } = [];

    public SourceText Source => findings.Source;

    public SourceRef At(YamlNode node) =>
        new(Source.Path, node.Line, node.Column, node.EndLine == node.Line ? Math.Max(1, node.EndColumn - node.Column) : 1);

    /// <summary>Text for readers: trimmed, and whole (a ` #` would have cut it).</summary>
    public string? Text(YamlValue value) => Human(value)?.Trim();

    public Located? LocatedText(YamlValue value) => Text(value) is { } text ? new Located(text, At(value.Node)) : null;

    /// <summary>The text between its quotes.</summary>
    public string? Human(YamlValue value) =>
        Scalar(value) is { } text && !IsCutByHash(value, FieldType.Text) ? text : null;

    /// <summary>Text for machines: a comment may follow it.</summary>
    public string? Word(YamlValue value) => Scalar(value)?.Trim();

    public ImmutableArray<Located>? TextList(YamlValue value) => List(value, static (read, item) => read.LocatedText(item));

    public bool? Flag(YamlValue value)
    {
        if (Scalar(value) is not { } text)
        {
            return null;
        }

        if (value.Node.IsPlain && text is "true" or "false")
        {
            return text == "true";
        }

        var meant = text.Trim().ToLowerInvariant() switch
        {
            "true" or "yes" or "on" or "y" or "1" or "да" => "true",
            "false" or "no" or "off" or "n" or "0" or "нет" => "false",
            _ => null,
        };
        Wrong(Catalogue.BadFlag, value,
            Messages.NotTrueOrFalse(value.Name, meant), meant);
        return null;
    }

    public int? Number(YamlValue value, int least, int most)
    {
        if (Word(value) is not { } text)
        {
            return null;
        }

        if (text.Length is > 0 and < 10 && !text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            var number = int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
            if (number >= least && number <= most)
            {
                return number;
            }
        }

        Wrong(Catalogue.BadNumber, value,
            Messages.NotANumber(value.Name, least, most, text));
        return null;
    }

    /// <summary>Reads each item of a list; null where the value is no list. Items with a mistake are left out.</summary>
    /// <param name="ofTexts">A lone text can be in brackets.</param>
    public ImmutableArray<T>? List<T>(YamlValue value, Func<ValueReader, YamlValue, T?> read, bool ofTexts = true)
        where T : class => List<T>(value, ofTexts, (item, items) =>
        {
            if (read(this, item) is { } good)
            {
                items.Add(good);
            }
        });

    /// <summary>Likewise, a list of texts with their places.</summary>
    public ImmutableArray<Located>? List(YamlValue value, Func<ValueReader, YamlValue, Located?> read) =>
        List<Located>(value, ofTexts: true, (item, items) =>
    {
        if (read(this, item) is { } good)
        {
            items.Add(good);
        }
    });

    private ImmutableArray<T>? List<T>(YamlValue value, bool ofTexts, Action<YamlValue, ImmutableArray<T>.Builder> add)
    {
        var node = value.Node;
        if (node.Kind == YamlKind.Broken)
        {
            return null;
        }

        if (node.Kind != YamlKind.Sequence)
        {
            NotAList(value, ofTexts);
            return null;
        }

        var most = _limits.ItemsOf(value.Name);
        if (node.Items!.Count > most)
        {
            findings.Add(Catalogue.TooManyItems, node.Items[most], Messages.TooManyItems(value.Name, node.Items.Count, most));
        }

        var items = ImmutableArray.CreateBuilder<T>(Math.Min(node.Items.Count, most));
        foreach (var item in node.Items.Take(most))
        {
            var one = value.Item(item);
            if (!item.IsBlank)
            {
                add(one, items);
            }
            else if (!IsCutByHash(one, FieldType.Text))
            {
                findings.Add(
                    Catalogue.BlankValue, item.Line, Math.Max(1, item.Column - 1), 1,
                    Messages.BlankListItem(value.Name));
            }
        }

        return items.DrainToImmutable();
    }

    /// <summary>A plain text for readers that goes on behind a ` #`, or is nothing but a comment that looks like a text.</summary>
    public bool IsCutByHash(YamlValue value, FieldType type)
    {
        var node = value.Node;
        if (!node.IsPlain || type is not (FieldType.Text or FieldType.TextList))
        {
            return false;
        }

        var line = LineSpan(node.EndLine);
        var hash = Math.Min(node.EndColumn - 1, line.Length);
        var end = hash;
        while (hash < line.Length && line[hash] is ' ' or '\t')
        {
            hash++;
        }

        // Behind a key without a value, "# note" is a comment and "#1 in its class" a text.
        if (hash == line.Length || line[hash] != '#' || hash == end
            || (node.Text.Length == 0 && hash + 1 < line.Length && line[hash + 1] == ' '))
        {
            return false;
        }

        var written = Source.Line(node.EndLine);
        var start = node.Text.Length == 0 ? hash : node.Column - 1;
        var text = written[Math.Min(start, written.Length)..].TrimEnd();
        var fixedText = node.Line != node.EndLine ? null
            : value is { IsItem: true, Name: "tags" } && node.Text.Length == 0 ? written[..start] + text.TrimStart('#', ' ')
            : type == FieldType.TextList ? written[..start]
                + BracketList.Fixed("[" + (value.Name == "tags" ? HashTags(text) : text) + "]", value.Name == "tags")
            : Quoting.Rest(written, start + 1);
        findings.Add(
            Catalogue.TextCutByHash, node.EndLine, hash + 1, int.MaxValue / 2,
            Messages.CutByHash(value.Subject), fixedText);
        return true;
    }

    private string? Scalar(YamlValue value)
    {
        var node = value.Node;
        if (node.Kind == YamlKind.Scalar)
        {
            var text = findings.Clean(node, value.Subject);
            if (!string.IsNullOrWhiteSpace(text) || node.IsBlank)
            {
                return text;
            }

            findings.Add(Catalogue.BlankValue, node, Messages.ValueBlank(value.Subject));
            return null;
        }

        if (node.Kind != YamlKind.Broken)
        {
            var fixedText = FixedText(node);
            findings.Add(
                Catalogue.NotText, node, Messages.NotText(value.Subject, node.Noun, fixedText is not null),
                fixedText);
        }

        return null;
    }

    /// <summary>The line on which a text was taken for a list or mapping, with the text in quotes.</summary>
    private string? FixedText(YamlNode node)
    {
        var line = Source.Line(node.Line);
        return node switch
        {
            { Flow: true, Kind: YamlKind.Sequence or YamlKind.Mapping } when node.EndLine == node.Line =>
                Quoting.Span(line, node.Column, node.EndColumn),
            { Kind: YamlKind.Mapping, Pairs: [var pair] } when pair.Value.EndLine == node.Line && pair.Value.Kind == YamlKind.Scalar =>
                Quoting.Rest(line, node.Column),
            _ => null,
        };
    }

    private void NotAList(YamlValue value, bool ofTexts)
    {
        var node = value.Node;
        string? fixedText = null;
        if (node is { IsPlain: true, Text: ['-', _, ..] } && node.Line > value.Key.Line)
        {
            MissingSpaces(node);
            return;
        }

        if (ofTexts && node.Kind == YamlKind.Scalar && node.Line == node.EndLine)
        {
            var line = Source.Line(node.Line);
            var comment = line.AsSpan(Math.Min(node.EndColumn - 1, line.Length)).Contains('#');
            var written = comment
                && value.Name == "tags" ? HashTags(line[(node.Column - 1)..]) : Quoting.Between(line, node.Column, node.EndColumn);
            var list = node.IsPlain ? BracketList.Fixed("[" + written.Trim('[', ']') + "]", value.Name == "tags") : "[" + written + "]";
            fixedText = list is null
                ? null
                : Quoting.Replace(line, node.Column, comment && value.Name == "tags" ? line.Length + 1 : node.EndColumn, list);
        }

        findings.Add(
            Catalogue.NotAList, node,
            Messages.NotAList(value.Name, node.Noun), fixedText);
    }

    /// <summary>Tags as they are written elsewhere, <c>диффузия #кэш</c>, with commas between them.</summary>
    private static string HashTags(string written) =>
        string.Join(", ", written.Split(" #", StringSplitOptions.TrimEntries).Select(tag => tag.TrimEnd(',')));

    /// <summary>Lines of a list that are one text to YAML, because no space follows their hyphens.</summary>
    private void MissingSpaces(YamlNode node)
    {
        for (var number = node.Line; number <= node.EndLine; number++)
        {
            var line = Source.Line(number);
            var hyphen = line.AsSpan().IndexOfAnyExcept(' ');
            if (hyphen >= 0 && line[hyphen] == '-')
            {
                findings.Add(
                    Catalogue.MissingSpace, number, hyphen + 1, 1, Messages.NoSpaceAfterHyphen,
                    line[..(hyphen + 1)] + " " + line[(hyphen + 1)..].TrimStart());
            }
        }
    }

    /// <summary>Reports a malformed value; <paramref name="meant"/> is what it should be, as YAML would have it.</summary>
    public void Wrong(Rule rule, YamlValue value, Message message, string? meant = null)
    {
        var node = value.Node;
        var fixedText = meant is not null && node.Line == node.EndLine
            ? Quoting.Replace(Source.Line(node.Line), node.Column, node.EndColumn, meant)
            : null;
        findings.Add(rule, node, message, fixedText);
    }

    private ReadOnlySpan<char> LineSpan(int line)
    {
        var text = Source.Text.AsSpan(Source.LineStart(line));
        var end = text.IndexOfAny('\r', '\n');
        return end < 0 ? text : text[..end];
    }
}
