using static AiDigest.Core.Markdown.Typography.TypographicCharacters;

namespace AiDigest.Core.Markdown.Typography;

/// <summary>
/// Spaces at which no line may break become no-break spaces: before a dash; after one-letter words and short prepositions; between
/// the groups of a number, a number and what it counts, a sign (№, §, рис.) and its number; within initials, before and after them;
/// within «т. е.» and the like. Each space is judged by the few characters around it, which no other rule changes.
/// </summary>
internal static class Spaces
{
    // Longer than surnames are.
    private const int Reach = 32;

    public static void Set(Span<char> text, bool russian)
    {
        for (var i = text.IndexOf(' '); i >= 0;)
        {
            var (before, after) = (At(text, i - 1), At(text, i + 1));
            if (!IsSpace(before) && !IsSpace(after) && (russian ? Russian(text, i, before, after) : English(text, i, before, after)))
            {
                text[i] = TypographicCharacters.NoBreakSpace;
            }

            var next = text[(i + 1)..].IndexOf(' ');
            i = next < 0 ? -1 : i + 1 + next;
        }
    }

    private static bool Russian(ReadOnlySpan<char> text, int space, char before, char after)
    {
        if (IsDash(after))
        {
            return IsSpace(At(text, space + 2));
        }

        if (IsDash(before))
        {
            return space == 1; // the dash of a dialogue, at the beginning
        }

        if (IsLetter(before))
        {
            var word = WordBefore(text, space);
            return (word.Length == 1 && before != TypographicCharacters.Inset) || Words.IsRussianPreposition(word)
                || (word.Length > 0 && char.IsUpper(word[0]) && IsInitial(text, space + 1));
        }

        if (IsDigit(before))
        {
            return Numbers.Counts(text, space, after, russian: true);
        }

        return before is '№' or '§' || (before == '×' && IsDigit(after))
            || (before == '.' && Abbreviation(text, space, after, russian: true));
    }

    private static bool English(ReadOnlySpan<char> text, int space, char before, char after)
    {
        if (IsDash(after))
        {
            return IsSpace(At(text, space + 2));
        }

        if (IsDigit(before))
        {
            return Numbers.Counts(text, space, after, russian: false);
        }

        return before is '№' or '§' || (before == '×' && IsDigit(after))
            || (before == '.' && Abbreviation(text, space, after, russian: false));
    }

    /// <summary>A space behind a full stop that ends no sentence.</summary>
    private static bool Abbreviation(ReadOnlySpan<char> text, int space, char after, bool russian)
    {
        var word = WordBefore(text, space - 1);
        if (word.Length == 1 && char.IsUpper(word[0]))
        {
            // А. С. Пушкин
            return char.IsUpper(after);
        }

        if (IsDigit(after))
        {
            return Words.StandsBeforeNumber(word, russian);
        }

        if (!russian)
        {
            return false;
        }

        // т. е., и т. д.; им. Ломоносова
        return word.Length == 1
            ? char.IsLower(word[0]) && char.IsLower(after) && At(text, space + 2) == '.'
            : char.IsUpper(after) && Words.StandsBeforeName(word);
    }

    /// <summary>An initial behind a surname: Пушкин А. С.</summary>
    private static bool IsInitial(ReadOnlySpan<char> text, int start) =>
        char.IsUpper(At(text, start)) && At(text, start + 1) == '.' && !IsWord(At(text, start + 2));

    /// <summary>
    /// The word that ends before <paramref name="end"/>, if it is alone: what precedes it is a space, a bracket, a quote or a dash.
    /// Empty for none, and for one too long for a name.
    /// </summary>
    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start > 0 && end - start < Reach && IsLetter(text[start - 1]))
        {
            start--;
        }

        var before = At(text, start - 1);
        return start < end && (IsSpace(before) || IsOpening(before) || IsDash(before)) ? text[start..end] : default;
    }
}
