using System.Collections.Immutable;

namespace AiDigest.Core.Import;

/// <summary>An entry to be: what <c>new</c> and <c>import</c> know of it. Texts are as their source gave them, and are made safe when they are written.</summary>
public sealed record EntryDraft
{
    public required string Title { get; init; }

    public DateOnly? Day { get; init; }

    /// <summary>Null: made from the title.</summary>
    public string? Slug { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    public string? Lead { get; init; }

    public bool Draft { get; init; }

    public DateOnly? Updated { get; init; }

    public ImmutableArray<string> Aliases { get; init; } = [];

    public string? PaperTitle { get; init; }

    public ImmutableArray<string> Authors { get; init; } = [];

    public string? Venue { get; init; }

    public DateOnly? Published { get; init; }

    public string? Arxiv { get; init; }

    public string? Doi { get; init; }

    public string? Url { get; init; }

    public string? Pdf { get; init; }

    public ImmutableArray<string> Code { get; init; } = [];

    public string? By { get; init; }

    /// <summary>Markdown.</summary>
    public string Body { get; init; } = "";

    /// <summary>A text for the author alone, put into the front matter as a comment.</summary>
    public string? Note { get; init; }
}
