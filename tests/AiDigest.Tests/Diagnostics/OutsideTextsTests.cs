using System.Net;
using System.Text.RegularExpressions;
using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Diagnostics;

/// <summary>
/// Texts of libraries and of the system in Russian messages: real mistakes are made, so a new version of a library that words them
/// otherwise is noticed.
/// </summary>
public class OutsideTextsTests
{
    [Theory]
    [InlineData("title: T\n x: 1\n  y: 2")]
    [InlineData("a: [1, 2\nb: 3")]
    [InlineData("a: {b: 1\nc: 2")]
    [InlineData("a: 1\n- b")]
    [InlineData("a: |x\n  t")]
    [InlineData("a: @b")]
    [InlineData("a: \"b\\q\"")]
    [InlineData("a: 'b")]
    [InlineData("- a\nb: c")]
    [InlineData("? a\n?b\n: c\nd")]
    [InlineData("a\n\tb: c")]
    public void Mistakes_of_yaml_are_told_in_russian(string keys)
    {
        using var site = new ScratchSite().Settings("title: T").Add("content/papers/a.md", $"---\n{keys}\n---\n\nText.\n");

        Assert.All(site.Build().Diagnostics, found => Assert.True(IsRussian(found.Text.Russian), found.Text.Russian));
    }

    [Theory]
    [InlineData("{{ if x }}")]
    [InlineData("{{ end }}")]
    [InlineData("{{ for x y }}{{ end }}")]
    [InlineData("{{ 1 + }}")]
    [InlineData("{{ 'abc }}")]
    [InlineData("{{ (1 }}")]
    [InlineData("{{ else }}")]
    [InlineData("{{ x = [1, }}")]
    [InlineData("{{ include }}")]
    [InlineData("{{ 'a\\q' }}")]
    [InlineData("{{ string.slice }}")]
    [InlineData("{{ break }}")]
    public void Mistakes_of_templates_are_told_in_russian(string template)
    {
        using var site = new ScratchSite().Settings("title: T").AddPaper("a", "2026-01-05", "ml")
            .Add("templates/layouts/paper.html", template);

        var found = site.Build().Diagnostics.Where(one => one.Path.StartsWith("templates/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(found);
        Assert.All(found, one => Assert.True(IsRussian(one.Text.Russian), one.Text.Russian));
    }

    [Theory]
    [InlineData("[1")]
    [InlineData("[1,")]
    [InlineData("{a: 1}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("[1 2]")]
    [InlineData("[\"a]")]
    [InlineData("[\"\\q\"]")]
    [InlineData("[x]")]
    public void Mistakes_of_json_are_told_in_russian(string json)
    {
        var failure = Assert.ThrowsAny<Core.Import.ImportException>(() =>
            Core.Import.ImportReader.Read(new Core.Import.ImportFile("x.json", System.Text.Encoding.UTF8.GetBytes(json)), null));

        Assert.True(IsRussian(failure.Text.Russian.Replace("JSON", "", StringComparison.Ordinal)), failure.Text.Russian);
    }

    [Fact]
    public void Failures_of_files_are_told_in_russian()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Root, "file");
        File.WriteAllText(file, "x");
        Action[] steps =
        [
            () => File.ReadAllBytes(Path.Combine(folder.Root, "none")),
            () => File.ReadAllBytes(Path.Combine(folder.Root, "none", "none")),
            () => Directory.CreateDirectory(file),
            () => File.WriteAllText(folder.Root, "x"),
            () => File.WriteAllText(Path.Combine(folder.Root, new string('x', 300)), "x"),
            () => Directory.Delete(Path.GetDirectoryName(file)!),
        ];
        foreach (var step in steps)
        {
            var failure = Assert.ThrowsAny<Exception>(step);
            var told = Messages.InputOutput(failure.Message).Russian.Replace(folder.Root, "", StringComparison.Ordinal);
            Assert.True(IsRussian(Regex.Replace(told, "/?(none|file|x+)\\b", "")), told);
        }
    }

    [Theory]
    [InlineData("No space left on device : '/site/index.html'", "на диске кончилось место: /site/index.html")]
    [InlineData("Cannot write '/site/a': Permission denied", "не удалось записать «/site/a»: нет доступа")]
    [InlineData("Read-only file system : '/site'", "диск открыт только для чтения: /site")]
    [InlineData("Something that nobody knows", "Something that nobody knows")]
    public void Failures_that_a_test_cannot_make(string english, string russian) => Assert.Equal(russian, OutsideTexts.OfSystem(english));

    [Theory]
    [InlineData(@"\foo", @"неизвестная команда \foo")]
    [InlineData(@"\frac{1}", "аргумент обрывается")]
    [InlineData("x}", "лишний знак «}»")]
    [InlineData("x^2^3", "два верхних индекса подряд")]
    [InlineData("x_2_3", "два нижних индекса подряд")]
    [InlineData(@"\begin{foo}x\end{foo}", "неизвестное окружение foo")]
    [InlineData(@"\begin{matrix}x\end{pmatrix}", @"\begin{matrix} закрыт словом \end{pmatrix}")]
    [InlineData(@"\left x", "не скобка")]
    [InlineData("5 % 3", "с «%» начинается комментарий")]
    [InlineData("{{{x", "формула обрывается")]
    public void Mistakes_of_formulas_are_told_in_russian(string tex, string russian)
    {
        var found = Assert.Single(Bodies.Render($"${tex}$").Diagnostics);

        Assert.Contains(russian, found.Text.Russian, StringComparison.Ordinal);
        var words = ((string[])[tex, "begin", "pmatrix", "matrix", "\\foo", "foo"])
            .Aggregate(found.Text.Russian, (text, name) => text.Replace(name, "", StringComparison.Ordinal));
        Assert.DoesNotMatch("[A-Za-z]{4,}", words);
    }

    /// <summary>Every reason that the code which asks servers can give has a Russian text.</summary>
    [Fact]
    public void Failures_of_servers_are_told_in_russian()
    {
        var folder = Path.Combine(Checkout.Root, "src/AiDigest.Core/Check");
        var reasons = ((string[])["HttpAsker.cs", "RemoteAddress.cs"]).SelectMany(name =>
            Regex.Matches(File.ReadAllText(Path.Combine(folder, name)), "\"((?:it|its|no) [a-z][^\"]*)\"")
            .Select(match => match.Groups[1].Value))
            .Select(reason => Regex.Replace(reason, "\\{[^}]*\\}", "7")).Distinct().ToList();

        Assert.True(reasons.Count > 8);
        Assert.All(reasons, reason => Assert.True(
            IsRussian(RemoteProblems.Russian(reason).Replace("--private-hosts", "", StringComparison.Ordinal)), reason));
        Assert.Equal("сервер отвечает 503", RemoteProblems.Russian($"it answers {(int)HttpStatusCode.ServiceUnavailable}"));
    }

    /// <summary>The text has Russian words, and English ones of one sentence do not follow each other.</summary>
    private static bool IsRussian(string text) =>
        Regex.IsMatch(text, "[а-яё]{3,}") && !Regex.IsMatch(text, "\\b[A-Za-z]{3,} [a-z]{2,} [a-z]{2,}");
}
