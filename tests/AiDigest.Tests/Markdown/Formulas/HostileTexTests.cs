using AiDigest.Core.Markdown.Formulas;
using Xunit;

namespace AiDigest.Tests.Markdown.Formulas;

/// <summary>Whatever is between dollars ends soon, by counted steps, in safe MathML or in a problem for the author.</summary>
public class HostileTexTests
{
    private static readonly TexConverter Converter = new();

    public static TheoryData<string> Refused { get; } =
    [
        @"\def\a{\a}\a",
        @"\def\a{\a\a}\a",
        @"\def\a{x\a}\a",
        @"\def\a{xxxxxxxxxx}\def\b{\a\a\a\a\a\a\a\a\a\a}\def\c{\b\b\b\b\b\b\b\b\b\b}\def\d{\c\c\c\c\c\c\c\c\c\c}\d\d\d\d",
        @"\newcommand{\x}{\frac{\x}{\x}}\x",
        @"\def\a{{\a}}\a",
        Nest("{", "x", "}", 1_000),
        Nest(@"\frac{", "x", "}{y}", 200),
        Nest(@"\sqrt{", "x", "}", 200),
        Nest("x^{", "x", "}", 200),
        Nest(@"\left(", "x", @"\right)", 200),
        Nest(@"\begin{matrix}", "x", @"\end{matrix}", 120),
        new string('x', 100_000),
        new string('{', 4_000),
        new string('}', 4_000),
        string.Concat(Enumerable.Repeat(@"\sqrt", 900)) + "x",
        string.Concat(Enumerable.Repeat("x^", 2_000)),
        string.Concat(Enumerable.Repeat(@"\hat", 1_000)) + "x",
        string.Concat(Enumerable.Repeat(@"\left(", 700)),
        @"\href{javascript:alert(1)}{x}",
        @"\href{https://example.org/}{x}",
        @"\url{https://example.org/}",
        @"\includegraphics{https://example.org/a.png}",
        @"\style{color:red}{x}",
        @"\class{x}{y}",
        @"\id{x}{y}",
        @"\data{a=b}{y}",
        @"\ref{a}",
        @"\eqref{a}",
        @"\unknowncommand",
        @"\frac{a",
        "x_a_b",
        @"\begin{nothing}x\end{nothing}",
        @"\begin{matrix}x",
        "a & b",
        "#",
        "%",
        @"\verb|x",
        "\\",
    ];

    public static TheoryData<string> Safely { get; } =
    [
        @"\color{red;background:url(//x)}{x}",
        @"\textcolor{#ff0000}{x}",
        @"\fcolorbox{red}{blue}{x}",
        @"\colorbox{red}{x}",
        @"\rule{9999em}{9999em}",
        @"x\hspace{9999em}y",
        @"x\kern-9999em y",
        @"\raisebox{9999em}{x}",
        @"\text{<script>alert(1)</script>}",
        @"\text{""onclick=""x}",
        @"<img src=x onerror=alert(1)>",
        @"\text{&lt;b&gt; &#60;}",
        @"]]>",
        @"\label{x"" onload=""y}x",
        @"x\tag{<b>}",
        @"\begin{array}{c|c:c||c}a&b&c&d\\\hline\hdashline e&f&g&h\end{array}",
        @"\begin{align}a&=b\\c&=d\end{align}",
        @"\char""3C",
        @"\def\x{y}\x",
        @"\llap{x}\rlap{y}\clap{z}",
        @"\operatorname{constructor}",
        @"\text{__proto__}",
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void It_is_refused_with_a_reason(string tex)
    {
        foreach (var display in (ReadOnlySpan<bool>)[false, true])
        {
            var formula = Converter.Convert(tex, display);
            Assert.Null(formula.MathMl);
            Assert.Matches(@"^\S[^\n\r]{2,125}$", formula.Problem);
            Assert.InRange(formula.Position, 0, tex.Length);
        }
    }

    [Theory]
    [MemberData(nameof(Safely))]
    public void It_is_shown_without_harm(string tex)
    {
        var formula = Converter.Convert(tex, display: true);
        if (formula.MathMl is { } markup)
        {
            Safe.Check(markup);
            Assert.DoesNotContain("9999", markup[..markup.IndexOf("<annotation", StringComparison.Ordinal)], StringComparison.Ordinal);
        }
        else
        {
            Assert.NotEqual("", formula.Problem);
        }
    }

    [Fact]
    public void Noise_never_fails()
    {
        string[] parts =
            ["\\frac", "{", "}", "\\left(", "\\right)", "^", "_", "&", "\\\\", "\\begin{matrix}", "\\end{matrix}", "x", "\\def\\a", "\\a",
                "\\text", "$", "%", "#1", "\\over", "\\sqrt[", "]", "'", "\"", "<", "\u0430", "\U0001F600", "\\color", "\\hline", "\\tag"];
        var seed = 17u;
        for (var i = 0; i < 400; i++)
        {
            var tex = "";
            for (var n = 0; n < 12; n++)
            {
                seed = (seed * 1_664_525) + 1_013_904_223;
                tex += parts[(int)(seed >> 16) % parts.Length];
            }

            if (Converter.Convert(tex, display: i % 2 == 0).MathMl is { } markup)
            {
                Safe.Check(markup);
            }
        }
    }

    [Theory]
    [InlineData(@"\def\leak{x}\leak", @"\leak")]
    [InlineData(@"\gdef\leak{x}\leak", @"\leak")]
    [InlineData(@"\global\def\leak{x}\leak", @"\leak")]
    [InlineData(@"\newcommand{\leak}{x}\leak", @"\leak")]
    [InlineData(@"\let\leak=x\leak", @"\leak")]
    public void What_one_formula_defines_no_other_knows(string first, string next)
    {
        var converter = new TexConverter();
        Assert.NotNull(converter.Convert(first, display: false).MathMl);
        Assert.Null(converter.Convert(next, display: false).MathMl);
        Assert.Equal(1, converter.EnginesStarted);
    }

    [Theory]
    [InlineData(@"\def\frac{x}\frac", @"\frac{a}{b}")]
    [InlineData(@"\gdef\sum{x}\sum", @"\sum_i")]
    [InlineData(@"\def\a{\a}\a", "x^2")]
    public void What_one_formula_breaks_serves_the_next(string first, string next)
    {
        var expected = new TexConverter().Convert(next, display: true).MathMl;
        var converter = new TexConverter();
        converter.Convert(first, display: true);
        Assert.Equal(expected, converter.Convert(next, display: true).MathMl);
    }

    private static string Nest(string open, string middle, string close, int times) =>
        string.Concat(Enumerable.Repeat(open, times)) + middle + string.Concat(Enumerable.Repeat(close, times));
}
