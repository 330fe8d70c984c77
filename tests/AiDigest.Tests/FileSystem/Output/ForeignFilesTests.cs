using AiDigest.Core.FileSystem.Output;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.FileSystem.Output;

public sealed class ForeignFilesTests : OutputFixture
{
    [Fact]
    public void A_contested_file_is_taken_over_when_its_bytes_are_equal()
    {
        Temp.Write("out/a/b.html", "1");
        using var output = Open();
        Assert.Equal(["a/b.html"], output.Inspect(["a/b.html", "c.html"]).Contested);
        Assert.True(output.Matches("a/b.html", "1"u8));
        output.Begin(CancellationToken.None);
        Assert.Equal(PutOutcome.Unchanged, Put(output, "a/b.html", "1"u8));
        Put(output, "c.html", "2"u8);
        output.Commit();
        Assert.Equal(Clean("a/b.html=1 c.html=2"), Show());
    }

    [Theory]
    [InlineData("")]
    [InlineData("c.html\n")]
    public void A_contested_file_with_other_bytes_stops_the_build_before_it_writes(string manifest)
    {
        Temp.Write("out/a.html", "mine");
        if (manifest.Length > 0)
        {
            Temp.Write("out/.aidigest-manifest", manifest);
        }

        var before = Show();
        using (var output = Open())
        {
            output.Inspect(["a.html", "b.html"]);
            Assert.False(output.Matches("a.html", "1234"u8));
            Assert.Throws<InvalidOperationException>(() => output.Begin(CancellationToken.None));
        }

        Assert.Equal(before, Show());
    }

    [Fact]
    public void An_abort_leaves_a_file_that_was_taken_over()
    {
        Temp.Write("out/a/b.html", "1");
        var before = Show();
        using (var output = Open())
        {
            output.Inspect(["a/b.html", "a/c.html"]);
            Assert.True(output.Matches("a/b.html", "1"u8));
            output.Begin(CancellationToken.None);
            Put(output, "a/b.html", "1"u8);
            Put(output, "a/c.html", "2"u8);
            output.Abort();
        }

        Assert.Equal(before, Show());
    }

