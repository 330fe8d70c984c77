using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using AiDigest.Core.Model;
using AiDigest.Core.Typography;

namespace AiDigest.Core.Planning;

/// <summary>
/// The views of entries, one of each kind an entry, shared by every page that shows it. What an entry's view says of others (the
/// title of a tag, the page of an author) comes from the settled site.
/// </summary>
public sealed class EntryViews
{
    private readonly Dictionary<DigestEntry, (PaperView Paper, LineView Line, DateTimeOffset Updated)> _views = new(ReferenceEqualityComparer.Instance);

    private readonly Site _site;
    private readonly Addresses _addresses;
    private readonly Strings _strings;
    private readonly Typographer? _typographer;
    private readonly Dictionary<string, string> _authors;
    private readonly ConcurrentDictionary<Tag, IView> _tags = new();
    private readonly ConcurrentDictionary<DateOnly, DateView> _days = new();

    /// <param name="sideBySide">Views are made so; links are resolved one after another, for they find files and mistakes.</param>
    public EntryViews(Site site, Addresses addresses, Strings strings, LinkTargets targets, LinkResolver links, Action<int, Action<int>> sideBySide)
    {
        _site = site;
        _addresses = addresses;
        _strings = strings;
        _typographer = site.Settings.Typography ? new Typographer(site.Settings.Language) : null;
        _authors = site.Authors.ToDictionary(author => author.Of.Slug, author => author.Of.Address, StringComparer.Ordinal);
        var resolved = new (IReadOnlyList<ResolvedLink> Links, ResolvedLink Image)[site.All.Length];
        for (var i = 0; i < resolved.Length; i++)
        {
            var (entry, picture) = (site.All[i], site.All[i].Paper.Image);
            resolved[i].Links = [];
            if (picture is not null || !entry.Entry.Body.Links.IsEmpty)
            {
                var from = targets.Of(entry.Address);
                resolved[i] = (links.Resolve(from, entry.Entry.Body), picture is null ? default : links.ResolveImage(from, picture));
            }
        }

        var made = new (PaperView, LineView, DateTimeOffset)[resolved.Length];
        void Settle(int i)
        {
            if (site.All[i].Published)
            {
                made[i] = Make(site.All[i], resolved[i].Links, resolved[i].Image);
            }
        }

        SpokenWork.Run(sideBySide, made.Length, Settle);
        _views.EnsureCapacity(site.Published.Length);
        for (var i = 0; i < made.Length; i++)
        {
            if (site.All[i].Published)
            {
                _views.Add(site.All[i], made[i]);
            }
        }
    }

    /// <summary>
    /// A text of the site's own language as readers are to see it: titles of entries and pages, leads, descriptions. Names of tags,
    /// authors and papers stay as they are, and so do the settings.
    /// </summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Shown(string? text) => text is null ? null : _typographer?.Set(text) ?? text;

    public PaperView Paper(DigestEntry entry) => _views[entry].Paper;

    public LineView Line(DigestEntry entry) => _views[entry].Line;

    public DateTimeOffset Updated(DigestEntry entry) => _views[entry].Updated;

    public DateView Day(DateOnly day) => _days.GetOrAdd(day, static (day, views) => new DateView(
        DateText.Iso(day), views._strings.Day(day), views.Has(OutputKinds.Archive) ? views._addresses.Local(DateText.Address(day)) : null), this);

    /// <summary>A tag without its count, which would change with every entry.</summary>
    public IView Tag(Tag tag) => _tags.GetOrAdd(tag, static (tag, views) => new GroupView(
        tag.Title, tag.Slug, views.Has(OutputKinds.Tags) ? views._addresses.Local(tag.Address) : null), this);

    private (PaperView, LineView, DateTimeOffset) Make(DigestEntry entry, IReadOnlyList<ResolvedLink> links, ResolvedLink image)
    {
        var paper = entry.Paper;
        var hasPage = Has(OutputKinds.Papers);
        var url = hasPage ? _addresses.Local(entry.Address) : null;
        var day = Day(entry.Day);
        var updated = UpdatedOf(entry);
        var absolute = _addresses.Absolute(hasPage ? entry.Address : "");
        var view = new PaperView
        {
            Paper = paper,
            Title = entry.Entry.Title,
            Url = url,
            AbsoluteUrl = absolute,
            Id = hasPage && _addresses.IdBase == _addresses.AbsoluteBase ? absolute : _addresses.Id(entry.Address),
            Day = day,
            Published = DateText.Rfc3339(entry.Moment),
            PublishedRfc822 = DateText.Rfc822(entry.Moment),
            Updated = new DateView(DateText.Rfc3339(updated), Day(DateOnly.FromDateTime(updated.DateTime)).Text),
            Lead = entry.Entry.Lead ?? entry.Entry.Body.Lead,
            Tags = [.. entry.Tags.Select(Tag)],
            Authors = [.. paper.Authors.Select(AuthorOf)],
            PaperPublished = paper.Published is { } published ? Plain(published) : null,
            Corrections = [.. paper.Corrections.Select(correction => new CorrectionView(Plain(correction.Date), Shown(correction.Text)))],
            Image = image.Address is not { } picture ? null
                : new ImageView(_addresses.Local(picture), _addresses.Absolute(picture), Shown(paper.ImageAlt) ?? "", image.Size),
            EditUrl = Edit(_site.Settings, paper.Source.Path),
            BibUrl = hasPage && Has(OutputKinds.Bibtex) ? _addresses.Local(entry.Address + "cite.bib") : null,
            Future = entry.Future,
            Body = new BodyUse(entry.Entry.Body, paper.Slug.Text, entry.Address, links),
        };
        return (view, new LineView(view.Title, url, day, paper.PaperTitle, paper.Source), updated);
    }

    /// <summary>The address under which a source can be edited, or null.</summary>
    public static string? Edit(Settings settings, string path) => settings.EditUrl?.Replace(
        "{path}", string.Join('/', path.Split('/').Select(Uri.EscapeDataString)), StringComparison.Ordinal);

    private LinkView AuthorOf(Located author)
    {
        var address = Has(OutputKinds.Authors) ? _authors.GetValueOrDefault(Slug.Of(author.Text)) : null;
        return new LinkView(author.Text, address is null ? null : _addresses.Local(address));
    }

    private DateTimeOffset UpdatedOf(DigestEntry entry)
    {
        if (entry.Paper.Updated is { } updated)
        {
            return _site.Time.Moment(updated);
        }

        var latest = entry.Moment;
        foreach (var correction in entry.Paper.Corrections)
        {
            var moment = _site.Time.Moment(correction.Date);
            latest = moment > latest ? moment : latest;
        }

        return latest;
    }

    private DateView Plain(PaperDate date)
    {
        var day = _site.Time.Day(date);
        return new DateView(DateText.Iso(day), _strings.Day(day));
    }

    private bool Has(OutputKinds kind) => _site.Settings.Outputs.HasFlag(kind);
}
