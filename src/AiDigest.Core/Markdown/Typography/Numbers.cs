using static AiDigest.Core.Markdown.Typography.TypographicCharacters;

namespace AiDigest.Core.Markdown.Typography;

/// <summary>Whether a number and what comes after its space belong together.</summary>
internal static class Numbers
{
    private const int Longest = 24;

    public static bool Counts(ReadOnlySpan<char> text, int space, char after, bool russian)
    {
        var start = Start(text, space);
        if (start < 0)
        {
            return false;
        }

        if (IsDigit(after))
        {
            return russian && IsGroup(text, start, space);
        }

        if (after is '%' or '‰' or '°' or '₽' or '€' or '$' or '£' or '¥')
        {
            return true;
        }

        if (after == '×')
        {
            return At(text, space + 2) is var next && (IsSpace(next) || IsDigit(next));
        }

        return IsLetter(after) && after != TypographicCharacters.Inset && IsUnit(text, start, space, russian);
    }

    /// <summary>
    /// Where the number that ends before <paramref name="end"/> begins; -1 if it is part of something else, as in GPT-4 and H100.
    /// </summary>
    private static int Start(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start > 0 && end - start < Longest
            && (IsDigit(text[start - 1]) || (text[start - 1] is '.' or ',' or ':' && IsDigit(At(text, start - 2)))))
        {
            start--;
        }

        var before = At(text, start - 1);
        if (before is '-' or '–' or '—' or '−' or '+' or '±')
        {
            var outer = At(text, start - 2);
            return IsSpace(outer) || IsOpening(outer) || IsDigit(outer) ? start : -1;
        }

        return IsSpace(before) || IsOpening(before)
            || before is '~' or '≈' or '<' or '>' or '≤' or '≥' or '=' or '×' or '№' or '/' ? start : -1;
    }

    /// <summary>10 000: one to three digits, and exactly three behind the space.</summary>
    private static bool IsGroup(ReadOnlySpan<char> text, int start, int space)
    {
        var digits = DigitsBefore(text, space, 3);
        var goesOn = digits == 3 && IsSpace(At(text, start - 1)) && IsDigit(At(text, start - 2));
        return digits <= 3 && digits == space - start && (text[start] != '0' || goesOn)
            && DigitsFrom(text, space + 1, 3) == 3 && At(text, space + 4) is not '-' and var next && !IsWord(next);
    }

    /// <summary>
    /// In Russian any word but a conjunction, a preposition or a particle; not behind a name in Latin letters, whose number it
    /// would be (Lean 4 показал). In English only the known units.
    /// </summary>
    private static bool IsUnit(ReadOnlySpan<char> text, int start, int space, bool russian)
    {
        var end = space + 1;
        while (end < text.Length && end - space <= Longest && (IsLetter(text[end]) || text[end] == '/'))
        {
            end++;
        }

        var word = text[(space + 1)..end];
        if (!russian || IsLatin(word[0]))
        {
            return Words.IsUnit(word);
        }

        var named = start > 1 && IsSpace(text[start - 1]) && (IsLatin(text[start - 2]) || text[start - 2] == TypographicCharacters.Inset);
        return !named && !Words.CountsNothing(word);
    }
}
