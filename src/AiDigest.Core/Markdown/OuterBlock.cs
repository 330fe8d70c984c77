using Markdig.Parsers;
using Markdig.Syntax;

namespace AiDigest.Core.Markdown;

/// <summary>
/// Blocks that begin right beneath a footnote or a definition, at its left. A line that is not indented continues the paragraph of the
/// footnote ("lazy continuation", CommonMark 0.31.2, section 5.1), except where it begins another block. Markdig sees the blocks that
/// one line tells. It would still take a line of hyphens for the underline of a heading, and the first line of a table, of a heading with
/// its underline, or of a definition list for prose: those are told by their second line.
/// </summary>
internal static class OuterBlock
{
    /// <summary>Closes the paragraph that is open, where the line belongs to a block outside of it.</summary>
    public static void EndParagraph(BlockProcessor processor)
    {
        if (processor.CurrentBlock is ParagraphBlock paragraph && Begins(processor))
        {
            processor.Close(paragraph);
        }
    }

    private static bool Begins(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan().Trim();
        if (line.Length >= 3 && !line.ContainsAnyExcept('-'))
        {
            return true;
        }

        var next = NextLine(processor);
        return next.Length > 0
            && (!next.ContainsAnyExcept('=')
            || next.StartsWith(":   ")
            || (line.Contains('|') && IsDelimiterRow(next)));
    }

    /// <summary>The line below, without the marks of the quote that both lines may be in.</summary>
    private static ReadOnlySpan<char> NextLine(BlockProcessor processor)
    {
        var rest = processor.Line.Text.AsSpan(Math.Min(processor.Line.End + 1, processor.Line.Text.Length)).TrimStart('\r');
        if (rest.IsEmpty || rest[0] != '\n')
        {
            return default;
        }

        rest = rest[1..];
        var end = rest.IndexOf('\n');
        return (end < 0 ? rest : rest[..end]).TrimStart(" >").TrimEnd();
    }

    private static bool IsDelimiterRow(ReadOnlySpan<char> line) =>
        line.Contains('|') && line.Contains('-') && !line.ContainsAnyExcept("|:- \t");
}
