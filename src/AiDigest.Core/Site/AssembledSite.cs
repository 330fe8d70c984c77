using System.Collections.Immutable;
using AiDigest.Core.Model;

namespace AiDigest.Core.Site;

/// <summary>An entry that this build leaves out.</summary>
/// <param name="Reason"><c>draft</c> or <c>future</c>.</param>
/// <param name="Appears">From when it is published, in the site's offset; null for a draft.</param>
public sealed record SkippedEntry(SourceRef Source, string Title, string Reason, DateTimeOffset? Appears);

/// <summary>A tag as the site shows it.</summary>
/// <param name="Key">Its folded name.</param>
/// <param name="At">Where it is named first, for collisions.</param>
public sealed record Tag(string Key, string Title, string Slug, string? Description, SourceRef At)
{
    public string Address => $"tags/{Slug}/";

    /// <summary>Numbered pages of lists stand there.</summary>
    public bool HasReservedSlug => Slug == "page";
}

/// <summary>A tag or an author together with its published entries, newest first.</summary>
public sealed record Group<T>(T Of, ImmutableArray<SiteEntry> Entries);

public sealed record Author(string Name, string Slug)
{
    public string Address => $"authors/{Slug}/";
}

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

    /// <summary>Every tag that any entry names, also one left out.</summary>
    public required ImmutableArray<Tag> AllTags { get; init; }

    /// <summary>Authors with a page, by slug; none where they have no pages.</summary>
    public required ImmutableArray<Group<Author>> Authors { get; init; }

    public required ImmutableArray<RenderedPage> Pages { get; init; }

    public required ImmutableArray<RenderedPage> PublishedPages { get; init; }

    public required ImmutableArray<SkippedEntry> Skipped { get; init; }

    /// <summary>Days with published entries, newest first.</summary>
    public required ImmutableArray<Group<DateOnly>> Days { get; init; }

    public static string PaperAddress(EntryMetadata paper) => $"papers/{paper.Slug.Text}/";
}
