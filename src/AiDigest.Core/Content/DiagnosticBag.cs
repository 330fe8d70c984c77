using System.Collections.Immutable;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Content;

/// <summary>
/// The mistakes found in one file. A line that was fixed to go on reading has said all it has to say: what else is found on
/// it is at columns that the author never wrote, and is dropped.
/// </summary>
internal sealed class DiagnosticBag(SourceText source)
{
    /// <summary>What one file reports of each severity: enough to work by, and a bound for a hostile file.</summary>
    private const int Most = 500;

    /// <summary>Characters of lines that are kept with the findings: a line may be as long as its file.</summary>
    private const int MostText = 4 << 20;

    private List<Diagnostic>? _list;
    private int _warnings;
    private int _dropped;
    private int _text;
    private List<int>? _fixedLines;

    public SourceText Source => source;

    public int Count => _list?.Count ?? 0;

    /// <summary>Whether no further error is taken, so that none need be made.</summary>
    public bool IsFull => Count - _warnings >= Most;

    public void Add(Rule rule, int line, int column, int length, Message message, string? fixedText = null)
    {
        var count = rule.Severity == Severity.Warning ? _warnings : Count - _warnings;
        if (count < Most && (_text < MostText || count == 0) && (_fixedLines is null || !_fixedLines.Contains(line)))
        {
            Add(source.Report(rule, line, column, length, message, fixedText));
        }
        else if (count >= Most || _text >= MostText)
        {
            _dropped++;
        }
    }

    private void Add(Diagnostic diagnostic)
    {
        (_list ??= []).Add(diagnostic);
        _text += diagnostic.SourceLine!.Length + (diagnostic.Fixed?.Length ?? 0);
        _warnings += diagnostic.Rule.Severity == Severity.Warning ? 1 : 0;
    }

    public void Add(Rule rule, YamlNode at, Message message, string? fixedText = null) =>
        Add(rule, at.Line, at.Column, at.EndLine == at.Line ? at.EndColumn - at.Column : int.MaxValue / 2, message, fixedText);

    /// <summary>Reports the mistake for which a line was fixed, and nothing more of this line.</summary>
    public void AddFixed(Rule rule, int line, int column, int length, Message message, string fixedText)
    {
        Add(rule, line, column, length, message, Unprintable.IsIn(fixedText) ? Unprintable.Without(fixedText) : fixedText);
        (_fixedLines ??= []).Add(line);
    }

    /// <summary>The text of a scalar without characters that no text may hold; the first of them is reported.</summary>
    public string Clean(YamlNode node, string subject)
    {
        var text = node.Text;
        var hidden = Unprintable.IndexIn(text);
        var escaped = node.Style == YamlStyle.DoubleQuoted ? Escaped(text) : -1;
        if (hidden < 0 && escaped < 0)
        {
            return text;
        }

        var start = Math.Min(source.LineStart(node.Line) + node.Column - 1, source.Text.Length);
        var end = Math.Clamp(source.LineStart(node.EndLine) + node.EndColumn - 1, start, source.Text.Length);
        var written = source.Text.AsSpan(start, end - start);
        if (Unprintable.IndexIn(written) is >= 0 and var index)
        {
            var (line, column) = source.Position(start + index);
            Add(Catalogue.InvisibleCharacter, line, column, 1,
                Messages.InvisibleCharacter(subject, written[index]));
        }
        else if (hidden >= 0 || IsTex(written))
        {
            var c = text[hidden >= 0 ? hidden : escaped];
            var fixedText = node.Line == node.EndLine && written.Length > 1
                ? Quoting.Replace(
                    source.Line(node.Line), node.Column, node.EndColumn,
                    Quoting.Single(written[1..^1].ToString().Replace("\\\"", "\"", StringComparison.Ordinal)))
                : null;
            Add(Catalogue.InvisibleCharacter, node, Messages.Escape(subject, c),
                fixedText);
        }

        return hidden < 0 && escaped >= 0 && text[escaped] != '\r' ? text : Unprintable.Without(text.Replace('\r', '\n'));
    }

    private static bool IsTex(ReadOnlySpan<char> written) =>
        written.Contains('$')
            && (written.Contains("\\t", StringComparison.Ordinal) || written.Contains("\\n", StringComparison.Ordinal)
            || written.Contains("\\r", StringComparison.Ordinal));

    /// <summary>A tab or line break, which <c>\tau</c> and <c>\nabla</c> become in double quotes.</summary>
    private static int Escaped(string text) => text.AsSpan().IndexOfAny('\t', '\n', '\r');

    public void AddRange(DiagnosticBag others)
    {
        foreach (var other in others._list ?? [])
        {
            if (_fixedLines is null || !_fixedLines.Contains(other.Line))
            {
                Add(other);
            }
        }
    }

    public ImmutableArray<Diagnostic> Sorted()
    {
        if (_list is null)
        {
            return [];
        }

        if (_dropped > 0)
        {
            Add(source.Report(Catalogue.MoreMistakes, 1, 1, 1, Messages.MoreMistakes(_dropped)));
            _dropped = 0;
        }

        _list.Sort(Diagnostic.Compare);
        return [.. _list];
    }
}
