namespace AiDigest.Core.Model;

/// <summary>A paper with its rendered body: what a source file gives, before anything is known of the rest of the site.</summary>
/// <param name="Title">The paper's, with its typography.</param>
/// <param name="Lead">Likewise; null where the paper has none of its own.</param>
public sealed record RenderedEntry(EntryMetadata Metadata, RenderedBody Body, string Title, string? Lead)
{
    /// <summary>This entry with the words of another state of it: nothing but pages that show the entry sees them, and no other entry changes its place for them.</summary>
    public RenderedEntry InWordsOf(RenderedEntry other) => other with
    {
        Metadata = Metadata with
        {
            Title = other.Metadata.Title,
            Lead = other.Metadata.Lead,
            PaperTitle = other.Metadata.PaperTitle,
            Venue = other.Metadata.Venue,
            By = other.Metadata.By,
            ReviewedBy = other.Metadata.ReviewedBy,
        },
    };
}

/// <summary>A standing page with its rendered body.</summary>
public sealed record RenderedPage(PageMetadata Page, RenderedBody Body);
