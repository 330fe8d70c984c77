using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Markdown;

public class FormulaTests
{
    [Theory]
    [InlineData("$x$", "x")]
    [InlineData("$x_{t+1}^*$ и *y*", "x_{t+1}^*")]
    [InlineData("*a $b* c$", "b* c")]
    [InlineData("$a\\\\b\\_c\\{d\\}$", "a\\\\b\\_c\\{d\\}")]
    [InlineData("$a < b \\& c > d$", "a < b \\& c > d")]
    [InlineData("$\\begin{matrix}a & b\\\\c&d\\end{matrix}$", "\\begin{matrix}a & b\\\\c&d\\end{matrix}")]
    [InlineData("$[a](b)$", "[a](b)")]
    [InlineData("($x$)", "x")]
    [InlineData("слово$x$слово", "x")]
    [InlineData("$\\$5$", "\\$5")]
    [InlineData("$x\\\\$", "x\\\\")]
    [InlineData("$a\nb$", "a\nb")]
    [InlineData("# $x$", "x")]
    [InlineData("[$x]$](a.md)", "x]")]
    [InlineData("| $|x|$ |\n|---|", "|x|")]
    [InlineData("| a | b |\n|---|---|\n| $\\|x\\|$ | c |", "\\|x\\|")]
    [InlineData("$5 и $x$", "x")]
    [InlineData("~$7.8 vs ~$72/task, $x$", "x")]
    public void A_formula_keeps_its_source(string markdown, string tex)
    {
        var page = Bodies.Page(markdown);
        Assert.Equal(tex, Assert.Single(page.QuerySelectorAll("math annotation")).TextContent);
        Assert.Empty(Bodies.Findings(markdown));
    }

    [Theory]
    [InlineData("цены ~$7.8 vs ~$72/task", "цены ~$7.8 vs ~$72/task")]
    [InlineData("$5, $6 и $7", "$5, $6 и $7")]
    [InlineData("5$ и 6$", "5$ и 6$")]
    [InlineData("$ x$", "$ x$")]
    [InlineData("$x $", "$x $")]
    [InlineData("$x$5", "$x$5")]
    [InlineData("\\$x$", "$x$")]
    [InlineData("$x\\$", "$x$")]
    [InlineData("$", "$")]
    [InlineData("$$", "$$")]
    [InlineData("$$ $$", "$$ $$")]
    [InlineData("$$$x$$$", "$$$x$$$")]
    [InlineData("`$x$`", "$x$")]
    [InlineData("$5 за `$HOME`", "$5 за $HOME")]
    [InlineData("$x\n\ny$", "$xy$")]
    public void Prices_are_no_formulas(string markdown, string text)
    {
        var page = Bodies.Page(markdown);
        Assert.Empty(page.QuerySelectorAll(".math"));
        Assert.Equal(text, page.TextContent.Replace("\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$$x+y$$", "x+y")]
    [InlineData("$$ x $$", "x")]
    [InlineData("$$\na\n= b\n- c\n# d\n$$", "a\n= b\n- c\n# d")]
    [InlineData("$$ a\n  b $$", "a\n  b")]
    [InlineData("до\n$$x$$\nпосле", "x")]
    [InlineData("> $$\n> a\n> - b\n> $$\n> c", "a\n- b")]
    [InlineData("- a\n\n  $$\n  b\n  $$", "b")]
    [InlineData("$$\na | b \\\\\n$|c|$\n$$", "a | b \\\\\n$|c|$")]
    public void A_formula_that_is_alone_is_a_block(string markdown, string tex) =>
        Assert.Equal(
            tex, Assert.Single(Bodies.Page(markdown).QuerySelectorAll("div.math-display annotation, pre.math > code")).TextContent);

    [Theory]
    [InlineData("a $$x$$ b", "x")]
    [InlineData("$$x$$.", "x")]
    [InlineData("$$x\ny$$ (1)", "x\ny")]
    public void A_display_formula_in_a_paragraph_stays_in_it(string markdown, string tex) =>
        Assert.Equal(
            tex, Assert.Single(Bodies.Page(markdown)
            .QuerySelectorAll("p > span.math-display > math[display=block] annotation")).TextContent);

    [Fact]
    public void Two_signs_that_nothing_closes_swallow_nothing() =>
        Assert.Equal("<p>$$\na</p>\n<ul>\n<li>b</li>\n</ul>\n", Bodies.Html("$$\na\n\n- b"));

    [Theory]
    [InlineData("$x_a$ и $y_b$", "<p>$x_a$ и $y_b$</p>\n")]
    [InlineData("$$\n*a*\n$$", "<p>$$\n<em>a</em>\n$$</p>\n")]
    [InlineData("\\$", "<p>$</p>\n")]
    public void Without_math_a_dollar_is_a_dollar(string markdown, string html) => Assert.Equal(html, Bodies.Html(markdown, math: false));
}