    [Fact]
    public void Foreign_things_in_the_way_are_conflicts()
    {
        Temp.Write("out/file", "mine");
        Temp.Write("out/folder/mine.txt", "mine");
        Temp.MakeFolder("out/empty");
        Temp.MakeFolder("elsewhere");
        Directory.CreateSymbolicLink(Temp.At("out/link"), Temp.At("elsewhere"));
        File.CreateSymbolicLink(Temp.At("out/dangling"), "nowhere");
        var before = Temp.Show();
        using var output = Open();
        var found =
            output.Inspect(["dangling", "empty", "file/a/b", "file/c", "folder", "link/x/y", "ok", "two", "two/three", "bad\\name"]);
        Assert.Equal(
            [
                new OutputConflict("bad\\name", "bad\\name", ConflictKind.Unnameable),
                new OutputConflict("dangling", "dangling", ConflictKind.ForeignLink),
                new OutputConflict("empty", "empty", ConflictKind.ForeignFolder),
                new OutputConflict("file/a/b", "file", ConflictKind.ForeignFile),
                new OutputConflict("folder", "folder", ConflictKind.ForeignFolder),
                new OutputConflict("link/x/y", "link", ConflictKind.ForeignLink),
                new OutputConflict("two/three", "two", ConflictKind.FileAndFolder),
            ],
            found.Conflicts);
        Assert.Throws<InvalidOperationException>(() => output.Begin(CancellationToken.None));
        Assert.Equal(before, Temp.Show());
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a/c", "a/c")]
    [InlineData("a/c/d", "a/c/d")]
    [InlineData("gone", "gone")]
    [InlineData("gone/e", "gone/e")]
    [InlineData("new", "new")]
    [InlineData(".aidigest-manifest", ".aidigest-manifest")]
    [InlineData(".aidigest-staging", ".aidigest-staging")]
    public void Links_at_owned_and_planned_places_are_reported(string place, string told)
    {
        Build("a/b=1 a/c/d=2 gone/e=3");
        if (Directory.Exists(Temp.At("out/" + place)))
        {
            Directory.Delete(Temp.At("out/" + place), recursive: true);
        }

        // The manifest is read before a link takes its place.
        using var output = Open();
        File.Delete(Temp.At("out/" + place));
        Directory.CreateSymbolicLink(Temp.At("out/" + place), Temp.MakeFolder("elsewhere"));
        Assert.Equal([told], output.Inspect(["a/b", "a/c/d", "new/f"]).Links);
    }

    [Fact]
    public void A_folder_of_stale_files_with_one_foreign_file_is_a_conflict()
    {
        Build("a/b=1 a/c/d=2");
        Temp.MakeFolder("out/a/c/mine");
        using var output = Open();
        Assert.Equal([new OutputConflict("a", "a", ConflictKind.ForeignFolder)], output.Inspect(["a"]).Conflicts);
    }

    [Theory]
    [InlineData(".aidigest-manifest", ConflictKind.ForeignFolder)]
    [InlineData(".aidigest-staging", ConflictKind.ForeignFile)]
    public void The_names_of_the_tool_must_be_free(string name, ConflictKind kind)
    {
        _ = kind == ConflictKind.ForeignFolder ? Temp.MakeFolder("out/" + name) : Temp.Write("out/" + name);
        using var output = Open();
        Assert.Equal([new OutputConflict(name, name, kind)], output.Inspect(["a"]).Conflicts);
    }

    [Theory]
    [InlineData(".aidigest-manifest")]
    [InlineData(".aidigest-staging")]
    public void Nothing_is_written_or_read_through_a_link_with_a_name_of_the_tool(string name)
    {
        Temp.Write("elsewhere/1", "1");
        Temp.Write("victim", "victim");
        Temp.Write("names", "victim\n");
        Temp.Write("out/victim", "mine");
        File.CreateSymbolicLink(Temp.At("out/" + name), Temp.At(name == ".aidigest-manifest" ? "names" : "elsewhere"));
        var before = Temp.Show();
        using var output = Open();
        Assert.Empty(output.Owned);
        output.Recover();
        Assert.Equal([new OutputConflict(name, name, ConflictKind.ForeignLink)], output.Inspect(["a"]).Conflicts);
        Assert.Equal(before, Temp.Show());
    }

    [Fact]
    public void An_owned_file_that_has_become_a_link_is_replaced_and_its_target_stays()
    {
        Build("a=1 b=2 c=3");
        Temp.Write("victim", "victim");
        Temp.MakeFolder("elsewhere");
        foreach (var name in new[] { "a", "b", "c" })
        {
            File.Delete(Temp.At("out/" + name));
        }

        File.CreateSymbolicLink(Temp.At("out/a"), Temp.At("victim"));
        Directory.CreateSymbolicLink(Temp.At("out/b"), Temp.At("elsewhere"));
        File.CreateSymbolicLink(Temp.At("out/c"), "nowhere");
        var before = Temp.Show();
        using (var output = Put(Open(), "a=victim b/x=5"))
        {
            output.Abort();
        }

        Assert.Equal(before, Temp.Show());
        Build("a=victim b/x=5");
        Assert.Equal(Clean("a=victim b/x=5"), Show());
        Assert.Equal("victim", Temp.Read("victim"));
        Assert.Equal("elsewhere/", Temp.Show().Split('\n')[0]);
    }

    [Fact]
    public void Stale_files_beyond_a_link_are_not_deleted()
    {
        Build("a/b=1 c=2");
        Temp.Write("elsewhere/b", "precious");
        Directory.Delete(Temp.At("out/a"), recursive: true);
        Directory.CreateSymbolicLink(Temp.At("out/a"), Temp.At("elsewhere"));
        using (var output = Open())
        {
            Assert.Equal([new OutputConflict("a/b", "a", ConflictKind.ForeignLink)], output.Inspect(["a/b", "c"]).Conflicts);
        }

        Build("c=2");
        Assert.Equal("precious", Temp.Read("elsewhere/b"));
        Assert.Equal($".aidigest-manifest=c|\na->{Temp.At("elsewhere")}\nc=2", Show());
    }
}
