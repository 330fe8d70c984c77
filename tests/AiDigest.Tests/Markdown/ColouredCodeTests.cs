using AiDigest.Core.Markdown;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Markdown;

public class ColouredCodeTests
{
    private static readonly BodyRenderer Off = new(Bodies.Options with { Highlight = false });

    [Fact]
    public void A_fence_of_a_known_language_is_coloured_by_classes() => Assert.Equal(
        "<pre tabindex=\"0\"><code class=\"language-python\"><span class=\"hl-k\">def</span> <span class=\"hl-f\">f</span>(x):\n" +
        "    <span class=\"hl-k\">return</span> <span class=\"hl-s\">&quot;&lt;b&gt;&quot;</span>  <span class=\"hl-c\"># "
        + "&amp;</span>\n</code></pre>\n",
        Bodies.Html("```python\ndef f(x):\n    return \"<b>\"  # &\n```"));

    [Theory]
    [InlineData("```\nif x:\n```")]
    [InlineData("```text\nif x:\n```")]
    [InlineData("    if x:")]
    public void Other_code_is_not(string markdown) => Assert.DoesNotContain("<span", Bodies.Html(markdown), StringComparison.Ordinal);

    [Fact]
    public void The_switch_turns_it_off() =>
        Assert.Equal(
            "<pre tabindex=\"0\"><code class=\"language-python\">if x:\n</code></pre>\n",
            Bodies.Fill(Off.Render(Bodies.Source("```python\nif x:\n```")).Body));

    [Fact]
    public void A_bar_between_dollars_is_still_a_bar() =>
        Assert.Equal("echo $a | tee $b\n", Bodies.Page("```bash\necho $a | tee $b\n```").TextContent[..^1]);
}
