namespace AiDigest.Core.Markdown.Highlighting;

internal sealed partial class CodeLexer
{
    private bool String(ref Cursor c)
    {
        if (_grammar.Rust && RustString(ref c))
        {
            return true;
        }

        var prefix = 0;
        while (prefix < 3 && _grammar.Prefixes.Contains(c.Peek(prefix), StringComparison.Ordinal))
        {
            prefix++;
        }

        if (_grammar.CppRaw && prefix > 0 && c.Peek(prefix - 1) == 'R' && c.Peek(prefix) == '"' && CppRaw(ref c, prefix))
        {
            return true;
        }

        foreach (var form in _grammar.Strings)
        {
            if (c.Peek(prefix) == form.Quote[0] && c.Rest[prefix..].StartsWith(form.Quote))
            {
                var length = c.Quoted(prefix, form.Quote, form.Escape, form.Lines);
                c.Take(IsKey(c, length) ? TokenKind.Name : TokenKind.Quoted, length);
                return true;
            }
        }

        return false;
    }

    private bool IsKey(Cursor c, int length)
    {
        if (_grammar.KeyString == '\0')
        {
            return false;
        }

        while (length < c.Rest.Length && char.IsWhiteSpace(c.Peek(length)))
        {
            length++;
        }

        return c.Peek(length) == _grammar.KeyString;
    }

    /// <summary>Between the quote and the bracket are at most 16 characters, which come again at the end.</summary>
    private static bool CppRaw(ref Cursor c, int prefix)
    {
        var start = prefix + 1;
        var delimiter = c.Rest[start..Math.Min(start + 17, c.Rest.Length)].IndexOf('(');
        if (delimiter < 0)
        {
            return false;
        }

        Span<char> end = stackalloc char[delimiter + 2];
        end[0] = ')';
        c.Rest.Slice(start, delimiter).CopyTo(end[1..]);
        end[^1] = '"';
        c.Take(TokenKind.Quoted, c.Through(end, start + delimiter + 1));
        return true;
    }

    private static bool RustString(ref Cursor c)
    {
        var prefix = c.Peek() is 'b' or 'c' ? 1 : 0;
        if (c.Peek(prefix) == 'r')
        {
            var hashes = prefix + 1;
            while (hashes < prefix + 256 && c.Peek(hashes) == '#')
            {
                hashes++;
            }

            if (c.Peek(hashes) == '"')
            {
                Span<char> end = stackalloc char[hashes - prefix];
                end.Fill('#');
                end[0] = '"';
                c.Take(TokenKind.Quoted, c.Through(end, hashes + 1));
                return true;
            }
        }

        if (c.Peek(prefix) != '\'')
        {
            return false;
        }

        // A character, or else a lifetime.
        var letter = char.IsHighSurrogate(c.Peek(prefix + 1)) ? 2 : 1;
        if (c.Peek(prefix + 1) == '\\' || c.Peek(prefix + 1 + letter) == '\'')
        {
            c.Take(TokenKind.Quoted, c.Peek(prefix + 1) == '\\' ? c.Quoted(prefix, "'", '\\', lines: false) : prefix + letter + 2);
            return true;
        }

        if (prefix > 0)
        {
            return false;
        }

        c.Take(TokenKind.Type, 1 + c.Word(1));
        return true;
    }

    private bool Number(ref Cursor c)
    {
        if (!char.IsAsciiDigit(c.Peek())
            && !(c.Peek() == '.' && char.IsAsciiDigit(c.Peek(1)) && !char.IsLetterOrDigit(c.Peek(-1))
            && c.Peek(-1) is not (')' or ']' or '.')))
        {
            return false;
        }

        var hex = c.Peek() == '0' && c.Peek(1) is 'x' or 'X';
        var length = 1;
        while (true)
        {
            var next = c.Peek(length);
            var more = char.IsAsciiLetterOrDigit(next) || next == '_'
                || (next == '.' && c.Peek(length + 1) != '.')
                || (next == _grammar.DigitSeparator && next != '\0' && char.IsAsciiLetterOrDigit(c.Peek(length + 1)))
                || (next is '+' or '-' && !hex && c.Peek(length - 1) is 'e' or 'E' && char.IsAsciiDigit(c.Peek(length + 1)));
            if (!more)
            {
                break;
            }

            length++;
        }

        c.Take(TokenKind.Number, length);
        return true;
    }

    private bool Variable(ref Cursor c)
    {
        if (!_grammar.Variables || c.Peek() != '$')
        {
            return false;
        }

        var length = c.Peek(1) == '{' && c.Ahead(64).IndexOf('}') is > 0 and var end ? end + 1 : 1 + c.Word(1);
        c.Take(length > 1 ? TokenKind.Name : TokenKind.Text, length);
        return true;
    }

    private bool Word(ref Cursor c, bool first)
    {
        var length = c.Word(0, _grammar.InWords);
        if (length == 0)
        {
            return false;
        }

        var word = c.Rest[..length];
        if (_words.TryGetValue(word, out var kind) && (first || !_grammar.KeywordsLead || kind != TokenKind.Keyword))
        {
            c.Take(kind, length);
            return true;
        }

        var macro = _grammar.Rust && c.Peek(length) == '!' && c.Peek(length + 1) is '(' or '[' or '{';
        kind = macro || (_grammar.Calls && c.Peek(length) == '(') ? TokenKind.Function
            : _grammar.CapitalTypes && char.IsUpper(word[0]) ? TokenKind.Type
            : TokenKind.Text;
        c.Take(kind, length + (macro ? 1 : 0));
        return true;
    }
}
