using AiDigest.Core.Build;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.FileSystem.Output;

/// <summary>A checkout can bring symbolic links to every place. No build, check or clean writes or deletes beyond one.</summary>
public sealed class OutputLinkTests : IDisposable
{
    private readonly ScratchSite _site = new();
    private readonly TempFolder _victim = new();

    public OutputLinkTests()
    {
        _site.AddPaper("a", "2026-11-10", "t").AddPaper("b", "2026-11-11", "t");
        _victim.Write("hooks/post-checkout", "harmless");
        _victim.Write("index.html", "kept");
    }

    public void Dispose()
    {
        _site.Dispose();
        _victim.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_output_folder_that_is_a_link_is_refused_and_what_a_manifest_names_beyond_it_stays(bool hasManifest)
    {
        if (hasManifest)
        {
            _victim.Write(".aidigest-manifest", "hooks/post-checkout\nindex.html\n");
        }

        Directory.CreateSymbolicLink(_site.Output, _victim.Root);
        var before = _victim.Show();
        Assert.Contains(
            "symbolic link site-output", Assert.Throws<RefusedOutputException>(() => _site.Build()).Message, StringComparison.Ordinal);
        Assert.Throws<RefusedOutputException>(() =>
            SiteCleaner.Clean(_site.Root, _site.Output, () => { }, TestContext.Current.CancellationToken));
        Assert.Equal(before, _victim.Show());
    }

    [Theory]
    [InlineData("papers", false)]
    [InlineData("papers/a", false)]
    [InlineData("tags/t/index.html", false)]
    [InlineData("index.html", false)]
    [InlineData(".aidigest-manifest", false)]
    [InlineData(".aidigest-staging", false)]
    [InlineData("of-nobody", false)]
    [InlineData("papers/of-nobody", false)]
    [InlineData("papers", true)]
    [InlineData("papers/a", true)]
    [InlineData("tags/t/index.html", true)]
    [InlineData("index.html", true)]
    [InlineData(".aidigest-manifest", true)]
    [InlineData(".aidigest-staging", true)]
    [InlineData("of-nobody", true)]
    [InlineData("papers/of-nobody", true)]
    public void A_link_anywhere_below_is_refused_and_nothing_is_written(string place, bool afterBuild)
    {
        if (afterBuild)
        {
            _site.BuildFine();
        }

        PutLink(place);
        var (before, site) = (_victim.Show(), Show());
        Assert.Contains(place
            + " in it is a symbolic link", Assert.Throws<RefusedOutputException>(() => _site.Build()).Message, StringComparison.Ordinal);
        _site.AddPaper("c", "2026-11-12", "t");
        Assert.Throws<RefusedOutputException>(() => _site.Build());
        Assert.Throws<RefusedOutputException>(() => _site.Build(noCache: true));
        Assert.Equal((before, site), (_victim.Show(), Show()));
    }

    [Theory]
    [InlineData("entries")]
    [InlineData("formulas")]
    [InlineData("minified")]
    public void A_link_among_the_files_of_the_cache_is_not_followed(string name)
    {
        _victim.Write("target", "kept");
        Directory.CreateDirectory(Path.Combine(_site.Root, ".aidigest"));
        foreach (var thread in Enumerable.Range(0, 64))
        {
            File.CreateSymbolicLink(
                Path.Combine(_site.Root, ".aidigest", $"{name}.{Environment.ProcessId}.{thread}"), _victim.At("target"));
        }

        File.CreateSymbolicLink(Path.Combine(_site.Root, ".aidigest", name), _victim.At("target"));
        var before = _victim.Show();
        _site.BuildFine();
        _site.AddPaper("c", "2026-11-12", "t", body: "$x^2$").BuildFine();
        Assert.Equal(before, _victim.Show());
    }

    private void PutLink(string place)
    {
        var full = Path.Combine(_site.Output, place);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        if (Directory.Exists(full))
        {
            Directory.Delete(full, recursive: true);
        }

        File.Delete(full);
        Directory.CreateSymbolicLink(full, _victim.Root);
    }

    private string Show() =>
        string.Join('\n', new DirectoryInfo(_site.Output).EnumerateFileSystemInfos()
            .Select(entry => $"{entry.Name} {entry.LastWriteTimeUtc:O}").Order());
}
