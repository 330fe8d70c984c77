using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.FileSystem.Output;

public sealed class FailedBuildTests : OutputFixture
{
    private const string Before = "a=1 b/c=2 b/d=3 e/f/g=4 h=5";
    private const string After = "a=one b/c=2 b/d/x=three e=four n/o/p=new h=five";

    [Fact]
    public void An_abort_of_a_first_build_leaves_nothing()
    {
        using (var output = Put(Open(), Before))
        {
            output.Abort();
        }

        Assert.Equal("", Temp.Show());
    }

    [Fact]
    public void An_abort_leaves_the_last_site()
    {
        Build(Before);
        Temp.Write("out/e/f/.keep");
        File.Delete(Temp.At("out/e/f/.keep"));
        using (var output = Put(Open(), After))
        {
            output.Abort();
        }

        Assert.Equal(Clean(Before), Show());
    }

    [Fact]
    public void An_abort_brings_a_damaged_manifest_back_as_it_was()
    {
        Build("a=1");
        Temp.Write("out/.aidigest-manifest", "a\n../x\ncut");
        var before = Show();
        using (Put(Open(), "a=2 b=3"))
        {
        }

        Assert.Equal(before, Show());
    }

    [Fact]
    public void A_cancelled_build_can_be_aborted()
    {
        Build(Before);
        using var source = new CancellationTokenSource();
        using (var output = Open())
        {
            output.Inspect(["a", "b"]);
            output.Begin(source.Token);
            Put(output, "a", "2"u8);
            source.Cancel();
            Assert.Throws<OperationCanceledException>(() => Put(output, "b", "3"u8));
            Assert.Throws<OperationCanceledException>(() => output.Commit());
            output.Abort();
        }

        Assert.Equal(Clean(Before), Show());
    }

    [Fact]
    public void A_put_that_fails_names_its_path_and_can_be_aborted()
    {
        using (var output = Open())
        {
            output.Inspect(["a/b", "c/d"]);
            output.Begin(CancellationToken.None);
            Put(output, "c/d", "1"u8);
            Temp.Write("out/a", "mine");
            var failure = Assert.ThrowsAny<IOException>(() => Put(output, "a/b", "2"u8));
            Assert.Contains("out/a", failure.Message, StringComparison.Ordinal);
            output.Abort();
        }

        Assert.Equal("out/\nout/a=mine", Temp.Show());
    }

    [Fact]
    public void A_file_that_appears_during_a_first_build_is_not_overwritten()
    {
        using (var output = Open())
        {
            output.Inspect(["a", "b"]);
            output.Begin(CancellationToken.None);
            Put(output, "b", "1"u8);
            Temp.Write("out/a", "mine");
            Assert.ThrowsAny<IOException>(() => Put(output, "a", "2"u8));
            output.Abort();
        }

        Assert.Equal("out/\nout/a=mine", Temp.Show());
    }

    [Fact]
    public void A_commit_that_fails_in_the_middle_is_taken_back_whole()
    {
        Build(Before);
        using (var output = Put(Open(), After))
        {
            Temp.MakeFolder("out/n/o/p");
            var failure = Assert.ThrowsAny<IOException>(() => output.Commit());
            Assert.Contains("out/n/o/p", failure.Message, StringComparison.Ordinal);
            output.Abort();
        }

        Directory.Delete(Temp.At("out/n"), recursive: true);
        Assert.Equal(Clean(Before), Show());
    }

    [Fact]
    public void A_commit_that_dies_in_the_middle_leaves_whole_files_and_the_next_build_completes_it()
    {
        Build(Before);
        var killed = Put(Open(), After);
        Temp.MakeFolder("out/n/o/p");
        Assert.ThrowsAny<IOException>(() => killed.Commit());
        Directory.Delete(Temp.At("out/n"), recursive: true);
        Assert.Equal("one", Temp.Read("out/a"));
        Build(After);
        Assert.Equal(Clean(After), Show());
    }

    [Theory]
    [InlineData(Before, After, After)]
    [InlineData(Before, After, Before)]
    [InlineData("", After, Before)]
    [InlineData("", "a=1", "")]
    public void A_killed_build_is_completed_by_the_next(string before, string killed, string next)
    {
        if (before.Length > 0)
        {
            Build(before);
        }

        Kill(killed);
        Build(next);
        Assert.Equal(Clean(next), Show());
    }

    [Fact]
    public void A_build_killed_over_a_site_has_changed_no_file_of_it()
    {
        Build(Before);
        Kill(After);
        Directory.Delete(Temp.At("out/.aidigest-staging"), recursive: true);
        Temp.Write("out/.aidigest-manifest", "a\nb/c\nb/d\ne/f/g\nh\n");
        Assert.Equal(Clean(Before), Show());
    }

    [Fact]
    public void A_file_cut_by_a_kill_is_written_again()
    {
        Kill("a=123 b/c=4");
        Temp.Write("out/a", "1");
        Build("a=123 b/c=4");
        Assert.Equal(Clean("a=123 b/c=4"), Show());
    }

    [Fact]
    public void Killed_before_its_first_file_a_build_leaves_nothing_that_the_next_keeps()
    {
        Temp.Write("out/.aidigest-staging/1", "half of a manife");
        Build("a=1");
        Assert.Equal(Clean("a=1"), Show());
    }

    /// <summary>Random sites over names that are now files and now folders, ended in every way.</summary>
    [Fact]
    public void Any_sequence_of_builds_ends_as_a_clean_one()
    {
        string[] names = ["a", "a/b", "a/b/c", "a/d", "e/f", "e/f/g", "e", "h", "i/j/k/l", "i/j", "a.html", "a-b/c"];
        var random = new Random(20240611);
        var (last, whole) = ("", false);
        for (var round = 0; round < 150; round++)
        {
            var picked = names.Where(_ => random.Next(2) == 0).ToList();
            picked.RemoveAll(path => picked.Any(other => other.StartsWith(path + "/", StringComparison.Ordinal)));
            var site = string.Join(' ', picked.Select(path => $"{path}={random.Next(3)}"));
            var output = Put(Open(), site);
            switch (random.Next(4))
            {
                case 0 when whole:
                    output.Abort();
                    Assert.Equal(Clean(last), Show());
                    break;
                case 1:
                    whole = false; // killed
                    break;
                default:
                    output.Commit();
                    (last, whole) = (site, true);
                    Assert.Equal(Clean(last), Show());
                    break;
            }
        }
    }
}
