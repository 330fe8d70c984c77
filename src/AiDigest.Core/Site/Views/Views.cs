using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Site.Views;

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

/// <summary>A link to an entry, from the pages beside its own, or to the year, month or day beside another.</summary>
/// <param name="TitleHtml">Null where the title holds no formula and no range of numbers.</param>
public sealed record EntryLinkView(string Title, string? TitleHtml, string? Url) : SharedView
{
    public override void Describe(IViewWriter writer)
    {
        new LinkView(Title, Url).Describe(writer);
        writer.Text("title_html", TitleHtml);
    }
}

/// <summary>A feed that a reader program may find.</summary>
public sealed record FeedLinkView(string Title, string Url, string Type) : SharedView
{
    public override void Describe(IViewWriter writer)
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

/// <summary>
/// A group of entries with its own page: a tag or an author. A count is shown only where it may change without dirtying many pages.
/// </summary>
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
/// <param name="Formulas">Null where no title of the entry holds a formula.</param>
/// <param name="PaperTitle">Null where it is that of the entry.</param>
public sealed record LineView(
    string Title, TitleFormulas? Formulas, string? Url, DateView Day, string? PaperTitle, string? Takeaway, SourceRef Source)
    : SharedView, ISourcedView
{
    public override void Describe(IViewWriter writer)
    {
        writer.Text("title", Title);
        writer.Text("title_html", Formulas?.TitleHtml);
        writer.Text("url", Url);
        writer.View("day", Day);
        writer.Text("paper_title", PaperTitle);
        writer.Text("paper_title_html", PaperTitle is null ? null : Formulas?.PaperTitleHtml);
        writer.Text("paper_title_lang", TitleLanguage.Of(PaperTitle));
        writer.Text("takeaway", Takeaway);
    }
}

/// <summary>An entry as a title with its lead, for the page of two tags.</summary>
public sealed record SummaryView(LineView Line, string Lead) : SharedView, ISourcedView
{
    public SourceRef Source => Line.Source;

    public override void Describe(IViewWriter writer)
    {
        Line.Describe(writer);
        writer.Text("lead", Lead);
    }
}

/// <summary>How many entries two tags share, and how many of them their page shows.</summary>
public sealed record PairView(long Count, long Shown) : IView
{
    public void Describe(IViewWriter writer)
    {
        writer.Number("count", Count);
        writer.Number("shown", Shown);
    }
}

/// <summary>Entries per month as a line: points of an SVG polyline, and the same in words.</summary>
/// <param name="Points">As SVG 2 has them in <c>points</c>, in a box of <paramref name="Width"/> by 24 units.</param>
public sealed record TrendView(string Points, long Width, string Text) : IView
{
    public void Describe(IViewWriter writer)
    {
        writer.Text("points", Points);
        writer.Number("width", Width);
        writer.Text("text", Text);
    }
}

/// <summary>Groups whose titles begin alike, for an index.</summary>
public sealed record LetterView(string Title, IReadOnlyList<GroupView> Groups) : IView
{
    /// <summary>
    /// By title: first all that begin with no letter, then by letters as Unicode orders them, Latin before Cyrillic; ё counts as е.
    /// </summary>
    public static IReadOnlyList<IView> Of(IEnumerable<GroupView> groups) =>
    [
        .. groups.Select(group => (Group: group, Name: Folded(group.Title)))
            .Select(named => (named.Group, named.Name, Letter: First(named.Name)))
            .OrderBy(named => named.Letter.Length > 1 ? 0 : 1).ThenBy(named => named.Name, StringComparer.Ordinal)
                .ThenBy(named => named.Group.Slug, StringComparer.Ordinal)
            .GroupBy(named => named.Letter, StringComparer.Ordinal)
            .Select(letter => new LetterView(letter.Key, [.. letter.Select(named => named.Group)])),
    ];

    public void Describe(IViewWriter writer)
    {
        writer.Text("title", Title);
        writer.Views("groups", Groups);
    }

    /// <summary>Latin letters without their marks, so that Ö is listed under O; Cyrillic ones are separate letters except for
    /// Ё.</summary>
    private static string Folded(string title) => string.Concat(title.ToUpperInvariant().Select(letter => letter switch
    {
        'Ё' => "Е",
        'Æ' => "AE",
        'Œ' => "OE",
        'Ø' => "O",
        'Ł' => "L",
        'Đ' or 'Ð' => "D",
        >= '\u00C0' and < '\u0250' => letter.ToString().Normalize(System.Text.NormalizationForm.FormD)[..1],
        _ => letter.ToString(),
    }));

