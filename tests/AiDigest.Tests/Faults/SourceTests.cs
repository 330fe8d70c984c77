using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Faults;

/// <summary>Sources that come, go and grow while a build reads them, and clocks that go back.</summary>
public sealed class SourceTests
{
    private static readonly int Rounds = SlowRun.IsOn ? 200 : 8;

    [Fact]
    public async Task Files_that_vanish_or_grow_while_they_are_read_break_nothing()
    {
        using var site = new FaultSite();
        Assert.Equal(0, site.Build().Code);
        using var end = new CancellationTokenSource();
        var writing = Task.Run(() => Disturb(site, end.Token), TestContext.Current.CancellationToken);
        try
        {
            for (var round = 0; round < Rounds; round++)
            {
                var before = site.Tree();
                var run = site.Build(round % 2 == 0 ? FaultSite.New : FaultSite.Old);
                Assert.True(run.Code is 0 or 1 or 3, $"exit code {run.Code}: {run.Error}");
                Assert.DoesNotContain("sorry", run.Error, StringComparison.Ordinal);
                Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
                if (run.Code != 0)
                {
                    ScratchSite.AssertSame(before, site.Tree());
                }
            }
        }
        finally
        {
            end.Cancel();
            await writing;
        }

        Settle(site);
        site.AssertNextBuildIsClean(FaultSite.Old, site.Clean(FaultSite.Old));
    }

    /// <summary>An edit that keeps size and time, in a tree whose clock went back by a day.</summary>
    [Theory]
    [InlineData(-1)]
    [InlineData(-400)]
    [InlineData(1)]
    [InlineData(20_000)]
    public void A_clock_that_jumps_costs_no_page(int days)
    {
        using var site = new FaultSite();
        Assert.Equal(0, site.Build().Code);
        var moved = DateTime.UtcNow.AddDays(days);
        foreach (var file in Directory.EnumerateFiles(site.Root, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, moved);
        }

        site.AssertNextBuildIsClean(FaultSite.Old, site.Clean(FaultSite.Old));
        foreach (var (path, old, text) in ((string, string, string)[])
            [("content/papers/p001.md", "Текст 1", "Слово 1"), ("content/static/plain.txt", "xxx", "yyy")])
        {
            var full = Path.Combine(site.Root, path);
            var time = File.GetLastWriteTimeUtc(full);
            site.Write(path, File.ReadAllText(full).Replace(old, text, StringComparison.Ordinal));
            File.SetLastWriteTimeUtc(full, time);
            site.AssertNextBuildIsClean(FaultSite.Old, site.Clean(FaultSite.Old));
        }

        // A page that somebody changed by hand is written again.
        var page = Path.Combine(site.Output, "index.html");
        var bytes = File.ReadAllBytes(page);
        bytes[^20] ^= 1;
        File.WriteAllBytes(page, bytes);
        site.Write("content/papers/p002.md", "---\ntitle: Новое\ndate: 2026-10-03\ntags: [t2, общий]\nauthors: [Автор 2]\n---\n\nТекст.\n");
        site.AssertNextBuildIsClean(FaultSite.Old, site.Clean(FaultSite.Old));
    }

    private static void Disturb(FaultSite site, CancellationToken end)
    {
        var (page, picture) = (Path.Combine(site.Root, "content/papers/p005.md"), Path.Combine(site.Root, "content/static/plain.txt"));
        var (text, added) = (File.ReadAllText(page), Path.Combine(site.Root, "content/papers/added.md"));
        for (var i = 0; !end.IsCancellationRequested; i++)
        {
            try
            {
                File.Delete(page);
                File.AppendAllText(picture, new string('y', 5000));
                File.WriteAllText(page, text[..(i * 7 % text.Length)]);
                File.WriteAllText(added, text.Replace("Заметка", "Другая", StringComparison.Ordinal));
                File.AppendAllText(page, text[(i * 7 % text.Length)..]);
                File.Delete(added);
                using (var cut = File.OpenWrite(picture))
                {
                    cut.SetLength(i % 10_000);
                }
            }
            catch (IOException)
            {
                // A build holds the file on some systems.
            }
        }
    }

    private static void Settle(FaultSite site)
    {
        File.Delete(Path.Combine(site.Root, "content/papers/added.md"));
        site.Write("content/papers/p005.md", "---\ntitle: Покой\ndate: 2026-10-06\ntags: [t1, общий]\nauthors: [Автор 2]\n---\n\nТекст.\n")
            .Write("content/static/plain.txt", "whole\n");
    }
}
