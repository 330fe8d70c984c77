using System.Globalization;
using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Faults;

/// <summary>
/// A small site with every kind of output, and its clean builds at two addresses. Every file differs between the addresses, so a test sees
/// whether a file is old or new.
/// </summary>
internal sealed class FaultSite : IDisposable
{
    public const string Old = "https://old.example/";
    public const string New = "https://new.example/digest/";
    private const string Moment = "2026-11-20T12:00:00Z";

    private readonly ScratchSite? _own;
    private readonly string _clean = Directory.CreateTempSubdirectory("aidigest-clean-").FullName;

    /// <param name="root">The root of the site, where it is on another disk; null for a folder of temporary files.</param>
    /// <param name="entries">A process builds 30 entries in about a second.</param>
    public FaultSite(string? root = null, int entries = 30)
    {
        _own = root is null ? new ScratchSite() : null;
        Root = root ?? _own!.Root;
        Write("content/site.yaml", "title: Дайджест\nurl: https://old.example/\npage_size: 5\nfeed_size: 10\n");
        Write("content/static/plain.txt", new string('x', 10_000));
        for (var i = 0; i < entries; i++)
        {
            var day = new DateOnly(2026, 10, 1).AddDays(i % 40).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            Write(
                $"content/papers/p{i:000}.md",
                $"---\ntitle: Заметка {i}\ndate: {day}\ntags: [t{i % 4}, общий]\nauthors: [Автор {i % 3}]\n---\n\n"
                    + $"Текст {i}, формула $x_{{{i % 5}}}$.\n");
        }
    }

    public string Root { get; }

    public string Output => Path.Combine(Root, "site-output");

    public FaultSite Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    public SortedDictionary<string, byte[]> Tree() => ScratchSite.Tree(Output);

    /// <summary>The output without what a build that was cut off may leave: its staging folder.</summary>
    public SortedDictionary<string, byte[]> TreeWithoutStaging()
    {
        var tree = Tree();
        foreach (var path in tree.Keys.Where(path => path.StartsWith(".aidigest-staging/", StringComparison.Ordinal)).ToList())
        {
            tree.Remove(path);
        }

        return tree;
    }

    /// <summary>The bytes of a build from nothing, without a cache, into another folder.</summary>
    public SortedDictionary<string, byte[]> Clean(string address)
    {
        var folder = Path.Combine(_clean, Guid.NewGuid().ToString("N"));
        var run = Executable.Run(Root, [.. Arguments(address, folder), "--no-cache"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        return ScratchSite.Tree(folder);
    }

    /// <summary>Builds within this process.</summary>
    public Outcome Build(string address = Old) => Executable.Run(Root, Arguments(address, Output));

    /// <summary>Starts a build as another process.</summary>
    public ToolRun Start(string address = Old) => Executable.Start(Root, Arguments(address, Output));

    public string[] Arguments(string address) => Arguments(address, Output);

    /// <summary>Builds, and insists on the bytes of a clean build and on no stray file in the root.</summary>
    public void AssertNextBuildIsClean(string address, SortedDictionary<string, byte[]> clean)
    {
        var next = Build(address);
        Assert.Equal((0, ""), (next.Code, next.Error));
        ScratchSite.AssertSame(clean, Tree());
        Assert.Equal(
            [".aidigest", "content", "site-output"],
            Directory.EnumerateFileSystemEntries(Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.Combine(Root, ".aidigest")).Select(Path.GetFileName),
            name => name!.Contains("tmp", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Insists that each file of the output is whole: the one of an earlier or of a later build.</summary>
    public void AssertWhole(params SortedDictionary<string, byte[]>[] builds)
    {
        foreach (var (path, bytes) in TreeWithoutStaging().Where(file => file.Key != ".aidigest-manifest"))
        {
            Assert.True(
                builds.Any(build => build.TryGetValue(path, out var whole) && bytes.AsSpan().SequenceEqual(whole)),
                $"{path} is neither old nor new");
        }
    }

    public void Dispose()
    {
        Directory.Delete(_clean, recursive: true);
        _own?.Dispose();
    }

    private static string[] Arguments(string address, string output) =>
        ["build", "--output", output, "--base-url", address, "--now", Moment, "--quiet"];
}
