using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Announce;

/// <summary>Posts to a WebSub hub. Redirects are not followed: the owner enters the new address of a hub that moved.</summary>
public static class HubClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="hub">An http(s) address.</param>
    /// <param name="feeds">Absolute addresses.</param>
    /// <exception cref="ExplainedIOException">The hub does not answer, or not with a status of 2xx.</exception>
    public static void Send(string hub, IReadOnlyList<string> feeds, CancellationToken cancellation)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = Patience };
        using var client = new HttpClient(handler) { Timeout = Patience };
        using var form =
            new FormUrlEncodedContent(feeds.Select(feed => KeyValuePair.Create("hub.url", feed)).Prepend(new("hub.mode", "publish")));
        using var question = new HttpRequestMessage(HttpMethod.Post, hub) { Content = form };
        question.Headers.TryAddWithoutValidation("User-Agent", "aidigest-ping/1.0");
        try
        {
            using var answer = client.Send(question, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (!answer.IsSuccessStatusCode)
            {
                throw new ExplainedIOException(Messages.HubRefused(hub, (int)answer.StatusCode));
            }
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new ExplainedIOException(Messages.HubSilent(hub), e);
        }
        catch (HttpRequestException e)
        {
            throw new ExplainedIOException(Messages.HubSilent(hub), e);
        }
    }
}
