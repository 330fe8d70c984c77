using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Site;

/// <summary>A tag as the site shows it.</summary>
/// <param name="Key">Its folded name.</param>
/// <param name="At">Where it is named first, for collisions.</param>
public sealed record Tag(string Key, string Title, string Slug, string? Description, SourceRef At)
{
    public string Address => $"tags/{Slug}/";

    /// <summary>Addresses that it had, or that its aliases would have as tags; they lead here.</summary>
    public ImmutableArray<FormerAddress> Former { get; init; } = [];

    /// <summary>Numbered pages of lists are there.</summary>
    public bool HasReservedSlug => Slug == "page";
}

/// <summary>An old address of a tag.</summary>
/// <param name="Address">Without the leading <c>/</c>.</param>
/// <param name="IsWritten">The owner wrote the address itself, not a name: then it collides as any other.</param>
public sealed record FormerAddress(string Address, SourceRef At, bool IsWritten);
