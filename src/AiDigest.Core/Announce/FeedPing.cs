using System.Collections.Immutable;
using System.Text;
using AiDigest.Core.Build;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Content;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Core.Model;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Links;

namespace AiDigest.Core.Announce;

/// <param name="Hub">The hub that was told.</param>
/// <param name="Feeds">Absolute addresses of the feeds that changed.</param>
/// <param name="Unchanged">Feeds of which the hub knows already.</param>
public sealed record PingReport(string Hub, ImmutableArray<string> Feeds, int Unchanged);

/// <summary>
/// Tells the WebSub hub of the site which feeds changed (W3C WebSub, section 7; the request is that of PubSubHubbub 0.4: a form with
/// <c>hub.mode=publish</c> and a <c>hub.url</c> for each feed). What the hub was told last is noted in the cache, so that a daily run names
/// only what changed. Losing the note costs a few requests and nothing else.
/// </summary>
public static class FeedPing
{
    private const string Note = "pings";

    /// <summary>Feeds that one request names. Hubs take more, but bound the size of a form.</summary>
    private const int MostAtOnce = 50;

    private static readonly string[] FeedNames = ["feed.json", "feed.xml", "rss.xml"];

    /// <param name="all">Names every feed, also those that the hub knows.</param>
    /// <param name="waiting">Called once if a build of the folder is running.</param>
    /// <param name="send">Posts a form to the hub; <see cref="HubClient.Send"/>, or another one in tests.</param>
    /// <exception cref="RefusedOutputException">There is no hub, no address or no finished build.</exception>
    /// <exception cref="ExplainedIOException">The hub failed. Feeds that it was told of before stay noted.</exception>
    public static PingReport Run(
        BuildOptions options, bool dryRun, bool all, Action waiting, Action<string, IReadOnlyList<string>> send,
        CancellationToken cancellation)
    {
        var settings = Settings(options.Root);
        var hub = settings.Hub ?? throw new RefusedOutputException(Messages.NoHub);
        var url = options.BaseUrl ?? settings.Url ?? throw new RefusedOutputException(Messages.NoAddressToPing);
        using var buildLock = BuildLock.Acquire(options.Output, waiting, cancellation);
        var (site, problem) = BuiltSite.Open(options.Output);
        if (site is null)
        {
            throw new RefusedOutputException(Messages.NothingToPing(options.Output, problem));
        }

        var addresses = new Addresses(settings.Url ?? url, url);
        var feeds = site.Paths.Where(path => FeedNames.Contains(Path.GetFileName(path), StringComparer.Ordinal))
            .Select(path => (Address: addresses.Absolute(path), Digest: Digest.Of(FileBytes.Read(site.PathOf(path))).ToString())).ToList();
        var known = all ? [] : Known(options, hub);
        var changed = feeds.Where(feed => known.GetValueOrDefault(feed.Address) != feed.Digest).ToList();
        foreach (var some in dryRun ? [] : changed.Chunk(MostAtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            send(hub, [.. some.Select(feed => feed.Address)]);
            foreach (var feed in some)
            {
                known[feed.Address] = feed.Digest;
            }

            BuildCache.WriteText(options.Root, options.UserCache, Note, Format(hub, known));
        }

        return new PingReport(hub, [.. changed.Select(feed => feed.Address)], feeds.Count - changed.Count);
    }

    /// <summary>A file with a mistake gives what could be read of it; the build reports the mistake.</summary>
    private static Settings Settings(string root)
    {
        var sources = new SourceList(root, []);
        return sources.Settings is { } file
            ? SettingsParser.Parse(file.Path, sources.Read(file.Path), OutputKind.Names).Value ?? new Settings()
            : new Settings();
    }

    private static Dictionary<string, string> Known(BuildOptions options, string hub)
    {
        var lines = (BuildCache.ReadText(options.Root, options.UserCache, Note) ?? "").Split('\n');
        return lines[0] != hub
            ? []
            : lines.Skip(1).Select(line => line.Split(' ')).Where(parts => parts.Length == 2)
                .DistinctBy(parts => parts[1], StringComparer.Ordinal)
                .ToDictionary(parts => parts[1], parts => parts[0], StringComparer.Ordinal);
    }

    private static string Format(string hub, Dictionary<string, string> known)
    {
        var text = new StringBuilder(hub).Append('\n');
        foreach (var (address, digest) in known.OrderBy(feed => feed.Key, StringComparer.Ordinal))
        {
            text.Append(digest).Append(' ').Append(address).Append('\n');
        }

        return text.ToString();
    }
}
