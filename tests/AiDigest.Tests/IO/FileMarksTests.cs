using AiDigest.Core.Incremental;
using AiDigest.Core.IO;
using Xunit;

namespace AiDigest.Tests.IO;

/// <summary>Which files may stand for their bytes by what the file system says of them.</summary>
public sealed class FileMarksTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_file_that_nobody_touches_keeps_its_mark()
    {
        var path = await Settled("a.md", "text");
        var mark = Marks().Of(FileStatus.Of(path));
        Assert.NotEqual(default, mark);
        Assert.Equal(mark, FileStatus.Of(path)?.Digest);
    }

    [Fact]
    public async Task By_its_path_and_by_its_handle_it_has_one_status()
    {
        var path = await Settled("папка/имя.md", "текст");
        using var handle = File.OpenHandle(path);
        Assert.Equal(FileStatus.Of(handle), FileStatus.Of(path));
        Assert.Equal(new FileStamp(10, File.GetLastWriteTimeUtc(path).Ticks), FileStatus.Of(path)?.Stamp);
    }

    [Fact]
    public async Task Other_bytes_of_the_same_size_and_time_have_another_mark()
    {
        var path = await Settled("a.md", "text");
        var (mark, time) = (Marks().Of(FileStatus.Of(path)), File.GetLastWriteTimeUtc(path));
        File.WriteAllText(path, "next");
        File.SetLastWriteTimeUtc(path, time);
        Assert.NotEqual(mark, FileStatus.Of(path)?.Digest);
    }

    [Fact]
    public async Task Two_files_of_one_size_and_time_that_change_places_have_other_marks()
    {
        var (one, two) = (_temp.Write("one/a.md", "text"), await Settled("two/a.md", "next"));
        File.SetLastWriteTimeUtc(two, File.GetLastWriteTimeUtc(one));
        var mark = FileStatus.Of(one)?.Digest;
        Directory.Move(_temp.At("one"), _temp.At("three"));
        Directory.Move(_temp.At("two"), _temp.At("one"));
        Assert.NotEqual(mark, FileStatus.Of(one)?.Digest);
    }

    [Fact]
    public void A_file_of_the_last_moments_gets_no_mark()
    {
        var path = _temp.Write("a.md", "text");
        var marks = Marks();
        Assert.Equal(default, marks.Of(FileStatus.Of(path)));
        File.WriteAllText(path, "after");
        Assert.Equal(default, marks.Of(FileStatus.Of(path)));
    }

    [Fact]
    public async Task Nor_does_one_of_another_file_system_or_of_a_coarse_clock_or_what_is_no_file()
    {
        var path = await Settled("a.md", "text");
        var (marks, status) = (Marks(), FileStatus.Of(path)!.Value);
        Assert.Equal(default, marks.Of(status with { Device = status.Device + 1 }));
        Assert.Equal(default, marks.Of(status with { Changed = status.Changed / 1_000_000_000 * 1_000_000_000 }));
        Assert.Equal(default, marks.Of(status with { Standing = Standing.Link }));
        Assert.Equal(default, marks.Of(null));
        Assert.Equal(default, FileMarks.None.Of(status));
    }

    [Fact]
    public void What_stands_at_a_path_is_told_and_a_link_is_not_followed()
    {
        SkipWhereUntold();
        _temp.Write("a.md", "text");
        File.CreateSymbolicLink(_temp.At("link"), _temp.At("a.md"));
        Assert.Equal(Standing.File, FileStatus.Of(_temp.At("a.md"))?.Standing);
        Assert.Equal(Standing.Folder, FileStatus.Of(_temp.Root)?.Standing);
        Assert.Equal(Standing.Link, FileStatus.Of(_temp.At("link"))?.Standing);
        Assert.Null(FileStatus.Of(_temp.At("nothing")));
        Assert.Null(FileStatus.Of(_temp.At("a.md\0.md")));
        Assert.Null(FileStatus.Of(_temp.At(new string('я', 3000))));
    }

    [Fact]
    public void The_look_at_the_clock_leaves_nothing_and_follows_no_link()
    {
        SkipWhereUntold();
        Assert.NotSame(FileMarks.None, new CacheFiles(_temp.Root).Mark());
        Assert.Empty(Directory.GetFileSystemEntries(_temp.At(CacheFiles.FolderName)));
        Directory.Delete(_temp.At(CacheFiles.FolderName));
        Directory.CreateSymbolicLink(_temp.At(CacheFiles.FolderName), _temp.MakeFolder("elsewhere"));
        Assert.Same(FileMarks.None, new CacheFiles(_temp.Root).Mark());
    }

    private static void SkipWhereUntold() => Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux tells it");

    private FileMarks Marks() => new CacheFiles(_temp.Root).Mark();

    /// <summary>Writes a file and waits until the clock of the file system has moved on.</summary>
    private async Task<string> Settled(string path, string text)
    {
        SkipWhereUntold();
        _temp.Write(path, text);
        await Task.Delay(120, TestContext.Current.CancellationToken);
        return _temp.At(path);
    }
}
