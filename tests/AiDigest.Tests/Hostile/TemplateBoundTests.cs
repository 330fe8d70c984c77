using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Hostile;

/// <summary>No template ends a build in any other way than by a diagnostic at its place, however it spends time, memory or stack.</summary>
public class TemplateBoundTests
{
    [Theory]
    [InlineData("{{ while true }}{{ end }}", "never ends")]
    [InlineData("{{ while true }}x{{ end }}", "never ends")]
    [InlineData("{{ for x in 1..3000000 }}{{ for y in 1..3000000 }}{{ end }}{{ end }}", "never ends")]
    [InlineData("{{ func f }}{{ f }}{{ end }}{{ f }}", "recursive depth")]
    [InlineData("{{ func f(n) }}{{ if n > 0 }}{{ f (n - 1) }}{{ f (n - 1) }}{{ end }}{{ end }}{{ f 90 }}", "never ends")]
    [InlineData("{{ func f(n) }}{{ if n > 0; f (n - 1); f (n - 1); end }}{{ ret 1 }}{{ end }}{{ x = f 90 }}", "never ends")]
    [InlineData("{{ f = do; ret f2; end; func g(n); if n > 0; g (n - 1); g (n - 1); end; end; g 90 }}", "never ends")]
    [InlineData("{{ func f(n) }}{{ [1, 2, 3] | array.each @g }}{{ end }}{{ func g(n) }}{{ f n }}{{ end }}{{ f 1 }}", null)]
    [InlineData("{{ include 'layouts/home.html' }}{{ include 'layouts/home.html' }}", "nested deeper")]
    [InlineData("{{ for x in 1..1000000000000 }}{{ end }}", "exceeds LoopLimit")]
    [InlineData("{{ x = 1..1000000000000 }}{{ x | array.join ',' }}", "exceeds LoopLimit")]
    [InlineData("{{ 'a' | string.pad_left 1000000000 }}", "Padding width")]
    [InlineData("{{ 'a' | string.pad_right 1000000000 }}", "Padding width")]
    [InlineData("{{ 'a' * 1000000000 }}", "String multiplication")]
    [InlineData("{{ s = 'a' * 4000000 }}{{ s | string.replace 'a' s }}", "exceeds")]
    [InlineData("{{ s = 'a' * 4000000 }}{{ s | regex.replace 'a' s }}", null)]
    [InlineData("{{ s = 'aaaaaaaa' }}{{ for i in 1..60 }}{{ s = s + s }}{{ end }}", "LimitToString")]
    [InlineData("{{ s = '<' * 4000000 }}{{ for i in 1..60 }}{{ s = s | html.escape }}{{ end }}", "grows beyond")]
    [InlineData("{{ s = 'ab' * 2000000 }}{{ s | string.split s | array.size }}", "to look for")]
    [InlineData("{{ s = 'ab' * 2000000 }}{{ s | string.remove_last (s | string.upcase) }}", "to look for")]
    [InlineData("{{ a = [] }}{{ for i in 1..1000000 }}{{ a = a | array.add i }}{{ end }}", null)]
    [InlineData("{{ a = [1] }}{{ for i in 1..60 }}{{ a = a | array.concat a }}{{ end }}{{ a | array.size }}", "internal iteration")]
    [InlineData("{{ a = [1] }}{{ for i in 1..60 }}{{ a = a + a }}{{ end }}{{ a | array.size }}", "internal iteration")]
    [InlineData("{{ a = [1] }}{{ for i in 1..60 }}{{ a = [a, a] }}{{ end }}{{ a }}", "deeply nested")]
    [InlineData("{{ a = {} }}{{ a.a = a }}{{ a }}", "deeply nested")]
    [InlineData("{{ x = [1] }}{{ x[2000000000] = 1 }}", "out of bounds")]
    [InlineData("{{ o = {} }}{{ for i in 1..4000000 }}{{ o['k' + i] = 'x' * 1000 }}{{ end }}", "never ends")]
    [InlineData("{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' | regex.match '^(a+)+$' }}", "timed out")]
    [InlineData("{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' | regex.replace '^(a|aa)+$' '' }}", "timed out")]
    [InlineData("{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' | regex.split '^(a|aa)+$' }}", "timed out")]
    [InlineData("{{ s = '<' * 1000000 }}{{ s | html.strip }}", "timed out")]
    [InlineData("{{ x = 9 }}{{ for i in 1..60 }}{{ x = x * x }}{{ end }}{{ x }}", "exceeds")]
    [InlineData("{{ 1 << 2000000000 }}", "exceeds")]
    [InlineData("{{ 5 | math.format 'D999999999' }}", "exceeds")]
    [InlineData("{{ for x in 1..1000 }}{{ for y in 1..1000 }}{{ 'x' * 4000 }}{{ end }}{{ end }}", null)]
    [InlineData("{{ date.now }}", "unknown name 'date'")]
    [InlineData("{{ math.random 1 9 }}", "unknown field 'random'")]
    [InlineData("{{ math.uuid }}", "unknown field 'uuid'")]
    [InlineData("{{ object.eval '1' }}", "unknown field 'eval'")]
    [InlineData("{{ object.eval_template '{{ 1 }}' }}", "unknown field 'eval_template'")]
    [InlineData("{{ object.to_json page }}", "unknown field 'to_json'")]
    [InlineData("{{ timespan.zero }}", "unknown name 'timespan'")]
    [InlineData("{{ include_join ['a'] '' '' '' }}", "unknown name 'include_join'")]
    public void A_hostile_template_is_one_error_at_its_place(string template, string? said)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n").AddPaper("a", "2026-11-11", "t")
            .Add("templates/layouts/home.html", "<p>\n" + template);
        var report = site.Build();
        var error = Assert.Single(report.Diagnostics, diagnostic => diagnostic.Rule.Severity == Severity.Error);
        Assert.Equal(("AD0602", "templates/layouts/home.html"), (error.Rule.Id, error.Path));

