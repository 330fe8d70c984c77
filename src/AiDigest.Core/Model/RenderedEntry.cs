namespace AiDigest.Core.Model;

/// <summary>A paper with its rendered body: what a source file gives, before anything is known of the rest of the site.</summary>
/// <param name="Title">The paper's, with its typography.</param>
/// <param name="Lead">Likewise; null where the paper has none of its own.</param>
public sealed record RenderedEntry(EntryMetadata Metadata, RenderedBody Body, string Title, string? Lead);

/// <summary>A standing page with its rendered body.</summary>
public sealed record RenderedPage(PageMetadata Page, RenderedBody Body);
