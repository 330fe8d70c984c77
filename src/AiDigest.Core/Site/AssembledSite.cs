using System.Collections.Immutable;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Tags;

namespace AiDigest.Core.Site;

/// <summary>
/// The site with all its relations settled: order, days, tags, authors. It is immutable and knows no addresses of outputs but those
/// that follow from slugs. Entries that are left out take part in <see cref="All"/>, so that collisions do not depend on the clock.
/// </summary>
public sealed record AssembledSite
{
    public required Settings Settings { get; init; }

    public required SiteTime Time { get; init; }

    /// <summary>Every entry, newest first; ties by source path and place in its file.</summary>
    public required ImmutableArray<SiteEntry> All { get; init; }

    /// <summary>The same by source path and place in its file.</summary>
    public required ImmutableArray<SiteEntry> InSourceOrder { get; init; }

    /// <summary>The entries that this build shows, newest first.</summary>
    public required ImmutableArray<SiteEntry> Published { get; init; }

    /// <summary>Tags with at least one published entry, by key.</summary>
    public required ImmutableArray<Group<Tag>> Tags { get; init; }

    /// <summary>Pairs of tags with a page, by the slugs of both; none where they have no pages.</summary>
    public required ImmutableArray<Group<TagPair>> Pairs { get; init; }

    /// <summary>Every tag that any entry names, also one left out.</summary>
    public required ImmutableArray<Tag> AllTags { get; init; }

    /// <summary>Authors with a page, by slug; none where they have no pages.</summary>
    public required ImmutableArray<Group<Author>> Authors { get; init; }

    public required ImmutableArray<RenderedPage> Pages { get; init; }

    public required ImmutableArray<RenderedPage> PublishedPages { get; init; }

    public required ImmutableArray<SkippedEntry> Skipped { get; init; }

    /// <summary>Days with published entries, newest first.</summary>
    public required ImmutableArray<Group<DateOnly>> Days { get; init; }
}
