using System.Diagnostics;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.FileSystem.Output;

public sealed class BuildLockTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose()
    {
        File.Delete(BuildLock.FileOf(_temp.At("out")));
        _temp.Dispose();
    }

    [Fact]
    public void Needs_no_locks_of_the_runtime()
    {
        Assert.True(AppContext.TryGetSwitch("System.IO.DisableFileLocking", out var off) && off);
        var file = _temp.At("file");
        using (new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            if (!OperatingSystem.IsWindows())
            {
                using var another = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.None);
            }
        }

        using var held = BuildLock.TryTake(_temp.At("out"));
        Assert.NotNull(held);
        Assert.Null(BuildLock.TryTake(_temp.At("out")));
    }

    [Fact]
    public void Is_held_once_and_can_be_taken_again()
    {
        using (var first = BuildLock.TryTake(_temp.At("out")))
        {
            Assert.NotNull(first);
            Assert.Null(BuildLock.TryTake(_temp.At("out")));
        }

        using var second = BuildLock.TryTake(_temp.At("out"));
        Assert.NotNull(second);
    }

    [Fact]
    public void Names_of_one_folder_share_a_lock_and_other_folders_have_their_own()
    {
        Directory.CreateSymbolicLink(_temp.At("alias"), _temp.Root);
        using var held = BuildLock.TryTake(_temp.At("out"));
        Assert.Null(BuildLock.TryTake(_temp.At("x/../out/")));
        Assert.Null(BuildLock.TryTake(_temp.At("alias/out")));
        Assert.NotEqual(BuildLock.FileOf(_temp.At("out")), BuildLock.FileOf(_temp.At("out2")));
    }

    [Fact]
    public void Leaves_no_file_in_the_output()
    {
        using var held = BuildLock.TryTake(_temp.At("out"));
        Assert.Equal("", _temp.Show());
    }

    [Fact]
    public void A_lock_of_another_process_counts_until_it_dies()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/flock"), "needs flock(1)");
        BuildLock.TryTake(_temp.At("out"))!.Dispose();
        using var other =
            Process.Start(
                new ProcessStartInfo("/usr/bin/flock",
                ["--no-fork", BuildLock.FileOf(_temp.At("out")), "sh", "-c", "echo held; exec sleep 60"])
                {
                    RedirectStandardOutput = true,
                })!;
        Assert.Equal("held", other.StandardOutput.ReadLine());
        Assert.Null(BuildLock.TryTake(_temp.At("out")));
        other.Kill(entireProcessTree: true);
        other.WaitForExit();
        using var mine = BuildLock.TryTake(_temp.At("out"));
        Assert.NotNull(mine);
    }
}
