using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AiDigest.Cli;
using AiDigest.Cli.Reports;
using AiDigest.Core.Build;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Cli;

/// <summary>Long work shows itself on a terminal, and nowhere else. The terminal is one that <c>script</c> makes.</summary>
public class ProgressTests(LargeSite large)
{
    private const string HideCursor = "\e[?25l";
    private const string ShowCursor = "\e[?25h";

    [Fact]
    public void A_long_build_shows_its_stages_on_a_terminal_and_leaves_it_as_it_was()
    {
        using var folder = new OutputOf(large);
        var shown = OnTerminal([], "build", "--output", folder.Path, "--no-cache", "--jobs", "1", "--lang", "en");
        Assert.Contains("render, write", shown, StringComparison.Ordinal);
        Assert.Matches("[0-9]+/2[0-9]{3}", shown);
        Assert.Matches("[0-9]+/s", shown);
        Assert.Contains(HideCursor, shown, StringComparison.Ordinal);
        Assert.True(shown.LastIndexOf(ShowCursor, StringComparison.Ordinal) > shown.LastIndexOf("/s", StringComparison.Ordinal));
        Assert.Matches("built in [0-9.]+ s", shown[shown.LastIndexOf(ShowCursor, StringComparison.Ordinal)..]);
    }

    /// <summary>A variable that is set, and an option.</summary>
    public static TheoryData<string, string> Quiet =>
        [.. SlowRun.Of([("", "--quiet"), ("", "--format=json"), ("", "--format=github"), ("CI", "--no-cache")], 0, 3)];

    [Theory]
    [MemberData(nameof(Quiet))]
    public void Nothing_moves_where_it_is_not_asked_for(string variable, string option)
    {
        using var folder = new OutputOf(large);
        var shown = OnTerminal(variable.Length > 0 ? [(variable, "true")] : [], "build", "--output", folder.Path, option);
        Assert.DoesNotContain(HideCursor, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("render, write", shown, StringComparison.Ordinal);
        Assert.True(folder.Count() > 2000);
    }

    [Fact]
    public void Nothing_moves_in_a_pipe()
    {
        using var folder = new OutputOf(large);
        var run = Piped("build", "--output", folder.Path, "--no-cache", "--verbose");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.DoesNotContain('\e', run.Out);
        Assert.Matches("stage +ms +items +MiB allocated +MiB held\n", run.Out.ReplaceLineEndings("\n"));
        Assert.Matches("render, write +[0-9.]+ +2[0-9]{3} +[0-9.]+ +[0-9.]+\n", run.Out.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_build_that_ends_at_once_shows_nothing()
    {
        using var error = new StringWriter();
        var progress = new BuildProgress();
        progress.Begin("render, write", 10);
        using (ProgressDisplay.Start(progress, new Terminal(TextWriter.Null, error, Stream.Null), Timeout.InfiniteTimeSpan))
        {
            progress.Now!.Advance();
        }

        Assert.Equal("", error.ToString());
    }

    [Fact]
    public void A_stage_that_ends_between_two_looks_has_no_rate_and_others_have_a_true_one()
    {
        using var error = new StringWriter();
        var progress = new BuildProgress();
        var first = progress.Begin("first", 5_000);
        using (ProgressDisplay.Start(progress, new Terminal(TextWriter.Null, error, Stream.Null), TimeSpan.Zero))
        {
            Look();
            for (var i = 0; i < 5_000; i++)
            {
                first.Advance();
            }

            Look();
            progress.Begin("plan");
            Look();
            var last = progress.Begin("last", 100);
            for (var i = 0; i < 100; i++)
            {
                last.Advance();
                Thread.Sleep(10);
            }

            Look();
        }

        // Five thousand took as long at least as the display waits before it tells a rate, a fifth of a second.
        var rates = Regex.Matches(error.ToString(), "([0-9]+)/s")
            .Select(rate => int.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.NotEmpty(rates);
        Assert.All(rates, rate => Assert.InRange(rate, 1, 25_000));
        Assert.DoesNotContain("**:**", error.ToString(), StringComparison.Ordinal);

        // The display looks ten times a second.
        static void Look() => Thread.Sleep(400);
    }

    private Outcome Piped(params string[] arguments)
    {
        using var run = Executable.Start(large.Root, [("CI", "")], arguments);
        return run.End();
    }

    /// <summary>What a terminal receives from a run, standard output and error together.</summary>
    private string OnTerminal((string Name, string Value)[] environment, params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "script takes a command in this form on Linux alone");
        var command =
            string.Join(' ', ((string[])[Executable.Path, .. arguments, "--now", "2026-11-20T12:00:00Z"]).Select(word => $"'{word}'"));
        var start = new ProcessStartInfo("script", ["-qec", command, "/dev/null"])
        {
            WorkingDirectory = large.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment.Remove("CI");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var shown = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, shown);
        return shown;
    }
}
