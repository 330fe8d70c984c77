using System.Text.RegularExpressions;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Architecture;

/// <summary>
/// Comments, documents, messages and names of tests are in everyday English, so that a reader whose first language is another one need not
/// decode them. The list has words that have an everyday form in every sentence: "is" for "stands", "fix" for "mend". It cannot judge a
/// sentence, and does not try.
/// </summary>
public partial class PlainWordsTests
{
    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void Comments_use_everyday_words(string folder) => NoneOf(Found(SourceFiles(folder), InComment));

    [Fact]
    public void Messages_use_everyday_words() => NoneOf(Found(SourceFiles("src"), InText));

    [Fact]
    public void Names_of_tests_use_everyday_words() => NoneOf(Found(SourceFiles("tests"), InName));

    [Fact]
    public void Documents_use_everyday_words() => NoneOf(Found(Documents(), Bookish));

    [Theory]
    [InlineData("/// <summary>Where it stands in the source.</summary>", "stands")]
    [InlineData("    // Nobody asks for it.", "Nobody")]
    [InlineData("// It is mended.", "mended")]
    [InlineData("// It has a thread of its own.", "of its own")]
    [InlineData("// It stands for a dash, and a stand-in is made.", null)]
    [InlineData("/// <c>mended</c> is the event", null)]
    [InlineData("// A standing page.", null)]
    [InlineData("var stands = 1;", null)]
    public void A_bookish_word_is_found_in_comments_alone(string line, string? word) => Assert.Equal(word, InComment(line));

    [Theory]
    [InlineData("    public void A_file_is_mended() =>", "mended")]
    [InlineData("    public async Task Nobody_asks(string name)", "Nobody")]
    [InlineData("    public void A_file_is_fixed() => Mend();", null)]
    public void A_bookish_word_is_found_in_names_of_tests(string line, string? word) => Assert.Equal(word, InName(line));

    [Theory]
    [InlineData("new(\"the key stands here again\");", "stands")]
    [InlineData("json.WriteString(\"mended\", fixedText);", null)]
    public void A_bookish_word_is_found_in_messages(string line, string? word) => Assert.Equal(word, InText(line));

    private static IEnumerable<string> SourceFiles(string folder) =>
        from file in Directory.EnumerateFiles(Checkout.PathOf(folder), "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/')
        where path.Split('/')[2] is not ("bin" or "obj") && !path.EndsWith("/PlainWordsTests.cs", StringComparison.Ordinal)
        select path;

    private static IEnumerable<string> Documents() =>
        from file in Directory.EnumerateFiles(Checkout.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Checkout.Root, "*.md"))
            .Concat(Directory.EnumerateFiles(Checkout.PathOf("src"), "README.md", SearchOption.AllDirectories))
        let path = Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/')
        where !path.EndsWith(".ru.md", StringComparison.Ordinal)
        select path;

    private static string[] Found(IEnumerable<string> paths, Func<string, string?> find) =>
        [.. from path in paths.Order(StringComparer.Ordinal)
            from line in File.ReadAllLines(Checkout.PathOf(path)).Index()
            let word = find(line.Item)
            where word is not null
            select $"{path}:{line.Index + 1}: '{word}'; use an everyday word"];

    /// <summary>Shows each place in full, which the assertions of lists do not.</summary>
    private static void NoneOf(string[] found) => Assert.True(found.Length == 0, string.Join('\n', found));

    private static string? InComment(string line) => Comment().IsMatch(line) ? Bookish(line) : null;

    /// <summary>A word in a text of more than one word: a single one is a name.</summary>
    private static string? InText(string line) => Comment().IsMatch(line) || line.Contains("Keywords = \"", StringComparison.Ordinal) ? null
        : Text().Matches(line).Select(text => Bookish(text.Value)).FirstOrDefault(word => word is not null);

    private static string? InName(string line) =>
        TestName().Match(line) is { Success: true } name ? Bookish(name.Groups[1].Value.Replace('_', ' ')) : null;

    private static string? Bookish(string line) =>
        Words().Match(Code().Replace(line, "")) is { Success: true } found ? found.Value : null;

    [GeneratedRegex(@"^\s*//")]
    private static partial Regex Comment();

    [GeneratedRegex(@"""[^""]* [^""]*""")]
    private static partial Regex Text();

    [GeneratedRegex(@"^    public (?:async )?(?:void|Task) (\w+_\w+)\(")]
    private static partial Regex TestName();

    [GeneratedRegex(@"<c>.*?</c>|`[^`]*`|(name|cref)=""[^""]*""")]
    private static partial Regex Code();

    [GeneratedRegex(
        @"\b(stands?(?! for\b| out\b|-|-?in\b)|stood|mend(s|ed|ing)?|nobody|whoever|held against|for ever|whence|hence|thereof|wherefrom|bears?"
        + @"|but for|lets go|of its own|of their own|anew|hitherto|henceforth|wherein|therein|albeit|lest|forgoes?|forebears?|upon)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
