using static AiDigest.Core.Markdown.Typography.TypographicCharacters;

namespace AiDigest.Core.Markdown.Typography;

/// <summary>
/// Straight single quotes: an apostrophe inside a word in either language. In English also ‘single quotes’, and the apostrophe at
/// either end of a word; behind a number it may mean feet or minutes and stays.
/// </summary>
internal static class Apostrophes
{
    public static void Set(Span<char> text, bool russian)
    {
        var open = -1;
        for (var i = text.IndexOf('\''); i >= 0 && i < text.Length; i = Next(text, i))
        {
            var (before, after) = (At(text, i - 1), At(text, i + 1));
            if (IsLetter(after) && (IsLetter(before) || (!russian && IsDigit(before))))
            {
                text[i] = '’';
            }
            else if (russian || after is '\'' or '’' || before is '\'' or '‘' or '’')
            {
                // A doubled mark is TeX's or code's.
            }
            else if (IsWord(after) && (IsSpace(before) || IsOpening(before) || IsDash(before) || before == '-'))
            {
                Settle(text, open);
                open = i;
            }
            else if (!IsSpace(before) && !IsWord(after) && (open >= 0 || IsLetter(before)))
            {
                text[open >= 0 ? open : i] = open >= 0 ? '‘' : '’';
                text[i] = '’';
                open = -1;
            }
        }

        Settle(text, open);
    }

    /// <summary>One that nothing closed stands for letters left out: ’tis, ’90s.</summary>
    private static void Settle(Span<char> text, int open)
    {
        if (open >= 0)
        {
            text[open] = '’';
        }
    }

    private static int Next(ReadOnlySpan<char> text, int i)
    {
        var next = text[(i + 1)..].IndexOf('\'');
        return next < 0 ? -1 : i + 1 + next;
    }
}
