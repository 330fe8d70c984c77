using System.Globalization;
using System.Runtime.CompilerServices;

namespace AiDigest.Core.Markdown.Typography;

/// <summary>How a text's characters are told apart. Beyond its ends is a space, so that no rule has to ask for them.</summary>
internal static class TypographicCharacters
{
    /// <summary>Stands for what is no text (code, a formula, an image) and counts as a letter.</summary>
    public const char Inset = '\uFFFC';

    public const char NoBreakSpace = '\u00A0';

    public static char At(ReadOnlySpan<char> text, int i) => (uint)i < (uint)text.Length ? text[i] : '\n';

    // What char.IsWhiteSpace says, without a look into its tables for letters from Greek to Cherokee.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSpace(char c) =>
        c < '\u0085' ? c is ' ' or (>= '\t' and <= '\r') : (c is '\u0085' or '\u00A0' || c >= '\u1680') && char.IsWhiteSpace(c);

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    /// <summary>A letter, a digit, or an object that is within the text like a word.</summary>
    public static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == TypographicCharacters.Inset;

    public static bool IsLetter(char c) => char.IsLetter(c) || c == TypographicCharacters.Inset;

    public static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u04FF';

    public static bool IsLatin(char c) => char.IsAsciiLetter(c) || c is >= '\u00C0' and <= '\u024F' and not ('×' or '÷');

    public static bool IsDash(char c) => c is '—' or '–';

    public static bool IsQuote(char c) => c is '"' or '«' or '»' or '„' or '“' or '”';

    /// <summary>What a word or a number may follow without a space: brackets, quotes.</summary>
    public static bool IsOpening(char c) =>
        c is '(' or '[' or '{' || IsQuote(c) || c == '‘' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.OpenPunctuation;

    /// <summary>Digits to the left of <paramref name="end"/>, at most <paramref name="most"/> + 1.</summary>
    public static int DigitsBefore(ReadOnlySpan<char> text, int end, int most)
    {
        var start = end;
        while (start > 0 && end - start <= most && IsDigit(text[start - 1]))
        {
            start--;
        }

        return end - start;
    }

    /// <summary>Digits from <paramref name="start"/> on, at most <paramref name="most"/> + 1.</summary>
    public static int DigitsFrom(ReadOnlySpan<char> text, int start, int most)
    {
        var end = start;
        while (end < text.Length && end - start <= most && IsDigit(text[end]))
        {
            end++;
        }

        return end - start;
    }
}
