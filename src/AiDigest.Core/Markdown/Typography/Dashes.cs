using System.Globalization;
using static AiDigest.Core.Markdown.Typography.TypographicCharacters;

namespace AiDigest.Core.Markdown.Typography;

/// <summary>
/// Hyphens that stand for dashes. Between spaces: an em dash in Russian, an en dash in English; between two numbers it may be a
/// minus and stays. Between the numbers of a range: an en dash, only where it can be nothing else.
/// </summary>
internal static class Dashes
{
    // Longer numbers are ids; a range of years has four digits.
    private const int MostDigits = 4;

    public static void Set(Span<char> text, bool russian)
    {
        for (var i = text.IndexOf('-'); i >= 0; i = Next(text, i))
        {
            var (before, after) = (At(text, i - 1), At(text, i + 1));
            if (IsDigit(before) && IsDigit(after))
            {
                text[i] = IsRange(text, i) ? '–' : '-';
            }
            else if (IsSpace(before) && IsSpace(after) && i > 0 && i + 1 < text.Length
                && !(IsDigit(At(text, i - 2)) && IsDigit(At(text, i + 2))))
            {
                text[i] = russian ? '—' : '–';
            }
        }
    }

    private static int Next(ReadOnlySpan<char> text, int i)
    {
        var next = text[(i + 1)..].IndexOf('-');
        return next < 0 ? -1 : i + 1 + next;
    }

    /// <summary>
    /// <c>3-5</c>, <c>2019-2021</c>, <c>1,5-2,5</c>: two numbers that grow, of like length, alone between spaces, brackets or signs.
    /// So neither dates (<c>2024-11-28</c>, <c>2024-12</c>), phones (<c>123-45-67</c>), names (<c>GPT-4</c>, <c>Claude 3-5</c>), versions
    /// (<c>1.5-2</c>), ids nor scores.
    /// </summary>
    private static bool IsRange(ReadOnlySpan<char> text, int hyphen)
    {
        if (Left(text, hyphen) is not { } left || Right(text, hyphen + 1) is not { } right)
        {
            return false;
        }

        var low = text[left..hyphen];
        var high = text[(hyphen + 1)..right];
        var (lowWhole, highWhole) = (Whole(low), Whole(high));
        if ((low[0] == '0' && lowWhole > 1) || (high[0] == '0' && highWhole > 1) || highWhole - lowWhole is < 0 or > 1
            || Value(low) >= Value(high))
        {
            return false;
        }

        // Seven digits may be a phone's, unless both numbers are as round as sizes are: 512-1024, 500-1000.
        return (lowWhole, highWhole) != (3, 4)
            || (int.Parse(low[..3], CultureInfo.InvariantCulture) % 4 == 0 && int.Parse(high[..4], CultureInfo.InvariantCulture) % 4 == 0);
    }

    private static int? Left(ReadOnlySpan<char> text, int end)
    {
        var start = Number(text, end);
        var before = At(text, start - 1);
        if (start == end || !(IsSpace(before) || IsOpening(before) || before is '~' or '≈' or '<' or '>' or '$' or '€' or '№' or '§'))
        {
            return null;
        }

        // Behind a name the numbers are its own, unless they are years.
        var years = end - start == 4 && text[start..(start + 2)] is "19" or "20";
        return IsSpace(before) && !years && IsName(text, start - 1) ? null : start;
    }

    /// <summary>The start of the number that ends at <paramref name="end"/>: digits, or two runs of them with a comma between.</summary>
    private static int Number(ReadOnlySpan<char> text, int end)
    {
        var digits = DigitsBefore(text, end, MostDigits);
        if (digits is 0 or > MostDigits)
        {
            return end;
        }

        var start = end - digits;
        if (At(text, start - 1) != ',')
        {
            return start;
        }

        var whole = DigitsBefore(text, start - 1, MostDigits);
        return whole is 0 or > MostDigits ? end : start - 1 - whole;
    }

    private static int? Right(ReadOnlySpan<char> text, int start)
    {
        var digits = DigitsFrom(text, start, MostDigits);
        if (digits > MostDigits)
        {
            return null;
        }

        var end = start + digits;
        if (At(text, end) == ',' && DigitsFrom(text, end + 1, MostDigits) is > 0 and <= MostDigits and var fraction)
        {
            end += 1 + fraction;
        }

        var after = At(text, end);
        if (after is 'x' or 'х' or '×')
        {
            return IsWord(At(text, end + 1)) ? null : end;
        }

        return IsSpace(after) || IsQuote(after) || after is ')' or ']' or '}' or ',' or ';' or ':' or '!' or '?' or '…' or '%' or '°'
            || (after == '.' && !IsWord(At(text, end + 1))) ? end : null;
    }

    /// <summary>Whether a word in Latin letters with a capital ends before a space.</summary>
    private static bool IsName(ReadOnlySpan<char> text, int space)
    {
        var start = space;
        while (start > 0 && space - start < 32 && IsWord(text[start - 1]))
        {
            start--;
        }

        return start < space && !IsCyrillic(text[space - 1]) && (char.IsUpper(text[start]) || text[start] == TypographicCharacters.Inset);
    }

    private static int Whole(ReadOnlySpan<char> number) => number.IndexOf(',') is >= 0 and var comma ? comma : number.Length;

    private static double Value(ReadOnlySpan<char> number)
    {
        var comma = number.IndexOf(',');
        if (comma < 0)
        {
            return int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        var fraction = number[(comma + 1)..];
        return int.Parse(number[..comma], NumberStyles.None, CultureInfo.InvariantCulture)
            + (int.Parse(fraction, NumberStyles.None, CultureInfo.InvariantCulture) / Math.Pow(10, fraction.Length));
    }
}
