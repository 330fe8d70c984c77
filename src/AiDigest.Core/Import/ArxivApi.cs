using System.Net.Http.Headers;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Import.Feeds;

namespace AiDigest.Core.Import;

/// <summary>Asks arXiv's API (export.arxiv.org/api/query) about one paper.</summary>
public sealed class ArxivApi(Uri address, TimeSpan patience)
{
    private const int Most = 1 << 20;

    public static Uri Address { get; } = new("https://export.arxiv.org/api/query");

    /// <returns>The paper, or the reason why nothing is known of it.</returns>
    public async Task<(EntryDraft? Paper, Message? Problem)> Ask(string id, CancellationToken cancellation)
    {
        using var handler = new SocketsHttpHandler { ConnectTimeout = patience, MaxAutomaticRedirections = 3 };
        using var client = new HttpClient(handler) { Timeout = patience, MaxResponseContentBufferSize = Most };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("aidigest", "1.0"));
        try
        {
            var bytes =
                await client.GetByteArrayAsync(new Uri($"{address}?id_list={Uri.EscapeDataString(id)}&max_results=1"), cancellation);
            return FeedImport.Read(new ImportFile("arXiv", bytes)) switch
            {
                [{ Draft: { Arxiv: not null } paper }, ..] => (paper, null),
                [{ Problem: { } problem }, ..] => (null, problem),
                _ => (null, Messages.ArxivKnowsNoPaper),
            };
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, Messages.ArxivIsLate);
        }
        catch (Exception e) when (e is HttpRequestException or ImportException)
        {
            return (null, Messages.ArxivNotAsked(e is ImportException known ? known.Text : Message.Foreign(e.Message)));
        }
    }
}
