using System.Diagnostics;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Faults;

/// <summary>Disks that are full or read-only, and rights that are lost while a build runs.</summary>
public sealed class DiskTests
{
    /// <summary>Free space in kilobytes. The site needs some 900, its cache some 200 more.</summary>
    public static TheoryData<int> FreeSpace => [.. SlowRun.Of([.. Enumerable.Range(0, 32).Select(i => i * 48)], 0, 1, 6, 14, 20, 31)];

    [Theory]
    [MemberData(nameof(FreeSpace))]
    public void A_full_disk_leaves_the_last_site(int kilobytes)
    {
        using var disk = SmallDisk.Mount(16);
        using var site = new FaultSite(disk.Root);
        var (old, fresh) = (site.Clean(FaultSite.Old), site.Clean(FaultSite.New));
        Assert.Equal(0, site.Build().Code);
        disk.FillUpTo(kilobytes);
        var run = site.Build(FaultSite.New);
        if (run.Code == 0)
        {
            ScratchSite.AssertSame(fresh, site.Tree());
        }
        else
        {
            Assert.Equal(3, run.Code);
            Assert.Matches("^aidigest: [^\n]*(No space left on device|not enough space)[^\n]*\n$", run.Error);
            ScratchSite.AssertSame(old, site.Tree());
        }

        disk.Empty();
        site.AssertNextBuildIsClean(FaultSite.New, fresh);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    public void A_first_build_on_a_full_disk_leaves_nothing(int kilobytes)
    {
        using var disk = SmallDisk.Mount(16);
        using var site = new FaultSite(disk.Root);
        var clean = site.Clean(FaultSite.Old);
        disk.FillUpTo(kilobytes);
        var run = site.Build();
        Assert.Equal(3, run.Code);
        Assert.Matches("^aidigest: [^\n]*(No space left on device|not enough space)[^\n]*\n$", run.Error);
        Assert.Empty(site.Tree());
        disk.Empty();
        site.AssertNextBuildIsClean(FaultSite.Old, clean);
    }

    [Fact]
    public void A_read_only_disk_leaves_the_last_site()
    {
        using var disk = SmallDisk.Mount(16);
        using var site = new FaultSite(disk.Root);
        var (old, fresh) = (site.Clean(FaultSite.Old), site.Clean(FaultSite.New));
        Assert.Equal(0, site.Build().Code);
        disk.MakeReadOnly(true);
        var run = site.Build(FaultSite.New);
        Assert.Equal(3, run.Code);
        Assert.Matches("^aidigest: [^\n]*site-output[^\n]*\n$", run.Error);
        ScratchSite.AssertSame(old, site.Tree());

        // Nothing changed, so nothing has to be written, and a check never writes.
        Assert.Equal(0, site.Build().Code);
        Assert.Equal(0, Executable.Run(site.Root, "check", "--now", "2026-11-20T12:00:00Z", "--quiet").Code);
        disk.MakeReadOnly(false);
        site.AssertNextBuildIsClean(FaultSite.New, fresh);
    }

    /// <summary>Permissions hold for everyone but root, so root runs the tool as somebody else.</summary>
    [Theory]
    [InlineData("site-output", 0)]
    [InlineData("site-output", 20)]
    [InlineData("site-output/papers", 20)]
    [InlineData(".aidigest", 0)]
    public void Rights_that_are_lost_midway_leave_whole_files(string folder, int staged)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no modes");
            return;
        }

        using var site = new FaultSite(entries: 150);
        var (old, fresh) = (site.Clean(FaultSite.Old), site.Clean(FaultSite.New));
        using var user = OtherUser.Of(site.Root);
        Assert.Equal((0, ""), Brief(user.Run(site.Arguments(FaultSite.Old))));
        var lost = Path.Combine(site.Root, folder);
        var mode = File.GetUnixFileMode(lost);
        using (var process = user.Start(site.Arguments(FaultSite.New)))
        {
            process.Until(() => staged == 0 || CountStaged(site) >= staged);
            File.SetUnixFileMode(lost, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            var run = process.End();
            File.SetUnixFileMode(lost, mode);
            Assert.True(run.Code is 0 or 3, $"exit code {run.Code}: {run.Error}");
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
            Assert.True(run.Code == 0 || run.Error.StartsWith("aidigest: ", StringComparison.Ordinal), run.Error);
            site.AssertWhole(old, fresh);
            Assert.True(run.Code == 3 || folder != "site-output" || staged > 0 || site.Tree().ContainsKey("index.html"));
        }

        Assert.Equal((0, ""), Brief(user.Run(site.Arguments(FaultSite.New))));
        ScratchSite.AssertSame(fresh, site.Tree());
    }

    [Theory]
    [InlineData("content/papers/p003.md")]
    [InlineData("content/papers")]
    [InlineData("content/site.yaml")]
    [InlineData("content/static/plain.txt")]
    public void A_source_that_may_not_be_read_is_named(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no modes");
            return;
        }

        using var site = new FaultSite();
        var old = site.Clean(FaultSite.Old);
        using var user = OtherUser.Of(site.Root);
        Assert.Equal((0, ""), Brief(user.Run(site.Arguments(FaultSite.Old))));
        var closed = Path.Combine(site.Root, path);
        var mode = File.GetUnixFileMode(closed);
        File.SetUnixFileMode(closed, UnixFileMode.None);
        var run = user.Run(site.Arguments(FaultSite.New));
        File.SetUnixFileMode(closed, mode);
        Assert.Equal(3, run.Code);
        Assert.Matches($"^aidigest: [^\n]*{path}[^\n]*\n$", run.Error);
        ScratchSite.AssertSame(old, site.Tree());
    }

    private static (int, string) Brief(Outcome run) => (run.Code, run.Error);

    private static int CountStaged(FaultSite site)
    {
        try
        {
            return Directory.EnumerateFiles(Path.Combine(site.Output, ".aidigest-staging")).Count();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <summary>The user that runs the tool: a user without rights where the tests run as root, else the tests' own.</summary>
    private sealed class OtherUser : IDisposable
    {
        private readonly string _root;
        private readonly string[] _prefix;
        private readonly string _cache = Directory.CreateTempSubdirectory("aidigest-cache-").FullName;

        private OtherUser(string root, string[] prefix) => (_root, _prefix) = (root, prefix);

        public static OtherUser Of(string root)
        {
            if (Environment.UserName != "root")
            {
                return new OtherUser(root, []);
            }

            string[] prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"];
            var user = new OtherUser(root, prefix);
            foreach (var folder in (string[])[root, user._cache])
            {
                using var own = Process.Start("chown", ["-R", "65534:65534", folder]);
                own.WaitForExit();
            }

            using var test = Process.Start(prefix[0], [.. prefix[1..], "test", "-x", Executable.Path]);
            test.WaitForExit();
            if (test.ExitCode != 0)
            {
                user.Dispose();
                Assert.Skip("needs the right to run the tool as another user");
            }

            return user;
        }

        public Outcome Run(string[] arguments)
        {
            using var run = Start(arguments);
            return run.End();
        }

        public ToolRun Start(string[] arguments)
        {
            string[] whole = [.. _prefix, Executable.Path, "--lang", "en", .. arguments];
            return new ToolRun(Executable.StartProcess(whole[0], _root, [("XDG_CACHE_HOME", _cache)], whole[1..]));
        }

        public void Dispose() => Directory.Delete(_cache, recursive: true);
    }
}
