using System.Text.Json;
using AiDigest.Tests.Check;
using AiDigest.Tests.Fixtures;
using AiDigest.Tests.Schemas;
using Xunit;

namespace AiDigest.Tests.Cli;

/// <summary>The linter as an author or a workflow runs it: the executable, its formats, its exit codes.</summary>
public class LinterTests
{
    // Texts that try to end a line or a command and to begin another.
    private const string Hostile = "А\\n::error file=x::В\\r##[error]С %0A::set-output::Г\\u2028::warning::Д";

    public static TheoryData<string> Rules => [.. RuleTests.Sites.Keys];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Each_rule_passes_its_good_site_and_fails_its_bad_one(string rule)
    {
        using var good = Site(rule, RuleTests.Sites[rule].Good);
        using var bad = Site(rule, RuleTests.Sites[rule].Bad);

        var passed = Executable.Run(good, "check", "--format", "json");
        var failed = Executable.Run(bad, "check", "--format", "sarif");

        Assert.DoesNotContain(RuleTests.Id(rule), Ids(passed));
        Assert.Equal((0, 1), (passed.Code, failed.Code));
        Assert.Contains($"\"ruleId\":\"{RuleTests.Id(rule)}\"", failed.Out, StringComparison.Ordinal);
        Assert.Empty(SarifLog.Faults(failed.Out));
    }

    [Theory]
    [InlineData("hint", "error", 0)]
    [InlineData("hint", "warning", 0)]
    [InlineData("warning", "error", 0)]
    [InlineData("warning", "warning", 1)]
    [InlineData("error", "error", 1)]
    [InlineData("error", "warning", 1)]
    public void The_exit_code_follows_the_weight_of_a_rule_and_what_shall_fail(string weight, string failOn, int code)
    {
        using var site = new ScratchSite().Settings($"url: https://a.example/\ncheck: {{short-summary: {weight}}}\n")
            .Add("content/tags.yaml", "tag:\n").Paper("a", body: "Коротко.");
        foreach (var format in (string[])["human", "json", "github", "sarif"])
        {
            Assert.Equal(code, Executable.Run(site, "check", "--fail-on", failOn, "--format", format).Code);
        }
    }

    [Fact]
    public void Remote_links_are_asked_only_where_that_is_wanted()
    {
        using var server = new RudeServer();
        using var site = new ScratchSite().Settings("url: https://a.example/\n").Add("content/tags.yaml", "tag:\n")
            .AddPaper("a", "2026-11-14", "tag", CheckedSite.Prose
                + $"\n\n[Есть]({server.Address}/ok), [нет]({server.Address}/missing), [переехала]({server.Address}/moved).",
                "url: " + server.Address + "/ok");

        Assert.Equal([], Ids(Executable.Run(site, "check", "--format", "json")));
        Assert.Equal(0, server.Asked("HEAD /ok"));
        var asked = Executable.Run(site, "check", "--external", "--private-hosts", "--format", "json", "--fail-on", "warning");
        Assert.Equal(["AD0821", "AD0823"], Ids(asked).Order(StringComparer.Ordinal));
        Assert.Equal(1, asked.Code);
        var askedOnce = server.Asked("HEAD /ok");
        Assert.NotEqual(0, askedOnce);
        Assert.Equal(["AD0821", "AD0823"], Ids(Executable.Run(site, "check", "--external", "--private-hosts", "--format", "json"))
            .Order(StringComparer.Ordinal));
        Assert.Equal(askedOnce, server.Asked("HEAD /ok"));
    }

    [Fact]
    public void No_text_of_an_author_speaks_to_the_runner()
    {
        using var site = HostileSite();
        foreach (var command in (string[][])[["check", "--format", "github"], ["build", "--format", "github"]])
        {
            var run = Executable.Run(site, command);
            var lines = (run.Out + run.Error).Split('\n', '\r')
                .Where(line => line.Contains("::", StringComparison.Ordinal) || line.Contains("##[", StringComparison.Ordinal)).ToList();
            var commands =
                lines.Where(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal)
                    || line.TrimStart().StartsWith("##[", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(commands);
            Assert.All(commands, line =>
                Assert.Matches("^::(error|warning|notice) file=content/[^:,]*,line=[0-9]+,col=[0-9]+,title=AD[0-9]{4}::", line));
        }
    }

    [Fact]
    public void Annotations_are_as_many_as_there_are_diagnostics()
    {
        using var site = HostileSite();
        var annotations = Executable.Run(site, "check", "--format", "github").Out.Split('\n')
            .Count(line => line.StartsWith("::", StringComparison.Ordinal));
        Assert.Equal(Ids(Executable.Run(site, "check", "--format", "json")).Length, annotations);
    }

    [Fact]
    public void Hostile_texts_make_a_valid_log()
    {
        using var site = HostileSite();
        var run = Executable.Run(site, "check", "--format", "sarif");
        Assert.Empty(SarifLog.Faults(run.Out));
        using var log = JsonDocument.Parse(run.Out);
        Assert.NotEqual(0, log.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    [Fact]
    public void Nothing_found_is_a_valid_log_too()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n");
        Assert.Empty(SarifLog.Faults(Executable.Run(site, "check", "--format", "sarif").Out));
    }

    [Theory]
    [InlineData("{\"version\":\"2.1.0\"}")]
    [InlineData("{\"version\":\"2.0.0\",\"runs\":[]}")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"x\"}},\"results\":[{\"message\":{}}]}]}")]
    [InlineData(
        "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"x\"}},\"results\":[{\"message\":{\"text\":\"x\"},\"level\":\"hint\"}]}]}")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"x\"}},\"results\":[],\"extra\":1}]}")]
    public void A_log_that_breaks_the_schema_is_seen(string log) => Assert.NotEmpty(SarifLog.Faults(log));

    private static ScratchSite Site(string rule, Action<ScratchSite> make)
    {
        var site = new ScratchSite().Add("content/tags.yaml", RuleTests.Registry)
            .Settings($"url: https://a.example/\ncheck: {{{rule}: error}}\n");
        make(site);
        return site;
    }

    private static ScratchSite HostileSite()
    {
        var site = new ScratchSite().Settings("url: https://a.example/\n")
            .Add("content/papers/a.md",
                $"---\ntitle: \"{Hostile}\"\ndate: 2026-11-14\ntags: [\"{Hostile}\"]\n\"{Hostile}\": x\n---\n\nТекст.\n")
            .Add("content/papers/b.md",
                $"---\ntitle: \"{Hostile}.\"\ndate: 2199-11-14\ntags: [\"{Hostile}\"]\nurl: "
                + $"\"https://a.example/{Hostile}\"\n---\n\nТекст [ссылка](b%0A::error::x.md).\n")
            .Add("content/papers/c.md", $"---\ntitle: \"{Hostile}\"\ndate: 2026-11-14\ndraft: true\ntags: [x]\n---\n\nТекст.\n");
        return OperatingSystem.IsWindows()
            ? site
            : site.Add("content/papers/д\n::error file=x::е.md", "---\ntitle: Имя\ndate: 2026-11-14\ntags: [x]\ntgas: 1\n---\n\nТекст.\n");
    }

    private static string[] Ids(Outcome run)
    {
        using var json = JsonDocument.Parse(run.Out);
        return [.. json.RootElement.GetProperty("diagnostics").EnumerateArray().Select(one => one.GetProperty("id").GetString()!)];
    }
}
