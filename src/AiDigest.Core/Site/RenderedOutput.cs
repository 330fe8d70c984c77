using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site;

/// <summary>A page, feed or other text made from a view.</summary>
/// <param name="Template">Name in <c>templates/layouts/</c>, or of a writer of the tool (<c>feed.json</c>, <c>cite.bib</c>,
/// <c>robots.txt</c>).</param>
public abstract record RenderedOutput(string Path, string Template) : PlannedOutput(Path)
{
    /// <summary>
    /// All that it may show. There are as many as there are pages, so it need not be kept, but may be made each time that it is asked for.
    /// It asks for no words that were not asked for while the plan was made: a missing one is told before anything is written.
    /// </summary>
    public abstract PageView View { get; }

    /// <summary>The source that it is about; null for lists.</summary>
    public abstract SourceRef? Owner { get; }

    /// <summary>False keeps it out of the sitemap.</summary>
    public virtual bool Index => true;

    /// <summary>Its absolute address. The site map alone asks for it.</summary>
    public virtual string Absolute(Addresses addresses) => addresses.Absolute(Addresses.AddressOf(Path));

    /// <summary>
    /// When its content last changed, by the content's own dates, RFC 3339; null: nothing tells. The site map alone asks for it.
    /// </summary>
    public virtual string? Modified => null;
}
