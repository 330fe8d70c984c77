using System.Text.Json;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Cli;

/// <summary>What programs and people read of a run.</summary>
public class ReportTests
{
    private static readonly string[] Keys = ["entries", "pages", "written", "unchanged", "deleted", "skipped", "diagnostics", "elapsed_ms"];

    [Fact]
    public void Json_is_one_object_on_standard_output_and_nothing_on_standard_error()
    {
        using var site = Mixed();
        var run = Executable.Run(site.Root, "build", "--format", "json", "--now", "2026-11-20T12:00:00Z");
        Assert.Equal((0, ""), (run.Code, run.Error));
        var json = Parse(run);
        Assert.Empty(Keys.Except(json.EnumerateObject().Select(key => key.Name), StringComparer.Ordinal));
        Assert.Equal(1, json.GetProperty("entries").GetInt32());
        Assert.Equal(site.Tree().Keys.Count(path => path.EndsWith(".html", StringComparison.Ordinal)), json.GetProperty("pages")
            .GetInt32());
        Assert.Equal(site.Tree().Count - 1, json.GetProperty("written").GetInt32());
        Assert.Equal(
            ["content/papers/draft.md draft null", "content/papers/future.md future 2026-12-01T00:00:00+03:00"],
            json.GetProperty("skipped").EnumerateArray().Select(entry =>
                $"{entry.GetProperty("source").GetString()} {entry.GetProperty("reason").GetString()} "
                + $"{entry.GetProperty("appears").GetString() ?? "null"}"));
        var warning = Assert.Single(json.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal(
            "content/papers/a.md 7 1 warning AD0406 'draft.md' is not published yet; the link is plain text until it appears",
            string.Join(
                ' ', new[] { "path", "line", "column", "severity", "id", "message" }.Select(key => warning.GetProperty(key).ToString())));
    }

    [Fact]
    public void An_explanation_names_what_changed_for_many_pages_at_once()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n").AddPaper("a", "2026-11-10", "rl")
            .Add("templates/partials/entry.html", "{{ paper.title }}");
        Executable.Run(site.Root, "build", "--now", "2026-11-20T12:00:00Z");
        site.Add("templates/partials/entry.html", "<p>{{ paper.title }}</p>").Settings("title: Другой\nurl: https://a.example/\n")
            .Add("templates/strings.ru.yaml", "# ours\nnav:\n  main: Части\n");
        Executable.Run(site.Root, "build", "--now", "2026-11-20T12:00:00Z");

        var text = Executable.Run(site.Root, "explain", "/tags/rl/", "--now", "2026-11-20T12:00:00Z").Out;
        var json = Parse(Executable.Run(site.Root, "explain", "/tags/rl/", "--format", "json", "--now", "2026-11-20T12:00:00Z"));

        Assert.Contains(
            "\n  template: templates/partials/entry.html changed\n  strings: templates/strings.ru.yaml:3: 'nav.main' changed\n  site: "
            + "content/site.yaml:1: 'title' is new\n", text, StringComparison.Ordinal);
        Assert.Equal(
            ["template changed templates/partials/entry.html  ", "strings changed templates/strings.ru.yaml 3 nav.main",
                "site gained content/site.yaml 1 title", "assets changed templates/assets/site.webmanifest  "],
            json.GetProperty("last_causes").EnumerateArray()
                .Select(cause =>
                    string.Join(
                        ' ', new[] { "part", "change", "source", "line", "name" }.Select(key => cause.TryGetProperty(key, out var value)
                            ? value.ToString()
                            : ""))));
        Assert.Empty(json.GetProperty("next_causes").EnumerateArray());
    }

    [Fact]
    public void A_second_run_says_that_all_is_unchanged()
    {
        using var site = Mixed();
        Executable.Run(site.Root, "build", "--now", "2026-11-20T12:00:00Z");
        var json = Parse(Executable.Run(site.Root, "build", "--format", "json", "--now", "2026-11-20T15:00:00+03:00"));
        Assert.Equal(
            (0, site.Tree().Count - 1, 0),
            (json.GetProperty("written").GetInt32(), json.GetProperty("unchanged").GetInt32(), json.GetProperty("deleted").GetInt32()));
    }

