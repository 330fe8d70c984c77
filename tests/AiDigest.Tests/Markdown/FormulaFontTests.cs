using System.Text.RegularExpressions;
using AiDigest.Core.Markdown;
using AiDigest.Core.Model;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Markdown;

/// <summary>Which pages need the font with tall and wide signs.</summary>
public class FormulaFontTests
{
    [Theory]
    [InlineData("$O(n^2)$ и $W = UV^\\top$", "math-plain", " plain-math")]
    [InlineData("$\\alpha_i \\leq 0.05$", "math-plain", " plain-math")]
    [InlineData("$x$ и $\\frac{a}{b}$", "math", "")]
    [InlineData("$\\sqrt{x}$", "math", "")]
    [InlineData("$$\\sum_{i=1}^{n} x_i$$", "math", "")]
    [InlineData("$\\int f$", "math", "")]
    [InlineData("$\\bigl(x\\bigr)$", "math", "")]
    [InlineData("$\\hat{x}$", "math", "")]
    [InlineData("$\\mathbb{R}$", "math", "")]
    public void A_page_loads_the_font_that_its_formulas_need(string text, string font, string body)
    {
        using var site = new ScratchSite().AddPaper("one", "2026-11-01", "t", text);
        site.BuildFine();
        foreach (var path in (string[])["papers/one/index.html", "tags/t/index.html", "index.html"])
        {
            var page = site.Read(path);
            Assert.Matches($"rel=\"preload\" href=\"/assets/fonts/{font}\\.[0-9a-f]+\\.woff2\"", page);
            Assert.Matches($"<body class=\"kind-[a-z]+{body}\">", page);
        }

        Assert.DoesNotContain("fonts/math", site.Read("archive/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void One_full_formula_makes_its_pages_full()
    {
        using var site = new ScratchSite().AddPaper("one", "2026-11-01", "t", "$x$").AddPaper("two", "2026-11-01", "t", "$\\frac12$");
        site.BuildFine();
        Assert.Contains("plain-math", site.Read("papers/one/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("plain-math", site.Read("tags/t/index.html"), StringComparison.Ordinal);
        site.AddPaper("two", "2026-11-01", "t", "$y$").BuildFine();
        Assert.Contains("plain-math", site.Read("tags/t/index.html"), StringComparison.Ordinal);
    }

    /// <summary>The script that makes the font and the code that chooses it know the same signs.</summary>
    [Fact]
    public void The_font_has_all_that_is_taken_for_plain()
    {
        var script = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "fonts", "subset-math-font.py"));
        var listed = Regex.Match(script, "PLAIN = \"\"\"(.*?)\"\"\"", RegexOptions.Singleline).Groups[1].Value
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(range => range.Split('-') is var ends && Convert.ToInt32(ends[0], 16) is var first
                ? Enumerable.Range(first, Convert.ToInt32(ends[^1], 16) - first + 1)
                : []).ToHashSet();
        Assert.All(listed.Where(one => one != 0x1D455), one =>
            Assert.Equal(MathFont.Plain, FormulaFont.Of($"<math><mi>{char.ConvertFromUtf32(one)}</mi></math>")));
        var missing = Enumerable.Range(0xA0, 0x2FFF - 0xA0).Where(one => !char.IsSurrogate((char)one))
            .Where(one => FormulaFont.Of($"<math><mi>{(char)one}</mi></math>") == MathFont.Plain)
            .Where(one => !listed.Contains(one is >= 0x3B1 and <= 0x3C9 ? one - 0x3B1 + 0x1D6FC : one));
        Assert.Empty(missing);
    }
}
