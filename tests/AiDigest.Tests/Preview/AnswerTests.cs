using System.Net;
using System.Net.Sockets;
using System.Text;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Preview;

/// <summary>One preview of one site under a sub-path, for all tests that only look.</summary>
public sealed class LookedAtPreview : IAsyncLifetime
{
    public static readonly string[] Beside = ["png", "jpg", "webp", "avif", "gif", "pdf", "csv", "txt", "bib", "zip"];

    public ScratchSite Site { get; } = new();

    internal RunningPreview Preview { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var links = string.Join('\n', Beside.Select(end => $"[файл](file.{end})"));
        Site.Settings("title: Дайджест\nurl: https://user.github.io/digest/\n")
            .AddPaper("one/index", "2026-11-14", "acceleration", links)
            .AddPaper("draft", "2026-11-15", "acceleration", keys: "draft: true")
            .AddPaper("future", "2199-01-01", "acceleration")
            .Add("content/static/hello.html", "<p>Без тела")
            .Add("content/static/font.woff2", [1, 2, 3])
            .Add("content/static/CNAME", "example.org");
        foreach (var end in Beside)
        {
            Site.Add($"content/papers/one/file.{end}", [1, 2, 3]);
        }

        Preview = await RunningPreview.StartAsync(Site.Root);
    }

    public async ValueTask DisposeAsync()
    {
        await Preview.DisposeAsync();
        Site.Dispose();
    }
}

