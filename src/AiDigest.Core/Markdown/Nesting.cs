using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AiDigest.Core.Markdown;

/// <summary>
/// Ends the parsing of a text that is nested too deeply, or so repetitive that the parser would take quadratic time. It never
/// leaves <see cref="BodyRenderer"/>, which makes a diagnostic of it: the parser itself knows no other way to stop.
/// </summary>
internal sealed class NestingException(int offset) : Exception
{
    /// <summary>In the parsed text.</summary>
    public int Offset { get; } = offset;
}

/// <summary>Stops what the parser would open a block for, mark by mark, before it sees it.</summary>
internal static class NestingGuard
{
    // Many times what a text needs; below it, a nested block is found where it stands, once it has been parsed.
    private const int Slack = 4;

    // Each definition of a paragraph makes the parser copy the lines behind it.
    private const int Definitions = 500;

    public static void Check(string text, int limit)
    {
        var definitions = 0;
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : start + length;
            var at = Marks(text, start, end, limit * Slack);
            if (at >= 0)
            {
                throw new NestingException(at);
            }

            definitions = IsDefinition(text.AsSpan(start, end - start)) ? definitions + 1 : text.AsSpan(start, end - start).IsWhiteSpace() ? 0 : definitions;
            if (definitions > Definitions)
            {
                throw new NestingException(start);
            }

            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
    }

    private static bool IsDefinition(ReadOnlySpan<char> line)
    {
        line = line.TrimStart(" \t>");
        return line.StartsWith('[') && line.Contains("]:", StringComparison.Ordinal);
    }

    /// <summary>The offset of the mark of a quote or list at the start of a line that is one too many, or -1.</summary>
    private static int Marks(string text, int start, int end, int most)
    {
        if (end - start <= most)
        {
            return -1;
        }

        var (at, marks) = (start, 0);
        while (at < end && marks <= most)
        {
            var width = Mark(text.AsSpan(at, end - at));
            if (width == 0)
            {
                return -1;
            }

            marks += text[at] is ' ' or '\t' ? 0 : 1;
            at += width;
        }

        return marks > most && !IsRule(text.AsSpan(start, end - start)) ? at - 1 : -1;
    }

    /// <summary>The width of the white space or of the mark that stands here, or 0.</summary>
    private static int Mark(ReadOnlySpan<char> line)
    {
        if (line[0] is ' ' or '\t' or '>')
        {
            return 1;
        }

        var digits = line.IndexOfAnyExceptInRange('0', '9');
        var width = line[0] is '-' or '+' or '*' ? 1 : digits is > 0 and < 10 && line[digits] is '.' or ')' ? digits + 1 : 0;
        return width > 0 && (width == line.Length || line[width] is ' ' or '\t') ? width : 0;
    }

    /// <summary>Whether a line is nothing but a thematic break, which may be of any length.</summary>
    private static bool IsRule(ReadOnlySpan<char> line)
    {
        var sign = line.TrimStart(" \t>");
        return !sign.IsEmpty && sign[0] is '-' or '*' && !sign.ContainsAnyExcept(sign[0], ' ', '\t');
    }
}

/// <summary>
/// Links and images, with open brackets no deeper than the limit; and references to footnotes, which are read here so that
/// <c>[^1][^2]</c> are two of them and not a link of two parts.
/// </summary>
internal sealed class BracketParser(int limit) : LinkInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar == '[' && slice.PeekChar() == '^' && MatchNote(processor, ref slice))
        {
            return true;
        }

        var start = slice.Start;
        if (!base.Match(processor, ref slice))
        {
            return false;
        }

        if (processor.Inline is LinkDelimiterInline && Depth(processor) >= limit)
        {
            throw new NestingException(processor.GetSourcePosition(start));
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
        if (!LinkHelper.TryParseLabel(ref rest, out var label, out SourceSpan _)
            || !processor.Document.TryGetLinkReferenceDefinition(label, out var definition)
            || definition is not Markdig.Extensions.Footnotes.FootnoteLinkReferenceDefinition { CreateLinkInline: { } create })
        {
            return false;
        }

        var note = create(processor, definition);
        note.Span = new SourceSpan(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(rest.Start - 1));
        (note.Line, note.Column) = (line, column);
        processor.Inline = note;
        slice = rest;
        return true;
    }
}

/// <summary>
/// Emphasis and strikethrough. The parser keeps each run of marks open until the paragraph ends and walks through all of them
/// again and again, hence a bound on their number: far above any prose, low enough to cost nothing.
/// </summary>
internal sealed class EmphasisParser : EmphasisInlineParser
{
    private const int Runs = 2000;

    public EmphasisParser() => EmphasisDescriptors.Add(new EmphasisDescriptor('~', 2, 2, true));

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var start = slice.Start;
        if (!base.Match(processor, ref slice))
        {
            return false;
        }

        if (++processor.GetParserState<Count>(this).Runs > Runs)
        {
            throw new NestingException(processor.GetSourcePosition(start));
        }

        return true;
    }

    private sealed class Count
    {
        public int Runs { get; set; }
    }
}
