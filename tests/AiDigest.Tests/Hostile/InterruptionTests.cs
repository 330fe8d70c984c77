using AiDigest.Core.Build;
using AiDigest.Core.Check;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Hostile;

/// <summary>An interruption reaches a template that spins, and leaves neither a lock nor a changed site behind.</summary>
public class InterruptionTests
{
    [Fact]
    public async Task A_build_ends_while_a_template_spins()
    {
        using var site = Spinning();
        var progress = new BuildProgress();
        using var interruption = new CancellationTokenSource();
        var options = new BuildOptions(site.Root, site.Output, ScratchSite.Now, 1, NoCache: true) { Progress = progress };
        var building = Task.Factory.StartNew(
            () => SiteBuilder.Build(options, () => { }, interruption.Token), CancellationToken.None, TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        while (!progress.IsWriting && !building.IsCompleted)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        await interruption.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => building);

        // The lock is free, and nothing is left of the site that was begun.
        site.Remove("templates/layouts/home.html").BuildFine();
    }

    [Fact]
    public async Task A_check_ends_while_a_template_spins()
    {
        using var site = Spinning();
        using var interruption = new CancellationTokenSource(TimeSpan.FromMilliseconds(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Run(
            () => SiteChecker.Check(new BuildOptions(site.Root, site.Output, ScratchSite.Now, 2, NoCache: true), interruption.Token),
            TestContext.Current.CancellationToken));
    }

    private static ScratchSite Spinning() => new ScratchSite().Settings("url: https://a.example/\n").AddPaper("a", "2026-11-11", "t")
        .Add("templates/layouts/home.html", "{{ while true }}{{ end }}");
}
