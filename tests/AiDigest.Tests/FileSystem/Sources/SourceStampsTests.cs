using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Sources;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.FileSystem.Sources;

/// <summary>Which files may stand for their bytes by what the file system says of them.</summary>
public sealed class SourceStampsTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_file_that_is_not_touched_keeps_its_mark()
    {
        var path = await Settled("a.md", "text");
        var mark = Marks().Of(Status(path));
        Assert.NotEqual(default, mark);
        Assert.Equal(mark, Status(path)?.Digest);
    }

    [Fact]
    public async Task By_its_path_and_by_its_handle_it_has_one_status()
    {
        var path = await Settled("папка/имя.md", "текст");
        using var handle = File.OpenHandle(_temp.At(path));
        Assert.Equal(FileStatus.Of(handle), Status(path));
        Assert.Equal(new FileStamp(10, File.GetLastWriteTimeUtc(_temp.At(path)).Ticks), Status(path)?.Stamp);
    }

    [Fact]
    public async Task Other_bytes_of_the_same_size_and_time_have_another_mark()
    {
        var path = await Settled("a.md", "text");
        var (mark, time) = (Marks().Of(Status(path)), File.GetLastWriteTimeUtc(_temp.At(path)));
        File.WriteAllText(_temp.At(path), "next");
        File.SetLastWriteTimeUtc(_temp.At(path), time);
        Assert.NotEqual(mark, Status(path)?.Digest);
    }

    [Fact]
    public async Task Two_files_of_one_size_and_time_that_change_places_have_other_marks()
    {
        var (one, two) = ("one/a.md", "two/a.md");
        _temp.Write(one, "text");
        await Settled(two, "next");
        File.SetLastWriteTimeUtc(_temp.At(two), File.GetLastWriteTimeUtc(_temp.At(one)));
        var mark = Status(one)?.Digest;
        Directory.Move(_temp.At("one"), _temp.At("three"));
        Directory.Move(_temp.At("two"), _temp.At("one"));
        Assert.NotEqual(mark, Status(one)?.Digest);
    }

    [Fact]
    public void A_file_of_the_last_moments_gets_no_mark()
    {
        var path = "a.md";
        _temp.Write(path, "text");
        var marks = Marks();
        Assert.Equal(default, marks.Of(Status(path)));
        File.WriteAllText(_temp.At(path), "after");
        Assert.Equal(default, marks.Of(Status(path)));
    }

    [Fact]
    public async Task Nor_does_one_of_another_file_system_or_of_a_coarse_clock_or_what_is_no_file()
    {
        var path = await Settled("a.md", "text");
        var (marks, status) = (Marks(), Status(path)!.Value);
        Assert.Equal(default, marks.Of(status with { Device = status.Device + 1 }));
        Assert.Equal(default, marks.Of(status with { Changed = status.Changed / 1_000_000_000 * 1_000_000_000 }));
        Assert.Equal(default, marks.Of(status with { Kind = PathKind.Link }));
        Assert.Equal(default, marks.Of(null));
        Assert.Equal(default, SourceStamps.None.Of(status));
    }

    [Fact]
    public void What_is_at_a_path_is_reported_and_a_link_is_not_followed()
    {
        SkipWhereUntold();
        _temp.Write("a.md", "text");
        _temp.MakeFolder("folder");
        File.CreateSymbolicLink(_temp.At("link"), _temp.At("a.md"));
        Assert.Equal(PathKind.File, Status("a.md")?.Kind);
        Assert.Equal(PathKind.Folder, Status("folder")?.Kind);
        Assert.Equal(PathKind.Link, Status("link")?.Kind);
        Assert.Null(Status("nothing"));
        Assert.Null(Status("a.md\0.md"));
        Assert.Null(Status(new string('я', 3000)));
    }

    [Fact]
    public void The_look_at_the_clock_leaves_nothing_and_follows_no_link()
    {
        SkipWhereUntold();
        Assert.NotSame(SourceStamps.None, new CacheFiles(_temp.Root).Mark());
        Assert.Empty(Directory.GetFileSystemEntries(_temp.At(CacheFiles.FolderName)));
        Directory.Delete(_temp.At(CacheFiles.FolderName));
        Directory.CreateSymbolicLink(_temp.At(CacheFiles.FolderName), _temp.MakeFolder("elsewhere"));
        Assert.Same(SourceStamps.None, new CacheFiles(_temp.Root).Mark());
    }

    private static void SkipWhereUntold() => Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux tells it");

    private FileStatus? Status(string path) => FileStatus.Of(_temp.Root, path);

    private SourceStamps Marks() => new CacheFiles(_temp.Root).Mark();

    /// <summary>Writes a file and waits until the clock of the file system has moved on.</summary>
    private async Task<string> Settled(string path, string text)
    {
        SkipWhereUntold();
        _temp.Write(path, text);
        await Task.Delay(120, TestContext.Current.CancellationToken);
        return path;
    }
}
