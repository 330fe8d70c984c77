using System.Xml.Linq;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Import.Html;
using AiDigest.Core.Import.Markup;

namespace AiDigest.Core.Import.Feeds;

/// <summary>
/// RSS 0.9x, 1.0 and 2.0, with the content and Dublin Core modules. arXiv's own feeds put the abstract behind a line about the
/// announcement.
/// </summary>
internal static class RssImport
{
    private static readonly XNamespace Encoded = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Arxiv = "http://arxiv.org/schemas/atom";
    private static readonly string[] Known =
        ["title", "link", "description", "author", "category", "guid", "pubDate", "encoded", "creator", "date",
            "subject", "announce_type", "journal_reference", "DOI"];

    public static IReadOnlyList<ImportedItem> Read(string name, XElement root)
    {
        var channel = root.Elements().FirstOrDefault(element => element.Name.LocalName == "channel");
        var isOwn = channel is not null && Text(channel, "generator") == OwnFeed.Generator;
        var (address, channelTitle) = channel is null ? (null, null) : (Text(channel, "link"), Text(channel, "title"));
        return [.. root.Descendants().Where(element => element.Name.LocalName == "item")
            .Select(item => Item($"{name}:{XmlTree.Line(item)}", item, isOwn, address, channelTitle))];
    }

    private static ImportedItem Item(string origin, XElement item, bool isOwn, string? address, string? channelTitle) =>
        FeedItem.Read(origin, notes =>
    {
        var title = Text(item, "title") is { } written
            ? FeedText.IsHtml(written)
            ? HtmlMarkdown.Line(written, notes)
            : TexReader.Line(written, TexDialect.Loose, notes)
            : "";
        if (title.Length == 0)
        {
            return ImportedItem.Failed(origin, Messages.ItemWithoutTitle);
        }

        string[] unmapped =
            [.. item.Elements().Select(element => element.Name.LocalName).Where(name => !Known.Contains(name)).Distinct().Take(20)];
        return new ImportedItem(origin, Draft(item, title, isOwn, address, channelTitle, notes), null, [.. unmapped], notes);
    });

    private static EntryDraft Draft(XElement item, string title, bool isOwn, string? address, string? channelTitle, ImportNotes notes)
    {
        var guid = Text(item, "guid");
        var link = Web(Text(item, "link")) ?? Web(guid);
        var date = Text(item, "pubDate") ?? FeedItem.Text(item, Dublin + "date");
        var description = item.Elements().FirstOrDefault(element => element.Name.LocalName == "description")?.Value ?? "";
        var arxiv = isOwn ? null : ArxivMention.In(link, guid);
        var content = item.Element(Encoded + "encoded")?.Value;
        var body = Body(content ?? Abstract(description, arxiv), link ?? address, content is not null, notes);
        var authors = item.Elements(Dublin + "creator").Concat(item.Elements("author"))
            .SelectMany(author => Names(author.Value, arxiv is not null)).ToArray();
        var moment = Facts.Moment(date);
        var draft = new EntryDraft
        {
            Title = title,
            PaperTitle = arxiv is null ? null : title,
            Moment = arxiv is null ? moment : null,
            Day = arxiv is null && moment is not null ? null : Facts.Day(date, notes),
            Arxiv = arxiv,
            Doi = Facts.Doi(FeedItem.Text(item, Arxiv + "DOI")),
            Url = arxiv is null ? link : null,
            Authors = arxiv is null ? [] : [.. authors],
            By = arxiv is null && authors.Length > 0 ? string.Join(", ", authors) : null,
            Tags = [.. item.Elements().Where(element => element.Name.LocalName is "category" or "subject")
                .Select(element => YamlScalars.Line(element.Value)).Where(tag => tag.Length > 0)],
            Lead = content is null || description.Length == 0 ? null : FeedLead.Of(HtmlMarkdown.Line(description, new ImportNotes()), body),
            Body = body,
            ImportedFrom = arxiv is null ? guid ?? link : null,
        };
        return isOwn ? OwnFeed.Read(draft, link ?? guid, channelTitle) : draft;
    }

    private static string Body(string text, string? address, bool isHtml, ImportNotes notes) =>
        isHtml || FeedText.IsHtml(text) ? HtmlMarkdown.Convert(text, address, notes) : MarkdownText.OfPlain(text, notes);

    private static string Abstract(string description, string? arxiv)
    {
        const string Mark = "Abstract:";
        return arxiv is not null
            && description.IndexOf(Mark, StringComparison.Ordinal) is >= 0 and < 200 and var at
                ? description[(at + Mark.Length)..]
                : description;
    }

    /// <summary>arXiv lists all authors in one element. RSS itself has an address, with the name in parentheses.</summary>
    private static string[] Names(string text, bool isList)
    {
        text = YamlScalars.Line(text);
        var name = text.Contains('@', StringComparison.Ordinal)
            && text.IndexOf('(', StringComparison.Ordinal) is > 0 and var open ? text[(open + 1)..].TrimEnd(')', ' ') : text;
        return isList ? name.Split(", ", StringSplitOptions.RemoveEmptyEntries) : name.Length > 0 ? [name] : [];
    }

    private static string? Text(XElement item, string name) =>
        item.Elements()
            .FirstOrDefault(element => element.Name.LocalName == name
            && element.Name.NamespaceName is "" or "http://purl.org/rss/1.0/") is { } found
            && YamlScalars.Line(found.Value) is { Length: > 0 } text ? text : null;

    private static string? Web(string? text) => text is not null && WebAddressText.IsWhole(text, isTex: false) ? text : null;
}
