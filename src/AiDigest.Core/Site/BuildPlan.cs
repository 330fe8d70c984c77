using System.Collections.Immutable;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site;

/// <summary>One file of the site to come, with its way of coming into being.</summary>
/// <param name="Path">Below the output folder, with <c>/</c>.</param>
public abstract record PlannedOutput(string Path);

/// <summary>An output of one entry: its own page, or its citation. Nearly all outputs of a site are such, so they hold no more than they must.</summary>
public abstract record EntryOutput(string Path, string Template, PlanContext Context, SiteEntry Entry) : RenderedOutput(Path, Template)
{
    public sealed override PageView View => ViewOf(Context.Views.Paper(Entry));

    public sealed override SourceRef? Owner => Entry.Paper.Source;

    /// <summary>Its view for another state of the entry.</summary>
    public abstract PageView ViewOf(EntryView paper);
}

/// <summary>A file of <c>content/</c> copied as it is.</summary>
public sealed record CopiedOutput(string Path, string SourcePath) : PlannedOutput(Path);

/// <summary>An asset of the theme, at its fingerprinted address.</summary>
public sealed record AssetOutput(string Path, string AssetName) : PlannedOutput(Path);

/// <summary>Every file of the site, by path (ordinal), with what all templates share.</summary>
public sealed record BuildPlan(AssembledSite Site, SiteView SiteView, Addresses Addresses, ImmutableArray<PlannedOutput> Outputs)
{
    /// <summary>Links of sources to an id of a list, such as an entry's heading on a tag page: only finished pages tell whether they have it.</summary>
    public ImmutableArray<PendingLink> LateLinks { get; init; } = [];

    /// <summary>Of the published entries.</summary>
    public required EntryViews Views { get; init; }
}

/// <summary>Plans the outputs of one kind.</summary>
public delegate IEnumerable<RenderedOutput> OutputPlan(PlanContext context);
