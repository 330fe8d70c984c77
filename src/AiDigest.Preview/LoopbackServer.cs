using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AiDigest.Preview;

/// <summary>
/// Kestrel on 127.0.0.1 and [::1] and nowhere else, bare: without a host there is no configuration, so that no <c>appsettings.json</c> and
/// no variable of the environment can open it to the network.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private const int Tries = 100;
    private const int LastPort = 65535;

    private readonly KestrelServer _server;

    private LoopbackServer(KestrelServer server, int port) => (_server, Port) = (server, port);

    public int Port { get; }

    /// <summary>Listens on the first free port from the wanted one on.</summary>
    /// <param name="wanted">0: any free one.</param>
    /// <exception cref="IOException">No port is free.</exception>
    public static async Task<LoopbackServer> StartAsync(
        int wanted, IHttpApplication<HttpContext> application, CancellationToken cancellation)
    {
        for (var turn = 0; ; turn++)
        {
            var port = wanted == 0 ? FreePort() : wanted + turn;
            var server = Make(port);
            try
            {
                await server.StartAsync(application, cancellation);
                return new LoopbackServer(server, port);
            }
            catch (IOException e) when (e.InnerException is AddressInUseException && turn + 1 < Tries && port < LastPort)
            {
                server.Dispose();
            }
        }
    }

    /// <summary>Ends at once: what is still being sent is cut off.</summary>
    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _server.StopAsync(soon.Token);
        _server.Dispose();
    }

    private static KestrelServer Make(int port)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.ListenLocalhost(port, listen => listen.Protocols = HttpProtocols.Http1);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        return new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
