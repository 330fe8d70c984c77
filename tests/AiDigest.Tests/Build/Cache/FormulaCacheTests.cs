using AiDigest.Core.Build.Cache;
using AiDigest.Core.FileSystem;
using AiDigest.Core.Markdown.Formulas;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Build.Cache;

/// <summary>The engine of formulas starts for a formula that no build has met, and for no other.</summary>
public class FormulaCacheTests
{
    private const string One = "content/papers/one.md";
    private static readonly Digest Tool = Digest.Of("tool");

    [Fact]
    public void No_engine_starts_for_a_formula_that_is_known()
    {
        using var site = new SampleSite();
        Assert.Equal(1, site.Build().Engines);
        site.Edit(One, "Первый", "Первейший");
        Assert.Equal((1, 0), Work(site));
        site.Edit(One, "$x^2$", "$x^3$");
        Assert.Equal((1, 1), Work(site));
        site.Edit(One, "$x^3$", "$x^2$ и $x^3$");
        Assert.Equal((1, 0), Work(site));
        site.Edit(One, "$x^2$ и", "$$x^2$$ и");
        Assert.Equal((1, 1), Work(site));
        site.Edit(One, "$x^3$", "$\\нет$");
        Assert.Equal((1, 1), Work(site));
        site.Edit(One, "Первейший", "Первый");
        Assert.Equal((1, 0), Work(site));
    }

    [Fact]
    public void Formulas_come_back_as_they_were()
    {
        ConvertedFormula[] formulas = [new("<math>x</math>", 7), new(null, Problem: "беда", Position: 3), new("<math>\uD800</math>", 1)];
        var made = formulas.Select((formula, i) => KeyValuePair.Create(($"x_{i} \uDC00", i % 2 == 0), formula)).ToList();
        var first = Load(Written(FormulaCache.Empty, made[..2]));
        var bytes = Written(first, made[2..]);
        var all = Load(bytes);
        Assert.All(made, one => Assert.Equal(one.Value, all.Find(one.Key.Item1, one.Key.Item2)));
        Assert.Null(all.Find(made[0].Key.Item1, display: false));
        Assert.Null(FormulaCache.Load(bytes, TestKey.Value, Digest.Of("another tool")).Find(made[0].Key.Item1, display: true));
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Null(Load(bytes[..length]).Find(made[0].Key.Item1, display: true));
        }
    }

    private static (int Parsed, int Engines) Work(SampleSite site)
    {
        var report = site.Build();
        Assert.False(report.Failed);
        return (report.Parsed, report.Engines);
    }

    private static FormulaCache Load(byte[] bytes) => FormulaCache.Load(bytes, TestKey.Value, Tool);

    private static byte[] Written(FormulaCache cache, IReadOnlyCollection<KeyValuePair<(string Tex, bool Display), ConvertedFormula>> made)
    {
        using var file = new MemoryStream();
        cache.Write(made, TestKey.Value, Tool, bytes => file.Write(bytes));
        return file.ToArray();
    }
}
