using System.Text.Json;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Import.Html;
using AiDigest.Core.Import.Json;
using AiDigest.Core.Import.Markup;

namespace AiDigest.Core.Import.Feeds;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org).</summary>
internal static class JsonFeedImport
{
    private static readonly string[] Known =
        ["id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "date_published", "date_modified",
            "author", "authors", "tags", "language"];

    public static IReadOnlyList<ImportedItem> Read(ImportFile file)
    {
        using var document = JsonText.Parse(file);
        var root = document.RootElement;
        if (JsonText.Get(root, "items") is not { ValueKind: JsonValueKind.Array } items)
        {
            throw new UnknownFormatException(Messages.NotAJsonFeed(file.Name));
        }

        var home = JsonText.First(root, "home_page_url");
        return [.. items.EnumerateArray().Select((item, i) => Item($"{file.Name}#{i + 1}", item, home))];
    }

    private static ImportedItem Item(string origin, JsonElement item, string? home)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return ImportedItem.Failed(origin, Messages.ItemIsNoObject);
        }

        try
        {
            return FeedItem.Read(origin, notes => Read(origin, item, home, notes));
        }
        catch (InvalidOperationException)
        {
            return ImportedItem.Failed(origin, Messages.HalfASurrogate);
        }
    }

    private static ImportedItem Read(string origin, JsonElement item, string? home, ImportNotes notes)
    {
        if (JsonText.First(item, "title") is not { } title)
        {
            return ImportedItem.Failed(origin, Messages.ItemWithoutTitle);
        }

        var isOwn = IsOwn(item);
        title = TexReader.Line(title, TexDialect.Loose, notes);
        var (address, external) = (JsonText.First(item, "url"), JsonText.First(item, "external_url"));
        var id = JsonText.First(item, "id");
        var (html, plain, summary) =
            (JsonText.First(item, "content_html"), JsonText.First(item, "content_text"), JsonText.First(item, "summary"));
        var body = html is not null
            ? HtmlMarkdown.Convert(html, address ?? home, notes)
            : MarkdownText.OfPlain(plain ?? summary ?? "", notes);
        var published = JsonText.First(item, "date_published") ?? JsonText.First(item, "date_modified");
        var arxiv = ArxivMention.In(address, external, id);
        var authors = JsonText.All(item, "authors", "author");
        var modified = Facts.Day(JsonText.First(item, "date_modified"));
        if (JsonText.First(item, "image") is { } image && !isOwn)
        {
            notes.Lost(Messages.LostPictureOfItem(image));
        }

        var draft = new EntryDraft
        {
            Title = title,
            Day = Facts.Moment(published) is null ? Facts.Day(published, notes) : null,
            Moment = Facts.Moment(published),
            Updated = modified > Facts.Day(published) ? modified : null,
            Arxiv = arxiv,
            Url = ArxivMention.In(external ?? address) is null ? Web(external ?? address ?? id) : null,
            By = authors.IsEmpty ? null : string.Join(", ", authors),
            Tags = JsonText.All(item, "tags"),
            Lead = html is null && plain is null || summary is null ? null : FeedLead.Of(YamlScalars.Line(summary), body),
            Body = body,
            ImportedFrom = arxiv is null ? id ?? address : null,
        };
        draft = isOwn ? OwnFeed.Read(draft with { By = null }, address, null) with { Authors = authors } : draft;
        string[] unmapped =
            [.. item.EnumerateObject().Where(member => !Known.Contains(member.Name) && !JsonText.IsBlank(member.Value))
                .Select(member => YamlScalars.Line(member.Name)).Take(20)];
        return new ImportedItem(origin, draft, null, [.. unmapped], notes);
    }

    private static string? Web(string? text) => text is not null && WebAddressText.IsWhole(text, isTex: false) ? text : null;

    /// <summary>
    /// JSON Feed names no generator. Our items give their own address as id, below <c>/papers/</c>, and every key in our order.
    /// </summary>
    private static bool IsOwn(JsonElement item) =>
        JsonText.First(item, "id") is { } id && id == JsonText.First(item, "url") && id.EndsWith('/')
            && id.Contains("/papers/", StringComparison.Ordinal)
        && item.EnumerateObject().Select(member => member.Name).Take(3).SequenceEqual(["id", "url", "title"]);
}
