using AiDigest.Core.Build.Cache;
using Xunit;

namespace AiDigest.Tests.Build.Cache;

public class StringPoolTests
{
    private readonly StringPool _pool = new();

    [Fact]
    public void A_short_text_that_was_asked_for_last_is_the_same_string()
    {
        Assert.Equal("диффузия", _pool.Of("диффузия"));
        Assert.Same(_pool.Of("диффузия"), _pool.Of(" диффузия".AsSpan(1)));
    }

    [Fact]
    public void Whatever_it_forgets_every_text_is_what_was_asked_for()
    {
        // Far more than it holds, so that nearly all take the place of another.
        Parallel.For(0, 50_000, i =>
        {
            var text = $"Имя {i % 20_000}";
            Assert.Equal(text, _pool.Of(text));
        });
        Assert.Equal("", _pool.Of(""));
    }

    [Fact]
    public void A_long_text_is_not_held()
    {
        var text = new string('я', StringPool.Longest + 1);
        Assert.Equal(text, _pool.Of(text));
        Assert.NotSame(_pool.Of(text), _pool.Of(text));
    }
}
