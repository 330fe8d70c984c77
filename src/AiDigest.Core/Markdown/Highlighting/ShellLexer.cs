namespace AiDigest.Core.Markdown.Highlighting;

/// <summary>
/// Commands of the POSIX shell and its kin: the command of each line and pipe, options, variables, quotes, here-documents.
/// </summary>
internal sealed class ShellLexer : Lexer
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Keywords = new HashSet<string>(
        "if then else elif fi for while until do done case esac in function select time return break continue local export readonly declare unset set source exit trap".Split(' '),
        StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private protected override void Lex(ref Cursor c)
    {
        var command = true;
        while (!c.End)
        {
            command = Next(ref c, command);
        }
    }

    /// <summary>Takes one stretch.</summary>
    /// <param name="command">Whether a command may be here.</param>
    /// <returns>Whether one may follow it.</returns>
    private static bool Next(ref Cursor c, bool command)
    {
        switch (c.Peek())
        {
            case '\n' or ';' or '|' or '&' or '(' or '{' or '!' or ')':
                c.Take(TokenKind.Text, 1);
                return true;
            case ' ' or '\t':
                c.Blanks();
                return command;
            case '#' when char.IsWhiteSpace(c.Peek(-1)) || c.At == 0 || c.Peek(-1) is ';' or '(':
                c.Take(TokenKind.Comment, c.Line());
                return command;
            case '\'':
                c.Take(TokenKind.Quoted, c.Quoted(0, "'", '\0', lines: true));
                return false;
            case '"':
                DoubleQuoted(ref c);
                return false;
            case '`':
                c.Take(TokenKind.Text, 1);
                return true;
            case '\\':
                c.Take(TokenKind.Text, 2);
                return command;
            case '$':
                return Dollar(ref c);
            case '<' when c.Starts("<<<"):
                c.Take(TokenKind.Text, 3);
                return false;
            case '<' when c.Starts("<<"):
                Here(ref c);
                return false;
            default:
                return Word(ref c, command);
        }
    }

    private static void DoubleQuoted(ref Cursor c)
    {
        c.Take(TokenKind.Quoted, 1);
        while (!c.End)
        {
            var length = c.Rest.IndexOfAny("\"\\$");
            c.Take(TokenKind.Quoted, length < 0 ? c.Rest.Length : length);
            switch (c.Peek())
            {
                case '"':
                    c.Take(TokenKind.Quoted, 1);
                    return;
                case '\\':
                    c.Take(TokenKind.Quoted, 2);
                    break;
                case '$' when Variable(c) is > 1 and var variable:
                    c.Take(TokenKind.Name, variable);
                    break;
                default:
                    c.Take(TokenKind.Quoted, 1);
                    break;
            }
        }
    }

    private static bool Dollar(ref Cursor c)
    {
        if (c.Peek(1) == '\'')
        {
            c.Take(TokenKind.Quoted, c.Quoted(1, "'", '\\', lines: true));
            return false;
        }

        var length = Variable(c);
        c.Take(length > 1 ? TokenKind.Name : TokenKind.Text, length);
        return false;
    }

    /// <summary>The length of a variable at a dollar; 1 where there is none.</summary>
    private static int Variable(Cursor c) => c.Peek(1) switch
    {
        '{' => c.Ahead(128).IndexOf('}') + 1 is > 0 and var length ? length : 1,
        '?' or '#' or '@' or '*' or '$' or '!' => 2,
        _ => 1 + c.Word(1),
    };

    /// <summary>A here-document: what follows this line, up to one that holds the word alone.</summary>
    private static void Here(ref Cursor c)
    {
        var at = c.Peek(2) == '-' ? 3 : 2;
        var quote = c.Peek(at) is '"' or '\'' ? 1 : 0;
        var word = c.Rest.Slice(Math.Min(at + quote, c.Rest.Length), Math.Min(c.Word(at + quote), 64));
        if (word.Length == 0 || char.IsDigit(word[0]))
        {
            c.Take(TokenKind.Text, 2);
            return;
        }

        Span<char> end = stackalloc char[word.Length];
        word.CopyTo(end);
        c.Take(TokenKind.Meta, at + quote + word.Length + quote);
        c.Take(TokenKind.Text, c.Line() + 1);
        while (!c.End)
        {
            var line = c.Line();
            var last = c.Rest[..line].Trim().SequenceEqual(end);
            c.Take(last ? TokenKind.Meta : TokenKind.Quoted, line);
            if (last)
            {
                return;
            }

            c.Take(TokenKind.Quoted, 1);
        }
    }

    /// <summary>The length of a word without quotes and variables.</summary>
    private static int Plain(Cursor c, char end)
    {
        var length = 0;
        while (!char.IsWhiteSpace(c.Peek(length)) && !";|&()<>'\"`$\\".Contains(c.Peek(length), StringComparison.Ordinal)
            && c.Peek(length) != end)
        {
            length++;
        }

        return length;
    }

    /// <summary>What is assigned; a command may still follow it.</summary>
    private static void Value(ref Cursor c)
    {
        switch (c.Peek())
        {
            case '"':
                DoubleQuoted(ref c);
                break;
            case '\'':
                c.Take(TokenKind.Quoted, c.Quoted(0, "'", '\0', lines: true));
                break;
            case '$':
                Dollar(ref c);
                break;
            default:
                c.Take(TokenKind.Text, Plain(c, '\n'));
                break;
        }
    }

    private static bool Word(ref Cursor c, bool command)
    {
        var length = Plain(c, command ? '=' : '\n');
        if (length == 0)
        {
            c.Take(TokenKind.Text, 1);
            return false;
        }

        if (command && c.Peek(length) == '=')
        {
            c.Take(TokenKind.Name, length);
            c.Take(TokenKind.Text, 1);
            Value(ref c);
            return true;
        }

        var word = c.Rest[..length];
        var keyword = command && Keywords.Contains(word);
        var kind = keyword ? TokenKind.Keyword
            : command ? TokenKind.Function
            : word[0] == '-' && length > 1 ? TokenKind.Constant
            : TokenKind.Text;
        var opens = keyword && word is not ("for" or "case" or "in" or "select" or "function" or "return" or "exit");
        c.Take(kind, length);
        return opens;
    }
}
