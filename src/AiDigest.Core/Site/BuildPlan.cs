using System.Collections.Immutable;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site;

/// <summary>A file of <c>content/</c> copied as it is.</summary>
public sealed record CopiedOutput(string Path, string SourcePath) : PlannedOutput(Path);

/// <summary>An asset of the theme, at its fingerprinted address.</summary>
public sealed record AssetOutput(string Path, string AssetName) : PlannedOutput(Path);

/// <summary>A file of search. Its name follows from its bytes, except for that of the root.</summary>
/// <param name="Content">A name of its bytes: what has the same is the same.</param>
/// <param name="Make">Gives the bytes, from any thread.</param>
public sealed record SearchOutput(string Path, string Content, Func<ReadOnlyMemory<byte>> Make) : PlannedOutput(Path);

/// <summary>A text that is known when the site is planned.</summary>
public sealed record TextOutput(string Path, string Text) : PlannedOutput(Path);

/// <summary>The compressed copy of another output, for servers that send it as it is. Its suffix tells the format.</summary>
/// <param name="Of">The path of that output.</param>
public sealed record CompressedOutput(string Path, string Of) : PlannedOutput(Path);

/// <summary>Every file of the site, by path (ordinal), with what all templates share.</summary>
public sealed record BuildPlan(AssembledSite Site, SiteView SiteView, Addresses Addresses, ImmutableArray<PlannedOutput> Outputs)
{
    /// <summary>
    /// Links of sources to an id of a list, such as an entry's heading on a tag page: only finished pages tell whether they have it.
    /// </summary>
    public ImmutableArray<PendingLink> LateLinks { get; init; } = [];

    /// <summary>Of the published entries.</summary>
    public required EntryViews Views { get; init; }
}
