using System.Globalization;
using System.Text.RegularExpressions;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Markdown.Highlighting;

/// <summary>The colours of code in the default theme, by the contrast of WCAG 2.2 (1.4.3, level AA).</summary>
public partial class ContrastTests
{
    private static readonly string Css = File.ReadAllText(Path.Combine(Checkout.Root, "templates", "assets", "style.css"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Each_colour_of_code_has_contrast_in_both_themes(bool dark)
    {
        var colours = Colours(dark);
        var code = colours.Where(colour => colour.Key.StartsWith("--code-", StringComparison.Ordinal)).ToList();
        Assert.Equal(8, code.Count);
        foreach (var (name, colour) in code)
        {
            foreach (var ground in new[] { "--raised", "--paper" })
            {
                var ratio = Ratio(colour, colours[ground]);
                Assert.True(ratio >= 4.5, string.Create(CultureInfo.InvariantCulture, $"{name} on {ground}: {ratio:0.00}"));
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Text_and_labels_have_contrast_in_both_themes(bool dark)
    {
        var colours = Colours(dark);
        foreach (var ink in new[] { "--ink", "--ink-soft", "--accent" })
        {
            foreach (var ground in new[] { "--raised", "--paper" })
            {
                var ratio = Ratio(colours[ink], colours[ground]);
                Assert.True(ratio >= 4.5, string.Create(CultureInfo.InvariantCulture, $"{ink} on {ground}: {ratio:0.00}"));
            }
        }
    }

    /// <summary>Dark by the system's choice and dark by the reader's are written twice.</summary>
    [Fact]
    public void Dark_is_the_same_by_choice_and_by_the_system() =>
        Assert.Equal(Colours(dark: true), Colours(":root[data-theme=\"dark\"] {"));

    [Fact]
    public void Each_class_has_a_colour()
    {
        foreach (var letter in "cktlnsfvmid")
        {
            Assert.Matches($@"\.hl-{letter}(,\s*\.hl-.)* \{{\s*color: var\(--code-", Css);
        }
    }

    /// <summary>The colours of the first block of tokens, or of the one for dark screens.</summary>
    private static Dictionary<string, string> Colours(bool dark) => Colours(dark ? "prefers-color-scheme: dark" : ":root {");

    private static Dictionary<string, string> Colours(string block)
    {
        var start = Css.IndexOf(block, StringComparison.Ordinal);
        Assert.True(start >= 0);
        return Colour().Matches(Css[start..Css.IndexOf('}', start)])
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
    }

    private static double Ratio(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double[] weights = [0.2126, 0.7152, 0.0722];
        return weights.Select((weight, i) =>
        {
            var value = int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return weight * (value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4));
        }).Sum();
    }

    [GeneratedRegex(@"(--[a-z-]+): (#[0-9a-f]{6});")]
    private static partial Regex Colour();
}
