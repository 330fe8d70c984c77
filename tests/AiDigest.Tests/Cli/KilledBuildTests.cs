using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Cli;

/// <summary>Builds that are killed or interrupted half-way, and two at once, on a site of 2,000 entries.</summary>
public class KilledBuildTests(LargeSite large)
{
    public static TheoryData<int> FilesOfAKilled => [.. SlowRun.Of([1, 1500], 1)];

    public static TheoryData<int> FilesOfAnInterrupted => [.. SlowRun.Of([0, 1, 1000, 1900], 2)];

    /// <summary>The last: while files are put into place.</summary>
    public static TheoryData<int> StagedOfAnInterrupted => [.. SlowRun.Of([1, 1000, 1900, int.MaxValue], 1, 3)];

    [Theory]
    [MemberData(nameof(FilesOfAKilled))]
    public void A_first_build_that_is_killed_is_completed_by_the_next(int files)
    {
        using var folder = new OutputOf(large);
        Kill(folder, () => folder.Count() >= files);
        Assert.Equal(0, Build(folder).Code);
        ScratchSite.AssertSame(large.Clean, folder.Tree());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_build_killed_over_a_site_leaves_every_file_whole_and_the_next_completes_it(bool placing)
    {
        using var folder = new OutputOf(large);
        var old = BuildOld(folder);
        var index = old["index.html"];
        Kill(folder, () => placing ? !folder.Holds("index.html", index) : folder.CountStaged() >= 400);
        foreach (var (path, bytes) in folder.Tree().Where(file => !file.Key.StartsWith(".aidigest", StringComparison.Ordinal)))
        {
            Assert.True(
                (old.TryGetValue(path, out var before) && bytes.AsSpan().SequenceEqual(before))
                    || (large.Clean.TryGetValue(path, out var after) && bytes.AsSpan().SequenceEqual(after)),
                $"{path} is neither old nor new");
        }

        Assert.Equal(0, Build(folder).Code);
        ScratchSite.AssertSame(large.Clean, folder.Tree());
    }

    [Theory]
    [MemberData(nameof(FilesOfAnInterrupted))]
    public void A_first_build_may_be_interrupted_at_any_moment(int files)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are of Unix");
        using var folder = new OutputOf(large);
        Interrupt(folder, () => folder.Count() >= files);
        foreach (var (path, bytes) in folder.Tree().Where(file => large.Clean.ContainsKey(file.Key) && file.Key != ".aidigest-manifest"))
        {
            Assert.True(bytes.AsSpan().SequenceEqual(large.Clean[path]), $"{path} is not whole");
        }

        Assert.Equal(0, Build(folder).Code);
        ScratchSite.AssertSame(large.Clean, folder.Tree());
    }

    [Theory]
    [MemberData(nameof(StagedOfAnInterrupted))]
    public void A_build_over_a_site_may_be_interrupted_at_any_moment(int staged)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are of Unix");
        using var folder = new OutputOf(large);
        var old = BuildOld(folder);
        var index = old["index.html"];
        var result = Interrupt(folder, () => staged == int.MaxValue ? !folder.Holds("index.html", index) : folder.CountStaged() >= staged);
        var tree = folder.Tree();
        foreach (var path in tree.Keys.Where(path => path.StartsWith(".aidigest-staging/", StringComparison.Ordinal)).ToList())
        {
            // What could not be deleted in a moment the next build deletes.
            tree.Remove(path);
        }

        ScratchSite.AssertSame(result.Code == 0 ? large.Clean : old, tree);
        Assert.Equal(0, Build(folder).Code);
        ScratchSite.AssertSame(large.Clean, folder.Tree());
    }

    [Fact]
    public void Two_builds_at_once_end_well()
    {
        using var folder = new OutputOf(large);
        using var first = Start(folder);
        using var second = Start(folder);
        Assert.Equal((0, 0), (first.End().Code, second.End().Code));
        ScratchSite.AssertSame(large.Clean, folder.Tree());
    }

    /// <summary>The site at another address, so that every page of the next build differs.</summary>
    private SortedDictionary<string, byte[]> BuildOld(OutputOf folder)
    {
        Assert.Equal(0, Build(folder, "--base-url", "https://old.example/").Code);
        return folder.Tree();
    }

    private void Kill(OutputOf folder, Func<bool> isSo)
    {
        using var run = Start(folder);
        run.Until(isSo);
        run.Kill();
        run.End();
    }

    /// <summary>A build that was quicker than the signal ends with 0.</summary>
    private Outcome Interrupt(OutputOf folder, Func<bool> isSo)
    {
        using var run = Start(folder);
        run.Until(isSo);
        run.Interrupt();
        var result = run.End();
        if (result.Code != 0)
        {
            // One that had hardly started says nothing.
            Assert.Equal(130, result.Code);
            Assert.Contains(result.Error, (string[])["", "aidigest: interrupted; the last good site is as it was\n"]);
        }

        return result;
    }

    private Outcome Build(OutputOf folder, params string[] arguments)
    {
        using var run = Start(folder, arguments);
        return run.End();
    }

    private ToolRun Start(OutputOf folder, params string[] arguments) =>
        Executable.Start(large.Root, ["build", "--output", folder.Path, "--now", "2026-11-20T12:00:00Z", "--quiet", .. arguments]);
}
