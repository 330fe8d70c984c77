using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Preview;

/// <summary>How a preview begins and ends.</summary>
[Collection("serving")]
public sealed class LifeTests : IDisposable
{
    private readonly ScratchSite _site = new ScratchSite()
        .AddPaper("teacache", "2026-11-14", "acceleration")
        .AddPaper("draft", "2026-11-14", "acceleration", keys: "draft: true")
        .AddPaper("future", "2199-11-14", "acceleration");

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_port_that_is_taken_gives_way_to_the_next_free_one()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using var preview = await RunningPreview.StartAsync(_site.Root, "--port", port.ToString(CultureInfo.InvariantCulture));
        Assert.True(preview.Address.Port > port, $"{preview.Address} beside {port}");
        Assert.Contains($"port {port} is taken; using {preview.Address.Port}", preview.Errors, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await preview.StatusAsync("/"));
    }

    [Fact]
    public async Task Two_previews_of_one_site_do_not_disturb_each_other()
    {
        await using var one = await RunningPreview.StartAsync(_site.Root);
        await using var other = await RunningPreview.StartAsync(_site.Root);
        Assert.Contains($"http://localhost:{one.Address.Port}/", await one.GetAsync("/"), StringComparison.Ordinal);
        Assert.Contains($"http://localhost:{other.Address.Port}/", await other.GetAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_and_future_entries_can_be_left_out()
    {
        await using var preview = await RunningPreview.StartAsync(_site.Root, "--no-drafts", "--no-future");
        Assert.Equal(HttpStatusCode.NotFound, await preview.StatusAsync("/papers/draft/"));
        Assert.Equal(HttpStatusCode.NotFound, await preview.StatusAsync("/papers/future/"));
        Assert.Contains("left out: content/papers/draft.md", preview.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interruption_ends_it_well_and_leaves_neither_process_nor_lock()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to send");
        var port = "";
        for (var turn = 0; turn < 2; turn++)
        {
            await using var preview = await RunningPreview.StartAsync(_site.Root, "--port", turn == 0 ? "0" : port);
            port = turn == 0 ? preview.Address.Port.ToString(CultureInfo.InvariantCulture) : port;
            using var events = await preview.ListenAsync();
            _site.AddPaper("teacache", "2026-11-14", "acceleration", $"Правка {turn}.");
            await events.NextAsync();
            Assert.Equal(0, await preview.InterruptAsync());
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => preview.Client.GetAsync("/", TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("--port", "70000")]
    [InlineData("--port", "-1")]
    [InlineData("--port", "x")]
    public void A_port_that_is_none_is_wrong_usage(params string[] arguments)
    {
        var (code, _, errors) = Executable.Run(_site, ["serve", .. arguments]);
        Assert.Equal(2, code);
        Assert.StartsWith("aidigest: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_clean_takes_away_comes_back()
    {
        await using var preview = await RunningPreview.StartAsync(_site.Root);
        using var events = await preview.ListenAsync();
        Assert.Equal(0, Executable.Run(_site, "clean").Code);
        await events.UntilAsync(async () => await preview.StatusAsync("/papers/teacache/") == HttpStatusCode.OK);
        _site.AddPaper("teacache", "2026-11-14", "acceleration", "После уборки.");
        await events.UntilAsync(async () =>
            (await preview.GetAsync("/papers/teacache/")).Contains("После уборки.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_output_folder_stays_as_it_was()
    {
        Assert.Equal(0, Executable.Run(_site, "build").Code);
        var before = _site.Tree();
        await using var preview = await RunningPreview.StartAsync(_site.Root);
        using var events = await preview.ListenAsync();
        _site.AddPaper("teacache", "2026-11-14", "acceleration", "Правка.");
        await events.NextAsync();
        ScratchSite.AssertSame(before, _site.Tree());
    }
}
