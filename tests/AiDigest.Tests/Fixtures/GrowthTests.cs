using Xunit;

namespace AiDigest.Tests.Fixtures;

/// <summary>What tests of growth rest on can tell a square from a line.</summary>
public class GrowthTests
{
    [Fact]
    public void Work_that_looks_at_everything_for_each_character_is_found() =>
        Assert.StartsWith(
            "'ab' 4 times as long takes ", Assert.Throws<Xunit.Sdk.FailException>(() => Growth.IsLinear("ab", 5_000, Square)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Work_that_looks_at_each_character_once_is_not() =>
        Growth.IsLinear("ab", 5_000_000, text => Assert.NotEqual(0, text.Count(c => c == 'a')));

    private static void Square(string text)
    {
        var seen = 0;
        foreach (var one in text)
        {
            foreach (var other in text)
            {
                seen += one == other ? 1 : 0;
            }
        }

        Assert.NotEqual(0, seen);
    }
}
