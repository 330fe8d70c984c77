using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AiDigest.Core.Markdown;

/// <summary>
/// Links and images, with open brackets no deeper than the limit; and references to footnotes, which are read here so that
/// <c>[^1][^2]</c> are two of them and not a link of two parts.
/// </summary>
internal sealed class BracketParser(int limit) : LinkInlineParser
{
    private const int Parentheses = 32;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar == '[' && slice.PeekChar() == '^' && MatchNote(processor, ref slice))
        {
            return true;
        }

        if (slice.CurrentChar == ']' && slice.PeekChar() == '(')
        {
            return MatchEnd(processor, ref slice);
        }

        var start = slice.Start;
        if (!base.Match(processor, ref slice))
        {
            return false;
        }

        // While fewer were opened than may be open, there is no need to count.
        if (processor.Inline is LinkDelimiterInline && ++processor.GetParserState<Opened>(this).Count > limit && Depth(processor) >= limit)
        {
            throw NestingException.Deep(processor.GetSourcePosition(start), limit);
        }

        return true;
    }

    /// <summary>
    /// Looks at <c>](</c> before the parser does, which reads on to the end of the paragraph for each: an address has as many open
    /// parentheses as CommonMark asks of parsers, and no more.
    /// </summary>
    private bool MatchEnd(InlineProcessor processor, ref StringSlice slice)
    {
        var end = slice;
        if (IsHopeless(slice))
        {
            end.End = end.Start;
        }

        var matched = base.Match(processor, ref end);
        slice.Start = end.Start;
        return matched;
    }

    private static bool IsHopeless(StringSlice slice)
    {
        var open = 0;
        for (var at = slice.Start + 1; at <= slice.End && open <= Parentheses; at++)
        {
            var c = slice.Text[at];
            if (char.IsWhiteSpace(c) || c == '<' && at == slice.Start + 2)
            {
                return false;
            }

            at += c == '\\' ? 1 : 0;
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static int Depth(InlineProcessor processor)
    {
        var depth = 0;
        for (Inline? inline = Deepest(processor.Root); inline is not null; inline = inline.Parent)
        {
            depth += inline is LinkDelimiterInline ? 1 : 0;
        }

        return depth;
    }

    /// <summary>The container that the next inline would go into.</summary>
    private static ContainerInline? Deepest(ContainerInline? container)
    {
        while (container?.LastChild is ContainerInline { IsClosed: false } next)
        {
            container = next;
        }

        return container;
    }

    private static bool MatchNote(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice;
        if (!LinkHelper.TryParseLabel(ref rest, out var label, out SourceSpan _) || label.Length < 2)
        {
            return false;
        }

        var span =
            new SourceSpan(
                processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(rest.Start - 1));
        if (NoteIndex.Find(processor.Document)?.ByLabel.GetValueOrDefault(label[1..]) is not { } note)
        {
            // With an address behind it, it is a link.
            if (rest.CurrentChar is not ('(' or '[') && !label.Any(char.IsWhiteSpace))
            {
                NoteIndex.Of(processor.Document).Missing.Add((span.Start, span.Length, label[1..]));
            }

            return false;
        }

        processor.Inline = new NoteReference(note) { Span = span, Line = line, Column = column };
        slice = rest;
        return true;
    }

    private sealed class Opened
    {
        public int Count { get; set; }
    }
}
