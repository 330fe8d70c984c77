using System.Collections.Immutable;
using AiDigest.Core.Model;

namespace AiDigest.Core.Site.Outputs;

/// <summary>One format of feed.</summary>
/// <param name="File">Its file below the list's address.</param>
/// <param name="Template">In <c>layouts/</c>, or <c>feed.json</c> of the tool.</param>
public sealed record FeedFormat(OutputKinds Kind, string Name, string File, string Template, string MediaType)
{
    public static ImmutableArray<FeedFormat> All { get; } =
    [
        new(OutputKinds.Atom, "Atom", "feed.xml", "atom.xml", "application/atom+xml"),
        new(OutputKinds.Rss, "RSS", "rss.xml", "rss.xml", "application/rss+xml"),
        new(OutputKinds.Json, "JSON Feed", "feed.json", "feed.json", "application/feed+json"),
    ];
}
