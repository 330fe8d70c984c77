using System.Collections.Immutable;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site;

/// <summary>One file of the site to come, with its way of coming into being.</summary>
/// <param name="Path">Below the output folder, with <c>/</c>.</param>
public abstract record PlannedOutput(string Path);

/// <summary>A page, feed or other text made from a view.</summary>
/// <param name="Template">Name in <c>templates/layouts/</c>, or of a writer of the tool (<c>feed.json</c>, <c>cite.bib</c>, <c>robots.txt</c>).</param>
public abstract record RenderedOutput(string Path, string Template) : PlannedOutput(Path)
{
    /// <summary>
    /// All that it may show. There are as many as there are pages, so it need not be kept, but may be made each time that it is asked for. It asks for no words
    /// that were not asked for while the plan was made: a missing one is told before anything is written.
    /// </summary>
    public abstract PageView View { get; }

    /// <summary>The source that it is about; null for lists.</summary>
    public abstract SourceRef? Owner { get; }

    /// <summary>False keeps it out of the sitemap.</summary>
    public virtual bool Index => true;

    /// <summary>Its absolute address. The site map alone asks for it.</summary>
    public virtual string Absolute(Addresses addresses) => addresses.Absolute(Addresses.AddressOf(Path));

    /// <summary>When its content last changed, by the content's own dates, RFC 3339; null: nothing tells. The site map alone asks for it.</summary>
    public virtual string? Modified => null;
}

/// <summary>An output that is not of one entry.</summary>
/// <param name="Make">Makes its view.</param>
public sealed record PageOutput(string Path, string Template, Func<PageView> Make) : RenderedOutput(Path, Template)
{
    private readonly SourceRef? _owner;
    private readonly bool _index = true;

    public PageOutput(string path, string template, PageView view)
        : this(path, template, () => view) => _index = view.Index;

    public override PageView View => Make();

    public override SourceRef? Owner => _owner;

    public override bool Index => _index;

    public override string? Modified => Changed?.Invoke();

    /// <summary>Tells <see cref="Modified"/>.</summary>
    public Func<string?>? Changed { get; init; }

    /// <summary>The same output with another view.</summary>
    public PageOutput Showing(PageView view) => new(Path, Template, view) { Changed = Changed, About = _owner };

    /// <summary>Sets <see cref="Owner"/>.</summary>
    public SourceRef? About
    {
        init => _owner = value;
    }
}

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
