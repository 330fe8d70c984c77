using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using AiDigest.Core.Check;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem;
using AiDigest.Core.Markdown;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Check;

public sealed class RemoteLinksTests : IDisposable
{
    private readonly RudeServer _server = new();
    private readonly ConcurrentQueue<TimeSpan> _waits = new();

    [Theory]
    [InlineData("/ok", null, null)]
    [InlineData("/no-head", null, null)]
    [InlineData("/head-loop", null, null)]
    [InlineData("/head-circle", null, null)]
    [InlineData("/head-astray", null, null)]
    [InlineData("/head-nowhere", null, null)]
    [InlineData("/to-missing", "AD0821", "404")]
    [InlineData("/endless", null, null)]
    [InlineData("/elsewhere", null, null)]
    [InlineData("/busy", null, null)]
    [InlineData("/missing", "AD0821", "404")]
    [InlineData("/gone", "AD0821", "410")]
    [InlineData("/moved", "AD0823", "/ok")]
    [InlineData("/forbidden", "AD0822", "403")]
    [InlineData("/broken", "AD0822", "500")]
    [InlineData("/very-busy", "AD0822", "503")]
    [InlineData("/loop", "AD0822", "redirects more than 8 times")]
    [InlineData("/out", "AD0822", "302")]
    [InlineData("/slow", "AD0822", "in time")]
    [InlineData("/hang-up", "AD0822", "its answer is broken")]
    public async Task Each_kind_of_answer_has_its_verdict(string path, string? id, string? said)
    {
        // Only one that never answers is waited for in vain; the others may take their time on a busy machine.
        using var web = new HttpAsker(path == "/slow" ? TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(2), Anyone);
        var found = await RemoteLinks.Check(
            [new RemoteLink(_server.Address + path, new SourceRef("x.md", 1, 1))], web, Patience with { Retries = path == "/slow" ? 0 : 2 },
                new LinkCache(), ScratchSite.Now, TestContext.Current.CancellationToken);

        Assert.Equal(id, found.SingleOrDefault()?.Rule.Id);
        Assert.Contains(said ?? "", found.SingleOrDefault()?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_tls_and_one_that_is_not_there_are_out_of_reach()
    {
        var found =
            await Check(new LinkCache(), ScratchSite.Now, _server.Address.Replace("http:", "https:", StringComparison.Ordinal)
                + "/x", "http://127.0.0.1:1/", "http://name.invalid/");

        Assert.Equal(["AD0822", "AD0822", "AD0822"], found.Select(one => one.Rule.Id));
        Assert.Contains(found, one => one.Message.Contains("no secure connection", StringComparison.Ordinal));
        Assert.Contains(found, one => one.Message.Contains("no connection could be made", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_with_an_untrusted_certificate_is_out_of_reach()
    {
        using var server = new SelfSignedServer();
        var found = Assert.Single(await Check(new LinkCache(), ScratchSite.Now, server.Address));

        Assert.Equal("AD0822", found.Rule.Id);
        Assert.Contains("no secure connection", found.Message, StringComparison.Ordinal);
        Assert.Equal(0, server.Answered);
    }

    [Theory]
    [InlineData("/ok")]
    [InlineData("/to-private")]
    public async Task Hosts_of_this_machine_and_of_private_networks_are_not_asked(string path)
    {
        // Of 127.0.0.0/8 the test lets one address in, so that the server stands for the internet and the rest for a private network.
        using var web =
            new HttpAsker(TimeSpan.FromMinutes(2), address =>
                PublicAddress.Is(address) || (path != "/ok" && address.Equals(IPAddress.Loopback)));
        var found = Assert.Single(await Check(web, _server.Address + path));

        Assert.Contains("--private-hosts", found.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (_server.Asked("HEAD /ok"), _server.Asked("GET /ok")));
        Assert.Empty(_waits);
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("93.184.215.14", "127.0.0.1")]
    [InlineData("::1")]
    public async Task A_name_that_leads_into_a_private_network_is_not_asked(params string[] addresses)
    {
        using var web =
            new HttpAsker(TimeSpan.FromMinutes(2), PublicAddress.Is, (_, _) =>
                Task.FromResult(addresses.Select(IPAddress.Parse).ToArray()));
        var found = Assert.Single(await Check(web, $"http://papers.example:{new Uri(_server.Address).Port}/ok"));

        Assert.Contains("--private-hosts", found.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (_server.Asked("HEAD /ok"), _server.Asked("GET /ok")));
    }

    [Theory]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://017700000001/")]
    [InlineData("http://localhost/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    public async Task A_private_host_is_known_however_it_is_spelled(string address)
    {
        using var web = new HttpAsker(TimeSpan.FromMinutes(2), PublicAddress.Is);

        Assert.Contains("--private-hosts", Assert.Single(await Check(web, address)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.16.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.100.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::8.8.8.8", true)]
    [InlineData("64:ff9b::10.0.0.1", false)]
    [InlineData("2002:0a00:0001::1", false)]
    public void Public_addresses_and_private_networks_are_distinguished(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public async Task A_server_is_asked_again_after_the_time_that_it_names_and_given_up_where_that_is_long()
    {
        await Check(new LinkCache(), ScratchSite.Now, _server.Address + "/busy");
        Assert.Equal([TimeSpan.FromSeconds(7)], _waits);

        await Check(new LinkCache(), ScratchSite.Now, _server.Address + "/very-busy");
        Assert.Equal(1, _server.Asked("HEAD /very-busy"));
        await Check(new LinkCache(), ScratchSite.Now, _server.Address + "/broken");
        Assert.Equal(3, _server.Asked("HEAD /broken"));
    }

    [Fact]
    public async Task An_address_is_asked_once_and_a_host_one_question_at_a_time()
    {
        var links = Enumerable.Range(0, 40).Select(i => $"{_server.Address}/page{i % 20}#part{i}").ToArray();

        Assert.Empty(await Check(new LinkCache(), ScratchSite.Now, links));

        Assert.All(Enumerable.Range(0, 20), i => Assert.Equal(1, _server.Asked($"HEAD /page{i}")));
        Assert.Equal(1, _server.MostOpen);
        Assert.Equal(19, _waits.Count);
    }

    [Fact]
    public async Task Redirects_of_many_hosts_to_one_make_no_crowd_before_it()
    {
        var crowd = new Crowd();
        var links = Enumerable.Range(0, 30).Select(i => new RemoteLink($"http://host{i}.example/", new SourceRef("x.md", i + 1, 1)))
            .ToImmutableArray();

        Assert.Empty(
            await RemoteLinks.Check(links, crowd, Patience, new LinkCache(), ScratchSite.Now, TestContext.Current.CancellationToken));

        Assert.Equal((30, 1), (crowd.Asked, crowd.MostOpen));
        Assert.Equal(29, _waits.Count);
    }

    [Fact]
    public async Task A_host_that_never_comes_to_an_end_is_given_up()
    {
        var found = Assert.Single(await RemoteLinks.Check(
            [new RemoteLink("http://slow.example/", new SourceRef("x.md", 1, 1))], new Silence(),
                Patience with { Longest = TimeSpan.FromMilliseconds(20) }, new LinkCache(), ScratchSite.Now,
                TestContext.Current.CancellationToken));

        Assert.Equal("AD0822", found.Rule.Id);
        Assert.Contains("in time", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(1, 6)]
    public async Task A_host_that_does_not_answer_is_reported_once_and_asked_a_few_times(int silence, int questions)
    {
        var host = new Unanswering(silence);
        var links = Enumerable.Range(1, 500).Select(i => new RemoteLink($"https://dead.example/{i}", new SourceRef("x.md", i, 1)));
        var found = await RemoteLinks.Check(
            [.. links, new RemoteLink("https://live.example/", new SourceRef("x.md", 900, 1))], host, Patience, new LinkCache(),
            ScratchSite.Now, TestContext.Current.CancellationToken);
        var one = Assert.Single(found);
        Assert.Equal(("AD0822", 1), (one.Rule.Id, one.Line));
        Assert.Equal(
            "https://dead.example/1 could not be reached: it did not answer in time; 499 more addresses of dead.example were not asked",
            one.Message);
        Assert.Equal(questions, host.Dead);
    }

    [Fact]
    public async Task A_host_that_answers_again_is_asked_on()
    {
        var host = new Unanswering(3) { Speaks = 2 };
        var links = Enumerable.Range(1, 20).Select(i => new RemoteLink($"https://dead.example/{i}", new SourceRef("x.md", i, 1)));
        Assert.Empty(await RemoteLinks.Check(
            [.. links], host, Patience, new LinkCache(), ScratchSite.Now, TestContext.Current.CancellationToken));
        Assert.True(host.Dead >= 20);
    }

    [Fact]
    public async Task A_run_ends_and_counts_what_it_has_not_asked()
    {
        var links = Enumerable.Range(1, 30).Select(i => new RemoteLink($"https://h{i}.example/", new SourceRef("x.md", i, 1)));
        var found = await RemoteLinks.Check(
            [.. links], new Silence(), Patience with { Whole = TimeSpan.FromMilliseconds(20) }, new LinkCache(), ScratchSite.Now,
            TestContext.Current.CancellationToken);
        Assert.StartsWith("30 addresses were not asked", Assert.Single(found).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interruption_is_no_verdict()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RemoteLinks.Check(
            [new RemoteLink("http://slow.example/", new SourceRef("x.md", 1, 1))], new Silence(), Patience, new LinkCache(),
                ScratchSite.Now, stop.Token));
    }

    [Fact]
    public async Task What_was_learned_is_kept_for_its_age()
    {
        using var site = new ScratchSite();
        string[] links = [_server.Address + "/ok", _server.Address + "/gone", _server.Address + "/forbidden"];
        var cache = LinkCache.Read(site.Root, UserSecret.Folder());
        await Check(cache, ScratchSite.Now, links);
        cache.Write(site.Root, UserSecret.Folder(), ScratchSite.Now);

        foreach (var (hours, ok, gone, forbidden) in ((int, int, int, int)[])[(1, 1, 2, 4), (25, 1, 4, 6), (24 * 8, 2, 6, 8)])
        {
            var found = await Check(LinkCache.Read(site.Root, UserSecret.Folder()), ScratchSite.Now.AddHours(hours), links);
            Assert.Equal(["AD0821", "AD0822"], found.Select(one => one.Rule.Id).Order());
            Assert.Equal((ok, gone, forbidden), (_server.Asked("HEAD /ok"), Both("/gone"), Both("/forbidden")));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage\nmore\tgarbage\n2026\tFine\tx\ty\n")]
    public void A_damaged_cache_is_ignored(string text)
    {
        using var site = new ScratchSite().Add(".aidigest/links.tsv", text);

        Assert.Null(LinkCache.Read(site.Root, UserSecret.Folder()).Find("x", ScratchSite.Now));
    }

    [Fact]
    public async Task Links_of_bodies_and_facts_are_reported_at_their_places()
    {
        using var site = new ScratchSite()
            .AddPaper("a", "2026-11-14", "tag", $"Раз. [Два]({_server.Address}/gone). Три.", $"code: {_server.Address}/missing");
        var report = site.Check();
        var remote = report.Remote.Where(link => link.Address.StartsWith(_server.Address, StringComparison.Ordinal)).ToImmutableArray();

        var found =
            report.With(
                await RemoteLinks.Check(remote, Web, Patience, new LinkCache(), ScratchSite.Now,
                TestContext.Current.CancellationToken)).Diagnostics
            .Where(one => one.Rule == Catalogue.LinkGone).Select(one => (one.Line, one.Column));

        Assert.Equal([(5, 7), (8, 6)], found);
    }

    public void Dispose()
    {
        _server.Dispose();
        Web.Dispose();
    }

    private static bool Anyone(IPAddress address) => true;

    private HttpAsker Web { get; } = new(TimeSpan.FromMinutes(2), Anyone);

    private RemotePatience Patience => RemotePatience.Usual with
    {
        Wait = (time, _) =>
        {
            _waits.Enqueue(time);
            return Task.CompletedTask;
        },
    };

    private int Both(string path) => _server.Asked("HEAD " + path) + _server.Asked("GET " + path);

    private Task<List<Diagnostic>> Check(HttpAsker web, string address) => RemoteLinks.Check(
        [new RemoteLink(address, new SourceRef("x.md", 1, 1))], web, Patience, new LinkCache(), ScratchSite.Now,
            TestContext.Current.CancellationToken);

    private Task<List<Diagnostic>> Check(LinkCache cache, DateTimeOffset now, params string[] links) =>
        RemoteLinks.Check(
            [.. links.Select((link, i) => new RemoteLink(link, new SourceRef("x.md", i + 1, 1)))], Web, Patience, cache, now,
            TestContext.Current.CancellationToken);

    /// <summary>All hosts lead to one server, which counts the requests of each.</summary>
    private sealed class Crowd : IWebAsker
    {
        private int _open;
        private int _asked;
        private int _mostOpen;

        public int Asked => _asked;

        public int MostOpen => _mostOpen;

        public async Task<WebAnswer> Ask(Uri address, bool head, CancellationToken cancellation)
        {
            if (address.Host != "victim.example")
            {
                return new WebAnswer(302, new Uri("http://victim.example/"));
            }

            Interlocked.Increment(ref _asked);
            var open = Interlocked.Increment(ref _open);
            InterlockedMax(open);
            await Task.Yield();
            Interlocked.Decrement(ref _open);
            return new WebAnswer(200);
        }

        private void InterlockedMax(int open)
        {
            for (var most = _mostOpen; open > most; most = _mostOpen)
            {
                Interlocked.CompareExchange(ref _mostOpen, open, most);
            }
        }
    }

    /// <summary>A host that never answers, or only each time after a few questions; any other host does.</summary>
    private sealed class Unanswering(int silence) : IWebAsker
    {
        private int _dead;

        public int Dead => _dead;

        public int Speaks { get; init; } = int.MaxValue;

        public Task<WebAnswer> Ask(Uri address, bool head, CancellationToken cancellation) => Task.FromResult(
            address.Host == "dead.example" && Interlocked.Increment(ref _dead) % Speaks != 0
                ? new WebAnswer(0, Failure: "it did not answer in time", Silence: silence)
                : new WebAnswer(200));
    }

    /// <summary>Never answers.</summary>
    private sealed class Silence : IWebAsker
    {
        public async Task<WebAnswer> Ask(Uri address, bool head, CancellationToken cancellation)
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return default;
        }
    }
}
