using System.Text;

namespace AiDigest.Core.Import;

/// <summary>
/// Turns plain text into Markdown that shows the same: signs of Markdown are escaped, but formulas between dollars and addresses stay
/// what they are, and the text commands of LaTeX that abstracts are full of (<c>\emph{...}</c>, <c>\href{...}{...}</c>) become their
/// Markdown. Blank lines part paragraphs.
/// </summary>
public static class MarkdownText
{
    private const string Signs = "\\`*_[]<>~|";

    // Far above what abstracts hold, and low enough that a hostile text costs neither stack nor time.
    private const int DeepestCommand = 4;
    private const int LongestArgument = 2_000;
    private const int LongestName = 9;

    public static string OfPlain(string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(YamlScalars.Line).Where(line => line.Length > 0);
        return string.Join("\n\n", paragraphs.Select(Paragraph));
    }

    private static string Paragraph(string line) => Inline(line) is { Length: > 0 } text ? Start(text) : "";

    private static string Inline(string line, int depth = 0)
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
            else if (Command(line, i, text, depth) is > 0 and var command)
            {
                length = command;
            }
            else
            {
                length = 1;
                var sign = Signs.Contains(line[i], StringComparison.Ordinal) || line[i] == '$' || (line[i] == '&' && i + 1 < line.Length && (char.IsAsciiLetter(line[i + 1]) || line[i + 1] == '#'));
                text.Append(sign ? "\\" : "").Append(line[i]);
            }

            i += length;
        }

        return text.ToString();
    }

    /// <summary>Writes the text command of LaTeX that begins here. Others stay text: what they mean, their paper alone knows.</summary>
    /// <returns>The command's length with its arguments; 0, and nothing is written, where none begins or its braces do not close.</returns>
    private static int Command(string line, int from, StringBuilder text, int depth)
    {
        if (line[from] != '\\' || depth == DeepestCommand)
        {
            return 0;
        }

        var brace = line.IndexOf('{', from, Math.Min(LongestName + 2, line.Length - from));
        if (brace < 0 || line[(from + 1)..brace] is not ("href" or "textcolor" or "url" or "emph" or "textit" or "textsl" or "textbf" or "textsc" or "texttt" or "textrm" or "textsf" or "underline")
            || Argument(line, brace) is not { } first)
        {
            return 0;
        }

        var name = line[(from + 1)..brace];
        var end = brace + first.Length + 2;
        string? second = null;
        if (name is "href" or "textcolor")
        {
            if (end >= line.Length || line[end] != '{' || (second = Argument(line, end)) is null)
            {
                return 0;
            }

            end += second.Length + 2;
        }

        string Shown(string argument) => Inline(argument.Trim(), depth + 1);
        var after = end < line.Length ? line[end] : ' ';
        text.Append(name switch
        {
            "url" => Whole(first) is { } address ? $"<{address}>" : Shown(first),
            "href" => Whole(first) is { } target ? $"[{Shown(second!)}](<{target}>)" : Shown(second!),
            "emph" or "textit" or "textsl" => Marked(Shown(first), "*", text, after),
            "textbf" => Marked(Shown(first), "**", text, after),
            _ => Shown(second ?? first),
        });
        return end - from;
    }

    /// <summary>CommonMark opens and closes emphasis only where its marks flank the text; where they would not, the text goes without.</summary>
    private static string Marked(string inside, string mark, StringBuilder before, char after) =>
        inside.Length > 0 && !inside.StartsWith('*') && !inside.EndsWith('*')
        && (char.IsLetterOrDigit(inside[0]) || before.Length == 0 || char.IsWhiteSpace(before[^1])) && (before.Length == 0 || before[^1] != '*')
        && (char.IsLetterOrDigit(inside[^1]) || !char.IsLetterOrDigit(after)) && after != '*'
            ? mark + inside + mark
            : inside;

    /// <summary>The text between the brace that stands at <paramref name="open"/> and the one that closes it; null where none does.</summary>
    private static string? Argument(string line, int open)
    {
        var depth = 0;
        for (var i = open; i < Math.Min(line.Length, open + LongestArgument); i++)
        {
            depth += line[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return line[(open + 1)..i];
            }
        }

        return null;
    }

    private static string? Whole(string text) => text.Trim() is { Length: > 0 } address && Address(address, 0) == address.Length ? address : null;

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
