using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Model;

/// <summary>
/// One summary of a paper (an <i>entry</i>) as its source says it: nothing here depends on the settings of the site, on other
/// entries or on the clock, so that it can be kept as long as the bytes of its file stay the same.
/// </summary>
/// <remarks>
/// Optional fields are set by the rows of <c>EntryFields</c> alone, on an entry that is not shared yet: a copy for each of thirty
/// fields would cost more.
/// </remarks>
public sealed record EntryMetadata
{
    /// <summary>The place of the entry: of its first key, or of its item in a day file.</summary>
    public required SourceRef Source { get; init; }

    /// <summary>0 for an entry that is a whole file; the 1-based place among the <c>entries</c> of a day file.</summary>
    public int Item { get; init; }

    public required Located Title { get; init; }

    public required EntryDate Date { get; init; }

    public required SourceRef DateAt { get; init; }

    /// <summary>At least one, in the author's order and spelling.</summary>
    public required ImmutableArray<Located> Tags { get; init; }

    /// <summary><c>[a-z0-9-]+</c>: the author's, or made from the file name (from the title for an item of a day file).</summary>
    public required Located Slug { get; init; }

    public string? Lead { get; internal set; }

    /// <summary>One sentence: why the paper matters.</summary>
    public string? Takeaway { get; internal set; }

    public bool Draft { get; internal set; }

    public EntryDate? Updated { get; internal set; }

    /// <summary>Old addresses in the site, without the leading <c>/</c>, ending in <c>/</c> or <c>.html</c>.</summary>
    public ImmutableArray<Located> Aliases { get; internal set; } = [];

    /// <summary>Relative path of the picture, as written.</summary>
    public Located? Image { get; internal set; }

    public string? ImageAlt { get; internal set; }

    public string? PaperTitle { get; internal set; }

    public ImmutableArray<Located> Authors { get; internal set; } = [];

    public string? Venue { get; internal set; }

    public EntryDate? Published { get; internal set; }

    /// <summary>With its version where the author gave one: <c>2411.19108v2</c>.</summary>
    public string? Arxiv { get; internal set; }

    /// <summary>The bare DOI, <c>10.…/…</c>.</summary>
    public string? Doi { get; internal set; }

    public string? Url { get; internal set; }

    public string? Pdf { get; internal set; }

    public ImmutableArray<string> Code { get; internal set; } = [];

    public string? Project { get; internal set; }

    public string? ModelUrl { get; internal set; }

    public string? Dataset { get; internal set; }

    public string? By { get; internal set; }

    public string? ReviewedBy { get; internal set; }

    public ImmutableArray<Correction> Corrections { get; internal set; } = [];

    public ExtraValue? Extra { get; internal set; }
}
