using System.Collections.Immutable;

namespace AiDigest.Core.Import;

/// <summary>
/// An entry to be: what <c>new</c> and <c>import</c> know of it. Texts are as their source gave them, and are made safe when they are
/// written.
/// </summary>
public sealed record EntryDraft
{
    public required string Title { get; init; }

    public DateOnly? Day { get; init; }

    /// <summary>The moment, where its source gives the time of day too. It is written in place of the day.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>The day in the name of the file that the item came in, for an item that has none.</summary>
    public DateOnly? FileDay { get; init; }

    /// <summary>The source does not publish it before this day; a day that is past means nothing.</summary>
    public DateOnly? NotBefore { get; init; }

    /// <summary>The source does not publish it from this day on.</summary>
    public DateOnly? NotAfter { get; init; }

    /// <summary>Null: made from the title.</summary>
    public string? Slug { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    public string? Lead { get; init; }

    public string? Takeaway { get; init; }

    public bool Draft { get; init; }

    public DateOnly? Updated { get; init; }

    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Relative to the entry.</summary>
    public string? Image { get; init; }

    public string? ImageAlt { get; init; }

    public string? PaperTitle { get; init; }

    public ImmutableArray<string> Authors { get; init; } = [];

    public string? Venue { get; init; }

    public DateOnly? Published { get; init; }

    public string? Arxiv { get; init; }

    public string? Doi { get; init; }

    public string? Url { get; init; }

    public string? Pdf { get; init; }

    public ImmutableArray<string> Code { get; init; } = [];

    public string? Project { get; init; }

    public string? ModelUrl { get; init; }

    public string? Dataset { get; init; }

    public string? By { get; init; }

    /// <summary>
    /// What tells this item from every other of its source, where titles may repeat: the path of a post, the id in a feed. Kept as
    /// <c>extra: imported_from</c>.
    /// </summary>
    public string? ImportedFrom { get; init; }

    /// <summary>Markdown.</summary>
    public string Body { get; init; } = "";

    /// <summary>Files that go along, by their names beside the entry.</summary>
    public ImmutableArray<DraftFile> Files { get; init; } = [];

    /// <summary>A plain text for the author alone, put into the front matter as a comment.</summary>
    public string? Note { get; init; }
}

/// <param name="Name">Beside the entry: one file name, no folders.</param>
/// <param name="Source">The path that opens it.</param>
public sealed record DraftFile(string Name, string Source);
