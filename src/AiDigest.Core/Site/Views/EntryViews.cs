using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Markdown.Typography;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Links;

namespace AiDigest.Core.Site.Views;

/// <summary>
/// The views of entries, one of each kind an entry, made when a page that shows it is first looked at, and shared by all of them. What an
/// entry's view says of others (the title of a tag, the page of an author) comes from the settled site.
/// </summary>
public sealed class EntryViews
{
    // Each entry has a view of five kinds; their numbers follow one another.
    private const int Kinds = 5;

    // By the number of the entry; null for one that is not published.
    private readonly Held?[] _held;

    private readonly AssembledSite _site;
    private readonly Addresses _addresses;
    private readonly Strings _strings;
    private readonly Typographer? _typographer;
    private readonly Dictionary<string, string> _authors;
    private readonly ConcurrentDictionary<Tag, IView> _tags = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<string, LinkView> _byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<DateOnly, DateView> _days = new();

    public EntryViews(AssembledSite site, Addresses addresses, Strings strings, LinkTargets targets, LinkResolver links)
    {
        _site = site;
        _addresses = addresses;
        _strings = strings;
        _typographer = site.Settings.Typography ? new Typographer(site.Settings.Language) : null;
        _authors = site.Authors.ToDictionary(author => author.Of.Slug, author => author.Of.Address, StringComparer.Ordinal);
        _held = new Held?[site.All.Length];
        foreach (var entry in site.All)
        {
            var picture = entry.Paper.Image;
            (IReadOnlyList<ResolvedLink> Links, ResolvedLink Image) resolved = ([], default);
            if (picture is not null || !entry.Entry.Body.Links.IsEmpty)
            {
                var from = targets.Of(entry.Address);
                resolved = (links.Resolve(from, entry.Entry.Body), picture is { } file ? links.ResolveImage(from, file) : default);
            }

            if (entry.Published)
            {
                var held = new Held(UpdatedOf(entry), resolved.Links, resolved.Image);
                ResolveStrings(entry, held.Updated);
                _held[entry.Number] = held;
            }
        }
    }

    /// <summary>
    /// A text of the site's own language as readers are to see it: titles of entries and pages, leads, descriptions. Names of tags,
    /// authors and papers stay as they are, and so do the settings.
    /// </summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Typeset(string? text) => text is null ? null : _typographer?.Set(text) ?? text;

    /// <summary>More than the largest <see cref="SharedView.Number"/> of these views.</summary>
    public int Numbers => Kinds * _held.Length;

    public EntryView Paper(SiteEntry entry)
    {
        var held = Of(entry);
        return held.Paper ?? Interlocked.CompareExchange(ref held.Paper, MakePaper(entry, held), null) ?? held.Paper;
    }

    public LineView Line(SiteEntry entry)
    {
        var held = Of(entry);
        return held.Line ?? Interlocked.CompareExchange(ref held.Line, MakeLine(entry, held), null) ?? held.Line;
    }

    /// <summary>Its title with its lead.</summary>
    public SummaryView Summary(SiteEntry entry)
    {
        var held = Of(entry);
        return held.Summary ?? Interlocked.CompareExchange(ref held.Summary, SummaryOf(Line(entry), entry.Entry, NumberOf(entry, 2)), null)
            ?? held.Summary;
    }

    /// <summary>The facts of its paper.</summary>
    public CitationView Citation(SiteEntry entry)
    {
        var held = Of(entry);
        var made = held.Citation ?? new CitationView(entry.Paper, entry.Day) { Number = NumberOf(entry, 3) };
        return Interlocked.CompareExchange(ref held.Citation, made, null) ?? made;
    }

    /// <summary>Where the links of its body lead.</summary>
    public IReadOnlyList<ResolvedLink> Links(SiteEntry entry) => Of(entry).Links;

    /// <summary>A link to its page.</summary>
    public EntryLinkView Link(SiteEntry entry)
    {
        var held = Of(entry);
        return held.Link ?? Interlocked.CompareExchange(ref held.Link, LinkTo(entry, held), null)
            ?? held.Link;
    }

