using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using AiDigest.Preview;

namespace AiDigest.Tests.Fixtures;

/// <summary>
/// A folder on loopback as a good static host would serve it: texts packed by gzip, assets cached without end, the strict policy, the
/// site's own page for what is missing.
/// </summary>
internal sealed class StaticHost : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _folder;
    private readonly Task _work;

    public StaticHost(string folder)
    {
        _folder = folder;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        _listener.Prefixes.Add(Address);
        _listener.Start();
        _work = WorkAsync();
    }

    public string Address { get; }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _work;
        _listener.Close();
    }

    private async Task WorkAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(await _listener.GetContextAsync());
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                // Stopped while it waited, or the browser has gone.
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var asked = Uri.UnescapeDataString(context.Request.Url!.AbsolutePath);
        var path = Path.Combine(_folder, (asked.EndsWith('/') ? asked + "index.html" : asked)[1..]);
        var response = context.Response;
        if (!File.Exists(path))
        {
            response.StatusCode = 404;
            path = Path.Combine(_folder, "404.html");
        }

        response.ContentType = ContentTypes.Of(path);
        response.Headers["content-security-policy"] = "default-src 'self'";
        response.Headers["cache-control"] = asked.StartsWith("/assets/", StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        var bytes = File.ReadAllBytes(path);
        if (Path.GetExtension(path) is not (".woff2" or ".png"))
        {
            response.Headers["content-encoding"] = "gzip";
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                gzip.Write(bytes);
            }

            bytes = packed.ToArray();
        }

        response.ContentLength64 = bytes.Length;
        response.OutputStream.Write(bytes);
        response.Close();
    }
}
