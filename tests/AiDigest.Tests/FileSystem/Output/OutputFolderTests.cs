using AiDigest.Core.FileSystem.Output;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.FileSystem.Output;

public sealed class OutputFolderTests : OutputFixture
{
    [Fact]
    public void A_first_build_writes_everything_and_makes_the_folder()
    {
        Assert.Equal(default, Build("a.html=1 b/c/d.html=2 b/e.html=3"));
        Assert.Equal(Clean("a.html=1 b/c/d.html=2 b/e.html=3"), Show());
    }

    [Fact]
    public void A_second_build_writes_only_what_changed()
    {
        Build("a.html=1 b/c.html=2 d.html=");
        using var output = Open();
        Assert.Equal(["a.html", "b/c.html", "d.html"], output.Owned);
        output.Inspect(["a.html", "b/c.html", "d.html", "e.html"]);
        output.Begin(CancellationToken.None);
        Assert.Equal(PutOutcome.Unchanged, Put(output, "a.html", "1"u8));
        Assert.Equal(PutOutcome.Written, Put(output, "b/c.html", "3"u8));
        Assert.Equal(PutOutcome.Unchanged, Put(output, "d.html", ""u8));
        Assert.Equal(PutOutcome.Written, Put(output, "e.html", "4"u8));
        output.Commit();
        Assert.Equal(Clean("a.html=1 b/c.html=3 d.html= e.html=4"), Show());
    }

    [Fact]
    public void An_unchanged_build_touches_nothing()
    {
        Build("a.html=1");
        var times = (Directory.GetLastWriteTimeUtc(Temp.At("out")), File.GetLastWriteTimeUtc(Temp.At("out/.aidigest-manifest")));
        Build("a.html=1");
        Assert.Equal(times, (Directory.GetLastWriteTimeUtc(Temp.At("out")), File.GetLastWriteTimeUtc(Temp.At("out/.aidigest-manifest"))));
    }

    [Fact]
    public void A_planned_file_that_is_not_put_stays()
    {
        Build("a.html=1 b.html=2");
        using var output = Open();
        output.Inspect(["a.html", "b.html"]);
        output.Begin(CancellationToken.None);
        Put(output, "b.html", "3"u8);
        output.Commit();
        Assert.Equal(Clean("a.html=1 b.html=3"), Show());
    }

    [Fact]
    public void Stale_files_go_with_the_folders_they_leave_empty()
    {
        Build("a/b/c.html=1 a/d.html=2 e/f/g.html=3 h.html=4");
        Temp.Write("out/e/mine.txt", "mine");
        Temp.MakeFolder("out/empty");
        using var output = Open();
        Assert.Equal(["a/b/c.html", "e/f/g.html"], output.Inspect(["a/d.html", "h.html"]).Stale);
        Assert.Equal(new CommitResult(2, 2), Put(output, "a/d.html=2 h.html=4").Commit());
        Assert.Equal(".aidigest-manifest=a/d.html|h.html|\na/\na/d.html=2\ne/\ne/mine.txt=mine\nempty/\nh.html=4", Show());
    }

    [Fact]
    public void The_output_folder_stays_when_everything_goes()
    {
        Build("a/b.html=1");
        Assert.Equal(new CommitResult(1, 1), Build(""));
        Assert.Equal(".aidigest-manifest=", Show());
    }

    [Fact]
    public void An_owned_file_that_was_deleted_or_changed_by_hand_is_written_again()
    {
        Build("a/b.html=1 c.html=2");
        Directory.Delete(Temp.At("out/a"), recursive: true);
        Temp.Write("out/c.html", "changed");
        Build("a/b.html=1 c.html=2");
        Assert.Equal(Clean("a/b.html=1 c.html=2"), Show());
    }

    [Theory]
    [InlineData("a=1 b=2", "a/x/y=3 b=2")]
    [InlineData("a/x/y=3 a/z=4 b=2", "a=1 b=2")]
    [InlineData("a/b/c=1", "a/b=2")]
    [InlineData("a/b=2 c/d/e=1", "a/b/c=1 c=3")]
    public void Files_and_folders_change_places(string before, string after)
    {
        Build(before);
        Build(after);
        Assert.Equal(Clean(after), Show());
        Build(before);
        Assert.Equal(Clean(before), Show());
    }

    [Fact]
    public void An_empty_manifest_owns_nothing_and_foreign_files_stay()
    {
        Temp.Write("out/.gitignore", "*");
        Temp.Write("out/.aidigest-manifest");
        Build("a.html=1");
        Build("");
        Assert.Equal(".aidigest-manifest=\n.gitignore=*", Show());
    }

    [Fact]
    public void A_hostile_manifest_deletes_nothing_outside()
    {
        Temp.Write("x", "x");
        Temp.Write("out/sub/y", "y");
        Temp.Write("out/.aidigest-manifest", $"../x\nsub/../../x\n{Temp.At("x")}\n/x\nsub\\y\nsub//y\nsub/y");
        Build("a.html=1");
        Assert.Equal("x", Temp.Read("x"));
        Assert.Equal(".aidigest-manifest=a.html|\na.html=1\nsub/\nsub/y=y", Show());
    }

    [Fact]
    public void The_next_build_repairs_a_cut_manifest()
    {
        Build("a.html=1 b/c.html=2 d.html=3");
        Temp.Write("out/.aidigest-manifest", "a.html\nb/c.ht");
        using var output = Open();
        Assert.Equal(["b/c.html", "d.html"], output.Inspect(["a.html", "b/c.html", "d.html"]).Contested);
        Assert.True(output.Matches("b/c.html", "2"u8));
        Assert.True(output.Matches("d.html", "3"u8));
        output.Begin(CancellationToken.None);
        output.Commit();
        Assert.Equal(Clean("a.html=1 b/c.html=2 d.html=3"), Show());
    }

    [Fact]
    public void Stamps_show_a_file_before_and_after()
    {
        Build("a.html=1");
        using var output = Open();
        output.Inspect(["a.html", "b/c.html"]);
        Assert.Equal(1, output.Found(output.PlaceOf("a.html"))!.Value.Size);
        Assert.Equal(output.Stamp("a.html"), output.Found(output.PlaceOf("a.html")));
        Assert.Null(output.Found(output.PlaceOf("b/c.html")));
        output.Begin(CancellationToken.None);
        Put(output, "b/c.html", "22"u8);
        output.Commit();
        Assert.Equal(2, output.Stamp("b/c.html")!.Value.Size);
    }

    [Fact]
    public void What_is_not_planned_cannot_be_put()
    {
        using var output = Put(Open(), "a=1");
        Assert.Throws<ArgumentException>(() => Put(output, "b", "2"u8));
    }

    [Fact]
    public void The_output_folder_itself_may_be_a_link()
    {
        Temp.MakeFolder("real");
        Directory.CreateSymbolicLink(Temp.At("out"), Temp.At("real"));
        Build("a/b=1");
        Build("a/b=2 c=3");
        Assert.Equal(Clean("a/b=2 c=3"), Temp.Show("real"));
    }
}
