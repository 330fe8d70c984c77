using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Site;

/// <summary>A tag as the site shows it.</summary>
/// <param name="Key">Its folded name.</param>
/// <param name="At">Where it is named first, for collisions.</param>
public sealed record Tag(string Key, string Title, string Slug, string? Description, SourceRef At)
{
    public string Address => $"tags/{Slug}/";

    /// <summary>Numbered pages of lists stand there.</summary>
    public bool HasReservedSlug => Slug == "page";
}
