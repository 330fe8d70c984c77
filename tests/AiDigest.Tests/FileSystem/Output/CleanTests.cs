using AiDigest.Core.FileSystem.Output;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.FileSystem.Output;

public sealed class CleanTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Removes_the_manifest_its_files_and_emptied_folders_and_nothing_else()
    {
        _temp.Write("out/a/b/own.html");
        _temp.Write("out/c/own.html");
        _temp.Write("out/c/foreign.html", "mine");
        _temp.MakeFolder("out/empty");
        _temp.Write("out/.aidigest-staging/12");
        _temp.Write("out/.aidigest-manifest", "a/b/own.html\nc/own.html\ngone/x.html\n");
        Assert.Equal(new CleanResult(2, 2), Clean.Output(_temp.At("out")));
        Assert.Equal("c/\nc/foreign.html=mine\nempty/", _temp.Show("out"));
    }

    [Fact]
    public void The_output_folder_stays_when_nothing_is_left_in_it()
    {
        _temp.Write("out/a.html");
        _temp.Write("out/.aidigest-manifest", "a.html\n");
        Clean.Output(_temp.At("out"));
        Assert.Equal("out/", _temp.Show());
    }

    [Fact]
    public void Without_a_manifest_or_a_folder_it_does_nothing()
    {
        Assert.Equal(default, Clean.Output(_temp.At("missing")));
        _temp.Write("out/a.html", "a");
        Assert.Equal(default, Clean.Output(_temp.At("out")));
        Assert.Equal("out/\nout/a.html=a", _temp.Show());
    }

    [Fact]
    public void A_hostile_manifest_deletes_nothing_outside()
    {
        _temp.Write("x", "x");
        _temp.Write("kept/y", "y");
        _temp.MakeFolder("out");
        Directory.CreateSymbolicLink(_temp.At("out/link"), _temp.At("kept"));
        _temp.Write("out/.aidigest-manifest", $"../x\n{_temp.At("x")}\nlink/y\na/../../x\n");
        Clean.Output(_temp.At("out"));
        Assert.Equal($"kept/\nkept/y=y\nout/\nout/link->{_temp.At("kept")}\nx=x", _temp.Show());
    }

    [Fact]
    public void An_owned_path_that_is_a_link_loses_the_link_alone()
    {
        _temp.Write("kept/y", "y");
        _temp.MakeFolder("out");
        Directory.CreateSymbolicLink(_temp.At("out/a"), _temp.At("kept"));
        File.CreateSymbolicLink(_temp.At("out/b"), _temp.At("kept/y"));
        File.CreateSymbolicLink(_temp.At("out/c"), "nowhere");
        _temp.Write("out/.aidigest-manifest", "a\nb\nc\n");
        Clean.Output(_temp.At("out"));
        Assert.Equal("kept/\nkept/y=y\nout/", _temp.Show());
    }

    [Fact]
    public void Foreign_files_in_the_staging_folder_stay()
    {
        _temp.Write("out/.aidigest-staging/1");
        _temp.Write("out/.aidigest-staging/notes");
        _temp.MakeFolder("out/.aidigest-staging/2");
        Clean.Output(_temp.At("out"));
        Assert.Equal(".aidigest-staging/\n.aidigest-staging/2/\n.aidigest-staging/notes=", _temp.Show("out"));
    }

    [Fact]
    public void A_link_in_place_of_the_staging_folder_is_not_entered()
    {
        _temp.Write("kept/1", "1");
        _temp.MakeFolder("out");
        Directory.CreateSymbolicLink(_temp.At("out/.aidigest-staging"), _temp.At("kept"));
        Clean.Output(_temp.At("out"));
        Assert.Equal("1", _temp.Read("kept/1"));
    }

    [Fact]
    public void The_cache_is_removed_with_all_that_is_in_it()
    {
        _temp.Write(".aidigest/a/b");
        _temp.Write("content/a.md");
        Assert.True(Clean.Cache(_temp.Root));
        Assert.False(Clean.Cache(_temp.Root));
        Assert.Equal("content/\ncontent/a.md=", _temp.Show());
    }

    [Fact]
    public void A_cache_that_is_or_holds_a_link_costs_nothing_beyond_it()
    {
        _temp.Write("kept/y", "y");
        Directory.CreateSymbolicLink(_temp.At(".aidigest"), _temp.At("kept"));
        Assert.True(Clean.Cache(_temp.Root));
        _temp.MakeFolder(".aidigest");
        Directory.CreateSymbolicLink(_temp.At(".aidigest/link"), _temp.At("kept"));
        Assert.True(Clean.Cache(_temp.Root));
        Assert.Equal("kept/\nkept/y=y", _temp.Show());
    }
}
