using System.Collections.Immutable;
using System.Text;

namespace AiDigest.Core.Import.Markup;

/// <summary>Writes running text as Markdown of this tool that shows the same: signs of Markdown in the text are escaped.</summary>
internal static class InlineMarkdown
{
    private const string Signs = "\\`*_[]<>~|$";

    /// <summary>Paragraphs, a blank line between them. A display formula is a separate paragraph.</summary>
    public static string Paragraphs(IEnumerable<Inline> items)
    {
        var paragraphs = new List<string>();
        var open = new List<Inline>();
        void Close()
        {
            if (Line(open) is { Length: > 0 } line)
            {
                paragraphs.Add(line);
            }

            open.Clear();
        }

        foreach (var item in items)
        {
            if (item is Inline.ParagraphBreak)
            {
                Close();
            }
            else if (item is Inline.Formula { IsDisplay: true } formula)
            {
                Close();
                paragraphs.Add($"$${formula.Tex}$$");
            }
            else
            {
                open.Add(item);
            }
        }

        Close();
        return string.Join("\n\n", paragraphs);
    }

    /// <summary>
    /// One paragraph: what would begin a block of another kind is escaped. A line break is a backslash before the line end.
    /// </summary>
    public static string Line(IReadOnlyList<Inline> items)
    {
        var text = new StringBuilder();
        Write(text, items, isInLink: false);
        var lines = text.ToString().Split('\n').Select(Collapsed).Where(line => line.Length > 0).Select(MarkdownLine.Start);
        return string.Join("\\\n", lines);
    }

    /// <summary>The text inside a heading, a cell of a table or the words of a link: never more than one line.</summary>
    public static string Words(IReadOnlyList<Inline> items, bool isInLink = false)
    {
        var text = new StringBuilder();
        Write(text, items, isInLink);
        return Collapsed(text.Replace('\n', ' ').ToString());
    }

    private static void Write(StringBuilder text, IReadOnlyList<Inline> items, bool isInLink)
    {
        for (var i = 0; i < items.Count; i++)
        {
            switch (items[i])
            {
                case Inline.Text plain:
                    Escape(text, plain.Value);
                    break;
                case Inline.Formula formula:
                    text.Append('$').Append(formula.Tex).Append('$');
                    break;
                case Inline.Code code:
                    text.Append(CodeSpan(code.Value));
                    break;
                case Inline.Styled styled:
                    Style(text, styled, i + 1 < items.Count ? items[i + 1] : null, isInLink);
                    break;
                case Inline.Link link when isInLink:
                    Write(text, link.Inner.IsEmpty ? [new Inline.Text(link.Address)] : link.Inner, isInLink);
                    break;
                case Inline.Link link:
                    text.Append(link.Inner.IsEmpty
                        || Words(link.Inner, true) == "" ? $"<{link.Address}>" : $"[{Words(link.Inner, true)}](<{link.Address}>)");
                    break;
                case Inline.Picture picture:
                    text.Append(
                        System.Globalization.CultureInfo.InvariantCulture,
                        $"![{Words([new Inline.Text(picture.Description)], true)}](<{picture.Path}>)");
                    break;
                case Inline.NoteMark note:
                    text.Append("[^").Append(note.Name).Append(']');
                    break;
                case Inline.Verbatim markdown:
                    text.Append(markdown.Value);
                    break;
                case Inline.LineBreak:
                    text.Append('\n');
                    break;
                case Inline.ParagraphBreak:
                    text.Append(' ');
                    break;
            }
        }
    }

    /// <summary>
    /// CommonMark opens and closes emphasis only where its marks flank the text. Where they would not, the text goes without.
    /// </summary>
    private static void Style(StringBuilder text, Inline.Styled styled, Inline? next, bool isInLink)
    {
        var inside = new StringBuilder();
        Write(inside, styled.Inner, isInLink);
        var whole = inside.ToString();
        var words = whole.Trim();
        var mark = styled.Style switch { TextStyle.Emphasis => "*", TextStyle.Strong => "**", _ => "~~" };
        var before = whole.Length > 0 && char.IsWhiteSpace(whole[0]) ? ' ' : text.Length == 0 ? ' ' : text[^1];
        var after = whole.Length > 0 && char.IsWhiteSpace(whole[^1]) ? ' ' : next is Inline.Text { Value: [var first, ..] } ? first : ' ';
        text.Append(whole.Length > words.Length && char.IsWhiteSpace(whole[0]) && words.Length > 0 ? " " : "");
        text.Append(Flanks(words, mark, before, after) ? mark + words + mark : words);
        text.Append(whole.Length > 0 && char.IsWhiteSpace(whole[^1]) ? " " : "");
    }

    private static bool Flanks(string inside, string mark, char before, char after) =>
        inside.Length > 0 && inside[0] != mark[0] && inside[^1] != mark[0] && inside[^1] != '\\' && before != mark[0] && after != mark[0]
        && (char.IsLetterOrDigit(inside[0]) || char.IsWhiteSpace(before))
            && (char.IsLetterOrDigit(inside[^1]) || !char.IsLetterOrDigit(after));

    private static string CodeSpan(string code)
    {
        code = Collapsed(code);
        var longest = 0;
        for (int i = 0, run = 0; i < code.Length; i++)
        {
            run = code[i] == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);
        var pad = code.StartsWith('`') || code.EndsWith('`') ? " " : "";
        return code.Length == 0 ? "" : fence + pad + code + pad + fence;
    }

    private static void Escape(StringBuilder text, string plain)
    {
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            var next = i + 1 < plain.Length ? plain[i + 1] : ' ';
            var isInWord = c == '_' && i > 0 && char.IsLetterOrDigit(plain[i - 1]) && char.IsLetterOrDigit(next);
            var means =
                (Signs.Contains(c, StringComparison.Ordinal) && !isInWord
                    && !(c == '<' && !char.IsAsciiLetter(next) && next is not ('/' or '!' or '?')))
                    || (c == '&' && IsEntity(plain.AsSpan(i + 1)))
                || (c == '!' && next == '[');
            text.Append(means ? "\\" : "").Append(c is '\n' or '\r' or '\t' ? ' ' : c);
        }
    }

    private static bool IsEntity(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && end < 32 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '#'))
        {
            end++;
        }

        return end > 1 && end < text.Length && text[end] == ';';
    }

    private static string Collapsed(string line) => YamlScalars.Line(line);
}

/// <summary>The beginning of a line of Markdown.</summary>
internal static class MarkdownLine
{
    /// <summary>What would begin a heading, a list, a rule, a fence or a definition is escaped.</summary>
    public static string Start(string line)
    {
        if (line.Length == 0)
        {
            return line;
        }

        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        if (digits > 0 && digits < line.Length && line[digits] is '.' or ')')
        {
            return line[..digits] + "\\" + line[digits..];
        }

        return line[0] is '#' or '+' or '-' or '=' or ':' ? "\\" + line : line;
    }
}
