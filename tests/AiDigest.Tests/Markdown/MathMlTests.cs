using AiDigest.Core.Markdown;
using AiDigest.Core.Markdown.Formulas;
using AiDigest.Core.Model;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Markdown;

public class MathMlTests
{
    [Theory]
    [InlineData("a $\\foo$ b", "1:3 AD0305", "\\foo")]
    [InlineData("a\n\n- b\n\n  c $\\frac{a$ d", "5:5 AD0305", "expected")]
    [InlineData("$$\nx\n= \\foo + y\n$$", "3:3 AD0305", "\\foo")]
    [InlineData("> $$\n> x\n> = \\foo\n> $$", "3:5 AD0305", "\\foo")]
    [InlineData("| a |\n|---|\n| $|x|\\foo$ |", "3:7 AD0305", "\\foo")]
    [InlineData("$a\n\\foo$", "1:1 AD0305", "\\foo")]
    [InlineData("$5%$", "1:3 AD0305", "write '\\%'")]
    [InlineData("$x}$", "1:3 AD0305", "}")]
    [InlineData("*$\\href{javascript:a}{b}$*", "1:2 AD0305", "Unsupported function")]
    [InlineData("$x\\ref{a}$", "1:1 AD0305", "no place here")]
    public void TeX_that_does_not_parse_is_reported_with_its_place(string markdown, string place, string words)
    {
        Assert.Equal(place, Bodies.Findings(markdown));
        Assert.Contains(words, Bodies.Render(markdown).Diagnostics[0].Message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Bodies.Page(markdown).QuerySelectorAll("math"));
        Assert.Single(Bodies.Page(markdown).QuerySelectorAll("code"));
        Assert.Equal(MathFont.None, Bodies.Render(markdown).Body.Math);
    }

    [Fact]
    public void A_formula_that_does_not_parse_shows_its_source() =>
        Assert.Equal("<p>a <code class=\"math\">\\foo &lt; 1</code></p>\n", Bodies.Fill(Bodies.Render("a $\\foo < 1$").Body));

    [Theory]
    [InlineData("a", false)]
    [InlineData("$x$", true)]
    [InlineData("a[^1]\n\n[^1]: $x$", true)]
    [InlineData("`$x$`", false)]
    public void A_body_knows_whether_it_has_formulas(string markdown, bool has) =>
        Assert.Equal(has, Bodies.Render(markdown).Body.Math != MathFont.None);

    [Fact]
    public void No_control_character_comes_out_of_a_command() =>
        Assert.DoesNotMatch("[\\u0000-\\u0008\\u202A-\\u202E]", Bodies.Html("$\\char1 \\char\"202E$"));

    [Fact]
    public void No_engine_starts_without_a_formula()
    {
        var formulas = new TexConverter();
        var renderer = new BodyRenderer(Bodies.Options, formulas);
        renderer.Render(Bodies.Source("a `$x$` ~$7.8 vs ~$72/task"));
        new BodyRenderer(Bodies.Options with { Math = false }, formulas).Render(Bodies.Source("$x$"));
        Assert.Equal(0, formulas.EnginesStarted);
        renderer.Render(Bodies.Source("$x$ $x$ $y$ $$z$$"));
        Assert.Equal(1, formulas.EnginesStarted);
    }

    [Fact]
    public void An_engine_that_was_started_ahead_is_the_one_that_is_asked()
    {
        var formulas = new TexConverter();
        formulas.StartAhead();
        Assert.NotNull(formulas.Convert("x", display: false).MathMl);
        Assert.NotNull(formulas.Convert("y", display: false).MathMl);
        Assert.Equal(1, formulas.EnginesStarted);
    }

    [Theory]
    [InlineData("$x$", "p > math", 0)]
    [InlineData("$$x$$", "div.math-display > math", 0)]
    [InlineData("$$a+b+c+d+e+f+g+h+i+j+k$$", "div.math-display > math", 1)]
    [InlineData("a $a+b+c+d+e+f+g+h+i+j+k+l+m$", "p > span.math-wide > math", 1)]
    [InlineData("[$a+b+c+d+e+f+g+h+i+j+k+l+m$](https://example.org/)", "a > span.math-wide > math", 0)]
    public void A_formula_that_may_be_wider_than_a_phone_scrolls_and_is_reached_by_the_keyboard(string markdown, string selector, int stops)
    {
        var page = Bodies.Page(markdown);
        Assert.Single(page.QuerySelectorAll(selector));
        Assert.Equal(stops, page.QuerySelectorAll("[tabindex='0']").Length);
    }
}
