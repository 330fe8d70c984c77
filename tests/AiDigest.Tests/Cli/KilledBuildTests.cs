using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Cli;

/// <summary>Builds that are killed or interrupted half-way, and two at once, on a site of 2,000 entries.</summary>
public class KilledBuildTests(LargeSite large) : IClassFixture<LargeSite>
{
    [Theory]
    [InlineData(1)]
    [InlineData(1500)]
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
                (old.TryGetValue(path, out var before) && bytes.AsSpan().SequenceEqual(before)) || (large.Clean.TryGetValue(path, out var after) && bytes.AsSpan().SequenceEqual(after)),
                $"{path} is neither old nor new");
        }

        Assert.Equal(0, Build(folder).Code);
        ScratchSite.AssertSame(large.Clean, folder.Tree());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(1900)]
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
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(1900)]
    [InlineData(int.MaxValue)]
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

/// <summary>2,000 entries with a page each and little else, so that a build takes a second or two, and their clean build.</summary>
public sealed class LargeSite : IDisposable
{
    private readonly ScratchSite _site = new();

    public LargeSite()
    {
        _site.Settings("url: https://a.example/\nfeed_size: 5\npage_size: 10\noutputs: [home, papers, sitemap]\n");
        for (var i = 0; i < 2000; i++)
        {
            _site.Add($"content/papers/p{i:0000}.md", $"---\ntitle: Заметка {i}\ndate: {new DateOnly(2020, 1, 1).AddDays(i / 2):yyyy-MM-dd}\ntags: [t]\n---\n\nТекст {i}.\n");
        }

        _site.BuildFine();
        Clean = _site.Tree();
    }

    public string Root => _site.Root;

    internal SortedDictionary<string, byte[]> Clean { get; }

    public void Dispose() => _site.Dispose();
}

/// <summary>An output folder of its own for the large site.</summary>
internal sealed class OutputOf(LargeSite site) : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(site.Root, "out-" + Guid.NewGuid().ToString("N"));

    public SortedDictionary<string, byte[]> Tree() => ScratchSite.Tree(Path);

    public int Count() => CountIn(Path, SearchOption.AllDirectories);

    public int CountStaged() => CountIn(System.IO.Path.Combine(Path, ".aidigest-staging"), SearchOption.TopDirectoryOnly);

    public bool Holds(string path, byte[] bytes)
    {
        try
        {
            return File.ReadAllBytes(System.IO.Path.Combine(Path, path)).AsSpan().SequenceEqual(bytes);
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    private static int CountIn(string folder, SearchOption depth)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", depth).Count() : 0;
        }
        catch (IOException)
        {
            // Folders come and go while they are counted.
            return 0;
        }
    }
}
