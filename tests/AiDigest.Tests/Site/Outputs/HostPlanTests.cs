using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Site.Outputs;

/// <summary><c>_headers</c> and <c>_redirects</c> hold what each host takes, and no more.</summary>
public class HostPlanTests
{
    private static ScratchSite Site(string host, string aliases, string url = "https://example.org/") => new ScratchSite()
        .Settings($"title: Т\nurl: {url}\nhost: {host}\n")
        .AddPaper("first", "2026-11-11", "alpha", keys: $"aliases: [{aliases}]\n");

    [Theory]
    [InlineData("github-pages", false, false)]
    [InlineData("cloudflare-pages", true, true)]
    [InlineData("netlify", true, true)]
    [InlineData("gitlab-pages", false, true)]
    public void Each_host_gets_what_it_reads(string host, bool headers, bool redirects)
    {
        using var site = Site(host, "/old/");
        site.BuildFine();
        Assert.Equal((headers, redirects), (site.Has("_headers"), site.Has("_redirects")));
        Assert.True(site.Has("old/index.html"));
        Assert.DoesNotContain("_headers", site.Read("sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_host_no_files()
    {
        using var site = new ScratchSite().AddPaper("first", "2026-11-11", "alpha", keys: "aliases: [/old/]\n");
        site.BuildFine();
        Assert.False(site.Has("_headers") || site.Has("_redirects"));
    }

    [Theory]
    [InlineData("cloudflare-pages", "https://example.org/", "/old/ /papers/first/ 301\n/old/x.html /papers/first/ 301\n")]
    [InlineData("netlify", "https://example.org/", "/old/ /papers/first/ 301!\n/old/x.html /papers/first/ 301!\n")]
    [InlineData("gitlab-pages", "https://me.gitlab.io/d/", "/d/old/ /d/papers/first/ 301\n/d/old/x.html /d/papers/first/ 301\n")]
    public void Old_addresses_become_rules(string host, string url, string rules)
    {
        using var site = Site(host, "/old/x.html, /old/", url);
        site.BuildFine();
        Assert.Equal(rules, site.Read("_redirects"));
    }

    [Fact]
    public void Other_scripts_are_encoded()
    {
        using var site = Site("cloudflare-pages", "\"/статья/\"");
        site.BuildFine();
        Assert.Equal("/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F/ /papers/first/ 301\n", site.Read("_redirects"));
    }

    [Theory]
    [InlineData("/a*b/")]
    [InlineData("/a:b/")]
    public void Signs_of_the_format_are_in_no_address(string alias)
    {
        using var site = Site("cloudflare-pages", $"\"{alias}\"");
        Assert.True(site.Build().Failed);
    }

    [Fact]
    public void A_host_gets_no_more_rules_than_it_takes()
    {
        using var site = Site("cloudflare-pages", "/x/");
        for (var paper = 0; paper < 11; paper++)
        {
            site.AddPaper($"many-{paper}", "2026-11-12", "beta",
                keys: $"aliases: [{string.Join(", ", Enumerable.Range(0, 190).Select(n => $"/o/{paper:00}-{n:000}/"))}]\n");
        }

        site.BuildFine();
        Assert.Equal(2000, site.Read("_redirects").Count(c => c == '\n'));
        Assert.InRange(site.Read("_headers").Split('\n').Count(line => line.StartsWith('/')), 2, 100);
        site.Settings("title: Т\nurl: https://example.org/\nhost: gitlab-pages\n").BuildFine();
        var rules = site.Read("_redirects");
        Assert.InRange(rules.Count(c => c == '\n'), 900, 1000);
        Assert.InRange(rules.Length, 1, 64_000);
    }

    [Fact]
    public void Fingerprinted_files_are_kept_for_a_year_and_the_root_of_search_is_not()
    {
        using var site = Site("netlify", "/old/");
        site.BuildFine();
        var headers = site.Read("_headers");
        Assert.StartsWith("/*\n  Content-Security-Policy: default-src 'self'\n", headers, StringComparison.Ordinal);
        var kept = headers.Split('\n').Where(line => line.StartsWith("/assets/", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain("/assets/search/index.bin", kept);
        Assert.True(site.Has("assets/search/index.bin"));
        Assert.Equal(
            ScratchSite.Tree(Path.Combine(site.Output, "assets")).Keys.Select(path => "/assets/" + path)
                .Where(path => path != "/assets/search/index.bin").Order(StringComparer.Ordinal),
            kept.Order(StringComparer.Ordinal));
    }
}