    [Fact]
    public void Json_comes_also_where_the_build_fails()
    {
        using var site = Mixed().Add("content/papers/bad.md", "---\ntitle: А\n---\n\nТекст.\n").Add("content/tags.yaml", "x: {slag: y}\n");
        var run = Executable.Run(site.Root, "build", "--format", "json", "--now", "2026-11-20T12:00:00Z");
        Assert.Equal((1, ""), (run.Code, run.Error));
        var json = Parse(run);
        Assert.Empty(Keys.Except(json.EnumerateObject().Select(key => key.Name), StringComparer.Ordinal));
        Assert.Equal(0, json.GetProperty("written").GetInt32());
        var errors = json.GetProperty("diagnostics").EnumerateArray().Where(item => item.GetProperty("severity").GetString() == "error")
            .Select(item => $"{item.GetProperty("path").GetString()} {item.GetProperty("id").GetString()}");
        Assert.Equal(["content/papers/bad.md AD0126", "content/papers/bad.md AD0126", "content/tags.yaml AD0103"], errors);
    }

    [Theory]
    [InlineData(2, "--output", "content")]
    [InlineData(2, "--jobs", "0")]
    [InlineData(2, "--root", "nowhere")]
    public void Json_comes_also_where_nothing_could_be_built(int code, params string[] arguments)
    {
        using var site = Mixed();
        var run = Executable.Run(site.Root, ["build", "--format", "json", .. arguments]);
        Assert.Equal((code, ""), (run.Code, run.Error));
        Assert.Empty(Keys.Except(Parse(run).EnumerateObject().Select(key => key.Name), StringComparer.Ordinal));
    }

    [Fact]
    public void Github_prints_annotations()
    {
        using var site = Mixed().Add("content/papers/bad.md", "---\ntitle: А\ndate: 2026-11-10\ntgas: [t]\ntags: [t]\n---\n\nТекст.\n");
        var run = Executable.Run(site.Root, "build", "--format", "github", "--now", "2026-11-20T12:00:00Z");
        Assert.Equal(1, run.Code);
        var lines = (run.Out + run.Error).ReplaceLineEndings("\n").Split('\n');
        Assert.Contains(lines, line =>
            line.StartsWith(
                "::error file=content/papers/bad.md,line=4,col=1,title=AD0103::unknown key 'tgas'; did you mean 'tags'?",
                StringComparison.Ordinal));
        Assert.Contains(lines, line =>
            line.StartsWith("::warning file=content/papers/a.md,line=7,col=1,title=AD0406::", StringComparison.Ordinal));
    }

    [Fact]
    public void Quiet_prints_diagnostics_alone()
    {
        using var site = Mixed();
        var run = Executable.Run(site.Root, "build", "--quiet", "--now", "2026-11-20T12:00:00Z");
        Assert.Equal((0, ""), (run.Code, run.Out));
        Assert.StartsWith("content/papers/a.md:7:1: warning AD0406: ", run.Error, StringComparison.Ordinal);
        Assert.Equal("", Executable.Run(site.Root, "clean", "--quiet").Out);
    }

    [Fact]
    public void Every_entry_left_out_is_reported()
    {
        using var site = Mixed();
        var run = Executable.Run(site.Root, "build", "--now", "2026-11-20T12:00:00Z");
        Assert.Contains("content/papers/draft.md", run.Out, StringComparison.Ordinal);
        Assert.Contains(
            "content/papers/future.md:2 'Заголовок future': appears 2026-12-01T00:00:00+03:00", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("left out", Executable.Run(site.Root, "build", "--drafts", "--future").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_from_a_file_steers_the_terminal()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n")
            .AddPaper("a", "2026-11-10", "t", "[\u202Ex](nowhere\u009B31m.md)");
        var run = Executable.Run(site.Root, "build");
        Assert.Equal(1, run.Code);
        Assert.DoesNotContain('\u009B', run.Error);
        Assert.DoesNotContain('\u202E', run.Error);
    }

    [Fact]
    public void Time_zone_and_language_of_the_machine_change_no_byte()
    {
        using var site = Mixed();
        string[] Build(string output) => ["build", "--now", "2026-11-20T12:00:00Z", "--output", output];
        foreach (
            var (output, zone, language) in new[] { ("one", "UTC", "C"), ("two", "Pacific/Kiritimati", "tr_TR.UTF-8"),
            ("three", "America/Adak", "th_TH.UTF-8") })
        {
            using var run = Executable.Start(site.Root, [("TZ", zone), ("LANG", language), ("LC_ALL", language)], Build(output));
            Assert.Equal(0, run.End().Code);
            ScratchSite.AssertSame(ScratchSite.Tree(Path.Combine(site.Root, "one")), ScratchSite.Tree(Path.Combine(site.Root, output)));
        }
    }

    private static JsonElement Parse(Outcome run) => JsonDocument.Parse(run.Out).RootElement;

    private static ScratchSite Mixed() => new ScratchSite().Settings("url: https://a.example/\n")
        .AddPaper("a", "2026-11-10", "t", "[x](draft.md)").AddPaper("draft", "2026-11-10", "t", keys: "draft: true")
            .AddPaper("future", "2026-12-01", "t");
}
