using System.Buffers;
using static AiDigest.Core.Markdown.Typography.TypographicCharacters;

namespace AiDigest.Core.Markdown.Typography;

/// <summary>
/// Straight double quotes that find a partner: «ёлочки», and within a pair the other kind, „лапки“ (also where the inner pair was
/// written as «ёлочки»); “curly” ones in English. A quote without partner stays straight, and so does an inch mark behind a
/// number. Where the quotes that the author set do not nest, none is touched: a guess could turn a right one wrong.
/// </summary>
internal sealed class Quotes(bool russian)
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"«»„“”");

    private readonly List<Quote> _quotes = [];
    private readonly Stack<int> _open = new();

    public static void Set(Span<char> text, bool russian)
    {
        var quotes = new Quotes(russian);
        if (quotes.Pair(text))
        {
            quotes.Write(text);
        }
    }

    /// <summary>Finds the partners, from left to right.</summary>
    /// <returns>False where quotes of the author do not nest.</returns>
    private bool Pair(ReadOnlySpan<char> text)
    {
        for (var i = Next(text, 0); i < text.Length; i = Next(text, i))
        {
            // Quotes that touch share what is around them: so the next run, which sees other quotes, judges alike.
            var end = i;
            while (end < text.Length && IsMark(text[end]))
            {
                end++;
            }

            for (var (before, after) = (At(text, i - 1), At(text, end)); i < end; i++)
            {
                if (IsToken(text[i]) && !Add(i, text[i], before, after))
                {
                    return false;
                }
            }
        }

        while (_open.TryPop(out var left))
        {
            if (_quotes[left].Kind != '"')
            {
                return false;
            }
        }

        return true;
    }

    private bool Add(int at, char kind, char before, char after)
    {
        var top = _open.TryPeek(out var opener) ? _quotes[opener].Kind : '\0';
        var closes = kind switch
        {
            '"' => StraightCloses(before, after, top == '"'),
            '«' or '„' => false,
            '»' => true,
            _ => top == '„' ? true : null, // “ opens a quotation in English, and then is none of ours.
        };
        if (closes is not { } close)
        {
            return true;
        }

        if (!close)
        {
            _open.Push(_quotes.Count);
            _quotes.Add(new Quote(at, kind, -1));
            return true;
        }

        if (top == (kind == '»' ? '«' : kind == '“' ? '„' : '"'))
        {
            _quotes[_open.Pop()] = _quotes[opener] with { Closer = at };
            return true;
        }

        return kind == '"' && (top == '\0' || IsDigit(before));
    }

    /// <summary>Whether a straight quote closes a quotation or opens one; null where it does neither.</summary>
    private static bool? StraightCloses(char before, char after, bool open)
    {
        var opens = !IsSpace(after) && !IsWord(before) && !IsClosing(before);
        var closes = !IsSpace(before) && !IsWord(after) && after is not ('(' or '[' or '{');
        if (opens != closes)
        {
            return closes;
        }

        return IsSpace(before) || IsSpace(after) ? null : open ? true : IsWord(before) ? null : false;
    }

    /// <summary>Writes the pairs, each opening quote and its closing one at once.</summary>
    private void Write(Span<char> text)
    {
        _open.Clear();
        for (var i = 0; i < _quotes.Count; i++)
        {
            var (at, kind, closer) = _quotes[i];
            if (closer < 0)
            {
                continue;
            }

            while (_open.TryPeek(out var outer) && _quotes[outer].Closer < at)
            {
                _open.Pop();
            }

            var inner = _open.TryPeek(out var around) ? text[_quotes[around].At] == '«' : kind == '„';
            (text[at], text[closer]) = !russian ? ('“', '”') : inner ? ('„', '“') : ('«', '»');
            _open.Push(i);
        }
    }

    /// <summary>The first quote from <paramref name="start"/> on, or the text's length.</summary>
    private static int Next(ReadOnlySpan<char> text, int start)
    {
        var step = text[start..].IndexOfAny(Marks);
        return step < 0 ? text.Length : start + step;
    }

    private bool IsToken(char c) => c == '"' || (russian && c is ('«' or '»' or '„' or '“'));

    private bool IsMark(char c) => IsQuote(c) || (!russian && c is ('\'' or '‘' or '’'));

    private static bool IsClosing(char c) => c is '.' or ',' or ';' or ':' or '!' or '?' or '…' or ')' or ']' or '}' or '%';

    /// <param name="At">Where it is.</param>
    /// <param name="Kind">What the author wrote.</param>
    /// <param name="Closer">Where its partner is; -1 for none. Only opening quotes are kept.</param>
    private readonly record struct Quote(int At, char Kind, int Closer);
}
