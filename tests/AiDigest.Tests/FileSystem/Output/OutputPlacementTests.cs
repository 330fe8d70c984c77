using AiDigest.Core.FileSystem.Output;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.FileSystem.Output;

public sealed class OutputPlacementTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public OutputPlacementTests()
    {
        _temp.MakeFolder("site/content/papers");
        _temp.MakeFolder("site/templates");
    }

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData("site/site-output")]
    [InlineData("site/not/yet/there")]
    [InlineData("beside")]
    [InlineData("site-output")]
    [InlineData("site/content-2")]
    [InlineData("site/content/../out")]
    public void A_separate_folder_is_taken(string output) => Assert.Null(Refusal(output));

    [Theory]
    [InlineData("site", "it is the site root")]
    [InlineData("site/", "it is the site root")]
    [InlineData("site/out/..", "it is the site root")]
    [InlineData("", "the site root lies in it")]
    [InlineData("site/content", "it is content/")]
    [InlineData("site/content/papers", "it lies in content/")]
    [InlineData("site/content/not/yet", "it lies in content/")]
    [InlineData("site/templates/x", "it lies in templates/")]
    [InlineData("site/.aidigest/out", "it lies in .aidigest/")]
    [InlineData("/", "it is the root of the file system")]
    public void A_folder_of_the_sources_is_refused(string output, string reason) => Assert.Equal(reason, Refusal(output));

    [Fact]
    public void A_file_is_refused()
    {
        _temp.Write("site/out");
        Assert.Equal("it is a file", Refusal("site/out"));
    }

    [Fact]
    public void Links_are_resolved_on_both_sides()
    {
        Directory.CreateSymbolicLink(_temp.At("alias"), _temp.At("site"));
        Directory.CreateSymbolicLink(_temp.At("site/out"), "content");
        Assert.Equal("it is the site root", Refusal("alias"));
        Assert.Equal("it lies in content/", Refusal("alias/content/x"));
        Assert.Equal("it is content/", Refusal("site/out"));
        Assert.Equal("it lies in content/", Refusal("site/out/not/yet"));
        Assert.Equal("it is the site root", OutputPlacement.Refusal(_temp.At("alias"), _temp.At("site"))?.English);
        Assert.Null(OutputPlacement.Refusal(_temp.At("alias"), _temp.At("site/site-output")));
    }

    [Theory]
    [InlineData("site/.git")]
    [InlineData("site/.git/hooks")]
    [InlineData(".git/modules/x")]
    [InlineData("site/.GIT/hooks")]
    [InlineData("site/git~1/hooks")]
    [InlineData("elsewhere/.git/out")]
    public void A_folder_of_Git_is_refused(string output) => Assert.EndsWith("a folder .git", Refusal(output), StringComparison.Ordinal);

    [Theory]
    [InlineData("site/site-output", "site/site-output", "../elsewhere")]
    [InlineData("site/site-output", "site/site-output", "../not-yet")]
    [InlineData("site/a/b/out", "site/a", "../elsewhere")]
    [InlineData("site/a/b/out", "site/a/b", "../../elsewhere")]
    [InlineData("site/out/site", "site/out", "../elsewhere")]
    public void A_link_that_the_site_root_holds_is_refused(string output, string link, string target)
    {
        _temp.MakeFolder("elsewhere");
        Directory.CreateDirectory(Path.GetDirectoryName(_temp.At(link))!);
        Directory.CreateSymbolicLink(_temp.At(link), target);
        Assert.Equal("it is reached through the symbolic link " + link["site/".Length..], Refusal(output));
    }

    [Fact]
    public void A_link_elsewhere_is_followed_but_not_into_one_that_the_site_root_holds()
    {
        _temp.MakeFolder("elsewhere");
        Directory.CreateSymbolicLink(_temp.At("disk"), _temp.At("elsewhere"));
        Assert.Null(Refusal("disk"));
        Assert.Null(Refusal("disk/out"));
        Directory.CreateSymbolicLink(_temp.At("site/inner"), _temp.At("elsewhere"));
        Directory.CreateSymbolicLink(_temp.At("outer"), _temp.At("site/inner"));
        Assert.Equal("it is reached through the symbolic link inner", Refusal("outer/out"));
    }

    [Fact]
    public void A_link_in_the_work_tree_around_the_site_is_refused()
    {
        _temp.MakeFolder("elsewhere");
        Directory.CreateSymbolicLink(_temp.At("public"), _temp.At("elsewhere"));
        Assert.Null(Refusal("public"));
        _temp.MakeFolder(".git");
        Assert.Equal("it is reached through the symbolic link ../public", Refusal("public"));
    }

    [Fact]
    public void Sources_that_a_link_brings_into_the_output_are_refused()
    {
        _temp.MakeFolder("out/texts");
        Directory.Delete(_temp.At("site/content"), recursive: true);
        Directory.CreateSymbolicLink(_temp.At("site/content"), _temp.At("out/texts"));
        Assert.Equal("content/ lies in it", Refusal("out"));
    }

    [Fact]
    public void Links_that_go_round_are_refused()
    {
        File.CreateSymbolicLink(_temp.At("a"), "b");
        File.CreateSymbolicLink(_temp.At("b"), "a");
        Assert.Contains("circle", Refusal("a/out"), StringComparison.Ordinal);
    }

    private string? Refusal(string output) => OutputPlacement.Refusal(_temp.At("site"), _temp.At(output))?.English;
}
