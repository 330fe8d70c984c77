using System.Collections.Immutable;
using AiDigest.Core.Model;

namespace AiDigest.Core.Site;

/// <summary>An entry in its place among the others.</summary>
/// <param name="Number">From 0 on, one for each entry of the site.</param>
public sealed record SiteEntry(
    int Number, RenderedEntry Entry, DateOnly Day, DateTimeOffset Moment, ImmutableArray<Tag> Tags, bool Published, bool Future)
{
    public static string AddressOf(EntryMetadata entry) => $"papers/{entry.Slug.Text}/";

    public EntryMetadata Paper => Entry.Metadata;

    public string Address => field ??= SiteEntry.AddressOf(Entry.Metadata);

    /// <summary>Of its BibTeX entry, a file.</summary>
    public string CitationAddress => Address + "cite.bib";

    /// <summary>Of its Markdown twin, a file.</summary>
    public string MarkdownAddress => Address + "index.md";

    /// <summary>The file of the entry's page.</summary>
    public string Path { get; } = $"papers/{Entry.Metadata.Slug.Text}/index.html";
}
