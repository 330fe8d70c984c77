using System.Text;
using AiDigest.Core.Markdown.Typography;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Markdown.Typography;

public class TypographerTests
{
    private static readonly string[] Fragments =
    [
        "\"", "\"", "\"", "'", "«", "»", "„", "“", "”", "’", "‘", " ", " ", " ", " ", "\u00A0", "\n", "-", "-", " - ", "—", "–", ".", ",",
            ":", "!", "(", ")", "[", "%", "№", "§", "×", "~", "$", "°",
        "а", "и", "в", "на", "не", "для", "слово", "Слово", "А.", "С.", "т.", "е.", "д.", "рис.", "им.", "а", "GPT", "x", "model", "don't",
            "s", "GB", "¤",
        "1", "3", "5", "12", "15", "100", "000", "512", "1024", "2019", "2024", "0", "1,5", "2.5", "3-5", "15\"",
    ];

    [Theory]
    [InlineData("ru", "cases.txt", 150)]
    [InlineData("en", "cases.en.txt", 20)]
    public void Texts_are_set_as_the_file_of_cases_says(string language, string file, int atLeast)
    {
        var typographer = new Typographer(language);
        var wrong = new StringBuilder();
        var count = 0;
        foreach (var (written, set) in Cases(file))
        {
            count++;
            var (input, expected) = (Real(written, spaces: written == set), Real(set, spaces: true));
            var actual = typographer.Set(input);
            if (actual != expected)
            {
                wrong.Append(written).Append('\n').Append("  wanted ").Append(set).Append('\n')
                    .Append("  but is ").Append(actual.Replace('\u00A0', '~').Replace('\uFFFC', '¤')).Append('\n');
            }

            Changes_nothing_visible(input, actual);
            Assert.Equal(actual, typographer.Set(actual));
        }

        Assert.True(wrong.Length == 0, wrong.ToString());
        Assert.True(count >= atLeast, $"{count} cases");
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void Setting_twice_is_setting_once_and_no_visible_character_comes_or_goes(string language)
    {
        var typographer = new Typographer(language);
        var random = new Random(20261124);
        for (var run = 0; run < 60_000; run++)
        {
            var text = Mixture(random, 1 + random.Next(24));
            var once = typographer.Set(text);
            Changes_nothing_visible(text, once);
            var twice = typographer.Set(once);
            Assert.True(once == twice, $"{text}\n{once}\n{twice}");
        }
    }

    [Fact]
    public void Spaces_are_those_of_the_runtime()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            Assert.True(char.IsWhiteSpace((char)c) == TypographicCharacters.IsSpace((char)c), $"U+{c:X4}");
        }
    }

    [Fact]
    public void A_text_without_candidates_is_the_same_object()
    {
        var typographer = new Typographer("ru");
        foreach (var text in new[] { "", "Слово", "слово слово", "Обучение_с_учителем" })
        {
            Assert.Same(text, typographer.Set(text));
        }
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\"а ")]
    [InlineData("«")]
    [InlineData(" \"а")]
    [InlineData("'a ")]
    [InlineData("1-")]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("111 ")]
    [InlineData("А. ")]
    [InlineData("-")]
    [InlineData(" - ")]
    [InlineData("Слово")]
    public void Time_grows_with_the_length_alone(string part)
    {
        foreach (var language in new[] { "ru", "en" })
        {
            Growth.IsLinear(part, 20_000, text => new Typographer(language).Set(text));
        }
    }

    private static void Changes_nothing_visible(string before, string after)
    {
        Assert.Equal(before.Length, after.Length);
        for (var i = 0; i < before.Length; i++)
        {
            var allowed = before[i] == after[i] || before[i] switch
            {
                ' ' => after[i] == '\u00A0',
                '-' => after[i] is '–' or '—',
                '\'' => after[i] is '’' or '‘',
                '"' => after[i] is '«' or '»' or '„' or '“' or '”',
                '«' => after[i] == '„',
                '»' => after[i] == '“',
                '„' => after[i] == '«',
                '“' => after[i] == '»',
                _ => false,
            };
            Assert.True(allowed, $"'{before[i]}' became '{after[i]}' in {before}");
        }
    }

    private static string Mixture(Random random, int parts)
    {
        var text = new StringBuilder();
        for (var i = 0; i < parts; i++)
        {
            text.Append(Fragments[random.Next(Fragments.Length)]);
        }

        return text.Replace('¤', TypographicCharacters.Inset).ToString();
    }

    /// <summary>A tilde is a no-break space only in what is set; there a doubled one is a tilde and such a space.</summary>
    private static string Real(string text, bool spaces) => text.Replace('¤', TypographicCharacters.Inset) is var real && spaces
        ? real.Replace("~~", "\u0001", StringComparison.Ordinal).Replace('~', '\u00A0').Replace("\u0001", "~", StringComparison.Ordinal)
        : real;

    private static IEnumerable<(string Written, string Set)> Cases(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Checkout.Root, "tests", "AiDigest.Tests", "Markdown", "Typography", file))
            .Where(line => !line.StartsWith('#')).Append("");
        var block = new List<string>();
        foreach (var line in lines)
        {
            if (line.Length > 0)
            {
                block.Add(line);
                continue;
            }

            if (block.Count > 0)
            {
                Assert.True(block.Count <= 2, $"a case has two lines at most: {block[0]}");
                yield return (block[0], block[^1]);
            }

            block.Clear();
        }
    }
}
