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
    private readonly ReportBound _bound = new();
    private List<Diagnostic>? _list;
    private bool _saysMore;
    private List<int>? _fixedLines;

    public SourceText Source => source;

    public int Count => _list?.Count ?? 0;

    /// <summary>Whether no further error is taken, so that none need be made.</summary>
    public bool IsFull => _bound.IsFull;

    public void Add(Rule rule, int line, int column, int length, Message message, string? fixedText = null)
    {
        if ((_fixedLines is null || !_fixedLines.Contains(line)) && _bound.Takes(rule.Severity))
        {
            Add(source.Report(rule, line, column, length, message, fixedText));
        }
    }

    private void Add(Diagnostic diagnostic)
    {
        (_list ??= []).Add(diagnostic);
        _bound.Count(diagnostic);
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

        if (_bound.Dropped > 0 && !_saysMore)
        {
            _saysMore = true;
            Add(source.Report(Catalogue.MoreMistakes, 1, 1, 1, Messages.MoreMistakes(_bound.Dropped)));
        }

        _list.Sort(Diagnostic.Compare);
        return [.. _list];
    }
}
