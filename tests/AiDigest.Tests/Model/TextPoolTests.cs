using AiDigest.Core.Model;
using Xunit;

namespace AiDigest.Tests.Model;

public class TextPoolTests
{
    [Fact]
    public void A_short_text_that_was_asked_for_last_is_the_same_string()
    {
        Assert.Equal("диффузия", TextPool.Of("диффузия"));
        Assert.Same(TextPool.Of("диффузия"), TextPool.Of(" диффузия".AsSpan(1)));
    }

    [Fact]
    public void Whatever_it_forgets_every_text_is_what_was_asked_for()
    {
        // Far more than it holds, so that nearly all take the place of another.
        Parallel.For(0, 50_000, i =>
        {
            var text = $"Имя {i % 20_000}";
            Assert.Equal(text, TextPool.Of(text));
        });
        Assert.Equal("", TextPool.Of(""));
    }

    [Fact]
    public void A_long_text_is_not_held()
    {
        var text = new string('я', TextPool.Longest + 1);
        Assert.Equal(text, TextPool.Of(text));
        Assert.NotSame(TextPool.Of(text), TextPool.Of(text));
    }
}
