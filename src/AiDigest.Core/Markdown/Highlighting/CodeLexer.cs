namespace AiDigest.Core.Markdown.Highlighting;

/// <summary>The lexer of most languages, which works by a <see cref="Grammar"/>.</summary>
internal sealed partial class CodeLexer : Lexer
{
    private readonly Grammar _grammar;
    private readonly Dictionary<string, TokenKind>.AlternateLookup<ReadOnlySpan<char>> _words;

    public CodeLexer(Grammar grammar)
    {
        _grammar = grammar;
        var words = new Dictionary<string, TokenKind>(grammar.IgnoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (
            var (list, kind) in new[] { (grammar.Keywords, TokenKind.Keyword), (grammar.Types, TokenKind.Type),
            (grammar.Constants, TokenKind.Constant) })
        {
            foreach (var word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                words[word] = kind;
            }
        }

        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private protected override void Lex(ref Cursor c)
    {
        var first = true;
        while (!c.End)
        {
            if (char.IsWhiteSpace(c.Peek()))
            {
                first |= c.Peek() == '\n';
                c.Take(TokenKind.Text, 1);
                continue;
            }

            var taken = Comment(ref c) || (first && Lead(ref c)) || String(ref c) || Number(ref c) || Variable(ref c) || Word(ref c, first);
            if (!taken)
            {
                c.Take(TokenKind.Text, 1);
            }

            first = false;
        }
    }

    private bool Comment(ref Cursor c)
    {
        foreach (var mark in _grammar.LineComments)
        {
            if (c.Starts(mark))
            {
                c.Take(TokenKind.Comment, c.Line());
                return true;
            }
        }

        if (_grammar.BlockComment is not (var open, var close) || !c.Starts(open))
        {
            return false;
        }

        c.Take(TokenKind.Comment, _grammar.Nested ? NestedComment(c.Rest, open, close) : c.Through(close, open.Length));
        return true;
    }

    private static int NestedComment(ReadOnlySpan<char> text, string open, string close)
    {
        var (depth, i) = (0, 0);
        do
        {
            var step = text[i..].StartsWith(open) ? 1 : text[i..].StartsWith(close) ? -1 : 0;
            depth += step;
            i += step == 0 ? 1 : open.Length;
        }
        while (depth > 0 && i < text.Length);

        return i;
    }

    /// <summary>What only the beginning of a line can be.</summary>
    private bool Lead(ref Cursor c)
    {
        var sign = c.Peek();
        if (sign == _grammar.Decorator && sign != '\0' && c.Word(1) > 0)
        {
            c.Take(TokenKind.Meta, 1 + c.Word(1, "_."));
            return true;
        }

        if (_grammar.Rust && sign == '#' && c.Peek(c.Peek(1) == '!' ? 2 : 1) == '[')
        {
            c.Take(TokenKind.Meta, Bracketed(c.Rest[..c.Line()]));
            return true;
        }

        if (_grammar.Sections && sign == '[')
        {
            c.Take(TokenKind.Meta, c.Rest[..c.Line()].LastIndexOf(']') is >= 0 and var end ? end + 1 : c.Line());
            return true;
        }

        return (_grammar.Directives && sign == '#' && Directive(ref c)) || (_grammar.KeyWord != '\0' && Key(ref c));
    }

    /// <summary>The length to the bracket that closes the first one, or of the whole.</summary>
    private static int Bracketed(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '[' ? 1 : text[i] == ']' ? -1 : 0;
            if (text[i] == ']' && depth == 0)
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    private static bool Directive(ref Cursor c)
    {
        var length = 1;
        while (c.Peek(length) is ' ' or '\t')
        {
            length++;
        }

        var word = c.Word(length);
        var include = c.Rest.Slice(length, word) is "include";
        c.Take(TokenKind.Meta, length + word);
        c.Blanks();
        if (include && c.Peek() == '<' && c.Rest[..c.Line()].IndexOf('>') is > 0 and var end)
        {
            c.Take(TokenKind.Quoted, end + 1);
        }

        return true;
    }

    private bool Key(ref Cursor c)
    {
        var length = c.Word(0, "_-.");
        var after = length;
        while (c.Peek(after) is ' ' or '\t')
        {
            after++;
        }

        if (length == 0 || c.Peek(after) != _grammar.KeyWord)
        {
            return false;
        }

        c.Take(TokenKind.Name, length);
        return true;
    }
}
