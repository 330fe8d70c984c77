namespace AiDigest.Core.Markdown.Highlighting;

/// <summary>A place in a code, which moves forward as stretches are taken.</summary>
internal ref struct Cursor(ReadOnlySpan<char> text, TokenList tokens)
{
    private readonly ReadOnlySpan<char> _text = text;

    public int At { get; private set; }

    public readonly bool End => At >= _text.Length;

    /// <summary>What is still to come.</summary>
    public readonly ReadOnlySpan<char> Rest => _text[At..];

    /// <summary>The character so far ahead (behind, if negative); a line end beyond the ends.</summary>
    public readonly char Peek(int ahead = 0) => (uint)(At + ahead) < (uint)_text.Length ? _text[At + ahead] : '\n';

    /// <summary>At most so much of what is still to come: a bound for what may be looked at without being taken.</summary>
    public readonly ReadOnlySpan<char> Ahead(int most) => _text.Slice(At, Math.Min(most, _text.Length - At));

    public readonly bool Starts(string with) => Rest.StartsWith(with);

    /// <summary>The length to the end of the line, without it.</summary>
    public readonly int Line(int from = 0)
    {
        var length = _text[Math.Min(At + from, _text.Length)..].IndexOf('\n');
        return length < 0 ? _text.Length - At : from + length;
    }

    /// <summary>The length to the first of these behind <paramref name="from"/>, with it; to the end where there is none.</summary>
    public readonly int Through(ReadOnlySpan<char> end, int from)
    {
        var start = Math.Min(At + from, _text.Length);
        var length = _text[start..].IndexOf(end);
        return length < 0 ? _text.Length - At : start - At + length + end.Length;
    }

    /// <summary>Takes a stretch, but no half of a surrogate pair.</summary>
    public void Take(TokenKind kind, int length)
    {
        length = Math.Min(length, _text.Length - At);
        length += length > 0 && char.IsHighSurrogate(Peek(length - 1)) && char.IsLowSurrogate(Peek(length)) ? 1 : 0;
        tokens.Add(kind, length);
        At += length;
    }

    /// <summary>Passes over a stretch and tells the code and the list, for another lexer that takes it.</summary>
    public ReadOnlySpan<char> HandOver(int length, out TokenList to)
    {
        length = Math.Min(length, _text.Length - At);
        to = tokens;
        At += length;
        return _text.Slice(At - length, length);
    }

    /// <summary>Takes spaces and tabs.</summary>
    public void Blanks()
    {
        var length = 0;
        while (Peek(length) is ' ' or '\t')
        {
            length++;
        }

        Take(TokenKind.Text, length);
    }

    /// <summary>The length of the word that is <paramref name="from"/> ahead.</summary>
    public readonly int Word(int from = 0, string also = "_")
    {
        var length = from;
        while (char.IsLetterOrDigit(Peek(length)) || also.Contains(Peek(length), StringComparison.Ordinal))
        {
            length++;
        }

        return length - from;
    }

    /// <summary>The length of a string with its quotes.</summary>
    /// <param name="prefix">Characters before the opening quote.</param>
    /// <param name="quote">Opens and closes.</param>
    /// <param name="escape">Takes the next character along; <c>\0</c> for none.</param>
    /// <param name="lines">Whether it may go on over line ends.</param>
    public readonly int Quoted(int prefix, string quote, char escape, bool lines)
    {
        for (var i = At + prefix + quote.Length; i < _text.Length;)
        {
            var c = _text[i];
            if (c == escape && escape != '\0')
            {
                i += 2;
            }
            else if (c == quote[0] && _text[i..].StartsWith(quote))
            {
                return i + quote.Length - At;
            }
            else if (c == '\n' && !lines)
            {
                return i - At;
            }
            else
            {
                i++;
            }
        }

        return _text.Length - At;
    }
}
