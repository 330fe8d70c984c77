using System.Collections.Immutable;
using AiDigest.Core.Model;

namespace AiDigest.Core.Planning;

/// <summary>One file of the site to come, with its way of coming into being.</summary>
/// <param name="Path">Below the output folder, with <c>/</c>.</param>
public abstract record PlannedOutput(string Path);

/// <summary>A page, feed or other text made from a view.</summary>
/// <param name="Template">Name in <c>templates/layouts/</c>, or of a writer of the tool (<c>feed.json</c>, <c>cite.bib</c>, <c>robots.txt</c>).</param>
/// <param name="Make">Makes its view. It asks for no words that were not asked for while the plan was made: a missing one is told before anything is written.</param>
/// <param name="Owner">The source that it is about; null for lists.</param>
public sealed record RenderedOutput(string Path, string Template, Func<PageView> Make, SourceRef? Owner = null) : PlannedOutput(Path)
{
    public RenderedOutput(string path, string template, PageView view, SourceRef? owner = null)
        : this(path, template, () => view, owner) => Index = view.Index;

    /// <summary>All that it may show. There are as many as there are pages, so it need not be kept, but may be made each time that it is asked for.</summary>
    public PageView View => Make();

    /// <summary>False keeps it out of the sitemap.</summary>
    public bool Index { get; private init; } = true;

    /// <summary>The same output with another view.</summary>
    public RenderedOutput Showing(PageView view) => this with { Make = () => view, Index = view.Index };

    /// <summary>Tells <see cref="Modified"/>, for which the site map alone asks.</summary>
    public Func<string?> Changed { get; init; } = static () => null;

    /// <summary>When its content last changed, by the content's own dates, RFC 3339; null: nothing tells.</summary>
    public string? Modified => Changed();

    /// <summary>Makes the view anew for another state of the entry whose own page or citation this is; null for all other outputs.</summary>
    public Func<PaperView, PageView>? Again { get; init; }
}

/// <summary>A file of <c>content/</c> copied as it is.</summary>
public sealed record CopiedOutput(string Path, string SourcePath) : PlannedOutput(Path);

/// <summary>An asset of the theme, at its fingerprinted address.</summary>
public sealed record AssetOutput(string Path, string AssetName) : PlannedOutput(Path);

/// <summary>Every file of the site, by path (ordinal), with what all templates share.</summary>
public sealed record BuildPlan(Site Site, SiteView SiteView, Addresses Addresses, ImmutableArray<PlannedOutput> Outputs)
{
    /// <summary>Links of sources to an id of a list, such as an entry's heading on a tag page: only finished pages tell whether they have it.</summary>
    public ImmutableArray<PendingLink> LateLinks { get; init; } = [];

    /// <summary>Of the published entries.</summary>
    public required EntryViews Views { get; init; }
}

/// <summary>Plans the outputs of one kind.</summary>
public delegate IEnumerable<RenderedOutput> OutputPlan(PlanContext context);
