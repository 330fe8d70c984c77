using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AiDigest.Core.Markdown;

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
            : new FormulaInline
            {
                Tex = new StringSlice(slice.Text, from, close - 1),
                Display = run == 2,
                Span = span,
                Line = line,
                Column = column
            };
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
