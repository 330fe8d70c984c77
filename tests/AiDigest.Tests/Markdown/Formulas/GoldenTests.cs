using System.Text.RegularExpressions;
using System.Xml.Linq;
using AiDigest.Core.Markdown.Formulas;
using Xunit;

namespace AiDigest.Tests.Markdown.Formulas;

/// <summary>
/// Over 300 formulas, those of real abstracts among them, to the byte. <c>AIDIGEST_UPDATE_EXPECTED=1</c> writes their MathML again.
/// </summary>
public partial class GoldenTests
{
    private static readonly TexConverter Converter = new();

    [Fact]
    public void Every_formula_gives_the_MathML_that_was_looked_at()
    {
        var all = Golden.All();
        Assert.True(all.Count >= 300);
        var made = all.Select(golden => (golden.Written, Formula: Converter.Convert(golden.Tex, golden.Display))).ToList();
        Assert.Equal([], made.Where(one => one.Formula.MathMl is null).Select(one => $"{one.Written}: {one.Formula.Problem}"));
        if (Environment.GetEnvironmentVariable("AIDIGEST_UPDATE_EXPECTED") == "1")
        {
            Assert.True(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")), "what is expected is not rewritten under CI");
            File.WriteAllText(Golden.Path, string.Join("\n\n", made.Select(one => $"{one.Written}\n{one.Formula.MathMl}")) + "\n");
            return;
        }

        Assert.Equal(all.Select(golden => golden.MathMl), made.Select(one => one.Formula.MathMl));
    }

    [Fact]
    public void The_MathML_asks_nothing_of_a_page_but_its_style_sheet()
    {
        foreach (var golden in Golden.All())
        {
            Safe.Check(golden.MathMl);
            var tex = golden.Tex
                .Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal);
            Assert.EndsWith(
                $"<annotation encoding=\"application/x-tex\">{tex}</annotation></semantics></math>", golden.MathMl,
                    StringComparison.Ordinal);
            Assert.Equal(golden.Display, golden.MathMl.StartsWith("<math display=\"block\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_style_sheet_of_formulas_knows_every_class()
    {
        var sheet = File.ReadAllText(Path.Combine(AiDigest.Tests.Fixtures.Checkout.Root, "templates", "assets", "math.css"));
        var used = Golden.All().SelectMany(golden => Classes().Matches(golden.MathMl)).SelectMany(match => match.Groups[1].Value.Split(' '))
            .Distinct();
        Assert.Equal([], used.Where(name => !sheet.Contains("." + name, StringComparison.Ordinal)));
    }

    [Fact]
    public void Many_threads_get_what_one_gets()
    {
        var all = Golden.All().Take(80).ToList();
        var shared = new TexConverter();
        var made = new string?[all.Count * 4];
        Parallel.For(0, made.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
        {
            var golden = all[i * 7 % all.Count];
            made[i] = shared.Convert(golden.Tex, golden.Display).MathMl;
        });
        Assert.Equal(made.Select((_, i) => all[i * 7 % all.Count].MathMl), made);
        Assert.InRange(shared.EnginesStarted, 1, 4);
    }

    [GeneratedRegex("class=\"([^\"]*)\"")]
    private static partial Regex Classes();
}

/// <summary>What no formula may bring to a page.</summary>
internal static partial class Safe
{
    public static void Check(string markup)
    {
        var math = XElement.Parse(markup);
        Assert.Equal("math", math.Name.LocalName);
        Assert.DoesNotMatch(Unwanted(), markup);
        Assert.True(math.DescendantsAndSelf().Max(element => element.Ancestors().Count()) < 130);
        Assert.All(math.DescendantsAndSelf().Attributes(), a =>
            Assert.DoesNotMatch("^(on.*|style|href|src|id|data-.*|xlink.*|mathcolor|mathbackground)$", a.Name.LocalName));
        Assert.All(math.DescendantsAndSelf().Attributes("class"), a => Assert.Matches("^[a-z0-9 -]+$", a.Value));
    }

    [GeneratedRegex(@"<(?!/?(math|semantics|annotation|m[a-z]+)[ >])|\]\]>")]
    private static partial Regex Unwanted();
}
