using System.Buffers;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Markdown;

/// <summary>
/// Ends the parsing of a text that is nested too deeply, or so repetitive that the parser would take quadratic time. It never
/// leaves <see cref="BodyRenderer"/>, which makes a diagnostic of it: the parser itself knows no other way to stop.
/// </summary>
/// <param name="offset">In the parsed text.</param>
internal sealed class NestingException(int offset, Message message) : MessageException(message)
{
    public int Offset { get; } = offset;

    public static NestingException Deep(int offset, int limit) =>
        new(offset, Messages.NestedTooDeeply(limit));
}

/// <summary>
/// Looks through the lines of a text for what would cost the parser too much, before it sees them: for each mark at the start of
/// a line it opens a block, and some blocks make it walk through all that it has read. The bounds are many times what a text
/// needs; what stays below them is judged exactly by <see cref="BodySurvey"/>.
/// </summary>
internal static class NestingGuard
{
    /// <summary>Marks of quotes and lists on one line, as a multiple of the limit.</summary>
    private const int Slack = 4;

    /// <summary>Definitions of links in one paragraph: behind each, the parser copies the lines that are left.</summary>
    private const int Definitions = 500;

    /// <summary>
    /// Underlines, rows under the heads of tables, definitions: each makes the parser look for its block from the first on.
    /// </summary>
    private const int Structures = 20_000;

    private static readonly SearchValues<char> Rule = SearchValues.Create("=-|: \t");

    public static void Check(string text, int limit)
    {
        var (definitions, structures) = (0, 0);
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : start + length;
            if (Marks(text, start, end, limit * Slack) is var at and >= 0)
            {
                throw NestingException.Deep(at, limit);
            }

            var line = text.AsSpan(start, end - start).TrimStart(" \t>");
            var definition = line.StartsWith('[') && line.Contains("]:", StringComparison.Ordinal);
            definitions = definition ? definitions + 1 : line.IsEmpty ? 0 : definitions;
            structures += definition || IsStructure(line) ? 1 : 0;
            if (definitions > Definitions || structures > Structures)
            {
                var message = definitions > Definitions
                    ? Messages.TooManyDefinitions(Definitions)
                    : Messages.TooManyStructures(Structures);
                throw new NestingException(start, message);
            }

            start = end + 1;
        }
    }

    private static bool IsStructure(ReadOnlySpan<char> line) =>
        !line.IsEmpty && line[0] is '=' or '-' or '|' or ':' && (line is [':', ' ' or '\t', ..] || !line.ContainsAnyExcept(Rule));

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

    /// <summary>The width of the white space or of the mark that is here, or 0.</summary>
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
