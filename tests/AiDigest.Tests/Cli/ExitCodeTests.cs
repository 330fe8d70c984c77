using AiDigest.Core.FileSystem.Output;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Cli;

/// <summary>Each exit code, by a run that earns it; each by a real process too.</summary>
public class ExitCodeTests
{
    [Fact]
    public void Zero_where_all_is_fine_warnings_too()
    {
        using var site = new ScratchSite().AddPaper("a", "2026-11-10", "t");
        var run = Executable.RunProcess(site.Root, "build");
        Assert.Equal(0, run.Code);
        Assert.Equal(
            "content/site.yaml:1:1: warning AD0505: the site has no `url`; ids of feeds say http://localhost:4000/",
            run.Error.Split('\n')[0]);
        Assert.Contains("1 entry, 1 tag", run.Out, StringComparison.Ordinal);
        Assert.Contains(": the site is in site-output", run.Out, StringComparison.Ordinal);
        Assert.True(site.Has("papers/a/index.html"));
    }

    [Fact]
    public void One_for_mistakes_in_content()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n")
            .Add("content/papers/x.md", "---\ntitle: А\ndate: 2026-11-10\ntgas: [t]\n---\n\nТекст.\n");
        var run = Executable.RunProcess(site.Root, "build");
        Assert.Equal(1, run.Code);
        Assert.Contains(
            "content/papers/x.md:4:1: error AD0103: unknown key 'tgas'; did you mean 'tags'?\n  tgas: [t]\n  ^^^^\n", run.Error,
            StringComparison.Ordinal);
        Assert.Contains("nothing was written", run.Out, StringComparison.Ordinal);
        Assert.False(site.Has("index.html"));
    }

    [Fact]
    public void One_for_mistakes_in_templates()
    {
        using var site = Fine().Add("templates/partials/foot.html", "ok\n{{ page.titel }}\n");
        var run = Executable.Run(site.Root, "build");
        Assert.Equal(1, run.Code);
        Assert.Contains(
            "templates/partials/foot.html:2:9: error AD0602: unknown field 'titel'; did you mean 'title'?", run.Error,
            StringComparison.Ordinal);
        Assert.Contains("included at templates/layouts/", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_for_wrong_usage_of_a_process()
    {
        using var site = Fine();
        Assert.Equal(2, Executable.RunProcess(site.Root, "biuld").Code);
    }

    [Theory]
    [InlineData("build", "--unknown")]
    [InlineData("build", "--jobs", "0")]
    [InlineData("build", "--jobs", "many")]
    [InlineData("build", "--now", "yesterday")]
    [InlineData("build", "--now", "2026-11-14")]
    [InlineData("build", "--base-url", "/digest/")]
    [InlineData("build", "--base-url", "ftp://a.example/")]
    [InlineData("build", "--format", "xml")]
    [InlineData("build", "--output")]
    [InlineData("build", "extra")]
    [InlineData("biuld")]
    [InlineData]
    public void Two_for_wrong_usage(params string[] arguments)
    {
        using var site = Fine();
        var run = Executable.Run(site.Root, arguments);
        Assert.Equal(2, run.Code);
        Assert.StartsWith("aidigest: ", run.Error, StringComparison.Ordinal);
        Assert.False(site.Has("index.html"));
    }

    [Fact]
    public void Two_where_there_is_no_site()
    {
        using var site = new ScratchSite();
        Directory.Delete(Path.Combine(site.Root, "content"));
        var run = Executable.Run(site.Root, "build");
        Assert.Equal(2, run.Code);
        Assert.Contains("no site found", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, Executable.Run(site.Root, "build", "--root", "nowhere").Code);
        Assert.Equal(2, Executable.Run(site.Root, "clean").Code);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("content")]
    [InlineData("content/out")]
    [InlineData("templates")]
    [InlineData("templates/out")]
    [InlineData(".aidigest/out")]
    [InlineData("site/../content/papers")]
    public void Two_for_an_output_folder_that_is_refused(string output)
    {
        using var site = Fine();
        foreach (var command in new[] { "build", "clean" })
        {
            var run = Executable.Run(site.Root, command, "--output", output);
            Assert.Equal(2, run.Code);
            Assert.Contains("is refused", run.Error, StringComparison.Ordinal);
        }

        Assert.Equal(["content/papers/a.md", "content/site.yaml"], ScratchSite.Tree(site.Root).Keys);
    }

    [Fact]
    public void Three_where_the_output_cannot_be_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no /proc");
        using var site = Fine();
        var run =
            Executable.RunProcess(site.Root, "build", "--output", OperatingSystem.IsLinux() ? "/proc/aidigest-out" : "/dev/aidigest-out");
        Assert.Equal(3, run.Code);
        Assert.StartsWith("aidigest: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_and_thirty_where_it_is_interrupted_while_waiting()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are of Unix");
        using var site = Fine();
        using var held = BuildLock.TryTake(site.Output)!;
        using var run = Executable.Start(site.Root, "build");
        run.Until(() => run.ErrorSoFar.Length > 0);
        Assert.Contains("another build of this output folder is running", run.ErrorSoFar, StringComparison.Ordinal);
        run.Interrupt();
        Assert.Equal(130, run.End().Code);
        Assert.False(site.Has("index.html"));
    }

    [Fact]
    public void A_second_build_says_that_it_waits_and_then_builds()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n").AddPaper("a", "2026-11-10", "t");
        var held = BuildLock.TryTake(site.Output)!;
        using var waiting = Executable.Start(site.Root, "build");
        waiting.Until(() => waiting.ErrorSoFar.Contains("waiting for it", StringComparison.Ordinal));
        Assert.False(waiting.HasEnded);
        Assert.False(site.Has("index.html"));
        held.Dispose();
        Assert.Equal(0, waiting.End().Code);
        Assert.True(site.Has("index.html"));
    }

    [Fact]
    public void The_nearest_folder_upwards_with_content_is_the_root()
    {
        using var site = Fine();
        var deep = Path.Combine(site.Root, "content", "papers");
        Assert.Equal(0, Executable.Run(deep, "build").Code);
        Assert.True(site.Has("index.html"));
        // --output is taken from the working directory, not from the root.
        var elsewhere = Path.Combine(site.Root, "elsewhere");
        Directory.CreateDirectory(elsewhere);
        Assert.Equal(0, Executable.Run(elsewhere, "build", "--output", "out").Code);
        Assert.True(File.Exists(Path.Combine(elsewhere, "out", "index.html")));
    }

    [Fact]
    public void Clean_removes_its_own_files_alone()
    {
        using var site = Fine();
        Executable.Run(site.Root, "build");
        site.Add("site-output/papers/mine.txt", "моё").Add(".aidigest/cache", "x");
        var run = Executable.Run(site.Root, "clean");
        Assert.Equal(0, run.Code);
        Assert.Matches("^removed [0-9]+ files from site-output\n$", run.Out.ReplaceLineEndings("\n"));
        Assert.Equal(["content/papers/a.md", "content/site.yaml", "site-output/papers/mine.txt"], ScratchSite.Tree(site.Root).Keys);
        Assert.Equal(0, Executable.Run(site.Root, "clean").Code);
    }

    private static ScratchSite Fine() => new ScratchSite().Settings("url: https://a.example/\n").AddPaper("a", "2026-11-10", "t");
}