    private EntryLinkView LinkTo(SiteEntry entry, Held held) =>
        new(entry.Entry.Title, entry.Entry.Formulas?.TitleHtml, UrlOf(entry, held)) { Number = NumberOf(entry, 4) };

    /// <summary>Each view of an entry with the one that replaces it while the entry has other words.</summary>
    public IEnumerable<KeyValuePair<SharedView, SharedView>> Reworded(SiteEntry entry, RenderedEntry reworded)
    {
        yield return new(Paper(entry), Paper(entry).Reworded(reworded));
        var line =
            Line(entry) with { Title = reworded.Title, Formulas = reworded.Formulas, PaperTitle = Other(reworded) };
        yield return new(Line(entry), line);
        yield return new(Summary(entry), SummaryOf(line, reworded, number: -1));
        yield return new(Citation(entry), new CitationView(reworded.Metadata, entry.Day));
        yield return new(Link(entry), Link(entry) with { Title = reworded.Title, TitleHtml = reworded.Formulas?.TitleHtml });
    }

    private static SummaryView SummaryOf(LineView line, RenderedEntry entry, int number) =>
        new(line, entry.Lead ?? entry.Body.Lead) { Number = number };

    private static int NumberOf(SiteEntry entry, int kind) => (Kinds * entry.Number) + kind;

    public DateTimeOffset Updated(SiteEntry entry) => Of(entry).Updated;

    public DateView Day(DateOnly day) => _days.GetOrAdd(day, static (day, views) => new DateView(
        DateFormat.Iso(day), views._strings.Day(day), views.Has(OutputNames.Archive)
            ? views._addresses.Local(DateFormat.Address(day))
            : null), this);

    /// <summary>A tag without its count, which would change with every entry.</summary>
    public IView Tag(Tag tag) => _tags.GetOrAdd(tag, static (tag, views) => new GroupView(
        tag.Title, tag.Slug, views.Has(OutputNames.Tags) ? views._addresses.Local(tag.Address) : null), this);

    private Held Of(SiteEntry entry) =>
        _held[entry.Number] ?? throw new InvalidOperationException("an entry that is left out has no views");

    /// <summary>Puts into words what the entry's view will, so that a word which the language lacks is told by the plan.</summary>
    private void ResolveStrings(SiteEntry entry, DateTimeOffset updated)
    {
        Day(entry.Day);
        Day(DateOnly.FromDateTime(updated.DateTime));
        if (entry.Paper.Published is { } published)
        {
            Plain(published);
        }

        foreach (var correction in entry.Paper.Corrections)
        {
            Plain(correction.Date);
        }
    }

    private string? UrlOf(SiteEntry entry, Held held) => Has(OutputNames.Papers) ? held.Url ??= _addresses.Local(entry.Address) : null;

    private LineView MakeLine(SiteEntry entry, Held held) => new(
        entry.Entry.Title, entry.Entry.Formulas, UrlOf(entry, held), Day(entry.Day), Other(entry.Entry), Typeset(entry.Paper.Takeaway),
            entry.Paper.Source)
    {
        Number = NumberOf(entry, 1),
    };

    /// <summary>The paper's title, unless it is that of the entry, as written: typography may have changed the one that is shown.</summary>
    private static string? Other(RenderedEntry entry) =>
        entry.Metadata.PaperTitle == entry.Metadata.Title.Text ? null : entry.PaperTitle;

