using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Model;

/// <summary>
/// One summary of a paper (an <i>entry</i>) as its source says it: nothing here depends on the settings of the site, on other
/// entries or on the clock, so that it can be kept as long as the bytes of its file stay the same.
/// </summary>
public sealed record EntryMetadata
{
    /// <summary>The place of the entry: of its first key, or of its item in a day file.</summary>
    public required SourceRef Source { get; init; }

    /// <summary>0 for a file of its own; the 1-based place among the <c>entries</c> of a day file.</summary>
    public int Item { get; init; }

    public required Located Title { get; init; }

    public required EntryDate Date { get; init; }

    public required SourceRef DateAt { get; init; }

    /// <summary>At least one, in the author's order and spelling.</summary>
    public required ImmutableArray<Located> Tags { get; init; }

    /// <summary><c>[a-z0-9-]+</c>: the author's, or made from the file name (from the title for an item of a day file).</summary>
    public required Located Slug { get; init; }

    public string? Lead { get; init; }

    public bool Draft { get; init; }

    public EntryDate? Updated { get; init; }

    /// <summary>Old addresses in the site, without the leading <c>/</c>, ending in <c>/</c> or <c>.html</c>.</summary>
    public ImmutableArray<Located> Aliases { get; init; } = [];

    /// <summary>Relative path of the picture, as written.</summary>
    public Located? Image { get; init; }

    public string? ImageAlt { get; init; }

    public string? PaperTitle { get; init; }

    public ImmutableArray<Located> Authors { get; init; } = [];

    public string? Venue { get; init; }

    public EntryDate? Published { get; init; }

    /// <summary>With its version where the author gave one: <c>2411.19108v2</c>.</summary>
    public string? Arxiv { get; init; }

    /// <summary>The bare DOI, <c>10.…/…</c>.</summary>
    public string? Doi { get; init; }

    public string? Url { get; init; }

    public string? Pdf { get; init; }

    public ImmutableArray<string> Code { get; init; } = [];

    public string? Project { get; init; }

    public string? ModelUrl { get; init; }

    public string? Dataset { get; init; }

    public string? By { get; init; }

    public string? ReviewedBy { get; init; }

    public ImmutableArray<Correction> Corrections { get; init; } = [];

    public ExtraValue? Extra { get; init; }
}
