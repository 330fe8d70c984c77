namespace AiDigest.Core.Model;

/// <summary>A paper with its rendered body: what a source file gives, before anything is known of the rest of the site.</summary>
/// <param name="Title">The entry's, with its typography, as plain text.</param>
/// <param name="Lead">Likewise; null where the entry gives none.</param>
public sealed record RenderedEntry(EntryMetadata Metadata, RenderedBody Body, string Title, string? Lead)
{
    /// <summary>Null where no title holds a formula.</summary>
    public TitleFormulas? Formulas { get; init; }

    /// <summary>The title of the paper as plain text; null where the author gave none.</summary>
    public string? PaperTitle => Formulas is null ? Metadata.PaperTitle : Formulas.PaperTitle;
}

/// <summary>A standing page with its rendered body.</summary>
public sealed record RenderedPage(PageMetadata Page, RenderedBody Body);
