using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AiDigest.Core.Markdown;

/// <summary>
/// Finds <c>$$</c> at the start of a line whose fellow ends a line (this one or a later one, with no empty line between), so that
/// signs of TeX at the start of a line are not read as headings or lists. Anything else is left to <see cref="FormulaParser"/>.
/// </summary>
internal sealed class FormulaBlockParser : BlockParser
{
    public FormulaBlockParser() => OpeningCharacters = ['$'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line;
        if (processor.IsCodeIndent || FormulaRule.Run(line.Text, line.Start, line.End) != 2 || !Closes(line.Text, line.Start + 2))
        {
            return BlockState.None;
        }

        var block = new FormulaBlock(this) { Column = processor.Column, Span = new SourceSpan(line.Start, line.End) };
        processor.NewBlocks.Push(block);
        line.Start += 2;
        return Append(processor, block, line) ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        processor.GoToColumn(processor.ColumnBeforeIndent);
        block.UpdateSpanEnd(processor.Line.End);
        return Append(processor, (FormulaBlock)block, processor.Line) ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    /// <summary>Takes a line up to its <c>$$</c>, and says whether there was one.</summary>
    private static bool Append(BlockProcessor processor, FormulaBlock block, StringSlice line)
    {
        var close = line.AsSpan().IndexOf("$$", StringComparison.Ordinal);
        if (close >= 0)
        {
            line.End = line.Start + close - 1;
        }

        block.AppendLine(ref line, processor.Column, processor.LineIndex, processor.CurrentLineStartPosition, processor.TrackTrivia);
        return close >= 0;
    }

    private static bool Closes(string text, int from)
    {
        var length = text.AsSpan(from).IndexOf("$$", StringComparison.Ordinal);
        if (length < 0 || text.AsSpan(from, length).IsWhiteSpace() || HasEmptyLine(text.AsSpan(from, length)))
        {
            return false;
        }

        var rest = text.AsSpan(from + length + 2);
        var end = rest.IndexOfAny('\n', '\r');
        return (end < 0 ? rest : rest[..end]).IsWhiteSpace();
    }

    /// <summary>
    /// Whether a line between the first and the last is empty; <c>&gt;</c> may be the mark of a quote around the formula.
    /// </summary>
    private static bool HasEmptyLine(ReadOnlySpan<char> text)
    {
        var (first, empty) = (true, false);
        foreach (var line in text.EnumerateLines())
        {
            if (empty)
            {
                return true;
            }

            empty = !first && line.Trim(" \t>").IsEmpty;
            first = false;
        }

        return false;
    }
}
