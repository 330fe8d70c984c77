using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Parsing;

/// <summary>
/// The mistakes found in one file. A line that was mended to go on reading has said all it has to say: what else is found on
/// it stands at columns that the author never wrote, and is dropped.
/// </summary>
internal sealed class Findings(SourceText source)
{
    private List<Diagnostic>? _list;
    private List<int>? _mendedLines;

    public SourceText Source => source;

    public int Count => _list?.Count ?? 0;

    public void Add(Rule rule, int line, int column, int length, string message, string? mended = null)
    {
        if (_mendedLines is null || !_mendedLines.Contains(line))
        {
            (_list ??= []).Add(source.Report(rule, line, column, length, message, mended));
        }
    }

    public void Add(Rule rule, YamlNode at, string message, string? mended = null) =>
        Add(rule, at.Line, at.Column, at.EndLine == at.Line ? at.EndColumn - at.Column : int.MaxValue / 2, message, mended);

    /// <summary>Reports the mistake for which a line was mended, and nothing more of this line.</summary>
    public void AddMended(Rule rule, int line, int column, int length, string message, string mended)
    {
        Add(rule, line, column, length, message, Unprintable.IsIn(mended) ? Unprintable.Without(mended) : mended);
        (_mendedLines ??= []).Add(line);
    }

    public void AddRange(Findings others)
    {
        foreach (var other in others._list ?? [])
        {
            if (_mendedLines is null || !_mendedLines.Contains(other.Line))
            {
                (_list ??= []).Add(other);
            }
        }
    }

    public ImmutableArray<Diagnostic> Sorted()
    {
        if (_list is null)
        {
            return [];
        }

        _list.Sort(Diagnostic.Compare);
        return [.. _list];
    }
}
