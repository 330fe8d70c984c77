using AiDigest.Core.Model;

namespace AiDigest.Core.Planning;

/// <summary>A titled link within the site, or outside where <paramref name="External"/> says so.</summary>
public sealed record LinkView(string Title, string? Url, bool External = false) : IView
{
    public void Describe(IViewWriter writer)
    {
        writer.Text("title", Title);
        writer.Text("url", Url);
        writer.Flag("external", External);
    }
}

/// <summary>A feed that a reader program may find.</summary>
public sealed record FeedLinkView(string Title, string Url, string Type) : IView
{
    public void Describe(IViewWriter writer)
    {
        writer.Text("title", Title);
        writer.Text("url", Url);
        writer.Text("type", Type);
    }
}

/// <summary>A moment or a day: as machines and as readers want it.</summary>
public sealed record DateView(string Iso, string Text, string? Url = null) : IView
{
    public void Describe(IViewWriter writer)
    {
        writer.Text("iso", Iso);
        writer.Text("text", Text);
        writer.Text("url", Url);
    }
}

/// <summary>A group of entries with a page of its own: a tag or an author. A count stands only where it may change without dirtying many pages.</summary>
public sealed record GroupView(string Title, string Slug, string? Url, string? Description = null, long? Count = null) : IView
{
    public void Describe(IViewWriter writer)
    {
        writer.Text("title", Title);
        writer.Text("slug", Slug);
        writer.Text("url", Url);
        writer.Text("description", Description);
        writer.Number("count", Count);
    }
}

/// <summary>An entry as a line of a list.</summary>
public sealed record LineView(string Title, string? Url, DateView Day, string? PaperTitle, SourceRef Source) : ISharedView, ISourcedView
{
    public void Describe(IViewWriter writer)
    {
        writer.Text("title", Title);
        writer.Text("url", Url);
        writer.View("day", Day);
        writer.Text("paper_title", PaperTitle);
    }
}

/// <summary>A year, month or day with what it holds.</summary>
public sealed record PeriodView(string Title, string Iso, string? Url, long? Count, string ListName, IReadOnlyList<IView> Holds) : IView
{
    public void Describe(IViewWriter writer)
    {
        writer.Text("title", Title);
        writer.Text("iso", Iso);
        writer.Text("url", Url);
        writer.Number("count", Count);
        writer.Views(ListName, Holds);
    }
}

/// <summary>Where a page stands among the pages of its list, which are numbered from the oldest.</summary>
public sealed record PagerView(int? Number, string? Newer, string? Older) : IView
{
    public void Describe(IViewWriter writer)
    {
        writer.Number("number", Number);
        writer.Text("newer", Newer);
        writer.Text("older", Older);
    }
}

/// <summary>A picture in the site.</summary>
public sealed record ImageView(string Url, string AbsoluteUrl, string Alt) : IView
{
    public void Describe(IViewWriter writer)
    {
        writer.Text("url", Url);
        writer.Text("absolute_url", AbsoluteUrl);
        writer.Text("alt", Alt);
    }
}

public sealed record CorrectionView(DateView Date, string Text) : IView
{
    public void Describe(IViewWriter writer)
    {
        writer.View("date", Date);
        writer.Text("text", Text);
    }
}

/// <summary>An address of the sitemap.</summary>
/// <param name="Location">Absolute.</param>
/// <param name="Modified">RFC 3339 day or moment, from content only; null where nothing tells.</param>
public sealed record SitemapLineView(string Location, string? Modified) : IView
{
    public void Describe(IViewWriter writer)
    {
        writer.Text("location", Location);
        writer.Text("modified", Modified);
    }
}

/// <summary>A feed as its template sees it.</summary>
/// <param name="Id">Stays for ever: made from the settings' url.</param>
/// <param name="Updated">RFC 3339, the latest of its items.</param>
public sealed record FeedView(string Title, string Subtitle, string Id, string PageUrl, string SelfUrl, string Updated, string UpdatedRfc822) : IView
{
    public void Describe(IViewWriter writer)
    {
        writer.Text("title", Title);
        writer.Text("subtitle", Subtitle);
        writer.Text("id", Id);
        writer.Text("page_url", PageUrl);
        writer.Text("self_url", SelfUrl);
        writer.Text("updated", Updated);
        writer.Text("updated_rfc822", UpdatedRfc822);
    }
}

/// <summary>A tag's feed in the list of subscriptions.</summary>
public sealed record OutlineView(string Title, string FeedUrl, string PageUrl) : IView
{
    public void Describe(IViewWriter writer)
    {
        writer.Text("title", Title);
        writer.Text("feed_url", FeedUrl);
        writer.Text("page_url", PageUrl);
    }
}
