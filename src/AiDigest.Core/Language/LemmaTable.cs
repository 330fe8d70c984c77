namespace AiDigest.Core.Language;

/// <summary>
/// Joins stems of one word that the stemmer leaves apart: список and списка, ошибки and ошибок. It is made from the Hunspell dictionary of
/// Russian by <c>tests/AiDigest.Benchmarks -- lemmas</c>. A line is <c>stem=class</c> or, of one form alone, <c>!form=class</c>; of the
/// class it says how many letters at the end of the stem or form are cut (<c>0</c> is none), and what follows. Lines are in ordinal order,
/// and letters are written in one byte each (<see cref="Letters"/>). The text is searched as it is: a site asks once for each of its forms,
/// and a table of objects would take longer to make.
/// </summary>
internal sealed class LemmaTable
{
    private const int First = 'а' - 'A';

    private static readonly Lazy<LemmaTable> OfTool = new(Load);

    private readonly byte[] _lines;

    public LemmaTable(byte[] lines) => _lines = lines;

    /// <summary>The table of the tool. It never changes, so all readers share one.</summary>
    public static LemmaTable Shared => OfTool.Value;

    private static LemmaTable Load()
    {
        using var stream = typeof(LemmaTable).Assembly.GetManifestResourceStream("language/lemmas.ru.txt")
            ?? throw new InvalidOperationException("the tool has no table of lemmas");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new LemmaTable(bytes);
    }

    /// <summary>The class of a form; its stem, where the table says nothing.</summary>
    /// <param name="form">Of letters а to я.</param>
    public string ClassOf(ReadOnlySpan<char> form)
    {
        Span<byte> key = stackalloc byte[form.Length + 1];
        key[0] = (byte)'!';
        Encode(form, key[1..]);
        var stem = RussianStemmer.Stem(form);
        if (Find(key) is { IsEmpty: false } ofForm)
        {
            return Apply(ofForm, form);
        }

        return Find(key[1..(stem + 1)]) is { IsEmpty: false } ofStem ? Apply(ofStem, form[..stem]) : form[..stem].ToString();
    }

    /// <summary>A line of the table.</summary>
    internal static string Line(string mark, string key, string value)
    {
        var common = key.AsSpan().CommonPrefixLength(value);
        return $"{mark}{Letters(key)}={(char)('0' + key.Length - common)}{Letters(value[common..])}\n";
    }

    /// <summary>A word of letters а to я as the table writes it: <c>A</c> for а and so on, in the same order.</summary>
    private static string Letters(string word) => string.Concat(word.Select(letter => (char)(letter - First)));

    private static void Encode(ReadOnlySpan<char> word, Span<byte> bytes)
    {
        for (var i = 0; i < word.Length; i++)
        {
            bytes[i] = (byte)(word[i] - First);
        }
    }

    private static string Apply(ReadOnlySpan<byte> change, ReadOnlySpan<char> word)
    {
        word = word[..^(change[0] - '0')];
        Span<char> letters = stackalloc char[word.Length + change.Length - 1];
        word.CopyTo(letters);
        for (var i = 1; i < change.Length; i++)
        {
            letters[word.Length + i - 1] = (char)(change[i] + First);
        }

        return letters.ToString();
    }

    private ReadOnlySpan<byte> Find(ReadOnlySpan<byte> key)
    {
        var (low, high) = (0, _lines.Length);
        while (low < high)
        {
            var start = LineStart((low + high) / 2);
            var line = _lines.AsSpan(start);
            line = line[..line.IndexOf((byte)'\n')];
            var sign = line.IndexOf((byte)'=');
            var order = key.SequenceCompareTo(line[..sign]);
            if (order == 0)
            {
                return line[(sign + 1)..];
            }

            (low, high) = order < 0 ? (low, start) : (start + line.Length + 1, high);
        }

        return [];
    }

    private int LineStart(int offset) => _lines.AsSpan(0, offset).LastIndexOf((byte)'\n') + 1;
}
