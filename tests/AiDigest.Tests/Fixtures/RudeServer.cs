using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AiDigest.Tests.Fixtures;

/// <summary>A server on loopback that misbehaves as servers do, by the path that is asked for.</summary>
internal sealed class RudeServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, int> _asked = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private int _open;

    public RudeServer()
    {
        _listener.Start();
        _ = Accept();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>The most questions that were open at once.</summary>
    public int MostOpen { get; private set; }

    /// <summary>How often <c>METHOD /path</c> was asked.</summary>
    public int Asked(string question)
    {
        lock (_lock)
        {
            return _asked.GetValueOrDefault(question);
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = Serve(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var closing = client;
        try
        {
            var stream = client.GetStream();
            var buffer = new byte[8192];
            var count = await stream.ReadAsync(buffer, _stop.Token);
            var line = Encoding.ASCII.GetString(buffer, 0, count).Split('\r')[0].Split(' ');
            if (line.Length < 2)
            {
                return;
            }

            var number = Count($"{line[0]} {line[1]}", +1);

            // Long enough that a second question would be seen beside this one, and over before the client has the answer.
            await Task.Delay(5, _stop.Token);
            Count("", -1);
            await Answer(stream, line[0], line[1], number);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The other side has gone.
        }
    }

    private int Count(string question, int open)
    {
        lock (_lock)
        {
            MostOpen = Math.Max(MostOpen, _open += open);
            return _asked[question] = _asked.GetValueOrDefault(question) + 1;
        }
    }

    private async Task Answer(NetworkStream stream, string method, string path, int number)
    {
        Task Say(string status, string headers = "") =>
            stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nConnection: close\r\n{headers}\r\n"), _stop.Token).AsTask();
        switch (path)
        {
            case "/no-head" when method == "HEAD":
                await Say("405 Method Not Allowed");
                break;
            case "/head-loop" or "/head-circle" or "/head-circle/back" when method == "HEAD":
                var next = path == "/head-circle" ? "/head-circle/back" : path.Replace("/back", "", StringComparison.Ordinal);
                await Say("302 Found", $"Location: {next}\r\n");
                break;
            case "/head-astray" when method == "HEAD":
                await Say("302 Found", "Location: /missing\r\n");
                break;
            case "/head-nowhere" when method == "HEAD":
                await Say("302 Found");
                break;
            case "/missing":
                await Say("404 Not Found");
                break;
            case "/gone":
                await Say("410 Gone");
                break;
            case "/forbidden":
                await Say("403 Forbidden");
                break;
            case "/broken":
                await Say("500 Internal Server Error");
                break;
            case "/busy" when number == 1:
                await Say("429 Too Many Requests", "Retry-After: 7\r\n");
                break;
            case "/very-busy":
                await Say("503 Service Unavailable", "Retry-After: 86400\r\n");
                break;
            case "/moved":
                await Say("301 Moved Permanently", "Location: /ok\r\n");
                break;
            case "/elsewhere":
                await Say("302 Found", "Location: /ok\r\n");
                break;
            case "/to-missing":
                await Say("302 Found", "Location: /missing\r\n");
                break;
            case "/to-private":
                await Say("302 Found", $"Location: http://127.0.0.2:{((IPEndPoint)_listener.LocalEndpoint).Port}/ok\r\n");
                break;
            case "/loop":
                await Say("302 Found", "Location: /loop\r\n");
                break;
            case "/out":
                await Say("302 Found", "Location: file:///etc/passwd\r\n");
                break;
            case "/slow":
                await Task.Delay(Timeout.Infinite, _stop.Token);
                break;
            case "/hang-up":
                break;
            case "/endless" when method == "HEAD":
                await Say("501 Not Implemented");
                break;
            case "/endless":
                await Say("200 OK");
                for (var chunk = new byte[65536]; ;)
                {
                    await stream.WriteAsync(chunk, _stop.Token);
                }

            default:
                await Say("200 OK", "Content-Length: 0\r\n");
                break;
        }
    }
}
