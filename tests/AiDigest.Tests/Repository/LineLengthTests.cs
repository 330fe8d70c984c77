using System.Text.RegularExpressions;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Repository;

/// <summary>
/// Lines of code have at most 140 characters. Lines of raw strings and the data of theories are content and are not counted. Neither is a
/// line that is long because of one string alone: a regular expression or a sample has no better place to break.
/// </summary>
public partial class LineLengthTests
{
    private const int Most = 140;

    [Fact]
    public void No_line_of_code_is_too_long()
    {
        var found = Checkout.TrackedFiles()
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) && File.Exists(Checkout.PathOf(path)))
            .SelectMany(path => LongLines(Checkout.ReadText(path)).Select(line => $"{path}:{line} has more than {Most} characters"))
            .ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public void Strings_are_not_counted_and_code_is()
    {
        var text = new string('x', Most);
        var code =
            $"// short\n// {text}\nvar a = \"\"\"\n    {text}\n    \"\"\";\nvar b = {text};\n[InlineData(\"{text}\")]\nvar c = "
            + $"\"{text}\";\n";
        Assert.Equal([2, 6], LongLines(code));
    }

    private static IEnumerable<int> LongLines(string text)
    {
        var isRaw = false;
        foreach (var (index, line) in text.Split('\n').Index())
        {
            var wasRaw = isRaw;
            isRaw ^= Verbatim().Replace(line, "").Split("\"\"\"").Length % 2 == 0;
            if (line.Length > Most && !(wasRaw && isRaw) && !IsContent(line.TrimStart())
                && line.Length - Literal().Matches(line).Select(match => match.Length).DefaultIfEmpty().Max() > Most - 40)
            {
                yield return index + 1;
            }
        }
    }

    /// <summary>The data of a theory, or what follows the end of a raw string.</summary>
    private static bool IsContent(string line) =>
        line.StartsWith("[InlineData(", StringComparison.Ordinal) || line.StartsWith("\"\"\"", StringComparison.Ordinal);

    [GeneratedRegex("[$]?@[$]?\"(?:[^\"]|\"\")*\"")]
    private static partial Regex Verbatim();

    [GeneratedRegex("\"\"\".*?\"\"\"|\"(?:[^\"\\\\]|\\\\.|\"\")*\"")]
    private static partial Regex Literal();
}
