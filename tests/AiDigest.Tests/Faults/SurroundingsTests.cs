using AiDigest.Preview;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Faults;

/// <summary>What a run finds around itself: no home folder, other runs, a watcher that loses events.</summary>
public sealed class SurroundingsTests
{
    /// <summary>A user of a service or a container has no home folder, or one that nothing can be written to.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("/nonexistent")]
    [InlineData("/dev/null")]
    [InlineData("relative/home")]
    [InlineData("/proc")]
    public void Without_a_home_folder_a_site_is_built_twice(string home)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no HOME");
        using var site = new FaultSite();
        var clean = site.Clean(FaultSite.Old);
        for (var i = 0; i < 2; i++)
        {
            string[] arguments = home.Length == 0
                ? ["-u", "HOME", "-u", "XDG_CACHE_HOME", Executable.Path, "--lang", "en", .. site.Arguments(FaultSite.Old)]
                : ["-u", "XDG_CACHE_HOME", "HOME=" + home, Executable.Path, "--lang", "en", .. site.Arguments(FaultSite.Old)];
            var run = Executable.Run("/usr/bin/env", site.Root, "", [], arguments);
            Assert.Equal((0, ""), (run.Code, run.Error));
            ScratchSite.AssertSame(clean, site.Tree());
        }

        Assert.False(Directory.Exists(Path.Combine(site.Root, "relative")));
    }

    [Fact]
    public async Task Two_builds_and_a_preview_at_once_end_well()
    {
        using var site = new FaultSite();
        var clean = site.Clean(FaultSite.Old);
        await using var preview = await RunningPreview.StartAsync(site.Root);
        using var first = site.Start();
        using var second = site.Start();
        Assert.Contains("Заметка", await preview.GetAsync("papers/p001/"), StringComparison.Ordinal);
        var (one, two) = (first.End(), second.End());
        Assert.Equal((0, 0), (one.Code, two.Code));
        ScratchSite.AssertSame(clean, site.Tree());

        // An edit reaches the preview, and the preview writes nothing to the output.
        site.Write(
            "content/papers/p001.md",
            "---\ntitle: Правка\ndate: 2026-10-02\ntags: [t1, общий]\nauthors: [Автор 1]\n---\n\nТекст.\n");
        while (!(await preview.GetAsync("papers/p001/")).Contains("Правка", StringComparison.Ordinal))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        ScratchSite.AssertSame(clean, site.Tree());
        site.AssertNextBuildIsClean(FaultSite.Old, site.Clean(FaultSite.Old));
    }

    [Fact]
    public async Task A_watcher_that_loses_events_has_everything_read_again()
    {
        using var site = new ScratchSite().AddPaper("one", "2026-11-14", "t");
        var queue = new ChangeQueue(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(50));
        var watchers = new List<Lossy>();
        using var watcher = new SourceWatcher(site.Root, queue, poll: false, message => Assert.Fail(message.English), folder =>
        {
            watchers.Add(new Lossy(folder));
            return watchers[^1];
        });
        watchers[^1].Lose();
        Assert.True((await queue.TakeAsync(TestContext.Current.CancellationToken)).Unknown);

        // It goes on watching.
        Assert.False(watcher.IsPolling);
        site.AddPaper("two", "2026-11-14", "t");
        while (!(await queue.TakeAsync(TestContext.Current.CancellationToken)).Paths.Contains("content/papers/two.md"))
        {
        }
    }

    private sealed class Lossy(string folder) : FileSystemWatcher(folder)
    {
        public void Lose() => OnError(new ErrorEventArgs(new InternalBufferOverflowException("too many changes at once")));
    }
}
