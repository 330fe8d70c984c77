using System.Xml.Linq;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Import.Feeds;

/// <summary>Atom (RFC 4287), also as arXiv's API answers in it, with its own elements.</summary>
internal static class AtomImport
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Arxiv = "http://arxiv.org/schemas/atom";

    public static IReadOnlyList<ImportedItem> Read(string name, XElement root)
    {
        var isOwn = FeedItem.Text(root, Atom + "generator") == OwnFeed.Generator;
        var entries = root.Name == Atom + "entry" ? [root] : root.Elements(Atom + "entry");
        return [.. entries.Select(entry => Item($"{name}:{XmlTree.Line(entry)}", entry, isOwn, root))];
    }

    private static ImportedItem Item(string origin, XElement entry, bool isOwn, XElement root) => FeedItem.Read(origin, notes =>
    {
        var title = entry.Element(Atom + "title") is { } element ? FeedText.Line(element, notes) : "";
        if (title == "Error" && Id(entry) is { } id && id.Contains("arxiv.org/api/errors", StringComparison.Ordinal))
        {
            return ImportedItem.Failed(origin, Messages.ArxivAnswers(FeedItem.Text(entry, Atom + "summary")));
        }

        return title.Length == 0 || title == "Error"
            ? ImportedItem.Failed(
                origin, title == "Error" ? Messages.ArxivAnswers(FeedItem.Text(entry, Atom + "summary")) : Messages.EntryWithoutTitle)
            : new ImportedItem(origin, Draft(entry, title, isOwn, root, notes), null, Unmapped(entry), notes);
    });

    private static EntryDraft Draft(XElement entry, string title, bool isOwn, XElement root, ImportNotes notes)
    {
        var id = Id(entry);
        var place = (string?)entry.Attribute(XNamespace.Xml + "base") ?? (string?)root.Attribute(XNamespace.Xml + "base");
        var link = Link(entry, "alternate", place);
        var arxiv = ArxivMention.In(id) ?? ArxivMention.In(link) ?? Facts.Arxiv(id);
        var published = FeedItem.Text(entry, Atom + "published") ?? FeedItem.Text(entry, Atom + "updated");
        var isPaper = arxiv is not null && !isOwn;
        var updated = FeedItem.Text(entry, Atom + "updated") is { } changed && Facts.Day(changed) is { } day && day > Facts.Day(published)
            && !isPaper ? day : (DateOnly?)null;
        var (body, lead) =
            Content(entry, place ?? link, notes);
        string[] authors =
            [.. entry.Elements(Atom + "author").Select(author => FeedItem.Text(author, Atom + "name") ?? "")
                .Where(name => name.Length > 0)];
        var draft = new EntryDraft
        {
            Title = title,
            PaperTitle = isPaper ? title : null,
            Day = isPaper || Facts.Moment(published) is null ? Facts.Day(published, notes) : null,
            Moment = isPaper ? null : Facts.Moment(published),
            Updated = updated,
            Published = isPaper ? Facts.Day(published) : null,
            Authors = isPaper ? [.. authors] : [],
            By = isPaper || authors.Length == 0 ? null : string.Join(", ", authors),
            Arxiv = arxiv,
            Doi = Facts.Doi(FeedItem.Text(entry, Arxiv + "doi")) ?? Facts.Doi(link),
            Url = arxiv is null ? link ?? Web(id) : null,
            Venue = FeedItem.Text(entry, Arxiv + "journal_ref"),
            Tags = [.. entry.Elements(Atom + "category").Select(Category).Where(term => term.Length > 0)],
            Lead = lead,
            Body = body,
            Note = isPaper ? FeedItem.Text(entry, Atom + "summary") : null,
            ImportedFrom = isPaper ? null : id ?? link,
        };
        return isOwn
            ? OwnFeed.Read(draft with { Arxiv = ArxivMention.In(Link(entry, "related", place)), PaperTitle = Related(entry) }, link
                ?? id, root.Element(Atom + "author") is { } author ? FeedItem.Text(author, Atom + "name") : null)
            : draft;
    }

    private static string? Id(XElement entry) => FeedItem.Text(entry, Atom + "id");

    private static string? Web(string? text) =>
        text is not null && AiDigest.Core.Import.Markup.WebAddressText.IsWhole(text, isTex: false) ? text : null;

    /// <summary>The label is for people, the term for machines; a term that is an address is no name.</summary>
    private static string Category(XElement category) =>
        (string?)category.Attribute("term") is { Length: > 0 } term
            && !term.Contains("://", StringComparison.Ordinal) ? term : (string?)category.Attribute("label") ?? "";

    /// <param name="place">What a relative address is relative to: <c>xml:base</c>.</param>
    private static string? Link(XElement entry, string rel, string? place) =>
        entry.Elements(Atom + "link")
            .FirstOrDefault(one => ((string?)one.Attribute("rel") ?? "alternate") == rel)?.Attribute("href")?.Value.Trim() is { } href
                ? Web(href) ?? (Uri.TryCreate(place, UriKind.Absolute, out var from) && Uri.TryCreate(from, href, out var whole)
                    ? Web(whole.AbsoluteUri)
                    : null)
                : null;

    private static string? Related(XElement entry) =>
        entry.Elements(Atom + "link").FirstOrDefault(one => (string?)one.Attribute("rel") == "related")?.Attribute("title")?.Value;

    /// <summary>The content; the summary where there is none, else it is the lead.</summary>
    private static (string Body, string? Lead) Content(XElement entry, string? address, ImportNotes notes)
    {
        var (content, summary) = (entry.Element(Atom + "content"), entry.Element(Atom + "summary"));
        if (content is null || (content.Attribute("src") is not null && content.Value.Length == 0))
        {
            if ((string?)content?.Attribute("src") is { } elsewhere)
            {
                notes.Lost(Messages.LostContentElsewhere(elsewhere));
            }

            return (summary is null ? "" : FeedText.Markdown(summary, address, notes), null);
        }

        var body = FeedText.Markdown(content, address, notes);
        return (body, summary is null ? null : FeedLead.Of(FeedText.Line(summary, new ImportNotes()), body));
    }

    private static System.Collections.Immutable.ImmutableArray<string> Unmapped(XElement entry) =>
        [.. entry.Elements().Where(element => element.Name.Namespace != Atom
                ? element.Name.Namespace != Arxiv
                : element.Name.LocalName is "contributor" or "rights" or "source"
                    || (element.Name.LocalName == "link" && (string?)element.Attribute("rel") == "enclosure"))
            .Select(element => (string?)element.Attribute("rel") ?? element.Name.LocalName).Distinct().Take(20)];
}

/// <summary>Whether the summary of an item says anything that its text does not.</summary>
internal static class FeedLead
{
    public static string? Of(string summary, string body)
    {
        static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
        var letters = Letters(summary);
        return letters.Length == 0
            || Letters(body[..Math.Min(body.Length, 4 * summary.Length + 200)])
            .StartsWith(letters[..Math.Min(letters.Length, 100)], StringComparison.OrdinalIgnoreCase) ? null : summary;
    }
}
