using System.Buffers;

namespace AiDigest.Core.Markdown.Highlighting;

/// <summary>YAML: keys, scalars, comments, block scalars by their indentation.</summary>
internal sealed class YamlLexer : Lexer
{
    // Bounds for what is looked at before it is known what it is.
    private const int LongestKey = 128;
    private const int LongestHeader = 80;

    private static readonly SearchValues<char> HeaderSigns = SearchValues.Create("+-0123456789");

    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789+-._:eExXabcdefABCDEFTZ");

    private protected override void Lex(ref Cursor c)
    {
        // Columns of the line that opened a block scalar; -1 outside.
        var block = -1;
        while (!c.End)
        {
            var indent = Indent(c.Rest);
            var blank = c.Peek(indent) == '\n';
            if (block >= 0 && (blank || indent > block))
            {
                c.Take(TokenKind.Quoted, c.Line() + 1);
                continue;
            }

            block = -1;
            c.Take(TokenKind.Text, indent);
            if (c.Starts("---") || c.Starts("...") || c.Peek() == '%')
            {
                c.Take(TokenKind.Meta, c.Peek() == '%' ? c.Line() : 3);
            }

            var opened = Entry(ref c);
            block = opened ? indent : -1;
            c.Take(TokenKind.Text, c.Peek() == '\n' ? 1 : 0);
        }
    }

    private static int Indent(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExcept(' ');
        return length < 0 ? text.Length : length;
    }

    /// <summary>One line: items, a key, a value.</summary>
    /// <returns>Whether a block scalar follows.</returns>
    private static bool Entry(ref Cursor c)
    {
        var key = true;
        while (c.Peek() != '\n')
        {
            switch (c.Peek())
            {
                case ' ' or '\t':
                    c.Blanks();
                    break;
                case '#' when char.IsWhiteSpace(c.Peek(-1)):
                    c.Take(TokenKind.Comment, c.Line());
                    break;
                case '-' or '?' or ':' when char.IsWhiteSpace(c.Peek(1)):
                    c.Take(TokenKind.Text, 1);
                    break;
                case '[' or ']' or '{' or '}' or ',':
                    key = c.Peek() is '{' or ',' or '[';
                    c.Take(TokenKind.Text, 1);
                    break;
                case '&' or '*' or '!':
                    c.Take(TokenKind.Meta, Plain(c, 1));
                    break;
                case '|' or '>' when IsHeader(c.Ahead(LongestHeader)):
                    c.Take(TokenKind.Meta, c.Line());
                    return true;
                default:
                    Scalar(ref c, ref key);
                    break;
            }
        }

        return false;
    }

    private static void Scalar(ref Cursor c, ref bool key)
    {
        if (c.Peek() is '"' or '\'')
        {
            var length = c.Quoted(0, c.Peek() == '"' ? "\"" : "'", c.Peek() == '"' ? '\\' : '\0', lines: true);
            var named = key && c.Peek(length) == ':';
            c.Take(named ? TokenKind.Name : TokenKind.Quoted, length);
            key = false;
            return;
        }

        if (key && Key(c.Ahead(LongestKey)) is > 0 and var name)
        {
            c.Take(TokenKind.Name, name);
            key = false;
            return;
        }

        key = false;
        var end = Plain(c, 0);
        var value = c.Rest[..end].Trim();
        var kind = value is "true" or "false" or "null" or "~" or "yes" or "no" or "on" or "off" ? TokenKind.Constant
            : char.IsAsciiDigit(value.TrimStart("+-.") is [var first, ..] ? first : ' ')
                && value.IndexOfAnyExcept(NumberSigns) < 0 ? TokenKind.Number
            : TokenKind.Text;
        c.Take(kind, end);
    }

    /// <summary>
    /// The sign of a block scalar with its indentation and what becomes of its line ends, perhaps a comment, and nothing else.
    /// </summary>
    private static bool IsHeader(ReadOnlySpan<char> line)
    {
        var end = line[1..].IndexOfAnyExcept(HeaderSigns) + 1;
        return end == 0 || line[end] == '\n' || (line[end] == ' ' && line[end..].TrimStart(' ') is ['\n' or '#', ..]);
    }

    /// <summary>The length of a plain key, before a colon and a space.</summary>
    private static int Key(ReadOnlySpan<char> line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == ':' && (i + 1 == line.Length || line[i + 1] is ' ' or '\t' or '\n'))
            {
                return i;
            }

            if (line[i] is '\n' or '#' or ',' or '{' or '}' or '[' or ']' or '"')
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>The length of a plain scalar: to a comment, a sign of a collection, or the line's end; at least 1.</summary>
    private static int Plain(Cursor c, int from)
    {
        var length = Math.Max(1, from);
        while (c.Peek(length) is not ('\n' or ',' or ']' or '}') && !(c.Peek(length) == '#' && char.IsWhiteSpace(c.Peek(length - 1)))
            && !(from > 0 && c.Peek(length) == ' '))
        {
            length++;
        }

        return length;
    }
}
