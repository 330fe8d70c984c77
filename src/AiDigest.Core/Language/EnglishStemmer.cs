namespace AiDigest.Core.Language;

/// <summary>
/// The English stemmer of Snowball, Porter2 (snowballstem.org/algorithms/english/stemmer.html), for lower-case words without apostrophes.
/// It works in place and allocates nothing.
/// </summary>
internal static class EnglishStemmer
{
    private static readonly (string Word, string Stem)[] Exceptions =
    [
        ("skis", "ski"), ("skies", "sky"), ("dying", "die"), ("lying", "lie"), ("tying", "tie"), ("idly", "idl"), ("gently", "gentl"),
            ("ugly", "ugli"),
        ("early", "earli"), ("only", "onli"), ("singly", "singl"), ("sky", "sky"), ("news", "news"), ("howe", "howe"), ("atlas", "atlas"),
        ("cosmos", "cosmos"), ("bias", "bias"), ("andes", "andes"),
    ];

    private static readonly string[] Kept = ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"];

    private static readonly string[] RegionPrefixes = ["gener", "commun", "arsen"];

    private static readonly (string Suffix, string Becomes)[] Step2 =
    [
        ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"), ("tional", "tion"),
            ("biliti", "ble"),
        ("lessli", "less"), ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"),
            ("fulli", "ful"),
        ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"),
            ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Suffix, string Becomes)[] Step3 =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""), ("ical", "ic"),
            ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Step4 =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic",
    ];

    /// <summary>Turns the word at the beginning of a buffer into its stem; the buffer has room for one more letter.</summary>
    /// <returns>The length of the stem.</returns>
    public static int Stem(Span<char> buffer, int length)
    {
        if (length <= 2)
        {
            return length;
        }

        foreach (var (exception, stem) in Exceptions)
        {
            if (buffer[..length].SequenceEqual(exception))
            {
                stem.CopyTo(buffer);
                return stem.Length;
            }
        }

        var word = new Word(buffer, length);
        word.MarkConsonantY();
        word.FindRegions(RegionPrefixes);
        Plural(ref word);
        if (!Contains(Kept, word.Letters))
        {
            PastAndProgressive(ref word);
            FinalY(ref word);
            Long(ref word);
            Short(ref word);
            Last(ref word);
            Finish(ref word);
        }

        word.Letters.Replace('Y', 'y');
        return word.Length;
    }

    private static bool Contains(string[] words, ReadOnlySpan<char> word)
    {
        foreach (var one in words)
        {
            if (word.SequenceEqual(one))
            {
                return true;
            }
        }

        return false;
    }

    // Step 1a.
    private static void Plural(ref Word word)
    {
        if (word.EndsWith("sses"))
        {
            word.Cut(2);
        }
        else if (word.EndsWith("ied") || word.EndsWith("ies"))
        {
            word.Cut(word.Length > 4 ? 2 : 1);
        }
        else if (word.EndsWith("s") && !word.EndsWith("us") && !word.EndsWith("ss") && word.HasVowelBefore(word.Length - 2))
        {
            word.Cut(1);
        }
    }

    // Step 1b.
    private static void PastAndProgressive(ref Word word)
    {
        if (word.EndsWith("eedly") || word.EndsWith("eed"))
        {
            var cut = word.EndsWith("eedly") ? 5 : 3;
            if (word.Length - cut >= word.First)
            {
                word.Cut(cut - 2);
            }

            return;
        }

        var ending = word.EndsWith("ingly") ? 5 : word.EndsWith("edly") ? 4 : word.EndsWith("ing") ? 3 : word.EndsWith("ed") ? 2 : 0;
        if (ending == 0 || !word.HasVowelBefore(word.Length - ending))
        {
            return;
        }

        word.Cut(ending);
        if (word.EndsWith("at") || word.EndsWith("bl") || word.EndsWith("iz"))
        {
            word.Append("e");
        }
        else if (word.EndsWithDouble())
        {
            word.Cut(1);
        }
        else if (word.IsShort())
        {
            word.Append("e");
        }
    }

    // Step 1c.
    private static void FinalY(ref Word word)
    {
        if (word.Length > 2 && word.Letters[^1] is 'y' or 'Y' && !Word.IsVowel(word.Letters[^2]))
        {
            word.Letters[^1] = 'i';
        }
    }

    // Step 2.
    private static void Long(ref Word word)
    {
        foreach (var (suffix, becomes) in Step2)
        {
            if (!word.EndsWith(suffix))
            {
                continue;
            }

            var before = word.Length - suffix.Length;
            var fits = suffix switch
            {
                "ogi" => before > 0 && word.Letters[before - 1] == 'l',
                "li" => before > 0 && word.Letters[before - 1] is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
                _ => true,
            };
            if (before >= word.First && fits)
            {
                word.Cut(suffix.Length);
                word.Append(becomes);
            }

            return;
        }
    }

    // Step 3.
    private static void Short(ref Word word)
    {
        foreach (var (suffix, becomes) in Step3)
        {
            if (!word.EndsWith(suffix))
            {
                continue;
            }

            var before = word.Length - suffix.Length;
            if (before >= word.First && (suffix != "ative" || before >= word.Second))
            {
                word.Cut(suffix.Length);
                word.Append(becomes);
            }

            return;
        }
    }

    // Step 4.
    private static void Last(ref Word word)
    {
        foreach (var suffix in Step4)
        {
            if (!word.EndsWith(suffix))
            {
                continue;
            }

            var before = word.Length - suffix.Length;
            if (before >= word.Second && (suffix != "ion" || (before > 0 && word.Letters[before - 1] is 's' or 't')))
            {
                word.Cut(suffix.Length);
            }

            return;
        }
    }

    // Step 5.
    private static void Finish(ref Word word)
    {
        var before = word.Length - 1;
        if (word.EndsWith("e"))
        {
            if (before >= word.Second || (before >= word.First && !word.EndsWithShortSyllable(before)))
            {
                word.Cut(1);
            }
        }
        else if (word.EndsWith("ll") && before >= word.Second)
        {
            word.Cut(1);
        }
    }

    /// <summary>The word in its buffer, with the regions R1 and R2 of Snowball as <see cref="First"/> and <see cref="Second"/>.</summary>
    private ref struct Word(Span<char> buffer, int length)
    {
        private readonly Span<char> _buffer = buffer;

        public int Length { get; private set; } = length;

        public int First { get; private set; }

        public int Second { get; private set; }

        public readonly Span<char> Letters => _buffer[..Length];

        public readonly bool EndsWith(string suffix) => Letters.EndsWith(suffix);

        public void Cut(int letters) => Length -= letters;

        public void Append(string letters)
        {
            letters.CopyTo(_buffer[Length..]);
            Length += letters.Length;
        }

        // A y at the beginning or behind a vowel is a consonant, written Y.
        public readonly void MarkConsonantY()
        {
            for (var at = 0; at < Length; at++)
            {
                if (_buffer[at] == 'y' && (at == 0 || IsVowel(_buffer[at - 1])))
                {
                    _buffer[at] = 'Y';
                }
            }
        }

        public void FindRegions(string[] prefixes)
        {
            First = RegionAfter(0);
            foreach (var prefix in prefixes)
            {
                if (Letters.StartsWith(prefix))
                {
                    First = prefix.Length;
                }
            }

            Second = RegionAfter(First);
        }

        /// <param name="end">Letters before it are asked.</param>
        public readonly bool HasVowelBefore(int end)
        {
            for (var at = 0; at < end; at++)
            {
                if (IsVowel(_buffer[at]))
                {
                    return true;
                }
            }

            return false;
        }

        public readonly bool EndsWithDouble() =>
            Length >= 2 && _buffer[Length - 1] == _buffer[Length - 2]
                && _buffer[Length - 1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't';

        public readonly bool IsShort() => First >= Length && EndsWithShortSyllable(Length);

        /// <summary>
        /// A vowel between consonants, of which the last is none of w, x, Y; or a vowel at the beginning before a consonant.
        /// </summary>
        public readonly bool EndsWithShortSyllable(int end) => end switch
        {
            < 2 => false,
            2 => IsVowel(_buffer[0]) && !IsVowel(_buffer[1]),
            _ => !IsVowel(_buffer[end - 3]) && IsVowel(_buffer[end - 2]) && !IsVowel(_buffer[end - 1])
                && _buffer[end - 1] is not ('w' or 'x' or 'Y'),
        };

        public static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

        private readonly int RegionAfter(int from)
        {
            for (var at = from + 1; at < Length; at++)
            {
                if (!IsVowel(_buffer[at]) && IsVowel(_buffer[at - 1]))
                {
                    return at + 1;
                }
            }

            return Length;
        }
    }
}
