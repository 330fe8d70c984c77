using System.Net;
using System.Net.Sockets;

namespace AiDigest.Core.Check;

/// <summary>
/// The network itself. A body is never read: its connection is closed as soon as the headers are there. A host is looked up here and the
/// connection made to the very address that was looked at, so that no name can show one address to the check and another to the connection.
/// </summary>
public sealed class HttpAsker : IWebAsker, IDisposable
{
    private readonly HttpClient _client;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly Func<IPAddress, bool> _isAllowed;

    /// <param name="patience">How long one answer may take.</param>
    /// <param name="isAllowed">Which addresses may be asked: <see cref="PublicAddress.Is"/>, or more.</param>
    /// <param name="resolve">Looks a name up; null: as the system does.</param>
    public HttpAsker(TimeSpan patience, Func<IPAddress, bool> isAllowed, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        (_isAllowed, _resolve) = (isAllowed, resolve ?? Dns.GetHostAddressesAsync);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = patience,
            ConnectCallback = Connect,
            MaxResponseDrainSize = 0,
            MaxResponseHeadersLength = 64,
            AutomaticDecompression = DecompressionMethods.None,
        };
        _client = new HttpClient(handler) { Timeout = patience };
        _client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "aidigest-link-check/1.0");
        _client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "*/*");
    }

    public async Task<WebAnswer> Ask(Uri address, bool head, CancellationToken cancellation)
    {
        // Without a proxy between them, the connection looks again, at the very address that it is made to.
        if ((IPAddress.TryParse(address.IdnHost, out var literal) && !_isAllowed(literal))
            || (ProxyOf(address) is not null && await IsPrivateName(address, cancellation)))
        {
            return Refused;
        }

        try
        {
            using var question = new HttpRequestMessage(head ? HttpMethod.Head : HttpMethod.Get, address);
            using var answer = await _client.SendAsync(question, HttpCompletionOption.ResponseHeadersRead, cancellation);
            var location = answer.Headers.Location is { } given && Uri.TryCreate(address, given, out var absolute) ? absolute : null;
            var wait = answer.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - answer.Headers.Date : null;
            return new WebAnswer((int)answer.StatusCode, location, wait);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new WebAnswer(0, Failure: "it did not answer in time", Silence: 3);
        }
        catch (HttpRequestException e) when (e.InnerException is RefusedHostException)
        {
            return Refused;
        }
        catch (HttpRequestException e)
        {
            var isSilent = e.HttpRequestError
                is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError;
            return new WebAnswer(0, Silence: isSilent ? 1 : 0, Failure: e.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => "its host is not known",
                HttpRequestError.ConnectionError => "no connection could be made",
                HttpRequestError.SecureConnectionError => "no secure connection could be made",
                _ => "its answer is broken",
            });
        }
        catch (Exception e) when (e is IOException or UriFormatException or InvalidOperationException)
        {
            return new WebAnswer(0, Failure: "it could not be asked");
        }
    }

    public void Dispose() => _client.Dispose();

    private static WebAnswer Refused =>
        new(0, Failure: "its host is on this machine or in a private network, which is asked with --private-hosts only", IsFinal: true);

    /// <summary>The proxy that the system's settings put before an address; null for none.</summary>
    private static Uri? ProxyOf(Uri address) =>
        HttpClient.DefaultProxy.IsBypassed(address) ? null : HttpClient.DefaultProxy.GetProxy(address);

    /// <summary>
    /// Behind a proxy, which looks names up itself: whether this machine too knows the name, as one that must not be asked.
    /// </summary>
    private async Task<bool> IsPrivateName(Uri address, CancellationToken cancellation)
    {
        try
        {
            return !Array.TrueForAll(await _resolve(address.IdnHost, cancellation), found => _isAllowed(found));
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            return false;
        }
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var point = context.DnsEndPoint;
        var addresses = await _resolve(point.Host, cancellation);
        var isProxy = context.InitialRequestMessage.RequestUri is { } asked && ProxyOf(asked) is { } proxy
            && proxy.IdnHost.Trim('[', ']') == point.Host.Trim('[', ']') && proxy.Port == point.Port;
        if (!isProxy && !Array.TrueForAll(addresses, address => _isAllowed(address)))
        {
            throw new RefusedHostException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, point.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class RefusedHostException : Exception;
}
