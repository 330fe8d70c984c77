using System.Net;
using System.Net.Sockets;
using System.Web;
using AiDigest.Core.Announce;
using AiDigest.Core.Build;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Announce;

/// <summary>Feeds name the hub, and <c>ping</c> tells it what changed. The hub is a server on this machine.</summary>
public sealed class FeedPingTests : IDisposable
{
    private readonly ScratchSite _site = new ScratchSite().AddPaper("first", "2026-11-11", "alpha").AddPaper("other", "2026-11-12", "beta");
    private readonly List<string> _told = [];

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Feeds_name_the_hub()
    {
        Hub("https://hub.example.net/?a=1&b=2");
        Assert.Contains(
            "<link rel=\"hub\" href=\"https://hub.example.net/?a=1&amp;b=2\"/>", _site.Read("feed.xml"), StringComparison.Ordinal);
        Assert.Contains(
            "<atom:link rel=\"hub\" href=\"https://hub.example.net/?a=1&amp;b=2\"/>", _site.Read("tags/alpha/rss.xml"),
            StringComparison.Ordinal);
        Assert.Contains(
            "\"hubs\":[{\"type\":\"WebSub\",\"url\":\"https://hub.example.net/?a=1&b=2\"}]", _site.Read("feed.json"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://hub.example.net/")]
    [InlineData("hub.example.net")]
    public void A_hub_is_an_address_of_the_web(string hub)
    {
        _site.Settings($"url: https://example.org/\nhub: {hub}\n");
        var mistake = Assert.Single(_site.Build().Diagnostics, found => found.Rule.Severity == Severity.Error);
        Assert.Equal((Catalogue.BadAddress, 2), (mistake.Rule, mistake.Line));
    }

    [Fact]
    public void A_ping_names_what_changed_since_the_last()
    {
        Hub("https://hub.example.net/");
        var first = Ping();
        Assert.Equal(9, first.Feeds.Length);
        Assert.Equal(first.Feeds, _told);
        Assert.Contains("https://example.org/digest/tags/alpha/feed.json", _told);
        _told.Clear();
        Assert.Equal((0, 9), (Ping().Feeds.Length, Ping().Unchanged));
        Assert.Empty(_told);

        _site.AddPaper("second", "2026-11-13", "alpha").BuildFine();
        Assert.Equal(6, Ping(dryRun: true).Feeds.Length);
        Assert.Empty(_told);
        Ping();
        Assert.Equal(6, _told.Count);
        Assert.DoesNotContain(_told, feed => feed.Contains("/beta/", StringComparison.Ordinal));
        Assert.Equal(9, Ping(all: true).Feeds.Length);
        Hub("https://other.example.net/");
        Assert.Equal(9, Ping().Feeds.Length);
    }

    [Fact]
    public void What_a_hub_did_not_take_is_named_again()
    {
        Hub("https://hub.example.net/");
        Assert.Throws<ExplainedIOException>(() => FeedPing.Run(
            Options, dryRun: false, all: false, () => { }, (hub, _) => throw new ExplainedIOException(Messages.HubSilent(hub)),
            TestContext.Current.CancellationToken));
        Assert.Equal(9, Ping().Feeds.Length);
    }

    [Fact]
    public void Without_a_hub_an_address_or_a_build_there_is_nothing_to_tell()
    {
        _site.Settings("url: https://example.org/\n").BuildFine();
        Assert.Contains("has no 'hub'", Refusal(), StringComparison.Ordinal);
        _site.Settings("hub: https://hub.example.net/\n").BuildFine();
        Assert.Contains("has no address", Refusal(), StringComparison.Ordinal);
        Hub("https://hub.example.net/");
        File.Delete(Path.Combine(_site.Output, "feed.xml"));
        Assert.Contains("feed.xml is missing", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_hub_gets_a_form()
    {
        var forms = new List<string>();
        var hub = await WithHub(204, forms, address => HubClient.Send(
            address, ["https://example.org/feed.xml", "https://example.org/a b/?x=1&y"], TestContext.Current.CancellationToken));
        var form = HttpUtility.ParseQueryString(Assert.Single(forms));
        Assert.Equal("publish", form["hub.mode"]);
        Assert.Equal(["https://example.org/feed.xml", "https://example.org/a b/?x=1&y"], form.GetValues("hub.url")!);
        Assert.NotEmpty(hub);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    [InlineData(301)]
    public async Task A_hub_that_refuses_is_a_failure(int status) => await WithHub(status, [], address =>
    {
        void Send() => HubClient.Send(address, ["https://example.org/"], TestContext.Current.CancellationToken);
        Assert.Contains($"status {status}", Assert.Throws<ExplainedIOException>(Send).Message, StringComparison.Ordinal);
    });

    [Fact]
    public void A_hub_that_is_not_there_is_a_failure() => Assert.Contains(
        "does not answer",
        Assert.Throws<ExplainedIOException>(() =>
            HubClient.Send($"http://127.0.0.1:{FreePort()}/", ["https://example.org/"], TestContext.Current.CancellationToken)).Message,
        StringComparison.Ordinal);

    private BuildOptions Options => new(_site.Root, _site.Output, ScratchSite.Now, 2);

    private void Hub(string address) => _site.Settings($"url: https://example.org/digest/\nhub: {address}\n").BuildFine();

    private PingReport Ping(bool dryRun = false, bool all = false) => FeedPing.Run(
        Options, dryRun, all, () => { }, (_, feeds) => _told.AddRange(feeds), TestContext.Current.CancellationToken);

    private string Refusal() => Assert.Throws<RefusedOutputException>(() => Ping()).Message;

    private static async Task<string> WithHub(int status, List<string> forms, Action<string> act)
    {
        using var listener = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort()}/hub/";
        listener.Prefixes.Add(address);
        listener.Start();
        var answering = Task.Run(async () =>
        {
            var context = await listener.GetContextAsync();
            using var reader = new StreamReader(context.Request.InputStream);
            forms.Add(await reader.ReadToEndAsync());
            context.Response.StatusCode = status;
            context.Response.Close();
        });
        act(address);
        await answering;
        return address;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
