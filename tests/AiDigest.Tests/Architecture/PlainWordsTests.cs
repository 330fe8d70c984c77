using System.Text.RegularExpressions;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Architecture;

/// <summary>
/// Comments of the product are in everyday English, so that a reader whose first language is another one need not decode them. The list has
/// words that have an everyday form in every sentence: "is" for "stands", "fix" for "mend". It cannot judge a sentence, and does not try.
/// </summary>
public partial class PlainWordsTests
{
    [Fact]
    public void Comments_use_everyday_words()
    {
        var found =
            from file in Directory.EnumerateFiles(Checkout.PathOf("src"), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            let path = Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/')
            where path.Split('/')[2] is not ("bin" or "obj")
            from line in File.ReadAllLines(file).Index()
            let word = Bookish(line.Item)
            where word is not null
            select $"{path}:{line.Index + 1}: '{word}' in a comment; use an everyday word";
        Assert.Equal([], found);
    }

    [Theory]
    [InlineData("/// <summary>Where it stands in the source.</summary>", "stands")]
    [InlineData("    // Nobody asks for it.", "Nobody")]
    [InlineData("// It is mended.", "mended")]
    [InlineData("// It stands for a dash, and a stand-in is made.", null)]
    [InlineData("/// <c>mended</c> is the event", null)]
    [InlineData("// A standing page.", null)]
    [InlineData("var stands = 1;", null)]
    public void A_bookish_word_is_found_in_comments_alone(string line, string? word) => Assert.Equal(word, Bookish(line));

    private static string? Bookish(string line) =>
        Comment().IsMatch(line) && Words().Match(Code().Replace(line, "")) is { Success: true } found ? found.Value : null;

    [GeneratedRegex(@"^\s*//")]
    private static partial Regex Comment();

    [GeneratedRegex(@"<c>.*?</c>|`[^`]*`|(name|cref)=""[^""]*""")]
    private static partial Regex Code();

    [GeneratedRegex(
        @"\b(stands?(?! for\b|-)|stood|mend(s|ed)?|nobody|whoever|held against|for ever|whence|hence|thereof|wherefrom|bears?|but for|lets go)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
