using System.Text;
using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Sources;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.FileSystem.Sources;

public sealed class SourceTreeTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Lists_at_any_depth_sorted_by_ordinal()
    {
        _temp.Write("content/b.md", "12345");
        _temp.Write("content/a/z.md");
        _temp.Write("content/a-b.md");
        _temp.Write("content/Z.md");
        _temp.Write("other/no.md");
        Assert.Equal(["content/Z.md", "content/a-b.md", "content/a/z.md", "content/b.md"], Paths());
        Assert.Equal(5, SourceTree.Size(SourceTree.List(_temp.Root, "content")[3]));
    }

    [Fact]
    public void A_missing_folder_has_no_files() => Assert.Empty(Paths());

    [Theory]
    [InlineData(".hidden.md")]
    [InlineData("_draft.md")]
    [InlineData("README.md")]
    [InlineData(".git/x.md")]
    [InlineData("_old/x.md")]
    [InlineData("a/README.md")]
    public void Ignored_names_are_left_out(string name)
    {
        _temp.Write("content/" + name);
        _temp.Write("content/a/readme.md");
        Assert.Equal(["content/a/readme.md"], Paths());
    }

    [Fact]
    public void Links_are_listed_and_not_followed()
    {
        _temp.Write("outside/secret.md");
        _temp.Write("content/a.md", "text");
        File.CreateSymbolicLink(_temp.At("content/dangling.md"), "nowhere");
        File.CreateSymbolicLink(_temp.At("content/file.md"), _temp.At("outside/secret.md"));
        Directory.CreateSymbolicLink(_temp.At("content/folder"), _temp.At("outside"));
        Directory.CreateSymbolicLink(_temp.At("content/round"), _temp.At("content"));
        var files = SourceTree.List(_temp.Root, "content");
        Assert.Equal(
            ["content/a.md", "content/dangling.md*", "content/file.md*", "content/folder*", "content/round*"],
            files.Select(file => file.Path + (file.IsLink ? "*" : "")));
    }

    [Fact]
    public void Links_of_ignored_names_and_in_folders_without_files_are_as_others()
    {
        _temp.Write("outside/secret.md");
        _temp.Write("content/a/b/x.md");
        Directory.CreateSymbolicLink(_temp.At("content/.hidden"), _temp.At("outside"));
        File.CreateSymbolicLink(_temp.At("content/_draft.md"), _temp.At("outside/secret.md"));
        File.CreateSymbolicLink(_temp.At("content/a/link.md"), _temp.At("outside/secret.md"));
        var files = SourceTree.List(_temp.Root, "content");
        Assert.Equal(["content/a/b/x.md", "content/a/link.md*"], files.Select(file => file.Path + (file.IsLink ? "*" : "")));
    }

    [Fact]
    public void A_link_in_place_of_the_folder_itself_is_listed_and_not_followed()
    {
        _temp.Write("elsewhere/x/a.md");
        Directory.CreateSymbolicLink(_temp.At("content"), _temp.At("elsewhere"));
        Assert.True(Assert.Single(SourceTree.List(_temp.Root, "content")) is { Path: "content", IsLink: true });
    }

    [Fact]
    public void Decomposed_names_are_listed_composed_and_can_be_read()
    {
        _temp.Write("content/" + "й".Normalize(NormalizationForm.FormD) + "/x.md", "да");
        var file = Assert.Single(SourceTree.List(_temp.Root, "content"));
        Assert.Equal("content/й/x.md", file.Path);
        Assert.Equal("да"u8, SourceTree.Read(file));
        Assert.Null(file.Twin);
    }

    [Fact]
    public void Of_two_names_that_are_one_the_first_is_kept_and_names_the_other()
    {
        var decomposed = _temp.Write("content/" + "й".Normalize(NormalizationForm.FormD) + ".md", "decomposed");
        var composed = _temp.Write("content/й.md", "composed");
        Assert.SkipUnless(Directory.GetFiles(_temp.At("content")).Length == 2, "the file system takes both names for one");
        var file = Assert.Single(SourceTree.List(_temp.Root, "content"));
        Assert.Equal("content/й.md", file.Path);
        Assert.Equal(decomposed, file.PhysicalPath);
        Assert.Equal(composed, file.Twin);
    }

    [Fact]
    public void Reads_empty_and_large_files_whole()
    {
        _temp.Write("content/a.md");
        _temp.Write("content/b.md", new string('я', 200_000));
        var files = SourceTree.List(_temp.Root, "content");
        Assert.Empty(SourceTree.Read(files[0]));
        Assert.Equal(400_000, SourceTree.Read(files[1]).Length);
    }

    [Fact]
    public void Reading_a_file_that_has_gone_is_an_io_exception()
    {
        var path = _temp.Write("content/a.md");
        var file = Assert.Single(SourceTree.List(_temp.Root, "content"));
        File.Delete(path);
        Assert.Throws<FileNotFoundException>(() => SourceTree.Read(file));
    }

    [Fact]
    public void The_root_is_the_nearest_folder_upwards_with_content()
    {
        _temp.Write("site/content/papers/a.md");
        _temp.Write("site/inner/content");
        Assert.Equal(_temp.At("site"), RootFinder.Find(_temp.At("site/content/papers")));
        Assert.Equal(_temp.At("site"), RootFinder.Find(_temp.At("site/inner") + "/"));
        Assert.Equal(_temp.At("site"), RootFinder.Find(_temp.At("site")));
        Assert.Null(RootFinder.Find(_temp.Root));
    }

    private IEnumerable<string> Paths() => SourceTree.List(_temp.Root, "content").Select(file => file.Path);
}
