using AiDigest.Core.Markdown;
using Xunit;

namespace AiDigest.Tests.Markdown;

/// <summary>Characters are looked for many at once, and must be those that are found one by one.</summary>
public class ForbiddenCharactersTests
{
    [Fact]
    public void Every_character_is_found_that_is_looked_for()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var (unwanted, special) = (ForbiddenCharacters.IsUnwanted((char)c), "<>&\"\r".Contains((char)c, StringComparison.Ordinal));
            foreach (var at in new[] { 0, 7, 12, 17 })
            {
                var text = $"{"абвгдежз — clmnop qr"[..at]}{(char)c} и далее";
                Assert.Equal(unwanted ? at : -1, ForbiddenCharacters.IndexOfUnwanted(text));
                Assert.Equal(unwanted || special ? at : -1, ForbiddenCharacters.IndexOfSpecial(text));
            }
        }
    }
}