    private static string First(string name) => name.Length > 0 && char.IsLetter(name[0]) ? name[..1] : "0–9";
}

/// <summary>A week of a calendar, Monday first.</summary>
public sealed record WeekView(IReadOnlyList<CalendarDayView> Days) : IView
{
    public void Describe(IViewWriter writer) => writer.Views("days", Days);
}

/// <summary>A cell of a calendar.</summary>
/// <param name="Number">Day of the month; null for a cell before its first or after its last day.</param>
/// <param name="Url">Page of the day, where it has entries.</param>
/// <param name="Count">Entries of the day.</param>
/// <param name="Text">The day in words, for the name of its link.</param>
/// <param name="Level">How many entries, compared with the fullest day of the page: 1 to 3.</param>
public sealed record CalendarDayView(long? Number, string? Url, long? Count, string? Text, long? Level) : IView
{
    public void Describe(IViewWriter writer)
    {
        writer.Number("number", Number);
        writer.Text("url", Url);
        writer.Number("count", Count);
        writer.Text("text", Text);
        writer.Number("level", Level);
    }
}

/// <summary>A year, month or day with what it holds.</summary>
public sealed record PeriodView(string Title, string Iso, string? Url, long? Count, string ListName, IReadOnlyList<IView> Holds) : IView
{
    /// <summary>The calendar of a month, where the page shows one.</summary>
    public IReadOnlyList<IView>? Weeks { get; init; }

    /// <summary>Of a day on home: where its other entries are, and how many they are.</summary>
    public (string? Url, long? Count) Rest { get; init; }

    /// <summary>Whether the template is told of <see cref="Rest"/>.</summary>
    public bool HasRest { get; init; }

    /// <summary>Of a day that is shown with its texts.</summary>
    public string? Weekday { get; init; }

    public void Describe(IViewWriter writer)
    {
        writer.Text("title", Title);
        writer.Text("iso", Iso);
        writer.Text("url", Url);
        writer.Number("count", Count);
        writer.Views(ListName, Holds);
        if (Weeks is { } weeks)
        {
            writer.Views("weeks", weeks);
        }

        if (HasRest)
        {
            writer.Text("rest_url", Rest.Url);
            writer.Number("rest_count", Rest.Count);
        }

        if (Weekday is { } weekday)
        {
            writer.Text("weekday", weekday);
        }
    }
}

/// <summary>The day of a day's page.</summary>
public sealed record DayView(string Iso, string Text, string Weekday) : IView
{
    public void Describe(IViewWriter writer)
    {
        new DateView(Iso, Text).Describe(writer);
        writer.Text("weekday", Weekday);
    }
}

/// <summary>Where a page is among the pages of its list, which are numbered from the oldest.</summary>
/// <param name="Range">Days of the page's entries in words, on a numbered page.</param>
/// <param name="Months">All numbered pages by month, on the list's own page.</param>
public sealed record PagerView(int? Number, string? Newer, string? Older, string? Range, IReadOnlyList<IView> Months) : IView
{
    public void Describe(IViewWriter writer)
    {
        writer.Number("number", Number);
        writer.Text("newer", Newer);
        writer.Text("older", Older);
        writer.Text("range", Range);
        writer.Views("months", Months);
    }
}

/// <summary>Numbered pages whose newest entry is of one month.</summary>
/// <param name="Pages">From the newest, named by the days of their entries.</param>
public sealed record MonthPagesView(string Title, IReadOnlyList<IView> Pages) : IView
{
    public void Describe(IViewWriter writer)
    {
        writer.Text("title", Title);
        writer.Views("pages", Pages);
    }
}

/// <summary>A picture in the site.</summary>
/// <param name="Size">Null where the file does not tell.</param>
public sealed record ImageView(string Url, string AbsoluteUrl, string Alt, PictureSize? Size) : IView
{
    public void Describe(IViewWriter writer)
    {
        writer.Text("url", Url);
        writer.Text("absolute_url", AbsoluteUrl);
        writer.Text("alt", Alt);
        writer.Number("width", Size?.Width);
        writer.Number("height", Size?.Height);
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
/// <param name="Id">Stays forever: made from the settings' url.</param>
/// <param name="Updated">RFC 3339, the latest of its items.</param>
public sealed record FeedView(
    string Title, string Subtitle, string Id, string PageUrl, string SelfUrl, string Updated, string UpdatedRfc822) : IView
{
    /// <summary>The WebSub hub; null: none.</summary>
    public string? HubUrl { get; init; }

    public void Describe(IViewWriter writer)
    {
        writer.Text("title", Title);
        writer.Text("subtitle", Subtitle);
        writer.Text("id", Id);
        writer.Text("page_url", PageUrl);
        writer.Text("self_url", SelfUrl);
        writer.Text("hub_url", HubUrl);
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
