using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Markdown;

namespace AiDigest.Core.Check;

/// <summary>
/// Asks the remote addresses of a site, each once however often it stands there, and says which are gone, out of reach or moved.
/// </summary>
public static class RemoteLinks
{
    /// <param name="cache">What was learned before; what is learned now is put there.</param>
    public static async Task<List<Diagnostic>> Check(
        ImmutableArray<RemoteLink> links, IWebAsker web, RemotePatience patience, LinkCache cache, DateTimeOffset now,
            CancellationToken cancellation)
    {
        var byAddress = links
            .Select(link => (Link: link, Address: Parsed(link.Address)))
            .Where(link => link.Address is not null)
            .ToLookup(link => link.Address!, link => link.Link);
        var asked = byAddress.Select(group => group.Key).Where(address => cache.Find(address.AbsoluteUri, now) is null).ToList();
        var settling = new RemoteAddress(web, patience);
        var verdicts = new RemoteVerdict[asked.Count];
        var hosts = asked.Select((address, slot) => (address, slot))
            .GroupBy(one => one.address.Authority, StringComparer.OrdinalIgnoreCase);
        await Parallel.ForEachAsync(
            hosts, new ParallelOptions { MaxDegreeOfParallelism = patience.Hosts, CancellationToken = cancellation }, async (host, stop) =>
        {
            foreach (var (address, slot) in host)
            {
                verdicts[slot] = await settling.Settle(address, stop);
            }
        });
        for (var slot = 0; slot < verdicts.Length; slot++)
        {
            cache.Put(asked[slot].AbsoluteUri, verdicts[slot], now);
        }

        return [.. byAddress.SelectMany(group => Reports(group, cache.Find(group.Key.AbsoluteUri, now)!))];
    }

    /// <summary>The address without its fragment, which no server sees.</summary>
    private static Uri? Parsed(string address)
    {
        address = address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri!.Host.Length > 0
            ? new Uri(uri.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.UriEscaped))
            : null;
    }

    private static IEnumerable<Diagnostic> Reports(IGrouping<Uri, RemoteLink> links, RemoteVerdict verdict)
    {
        var (rule, said) = verdict.State switch
        {
            RemoteState.Gone => (Catalogue.LinkGone, $"is gone: the server answers {verdict.Detail}"),
            RemoteState.Unreachable => (Catalogue.LinkUnreachable, $"could not be reached: {verdict.Detail}"),
            RemoteState.Moved => (Catalogue.LinkMoved, $"has moved to {MessageText.Shortened(verdict.Detail)}"),
            _ => (null, ""),
        };
        return rule is null ? [] : links.Select(link => Diagnostic.At(rule, link.At, $"{MessageText.Shortened(link.Address)} {said}"));
    }
}
