using AiDigest.Core.Check;
using AiDigest.Core.Model;
using Xunit;

namespace AiDigest.Tests.Check;

public class RegistrySpellingsTests
{
    /// <summary>Files are linted in parallel and share the spellings. A call writes nothing, so they need no lock.</summary>
    [Fact]
    public void Many_threads_may_ask_for_the_key_of_a_spelling()
    {
        var spellings = new RegistrySpellings([]);
        Parallel.For(0, 100_000, number =>
        {
            var written = $"Tag {number % 5_000}";
            Assert.Equal(TagName.Key(written), spellings.Key(written));
        });
    }
}
