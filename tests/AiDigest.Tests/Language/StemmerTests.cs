using AiDigest.Core.Language;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Language;

public class StemmerTests
{
    /// <summary>Words of technical texts and of a dictionary with the stems that Snowball 2.2 gives them.</summary>
    [Fact]
    public void Stems_are_those_of_snowball()
    {
        var wrong = Rows("stems.tsv").Where(row => Stem(row[0]) != row[1]).Select(row => $"{row[0]}: {Stem(row[0])}, not {row[1]}");
        Assert.Equal([], wrong);
    }

    /// <summary>Pairs of words of technical texts that the dictionary gives to one lemma.</summary>
    [Fact]
    public void Forms_of_one_lemma_are_of_one_class()
    {
        var classes = new LemmaClasses();
        var pairs = Rows("pairs.tsv").ToList();
        var joined = pairs.Count(pair => classes.Of(pair[0]) == classes.Of(pair[1]));
        Assert.InRange((double)joined / pairs.Count, 0.99, 1);
    }

    [Theory]
    [InlineData("список", "списка")]
    [InlineData("ошибки", "ошибок")]
    [InlineData("выборка", "выборок")]
    [InlineData("активен", "активный")]
    [InlineData("определенный", "определить")]
    [InlineData("человек", "человека")]
    [InlineData("models", "model")]
    [InlineData("quantized", "quantization")]
    public void Two_forms_are_of_one_class(string one, string other)
    {
        var classes = new LemmaClasses();
        Assert.Equal(classes.Of(one), classes.Of(other));
    }

    [Theory]
    [InlineData("сталь", "стать")]
    [InlineData("модель", "модуль")]
    [InlineData("attention", "tension")]
    [InlineData("gpt4", "gpt")]
    [InlineData("2411.10510", "2411.19108")]
    public void Two_words_are_of_two_classes(string one, string other)
    {
        var classes = new LemmaClasses();
        Assert.NotEqual(classes.Of(one), classes.Of(other));
    }

    private static string Stem(string word)
    {
        var letters = new char[word.Length + 2];
        word.CopyTo(letters);
        return word[0] < 'а' ? new string(letters, 0, EnglishStemmer.Stem(letters, word.Length)) : word[..RussianStemmer.Stem(word)];
    }

    private static IEnumerable<string[]> Rows(string name) =>
        File.ReadLines(Path.Combine(Checkout.Root, "tests", "AiDigest.Tests", "Language", name)).Select(line => line.Split('\t'));
}