        // The engine does not say where an object is written that holds itself.
        Assert.Equal(said == "deeply nested" ? 1 : 2, error.Line);
        Assert.Contains(said ?? "", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(site.Output) && Directory.EnumerateFiles(site.Output).Any());
    }

    [Theory]
    [InlineData("{", "braces that nothing closes")]
    [InlineData("{{ ", "braces that nothing closes")]
    [InlineData("{{ ## ", "braces that nothing closes")]
    [InlineData("{{ $\"{", "braces that nothing closes")]
    [InlineData("{{ if true }}", "limit")]
    [InlineData("{{ for x in y }}", "limit")]
    [InlineData("{{ func f }}", "limit")]
    [InlineData("{{ capture x }}", "limit")]
    [InlineData("{{ if true }}{{ else if true }}", "limit")]
    [InlineData("{{ end }}", null)]
    [InlineData("}}", "none")]
    [InlineData("{{ (", "braces that nothing closes")]
    public void One_piece_repeated_is_one_error(string piece, string? said)
    {
        var errors = Errors(string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)));
        Assert.Equal(said == "none" ? [] : ["AD0601"], errors.Select(error => error.Rule.Id));
        Assert.All(errors, error => Assert.Contains(said ?? "", error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("1+")]
    [InlineData("a.")]
    [InlineData("a[0]")]
    [InlineData("a|")]
    [InlineData("!")]
    [InlineData("-")]
    [InlineData("1?")]
    [InlineData("1??")]
    [InlineData("1&&")]
    [InlineData("1..")]
    [InlineData("@")]
    [InlineData("do; ")]
    [InlineData("%")]
    [InlineData(") ")]
    public void A_long_expression_is_one_error(string piece) =>
        Assert.Equal(["AD0601"], Errors("{{ " + string.Concat(Enumerable.Repeat(piece, 100_000)) + "1 }}").Select(error => error.Rule.Id));

    [Fact]
    public void A_template_too_large_is_one_error_at_the_character_too_many() =>
        Assert.Equal([("AD0601", 1, 1_048_577)], Errors(new string('x', 3 << 20))
            .Select(error => (error.Rule.Id, error.Line, error.Column)));

    [Fact]
    public void A_loop_that_every_layout_includes_is_reported_once_and_stops_all_pages()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n")
            .Add("templates/partials/head.html", "{{ while true }}{{ end }}");
        for (var i = 0; i < 40; i++)
        {
            site.AddPaper("p" + i, "2026-11-11", "t" + i);
        }

        var report = site.Build();
        var error = Assert.Single(report.Diagnostics, diagnostic => diagnostic.Rule.Severity == Severity.Error);
        Assert.Equal("templates/partials/head.html", error.Path);
        Assert.Contains("included at templates/layouts/", error.Message, StringComparison.Ordinal);
        Assert.Contains("цикл или функция не кончается", error.Text.Russian, StringComparison.Ordinal);
        Assert.Equal(error.Message, site.Build(jobs: 1).Diagnostics.First(one => one.Rule.Severity == Severity.Error).Message);
    }

    private static List<Diagnostic> Errors(string template)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n").AddPaper("a", "2026-11-11", "t")
            .Add("templates/layouts/home.html", template);
        return [.. site.Build().Diagnostics.Where(diagnostic => diagnostic.Rule.Severity == Severity.Error)];
    }
}
