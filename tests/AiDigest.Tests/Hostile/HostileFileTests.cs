using System.Diagnostics;
using AiDigest.Core.Build;
using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Hostile;

/// <summary>Links, pipes and impossible names, at every place where a checkout can put them.</summary>
public sealed class HostileFileTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData("plain.txt", true)]
    [InlineData("folder/plain.txt", true)]
    [InlineData("link.txt", false)]
    [InlineData("linked/plain.txt", false)]
    [InlineData("inner/plain.txt", false)]
    [InlineData("../secret.txt", false)]
    [InlineData("folder", false)]
    [InlineData("missing", false)]
    [InlineData("plain.txt/x", false)]
    [InlineData("nul\0", false)]
    public void Only_a_regular_file_below_the_folder_is_opened(string path, bool isOpened)
    {
        _temp.Write("secret.txt", "secret");
        _temp.Write("site/plain.txt", "plain");
        _temp.Write("site/folder/plain.txt", "plain");
        File.CreateSymbolicLink(_temp.At("site/link.txt"), _temp.At("secret.txt"));
        Directory.CreateSymbolicLink(_temp.At("site/linked"), _temp.Root);
        Directory.CreateSymbolicLink(_temp.At("site/inner"), "folder");
        if (isOpened)
        {
            using var handle = RegularFile.Open(_temp.At("site"), path);
            Assert.Equal(5, RandomAccess.GetLength(handle));
        }
        else if (!OperatingSystem.IsWindows() || path != "../secret.txt")
        {
            Assert.ThrowsAny<Exception>(() => RegularFile.Open(_temp.At("site"), path));
        }
    }

    [Fact]
    public void A_link_above_the_folder_is_followed()
    {
        _temp.Write("real/plain.txt", "plain");
        Directory.CreateSymbolicLink(_temp.At("alias"), _temp.At("real"));
        using var handle = RegularFile.Open(_temp.At("alias"), "plain.txt");
        Assert.False(handle.IsInvalid);
    }

    [Theory]
    [InlineData("content/papers/pipe.md")]
    [InlineData("content/static/pipe")]
    [InlineData("content/site.yaml")]
    [InlineData("templates/layouts/home.html")]
    public void A_pipe_among_the_sources_is_an_error_at_once(string path)
    {
        using var site = new ScratchSite().AddPaper("a", "2026-11-10", "t");
        MakePipe(Path.Combine(site.Root, path));
        Assert.Contains("no regular file", Assert.ThrowsAny<IOException>(() => site.Build(jobs: 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_in_the_output_folder_is_in_the_way()
    {
        using var site = new ScratchSite().AddPaper("a", "2026-11-10", "t");
        MakePipe(Path.Combine(site.Output, "index.html"));
        Assert.Contains(site.Build().Diagnostics, found => found.Path == "site-output/index.html" && found.Rule.Id == "AD0701");
    }

    [Fact]
    public void A_pipe_in_place_of_the_lock_is_an_error_at_once()
    {
        var path = BuildLock.FileOf(_temp.At("out"));
        MakePipe(path);
        Assert.ThrowsAny<IOException>(() => BuildLock.TryTake(_temp.At("out")));
        File.Delete(path);
    }

    [Fact]
    public void The_lock_lies_where_others_can_put_no_files()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no modes");
            return;
        }

        using (BuildLock.TryTake(_temp.At("out")))
        {
            var mode = File.GetUnixFileMode(Path.GetDirectoryName(BuildLock.FileOf(_temp.At("out")))!);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, mode);
        }
    }

    [Theory]
    [InlineData(255)]
    [InlineData(300)]
    [InlineData(5000)]
    [InlineData(200_000)]
    public void A_manifest_line_that_no_file_can_have_owns_nothing(int length)
    {
        using var site = new ScratchSite().AddPaper("a", "2026-11-10", "t");
        site.BuildFine();
        var manifest = Path.Combine(site.Output, ".aidigest-manifest");
        File.AppendAllText(
            manifest,
            $"{new string('я', length)}\n{new string('a', length + 1)}\nx/{new string('a', length + 1)}/y\n{string.Concat(Enumerable.Repeat("a/", length))}b\n");
        site.BuildFine();
        Assert.DoesNotContain(new string('a', 50), File.ReadAllText(manifest), StringComparison.Ordinal);
        File.AppendAllText(manifest, new string('a', length + 1) + "\n");
        SiteCleaner.Clean(site.Root, site.Output, () => { }, TestContext.Current.CancellationToken);
        Assert.Empty(site.Tree());
    }

    private static void MakePipe(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
    }
}