    private EntryView MakePaper(SiteEntry entry, Held held)
    {
        var paper = entry.Paper;
        var hasPage = Has(OutputNames.Papers);
        var published = DateFormat.Rfc3339(entry.Moment);
        var absolute = _addresses.Absolute(hasPage ? entry.Address : "");
        return new EntryView
        {
            Number = NumberOf(entry, 0),
            Paper = paper,
            Title = entry.Entry.Title,
            Formulas = entry.Entry.Formulas,
            Url = UrlOf(entry, held),
            AbsoluteUrl = absolute,
            Id = hasPage && _addresses.IdBase == _addresses.AbsoluteBase ? absolute : _addresses.Id(entry.Address),
            Day = Day(entry.Day),
            Published = published,
            PublishedRfc822 = DateFormat.Rfc822(entry.Moment),
            Updated =
                new DateView(held.Updated == entry.Moment
                    ? published
                    : DateFormat.Rfc3339(held.Updated), Day(DateOnly.FromDateTime(held.Updated.DateTime)).Text),
            Lead = entry.Entry.Lead ?? entry.Entry.Body.Lead,
            Takeaway = Typeset(paper.Takeaway),
            Tags = ViewsOf(entry.Tags, Tag),
            Authors = ViewsOf(paper.Authors, AuthorOf),
            PaperPublished = paper.Published is { } date ? Plain(date) : null,
            Corrections = [.. paper.Corrections.Select(correction => new CorrectionView(Plain(correction.Date), Typeset(correction.Text)))],
            Image = held.Image.Address is not { } picture ? null
                : new ImageView(_addresses.Local(picture), _addresses.Absolute(picture), Typeset(paper.ImageAlt) ?? "", held.Image.Size),
            EditUrl = Edit(_site.Settings, paper.Source.Path),
            BibUrl = hasPage && Has(OutputNames.Bibtex) ? _addresses.Local(entry.CitationAddress) : null,
            MarkdownUrl = hasPage && Has(OutputNames.Markdown) ? _addresses.Absolute(entry.MarkdownAddress) : null,
            Future = entry.Future,
            Body = new PlacedBody(entry.Entry.Body, paper.Slug.Text, entry.Address, held.Links),
        };
    }

    /// <summary>As many views as there are things, in an array of just their number.</summary>
    private static ImmutableArray<IView> ViewsOf<T>(ImmutableArray<T> things, Func<T, IView> view)
    {
        var views = new IView[things.Length];
        for (var i = 0; i < views.Length; i++)
        {
            views[i] = view(things[i]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(views);
    }

    /// <summary>The address under which a source can be edited, or null.</summary>
    public static string? Edit(Settings settings, string path) => settings.EditUrl?.Replace(
        "{path}", string.Join('/', path.Split('/').Select(Uri.EscapeDataString)), StringComparison.Ordinal);

    private LinkView AuthorOf(Located author) => _byName.GetOrAdd(author.Text, static (name, views) =>
    {
        var address = views.Has(OutputNames.Authors) ? views._authors.GetValueOrDefault(Slug.Of(name)) : null;
        return new LinkView(name, address is null ? null : views._addresses.Local(address));
    }, this);

    private DateTimeOffset UpdatedOf(SiteEntry entry)
    {
        if (entry.Paper.Updated is { } updated)
        {
            // A day without a time means its beginning, which may come before the moment of publication.
            var moment = _site.Time.Moment(updated);
            return moment > entry.Moment ? moment : entry.Moment;
        }

        var latest = entry.Moment;
        foreach (var correction in entry.Paper.Corrections)
        {
            var moment = _site.Time.Moment(correction.Date);
            latest = moment > latest ? moment : latest;
        }

        return latest;
    }

    private DateView Plain(EntryDate date)
    {
        var day = _site.Time.Day(date);
        return new DateView(DateFormat.Iso(day), _strings.Day(day));
    }

    private bool Has(string kind) => _site.Settings.Outputs.Has(kind);

    /// <summary>What is known of an entry before its views are made, and then these.</summary>
    private sealed class Held(DateTimeOffset updated, IReadOnlyList<ResolvedLink> links, ResolvedLink image)
    {
        public EntryView? Paper;
        public LineView? Line;
        public EntryLinkView? Link;
        public SummaryView? Summary;
        public CitationView? Citation;
        public string? Url;

        public DateTimeOffset Updated { get; } = updated;

        public IReadOnlyList<ResolvedLink> Links { get; } = links;

        public ResolvedLink Image { get; } = image;
    }
}
