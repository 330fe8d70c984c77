using System.Diagnostics;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Faults;

/// <summary>A build that is killed at any moment leaves whole files, and the next build completes it.</summary>
public sealed class KillTests
{
    /// <summary>The weekly run kills 200 builds.</summary>
    private static readonly int Kills = SlowRun.IsOn ? 200 : 10;

    [Fact]
    public void Builds_killed_at_random_moments_leave_whole_files_and_the_next_completes_them()
    {
        using var site = new FaultSite();
        var (old, fresh) = (site.Clean(FaultSite.Old), site.Clean(FaultSite.New));
        Assert.Equal(0, site.Build().Code);
        var duration = Duration(site);
        var random = new Random(18);
        for (var i = 0; i < Kills; i++)
        {
            var (address, before, after) = i % 2 == 0 ? (FaultSite.New, old, fresh) : (FaultSite.Old, fresh, old);
            if (i % 5 == 4)
            {
                // A first build, with no cache.
                Directory.Delete(site.Output, recursive: true);
                Directory.Delete(Path.Combine(site.Root, ".aidigest"), recursive: true);
            }

            using var run = site.Start(address);
            Thread.Sleep(duration * random.NextDouble());
            run.Kill();
            run.End();
            site.AssertWhole(before, after);
            Assert.True(i % 5 == 4 || before.Keys.Intersect(after.Keys).All(site.Tree().ContainsKey), "a page is missing");
            site.AssertNextBuildIsClean(address, after);
        }
    }

    /// <summary>A cleaning that is killed leaves files of the site alone, and the next one removes them.</summary>
    [Fact]
    public void A_killed_clean_is_completed_by_the_next()
    {
        using var site = new FaultSite();
        var clean = site.Clean(FaultSite.Old);
        var random = new Random(19);
        for (var i = 0; i < Kills / 5; i++)
        {
            Assert.Equal(0, site.Build().Code);
            site.Write("site-output/mine.txt", "mine");
            using var run = Executable.Start(site.Root, "clean");
            Thread.Sleep(random.Next(100, 500));
            run.Kill();
            run.End();
            Assert.True(File.Exists(Path.Combine(site.Output, "mine.txt")));
            File.Delete(Path.Combine(site.Output, "mine.txt"));
            if (i % 2 == 0)
            {
                site.AssertNextBuildIsClean(FaultSite.Old, clean);
            }
            else if (Directory.Exists(site.Output))
            {
                Assert.Equal(0, Executable.Run(site.Root, "clean").Code);
                Assert.Empty(site.Tree());
            }
        }
    }

    /// <summary>How long a whole build takes here; it is only used to choose moments.</summary>
    private static TimeSpan Duration(FaultSite site)
    {
        var clock = Stopwatch.StartNew();
        using (var run = site.Start(FaultSite.New))
        {
            Assert.Equal(0, run.End().Code);
        }

        var duration = clock.Elapsed;
        Assert.Equal(0, site.Build().Code);
        return duration;
    }
}
