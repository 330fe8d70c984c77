using System.Net;

namespace AiDigest.Core.Checking;

/// <summary>What one question to a server brought.</summary>
/// <param name="Status">0: no answer, for the reason that <paramref name="Failure"/> gives.</param>
/// <param name="Location">Where a redirect leads, absolute.</param>
/// <param name="RetryAfter">How long the server asks to wait.</param>
public readonly record struct WebAnswer(int Status, Uri? Location = null, TimeSpan? RetryAfter = null, string? Failure = null);

/// <summary>Asks a server one question and follows nothing.</summary>
public interface IWebAsker
{
    /// <param name="head">HEAD; else GET, of whose body nothing is read.</param>
    Task<WebAnswer> Ask(Uri address, bool head, CancellationToken cancellation);
}

/// <summary>The network itself. A body is never read: its connection is closed as soon as the headers are there.</summary>
public sealed class HttpAsker : IWebAsker, IDisposable
{
    private readonly HttpClient _client;

    /// <param name="patience">How long one answer may take.</param>
    public HttpAsker(TimeSpan patience)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = patience,
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
            return new WebAnswer(0, Failure: "it did not answer in time");
        }
        catch (HttpRequestException e)
        {
            return new WebAnswer(0, Failure: e.HttpRequestError switch
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
}
