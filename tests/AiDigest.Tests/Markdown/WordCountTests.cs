using AiDigest.Core.Markdown;
using Xunit;

namespace AiDigest.Tests.Markdown;

/// <summary>Words are counted many characters at once, and must be those that are counted one by one.</summary>
public class WordCountTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("слово", 1)]
    [InlineData(" — ", 0)]
    [InlineData("Модель «учится» — и это, как ни странно, 3-й шаг.", 9)]
    [InlineData("один\u00A0два\tтри\nчетыре\u2003пять\u3000шесть", 6)]
    [InlineData("Ёлка ёж ȡ 中文 ² ½ ٣ -- a-b", 6)]
    public void Words_are_counted(string text, int words) => Assert.Equal(words, Count(text));

    [Fact]
    public void Texts_of_all_lengths_and_cuts_are_counted_as_one_by_one()
    {
        const string Some = "абЯёЁѐҁ҂azAZ09@[`{/:   \t\n\u00A0«»—…“\u2027\u2028\u2003\u0085\u0080é\u01C5中²\uD83D\uDE00\uFFFF-.,!";
        var random = new Random(20261127);
        for (var round = 0; round < 20_000; round++)
        {
            var text = new char[random.Next(100)];
            var kinds = random.Next(1, Some.Length);
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = Some[random.Next(kinds)];
            }

            var cut = random.Next(text.Length + 1);
            var (whole, parts) = (new WordCount(), new WordCount());
            whole.Add(text);
            parts.Add(text.AsSpan(..cut));
            parts.Add(text.AsSpan(cut..));
            Assert.Equal((OneByOne(text), OneByOne(text)), (whole.Count, parts.Count));
        }
    }

    [Fact]
    public void Every_character_is_of_the_kind_that_it_is_alone()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var text = $"a {(char)c} b{(char)c}d and some more";
            Assert.Equal(OneByOne(text), Count(text));
        }
    }

    private static int Count(string text)
    {
        var count = default(WordCount);
        count.Add(text);
        return count.Count;
    }

    private static int OneByOne(IEnumerable<char> text)
    {
        var (count, inWord) = (0, false);
        foreach (var c in text)
        {
            var starts = !inWord && char.IsLetterOrDigit(c);
            count += starts ? 1 : 0;
            inWord = starts || (inWord && !char.IsWhiteSpace(c));
        }

        return count;
    }
}
