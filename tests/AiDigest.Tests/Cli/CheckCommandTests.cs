using System.Text.Json;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Cli;

public class CheckCommandTests
{
    [Theory]
    [InlineData("error", 0)]
    [InlineData("warning", 1)]
    public void Warnings_fail_a_check_with_fail_on_warning(string failOn, int code)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/").Paper("a", body: "Коротко.");

        var outcome = Executable.Run(site, "check", "--fail-on", failOn);

        Assert.Equal(code, outcome.Code);
        Assert.Contains(
            "content/papers/a.md:9:1: warning AD0810: the summary has 1 sentence, fewer than 3\n  Коротко.\n  ^\n", outcome.Error,
            StringComparison.Ordinal);
        Assert.Contains("checked 1 entry, 1 tag,", outcome.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(site.Output));
    }

    [Fact]
    public void Errors_are_reported_in_every_format()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/")
            .AddPaper("ф 1", "2026-11-14", "tag", CheckedSite.Prose, "tgas: [x]");

        var human = Executable.Run(site, "check");
        var github = Executable.Run(site, "check", "--format", "github");
        var sarif = Executable.Run(site, "check", "--format", "sarif");

        Assert.Equal((1, 1, 1), (human.Code, github.Code, sarif.Code));
        Assert.Contains("error AD0103", human.Error, StringComparison.Ordinal);
        Assert.Contains("::error file=content/papers/ф 1.md,line=5,col=1,title=AD0103::", github.Out, StringComparison.Ordinal);
        Assert.Contains("::notice file=content/papers/ф 1.md,line=2,col=1,title=AD0816::", github.Out, StringComparison.Ordinal);
        Assert.Equal("", sarif.Error);
        using var log = JsonDocument.Parse(sarif.Out);
        var run = log.RootElement.GetProperty("runs")[0];
        var result = run.GetProperty("results").EnumerateArray().Single(one => one.GetProperty("ruleId").GetString() == "AD0103");
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        Assert.Equal(
            "AD0103", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()]
            .GetProperty("id").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("content/papers/%D1%84%201.md", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(
            (5, 1, 5),
            (place.GetProperty("region").GetProperty("startLine").GetInt32(), place.GetProperty("region").GetProperty("startColumn")
            .GetInt32(), place.GetProperty("region").GetProperty("endColumn").GetInt32()));
    }

    [Fact]
    public void A_text_from_standard_input_is_checked_as_if_it_were_at_its_path()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/");

        var outcome =
            Executable.Run(
                site.Root, "---\ntitle: x\ndate: 2026-11-14\ntgas: [a]\n---\n\nТекст.\n", [], "check", "--stdin", "--path",
                "content/papers/x.md", "--format", "json");

        Assert.Equal(1, outcome.Code);
        using var json = JsonDocument.Parse(outcome.Out);
        Assert.Contains(json.RootElement.GetProperty("diagnostics").EnumerateArray(), one =>
            one.GetProperty("id").GetString() == "AD0103" && one.GetProperty("line").GetInt32() == 4);
    }

    [Fact]
    public void A_fix_is_shown_and_counted()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/")
            .Add("content/papers/a.md",
            $"---\ntitle: A: b\ndate: 2026-11-14\ntags: [tag]\nurl: https://a.example/\n---\n\n{CheckedSite.Prose}\n");

        var first = Executable.Run(site, "check", "--fix");
        var second = Executable.Run(site, "check", "--fix");

        Assert.Equal((0, 0), (first.Code, second.Code));
        Assert.Contains(
            "fixed content/papers/a.md:2 AD0110: a colon in an unquoted text\n  - title: A: b\n  + title: \"A: b\"\n", first.Out,
            StringComparison.Ordinal);
        Assert.DoesNotContain("fixed", second.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "--stdin")]
    [InlineData("check", "--stdin", "--path", "elsewhere.md")]
    [InlineData("check", "--fail-on", "hint")]
    [InlineData("build", "--format", "sarif")]
    public void Wrong_usage_ends_with_2(params string[] arguments)
    {
        using var site = new ScratchSite();

        Assert.Equal(2, Executable.Run(site, arguments).Code);
    }
}
