using System.Text;

namespace AiDigest.Core.Importing;

/// <summary>
/// Turns plain text into Markdown that shows the same: signs of Markdown are escaped, but formulas between dollars and addresses stay
/// what they are. Blank lines part paragraphs.
/// </summary>
public static class MarkdownText
{
    private const string Signs = "\\`*_[]<>~|";

    public static string OfPlain(string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(YamlScalars.Line).Where(line => line.Length > 0);
        return string.Join("\n\n", paragraphs.Select(Paragraph));
    }

    private static string Paragraph(string line)
    {
        var text = new StringBuilder(line.Length + 16);
        for (var i = 0; i < line.Length;)
        {
            var length = Formula(line, i);
            if (length > 0)
            {
                text.Append(line, i, length);
            }
            else if (Address(line, i) is > 0 and var address)
            {
                length = address;
                text.Append('<').Append(line, i, length).Append('>');
            }
            else
            {
                length = 1;
                var sign = Signs.Contains(line[i], StringComparison.Ordinal) || line[i] == '$' || (line[i] == '&' && i + 1 < line.Length && (char.IsAsciiLetter(line[i + 1]) || line[i + 1] == '#'));
                text.Append(sign ? "\\" : "").Append(line[i]);
            }

            i += length;
        }

        return Start(text.ToString());
    }

    /// <summary>What would begin a heading, a list, a rule, a fence or a definition does not.</summary>
    private static string Start(string line)
    {
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

    /// <summary>The length of the formula that begins here, by the rule of the site's Markdown; 0 where none does.</summary>
    private static int Formula(string line, int from)
    {
        if (line[from] != '$' || from + 2 >= line.Length || line[from + 1] is '$' || char.IsWhiteSpace(line[from + 1]))
        {
            return 0;
        }

        for (var i = from + 2; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '`':
                    return 0;
                case '\\':
                    i++;
                    break;
                case '$' when !char.IsWhiteSpace(line[i - 1]):
                    return i + 1 < line.Length && char.IsAsciiDigit(line[i + 1]) ? 0 : i + 1 - from;
                case '$':
                    return 0;
            }
        }

        return 0;
    }

    private static int Address(string line, int from)
    {
        if (line[from] != 'h' || !(line.AsSpan(from).StartsWith("http://") || line.AsSpan(from).StartsWith("https://")))
        {
            return 0;
        }

        var end = from;
        while (end < line.Length && line[end] is > ' ' and not ('<' or '>' or '"' or '`' or '\\' or '|') && !char.IsWhiteSpace(line[end]))
        {
            end++;
        }

        while (end > from && line[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or '\'' or ']' or '}' or '»')
        {
            end--;
        }

        return end - from > "https://".Length ? end - from : 0;
    }
}
