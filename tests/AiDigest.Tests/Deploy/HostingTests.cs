using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Deploy;

/// <summary>The configurations of docs/hosting serve a built site as the document promises.</summary>
public class HostingTests
{
    [Theory]
    [InlineData("nginx")]
    [InlineData("caddy")]
    public async Task A_server_shows_the_whole_site(string name)
    {
        Assert.SkipUnless(Installed(name) is not null, $"{name} is not installed");
        using var site = new ScratchSite().Settings("url: https://example.org/\n")
            .AddPaper("first", "2026-11-11", "alpha", "Формула $a_1$ и код.", "arxiv: 2411.19108\n");
        site.Precompress = true;
        site.BuildFine();
        var port = FreePort();
        using var folder = new TempFolder();
        using var server = Start(name, folder, site.Output, port);
        try
        {
            await Show(site, server, port, isNginx: name == "nginx");
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            server.WaitForExit();
        }
    }

    private static async Task Show(ScratchSite site, Process server, int port, bool isNginx)
    {
        using var client =
            new HttpClient(
                new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None })
            {
                BaseAddress = new Uri(
                    $"http://127.0.0.1:{port}/")
            };
        await Ready(client, server);

        foreach (var path in Manifest.Parse(File.ReadAllBytes(Path.Combine(site.Output, Manifest.FileName))).Select(line => line.Path))
        {
            var address = path.EndsWith("index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path;
            using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
            Assert.Equal(
                File.ReadAllBytes(Path.Combine(site.Output, path)),
                await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Equal("default-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
            if (path.EndsWith(".gz", StringComparison.Ordinal) || path.EndsWith(".br", StringComparison.Ordinal))
            {
                // Nothing links to a compressed copy.
                continue;
            }

            Assert.Equal(TypeOf(path), answer.Content.Headers.ContentType?.MediaType);
            var kept = path.StartsWith("assets/", StringComparison.Ordinal)
                && System.Text.RegularExpressions.Regex.IsMatch(path, "[.-][0-9a-f]{8,}[.]|/search/[0-9a-z]{8}[.](bin|txt)$");
            Assert.Equal(kept ? TimeSpan.FromDays(365) : TimeSpan.FromMinutes(10), answer.Headers.CacheControl?.MaxAge);
        }

        using var missing = await client.GetAsync("no/such/page/", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal(site.Read("404.html"), await missing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var hidden = await client.GetAsync(Manifest.FileName, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);

        // nginx of Debian has no module that sends .br.
        foreach (var (encoding, suffix) in isNginx ? [("gzip", "gz")] : new[] { ("gzip", "gz"), ("br", "br") })
        {
            await AssertPacked(site, client, encoding, suffix);
        }
    }

    /// <summary>Every file that has a compressed copy is sent as that copy, with the type of the file.</summary>
    private static async Task AssertPacked(ScratchSite site, HttpClient client, string encoding, string suffix)
    {
        var copies = Manifest.Parse(File.ReadAllBytes(Path.Combine(site.Output, Manifest.FileName)))
            .Select(line => line.Path).Where(path => path.EndsWith("." + suffix, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(copies);
        foreach (var copy in copies)
        {
            var path = copy[..^(suffix.Length + 1)];
            var address = path.EndsWith("index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path;
            using var ask = new HttpRequestMessage(HttpMethod.Get, address);
            ask.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
            using var packed = await client.SendAsync(ask, TestContext.Current.CancellationToken);
            Assert.Equal([encoding], packed.Content.Headers.ContentEncoding);
            Assert.Equal(TypeOf(path), packed.Content.Headers.ContentType?.MediaType);
            Assert.Equal(
                File.ReadAllBytes(Path.Combine(site.Output, copy)),
                await packed.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    private static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html",
        ".css" => "text/css",
        ".js" => "text/javascript",
        ".json" => "application/json",
        ".txt" => "text/plain",
        ".bib" => "application/x-bibtex",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".woff2" => "font/woff2",
        ".webmanifest" => "application/manifest+json",
        ".xml" => "application/xml",
        _ => "application/octet-stream",
    };

    private static Process Start(string name, TempFolder folder, string output, int port)
    {
        var file = name == "nginx" ? "nginx.conf" : "Caddyfile";
        var text = Checkout.ReadText("docs/hosting/" + file).Replace("/var/www/digest", output, StringComparison.Ordinal);
        text = name == "nginx"
            ? $"daemon off; master_process off; pid {folder.At("pid")}; error_log {folder.At("error.log")};\nevents {{}}\nhttp "
                + $"{{\naccess_log off; client_body_temp_path {folder.At("a")}; proxy_temp_path {folder.At("b")}; fastcgi_temp_path "
                + $"{folder.At("c")}; uwsgi_temp_path {folder.At("d")}; scgi_temp_path "
                + $"{folder.At("e")};\n{text.Replace("listen 80", $"listen 127.0.0.1:{port}", StringComparison.Ordinal)}\n}}\n"
            : $"{{\n\tadmin off\n\tauto_https "
                + $"off\n}}\n{text.Replace("digest.example.org {", $"http://127.0.0.1:{port} {{", StringComparison.Ordinal)}";
        var path = folder.Write(file, text);
        string[] arguments = name == "nginx"
            ? (Environment.IsPrivilegedProcess ? ["-c", path, "-g", "user root;"] : ["-c", path])
            : ["run", "--config", path, "--adapter", "caddyfile"];
        var start = new ProcessStartInfo(Installed(name)!, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["HOME"] = folder.Root;
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task Ready(HttpClient client, Process server)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            Assert.False(server.HasExited, "the server ended; its configuration is wrong");
            try
            {
                using var answer = await client.GetAsync("", TestContext.Current.CancellationToken);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }

        Assert.Fail("the server does not answer");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? Installed(string program) =>
        (Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin").Split(':').Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