[Collection("serving")]
public sealed class AnswerTests(LookedAtPreview looked) : IClassFixture<LookedAtPreview>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RunningPreview Preview => looked.Preview;

    [Fact]
    public async Task The_link_leads_to_home_under_the_sub_path()
    {
        Assert.Equal($"http://localhost:{Preview.Address.Port}/digest/", Preview.Address.AbsoluteUri);
        var home = await Preview.GetAsync("/digest/");
        Assert.Contains("href=\"/digest/papers/one/\"", home, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"canonical\" href=\"{Preview.Address}\">", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_and_future_entries_are_shown()
    {
        Assert.Equal(HttpStatusCode.OK, await Preview.StatusAsync("/digest/papers/draft/"));
        Assert.Equal(HttpStatusCode.OK, await Preview.StatusAsync("/digest/papers/future/"));
    }

    [Theory]
    [InlineData("", "text/html; charset=utf-8")]
    [InlineData("feed.xml", "application/xml; charset=utf-8")]
    [InlineData("feed.json", "application/json; charset=utf-8")]
    [InlineData("robots.txt", "text/plain; charset=utf-8")]
    [InlineData("papers/one/cite.bib", "application/x-bibtex; charset=utf-8")]
    [InlineData("papers/one/file.csv", "text/csv; charset=utf-8")]
    [InlineData("papers/one/file.png", "image/png")]
    [InlineData("papers/one/file.jpg", "image/jpeg")]
    [InlineData("papers/one/file.webp", "image/webp")]
    [InlineData("papers/one/file.avif", "image/avif")]
    [InlineData("papers/one/file.gif", "image/gif")]
    [InlineData("papers/one/file.pdf", "application/pdf")]
    [InlineData("papers/one/file.zip", "application/zip")]
    [InlineData("font.woff2", "font/woff2")]
    [InlineData("CNAME", "application/octet-stream")]
    public async Task Every_kind_of_file_has_its_type_and_is_kept_by_no_cache(string path, string type)
    {
        using var response = await Preview.Client.GetAsync("/digest/" + path, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Assets_have_their_types()
    {
        var home = await Preview.GetAsync("/digest/");
        foreach (
            var (start, type) in new[] { ("/digest/assets/style.", "text/css; charset=utf-8"),
            ("/digest/assets/favicon.", "image/svg+xml; charset=utf-8") })
        {
            var at = home.IndexOf(start, StringComparison.Ordinal);
            using var response = await Preview.Client.GetAsync(home[at..home.IndexOf('"', at)], Cancellation);
            Assert.Equal(type, response.Content.Headers.ContentType?.ToString());
        }
    }

    [Theory]
    [InlineData("/", "/digest/")]
    [InlineData("/digest", "/digest/")]
    [InlineData("/digest/papers/one", "/digest/papers/one/")]
    [InlineData("/digest/papers/one?a=%20b&c", "/digest/papers/one/?a=%20b&c")]
    public async Task A_folder_without_its_slash_leads_to_the_one_with(string from, string to)
    {
        using var response = await Preview.Client.GetAsync(from, Cancellation);
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal(to, response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/digest/nothing/")]
    [InlineData("/digest/nothing.png")]
    [InlineData("/digest//papers/one/")]
    [InlineData("/digest/assets/")]
    [InlineData("/digest/.aidigest-manifest")]
    [InlineData("/papers/one/")]
    [InlineData("/digestpapers/one/")]
    public async Task What_is_not_there_gets_the_404_page_of_the_site(string path)
    {
        using var response = await Preview.Client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Contains("kind-not-found", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/digest/../../../../etc/passwd")]
    [InlineData("/digest/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/digest/..%2f..%2fetc/passwd")]
    [InlineData("/digest/%2e%2e%5c%2e%2e%5cetc")]
    [InlineData("/digest/..\\..\\etc")]
    [InlineData("/digest/./index.html")]
    [InlineData("/digest/a%00b")]
    [InlineData("/digest/%c0%ae%c0%ae/x")]
    [InlineData("/digest/%zz")]
    [InlineData("/digest/%")]
    public async Task A_way_out_of_the_folder_is_refused_however_spelled(string target) =>
        Assert.StartsWith(
            "HTTP/1.1 400 ", await Raw($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("evil.example", "403")]
    [InlineData("localhost.evil.example", "403")]
    [InlineData("192.168.0.1:4000", "403")]
    [InlineData("localhost", "200")]
    [InlineData("LOCALHOST:80", "200")]
    [InlineData("127.0.0.1:4000", "200")]
    [InlineData("[::1]:4000", "200")]
    public async Task Only_names_of_this_machine_are_answered(string host, string status)
    {
        foreach (var path in new[] { "/digest/", "/_aidigest/client.js" })
        {
            var answer = await Raw($"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
            Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://evil.example", "403")]
    [InlineData("http://localhost.evil.example:4000", "403")]
    [InlineData("null", "403")]
    [InlineData("http://localhost:4000", "200")]
    [InlineData("http://127.0.0.1:4000", "200")]
    [InlineData("http://[::1]:4000", "200")]
    public async Task Pages_of_other_origins_are_not_answered(string origin, string status)
    {
        foreach (var path in new[] { "/digest/", "/_aidigest/client.js" })
        {
            var answer = await Raw($"GET {path} HTTP/1.1\r\nHost: localhost\r\nOrigin: {origin}\r\nConnection: close\r\n\r\n");
            Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_but_reading_is_allowed()
    {
        using var post = await Preview.Client.PostAsync("/digest/", new StringContent("x"), Cancellation);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
        Assert.Equal(["GET", "HEAD"], post.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/digest/")]
    [InlineData("/digest/feed.xml")]
    [InlineData("/digest/nothing/")]
    [InlineData("/_aidigest/client.js")]
    public async Task Head_tells_the_same_without_a_body(string path)
    {
        using var get = await Preview.Client.GetAsync(path, Cancellation);
        var length = (await get.Content.ReadAsByteArrayAsync(Cancellation)).Length;
        using var head = await Preview.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), Cancellation);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(length, head.Content.Headers.ContentLength);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("/digest/")]
    [InlineData("/digest/papers/one/")]
    [InlineData("/digest/hello.html")]
    public async Task Pages_get_the_script_on_the_way(string path)
    {
        var page = await Preview.GetAsync(path);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(page, "<script src=\"/_aidigest/client\\.js\" defer "));
        Assert.Contains("EventSource", await Preview.GetAsync("/_aidigest/client.js"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_writes_no_page_and_no_file_beside_the_cache()
    {
        Assert.Contains("</body>", await Preview.GetAsync("/digest/papers/one/"), StringComparison.Ordinal);
        Assert.DoesNotContain(ScratchSite.Tree(looked.Site.Root).Keys, path =>
            path.EndsWith(".html", StringComparison.Ordinal) && !path.StartsWith("content/", StringComparison.Ordinal));
        Assert.Equal([".aidigest", "content"], Directory.EnumerateFileSystemEntries(looked.Site.Root).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void No_build_may_write_where_the_tool_keeps_its_own()
    {
        var (code, _, errors) = Executable.Run(looked.Site, "build", "--output", Path.Combine(looked.Site.Root, ".aidigest", "site"));
        Assert.Equal(2, code);
        Assert.Contains(".aidigest/", errors, StringComparison.Ordinal);
    }

    private async Task<string> Raw(string request)
    {
        using var socket = new TcpClient(AddressFamily.InterNetwork);
        await socket.ConnectAsync(IPAddress.Loopback, Preview.Address.Port, Cancellation);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request), Cancellation);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancellation);
    }
}
