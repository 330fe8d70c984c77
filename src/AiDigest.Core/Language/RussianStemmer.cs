namespace AiDigest.Core.Language;

/// <summary>
/// The Russian stemmer of Snowball (snowballstem.org/algorithms/russian/stemmer.html): it cuts the ending of an inflected word.
/// Words are lower case with ё written as е. It works in place and allocates nothing.
/// </summary>
internal static class RussianStemmer
{
    private static readonly string[] GerundAfterA = ["вшись", "вши", "в"];
    private static readonly string[] Gerund = ["ившись", "ывшись", "ивши", "ывши", "ив", "ыв"];
    private static readonly string[] Reflexive = ["ся", "сь"];
    private static readonly string[] ParticipleAfterA = ["ем", "нн", "вш", "ющ", "щ"];
    private static readonly string[] Participle = ["ивш", "ывш", "ующ"];
    private static readonly string[] Superlative = ["ейше", "ейш"];
    private static readonly string[] Derivational = ["ость", "ост"];

    private static readonly string[] Adjective =
    [
        "ими", "ыми", "его", "ого", "ему", "ому", "ее", "ие", "ые", "ое", "ей", "ий", "ый", "ой", "ем", "им", "ым", "ом", "их", "ых", "ую",
            "юю",
        "ая", "яя", "ою", "ею",
    ];

    private static readonly string[] VerbAfterA =
    [
        "йте", "ешь", "нно", "ете", "ла", "на", "ли", "ем", "ло", "но", "ет", "ют", "ны", "ть", "й", "л", "н",
    ];

    private static readonly string[] Verb =
    [
        "ейте", "уйте", "ила", "ыла", "ена", "ите", "или", "ыли", "ило", "ыло", "ено", "ует", "уют", "ены", "ить", "ыть", "ишь", "ей", "уй",
            "ил", "ыл", "им",
        "ым", "ен", "ят", "ит", "ыт", "ую", "ю",
    ];

    private static readonly string[] Noun =
    [
        "иями", "ями", "ами", "ией", "иям", "ием", "иях", "ев", "ов", "ие", "ье", "еи", "ии", "ей", "ой", "ий", "ям", "ем", "ам", "ом",
            "ах", "ях", "ию",
        "ью", "ия", "ья", "а", "е", "и", "й", "о", "у", "ы", "ь", "ю", "я",
    ];

    /// <summary>The length of the stem at the beginning of a word. Every step only cuts.</summary>
    public static int Stem(ReadOnlySpan<char> word)
    {
        var start = AfterFirstVowel(word);
        var length = word.Length;
        if (start == length)
        {
            return length;
        }

        if (!CutEither(word, ref length, start, GerundAfterA, Gerund))
        {
            Cut(word, ref length, start, Reflexive);
            if (Cut(word, ref length, start, Adjective))
            {
                CutEither(word, ref length, start, ParticipleAfterA, Participle);
            }
            else if (!CutEither(word, ref length, start, VerbAfterA, Verb))
            {
                Cut(word, ref length, start, Noun);
            }
        }

        if (length > start && word[length - 1] == 'и')
        {
            length--;
        }

        var second = AfterVowelAndConsonant(word, AfterVowelAndConsonant(word, 0));
        var cut = length;
        if (Cut(word, ref cut, start, Derivational) && cut >= second)
        {
            length = cut;
        }

        return Tidy(word, length, start);
    }

    private static int Tidy(ReadOnlySpan<char> word, int length, int start)
    {
        var superlative = Cut(word, ref length, start, Superlative);
        if (length - 2 >= start && word[length - 1] == 'н' && word[length - 2] == 'н')
        {
            return length - 1;
        }

        return !superlative && length > start && word[length - 1] == 'ь' ? length - 1 : length;
    }

    /// <summary>Cuts the longest ending of a list that lies behind <paramref name="start"/>.</summary>
    private static bool Cut(ReadOnlySpan<char> word, ref int length, int start, string[] endings)
    {
        var longest = Longest(word[start..length], endings);
        length -= longest;
        return longest > 0;
    }

    /// <summary>
    /// Cuts the longest ending of two lists; one of the first only behind а or я, which must lie behind <paramref name="start"/> too.
    /// </summary>
    private static bool CutEither(ReadOnlySpan<char> word, ref int length, int start, string[] afterA, string[] free)
    {
        var region = word[start..length];
        var (bound, unbound) = (Longest(region, afterA), Longest(region, free));
        if (bound > unbound && (region.Length <= bound || region[^(bound + 1)] is not ('а' or 'я')))
        {
            return false;
        }

        length -= Math.Max(bound, unbound);
        return bound > 0 || unbound > 0;
    }

    private static int Longest(ReadOnlySpan<char> region, string[] endings)
    {
        var longest = 0;
        foreach (var ending in endings)
        {
            if (ending.Length > longest && region.EndsWith(ending, StringComparison.Ordinal))
            {
                longest = ending.Length;
            }
        }

        return longest;
    }

    private static int AfterFirstVowel(ReadOnlySpan<char> word)
    {
        var at = 0;
        while (at < word.Length && !IsVowel(word[at]))
        {
            at++;
        }

        return Math.Min(at + 1, word.Length);
    }

    /// <summary>Where the region begins behind the first consonant that follows a vowel (R1 of Snowball; R2 is R1 of R1).</summary>
    private static int AfterVowelAndConsonant(ReadOnlySpan<char> word, int from)
    {
        for (var at = from + 1; at < word.Length; at++)
        {
            if (!IsVowel(word[at]) && IsVowel(word[at - 1]))
            {
                return at + 1;
            }
        }

        return word.Length;
    }

    private static bool IsVowel(char letter) => letter is 'а' or 'е' or 'и' or 'о' or 'у' or 'ы' or 'э' or 'ю' or 'я';
}
