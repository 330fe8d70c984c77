using System.Collections.Immutable;
using AiDigest.Core.Model;

namespace AiDigest.Core.Site;

/// <summary>Everything that a site is made of, as the stages before gave it.</summary>
public sealed record SiteInput
{
    public required Settings Settings { get; init; }

    public required IReadOnlyList<RegisteredTag> Tags { get; init; }

    public required IReadOnlyList<RenderedEntry> Entries { get; init; }

    public required IReadOnlyList<RenderedPage> Pages { get; init; }

    /// <summary>Every file below <c>content/</c>, relative to the root, with <c>/</c>.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>How large the picture at a path of <see cref="Files"/> is; null where its bytes do not tell.</summary>
    public Func<string, PictureSize?> PictureSize { get; init; } = _ => null;

    /// <summary>Sources that could not be read; a link to one of them is no further mistake.</summary>
    public IReadOnlySet<string> Broken { get; init; } = new HashSet<string>();

    public required Strings Strings { get; init; }

    /// <summary>Addresses of the theme's assets, by their names in <c>templates/assets/</c>.</summary>
    public required IReadOnlyDictionary<string, string> Assets { get; init; }

    /// <summary><c>--base-url</c>: where this build is published, if not at the settings' <c>url</c>.</summary>
    public string? BaseUrl { get; init; }

    public bool Drafts { get; init; }

    public bool Future { get; init; }

    /// <summary>Only some of the sources were read: an address that nothing makes may belong to another.</summary>
    public bool Partial { get; init; }

    /// <summary>Runs numbered pieces of work, side by side if the caller likes; results never depend on it.</summary>
    public Action<int, Action<int>> SideBySide { get; init; } = (count, work) =>
    {
        for (var i = 0; i < count; i++)
        {
            work(i);
        }
    };

    /// <summary>The present moment, which parts published entries from future ones.</summary>
    public required DateTimeOffset Now { get; init; }
}

/// <summary>An entry that this build leaves out.</summary>
/// <param name="Reason"><c>draft</c> or <c>future</c>.</param>
/// <param name="Appears">From when it is published, in the site's offset; null for a draft.</param>
public sealed record SkippedEntry(SourceRef Source, string Title, string Reason, DateTimeOffset? Appears);

/// <summary>An entry in its place among the others.</summary>
/// <param name="Number">From 0 on, one for each entry of the site.</param>
public sealed record SiteEntry(int Number, RenderedEntry Entry, DateOnly Day, DateTimeOffset Moment, ImmutableArray<Tag> Tags, bool Published, bool Future)
{
    public EntryMetadata Paper => Entry.Metadata;

    public string Address => field ??= AssembledSite.PaperAddress(Entry.Metadata);

    /// <summary>Of its BibTeX entry, a file.</summary>
    public string CitationAddress => Address + "cite.bib";

    /// <summary>The file of its own page.</summary>
    public string Path { get; } = $"papers/{Entry.Metadata.Slug.Text}/index.html";
}

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
