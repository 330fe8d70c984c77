using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AiDigest.Core.Markdown;

/// <summary>A formula in a paragraph: <c>$x$</c>, or <c>$$x$$</c> with text around it.</summary>
internal sealed class FormulaInline : LeafInline
{
    public required StringSlice Tex { get; init; }

    public required bool Display { get; init; }
}

/// <summary>A formula that stands alone between <c>$$</c> and <c>$$</c>; its lines are its TeX.</summary>
internal sealed class FormulaBlock(BlockParser parser) : LeafBlock(parser);

/// <summary>Finds formulas in paragraphs, before emphasis, escapes and links see what is in them.</summary>
internal sealed class FormulaParser : InlineParser
{
    public FormulaParser() => OpeningCharacters = ['$'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var (start, end) = (slice.Start, slice.End);
        var run = FormulaRule.Run(slice.Text, start, end);
        var from = start + run;
        var close = Close(processor, slice, run);
        var past = close < 0 ? from : close + run;
        var span = new SourceSpan(processor.GetSourcePosition(start, out var line, out var column), processor.GetSourcePosition(past - 1));
        processor.Inline = close < 0
            ? new LiteralInline { Content = new StringSlice(slice.Text, start, from - 1), Span = span, Line = line, Column = column }
            : new FormulaInline { Tex = new StringSlice(slice.Text, from, close - 1), Display = run == 2, Span = span, Line = line, Column = column };
        slice.Start = past;
        return true;
    }

    private int Close(InlineProcessor processor, StringSlice slice, int run)
    {
        if (run > 2)
        {
            return -1;
        }

        var hopeless = processor.GetParserState<Hopeless>(this);
        if (slice.Start < hopeless.Until[run - 1])
        {
            return -1;
        }

        var close = FormulaRule.Close(slice.Text, slice.Start + run, slice.End, run, out var stop);
        hopeless.Until[run - 1] = stop;
        return close;
    }

    /// <summary>By width, how far it is known that no formula closes.</summary>
    private sealed class Hopeless
    {
        public int[] Until { get; } = new int[2];
    }
}

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

    /// <summary>Whether a line between the first and the last is empty; <c>&gt;</c> may be the mark of a quote around the formula.</summary>
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
