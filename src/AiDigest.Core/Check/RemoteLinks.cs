using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Markdown;

namespace AiDigest.Core.Check;

/// <summary>
/// Asks the remote addresses of a site, each once however often it is used, and says which are gone, out of reach or moved.
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
        var verdicts = new RemoteVerdict?[asked.Count];
        var hosts = asked.Select((address, slot) => (address, slot))
            .GroupBy(one => one.address.Authority, StringComparer.OrdinalIgnoreCase);
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        whole.CancelAfter(patience.Whole);
        try
        {
            await Parallel.ForEachAsync(
                hosts, new ParallelOptions { MaxDegreeOfParallelism = patience.Hosts, CancellationToken = whole.Token },
                async (host, stop) =>
            {
                foreach (var (address, slot) in host)
                {
                    verdicts[slot] = await settling.Settle(address, stop);
                }
            });
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // What has no verdict by then is counted below.
        }

        for (var slot = 0; slot < verdicts.Length; slot++)
        {
            if (verdicts[slot] is { } verdict)
            {
                cache.Put(asked[slot].AbsoluteUri, verdict, now);
            }
        }

        var unasked = asked.Where((_, slot) => verdicts[slot] is null).ToHashSet();
        var known = byAddress.Where(group => !unasked.Contains(group.Key))
            .Select(group => (Links: group, Verdict: cache.Find(group.Key.AbsoluteUri, now)!)).ToList();
        List<Diagnostic> found =
        [
            .. known.Where(one => one.Verdict.SilentHost is null).SelectMany(one => Reports(one.Links, one.Verdict)),
            .. known.Where(one => one.Verdict.SilentHost is not null)
                .GroupBy(one => one.Verdict.SilentHost!, StringComparer.OrdinalIgnoreCase)
                .Select(host => Silent(host.Key, host.First().Links, host.First().Verdict, host.Count())),
        ];
        if (unasked.Count > 0)
        {
            var first = byAddress.First(group => unasked.Contains(group.Key)).First();
            found.Add(Diagnostic.At(Catalogue.LinkUnreachable, first.At, Messages.AddressesUnasked(unasked.Count, patience.Whole)));
        }

        return found;
    }

    /// <summary>One line for a host, at its first link, however many addresses it has.</summary>
    private static Diagnostic Silent(string host, IEnumerable<RemoteLink> links, RemoteVerdict verdict, int addresses)
    {
        var link = links.First();
        var said = Messages.RemoteUnreachable(MessageText.Shortened(link.Address), verdict.Detail);
        return Diagnostic.At(
            Catalogue.LinkUnreachable, link.At,
            addresses == 1 ? said : said + Messages.HostIsSilent(MessageText.Shortened(host), addresses - 1));
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
        var rule = verdict.State switch
        {
            RemoteState.Gone => Catalogue.LinkGone,
            RemoteState.Unreachable => Catalogue.LinkUnreachable,
            RemoteState.Moved => Catalogue.LinkMoved,
            _ => null,
        };
        return rule is null ? [] : links.Select(link => Diagnostic.At(rule, link.At, Said(MessageText.Shortened(link.Address), verdict)));
    }

    private static Message Said(string address, RemoteVerdict verdict) => verdict.State switch
    {
        RemoteState.Gone => Messages.RemoteGone(address, verdict.Detail),
        RemoteState.Moved => Messages.RemoteMoved(address, MessageText.Shortened(verdict.Detail)),
        _ => Messages.RemoteUnreachable(address, verdict.Detail),
    };
}
