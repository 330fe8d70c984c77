using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site;

/// <summary>
/// An output of one entry: its own page, or its citation. Nearly all outputs of a site are such, so they hold no more than they must.
/// </summary>
public abstract record EntryOutput(string Path, string Template, PlanContext Context, SiteEntry Entry) : RenderedOutput(Path, Template)
{
    public sealed override PageView View => ViewOf(Context.Views.Paper(Entry));

    public sealed override SourceRef? Owner => Entry.Paper.Source;

    /// <summary>Its view for another state of the entry.</summary>
    public abstract PageView ViewOf(EntryView paper);
}
