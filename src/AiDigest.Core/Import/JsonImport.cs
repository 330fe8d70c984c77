using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace AiDigest.Core.Import;

/// <summary>JSON: a feed (jsonfeed.org), an array of papers, one paper, or a paper a line.</summary>
public static class JsonImport
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public static IReadOnlyList<ImportedItem> Feed(ImportFile file)
    {
        using var document = Parse(file.Bytes, file.Name, 1);
        return document.RootElement.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
            ? [.. items.EnumerateArray().Select((item, i) => Item($"{file.Name}#{i + 1}", item, FeedItem))]
            : throw new ImportException($"{file.Name}: the feed has no items");
    }

    public static IReadOnlyList<ImportedItem> Array(ImportFile file)
    {
        using var document = Parse(file.Bytes, file.Name, 1);
        return document.RootElement.ValueKind == JsonValueKind.Array
            ? [.. document.RootElement.EnumerateArray().Select((item, i) => Item($"{file.Name}#{i + 1}", item, Paper))]
            : [Item($"{file.Name}#1", document.RootElement, Paper)];
    }

    public static IReadOnlyList<ImportedItem> Lines(ImportFile file)
    {
        var items = new List<ImportedItem>();
        var number = 0;
        for (var rest = (ReadOnlyMemory<byte>)file.Bytes; !rest.IsEmpty;)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            number++;
            if (line.Span.Trim(" \t\r\uFEFF"u8).IsEmpty)
            {
                continue;
            }

            items.Add(Line(file.Name, number, line));
        }

        return items;
    }

    private static ImportedItem Item(string origin, JsonElement item, Func<string, JsonElement, ImportedItem> read)
    {
        try
        {
            return read(origin, item);
        }
        catch (InvalidOperationException)
        {
            return ImportedItem.Failed(origin, "a name in it is no text: it holds half a surrogate pair");
        }
    }

    private static ImportedItem Line(string name, int number, ReadOnlyMemory<byte> line)
    {
        var origin = $"{name}:{number}";
        try
        {
            using var document = JsonDocument.Parse(line, Options);
            return Item(origin, document.RootElement, Paper);
        }
        catch (JsonException e)
        {
            return ImportedItem.Failed(origin, "the line is no JSON: " + e.Message.Split('.')[0]);
        }
    }

    private static JsonDocument Parse(byte[] bytes, string name, int line)
    {
        try
        {
            var mark = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
            return JsonDocument.Parse(bytes.AsMemory(mark), Options);
        }
        catch (JsonException e)
        {
            throw new ImportException($"{name}:{(e.LineNumber ?? 0) + line}:{(e.BytePositionInLine ?? 0) + 1}: the JSON cannot be read: {e.Message.Split('.')[0]}");
        }
    }

    private static ImportedItem Paper(string origin, JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return ImportedItem.Failed(origin, "a paper is an object with keys");
        }

        // Lists of daily papers wrap each paper in what happened to it.
        var paper = item.TryGetProperty("paper", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : item;
        if (First(paper, "title") is not { } title)
        {
            return ImportedItem.Failed(origin, "the paper has no title");
        }

        var url = First(paper, "url", "link");
        var published = First(paper, "published", "publishedAt");
        return ImportedItem.Of(origin, new EntryDraft
        {
            Title = title,
            PaperTitle = First(paper, "paper_title") ?? title,
            Day = Facts.Day(First(item, "day", "date") ?? First(paper, "day", "date") ?? First(item, "publishedAt") ?? published),
            Published = Facts.Day(published),
            Arxiv = Facts.Arxiv(First(paper, "arxiv", "arxiv_id", "arxivId")) ?? Facts.Arxiv(First(paper, "id")) ?? Facts.Arxiv(url),
            Doi = Facts.Doi(First(paper, "doi")),
            Url = Facts.Arxiv(url) is null ? url : null,
            Pdf = First(paper, "pdf"),
            Venue = First(paper, "venue", "journal"),
            Authors = Texts(paper, "authors"),
            Code = Texts(paper, "code"),
            Tags = Texts(paper, "tags") is { IsEmpty: false } tags ? tags : Texts(paper, "keywords"),
            Body = MarkdownText.OfPlain(First(paper, "abstract", "summary", "body", "description") ?? ""),
        });
    }

    private static ImportedItem FeedItem(string origin, JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return ImportedItem.Failed(origin, "an item is an object with keys");
        }

        var url = First(item, "url", "external_url", "id");
        var body = First(item, "content_text") ?? (First(item, "content_html") is { } html ? HtmlText.Plain(html) : First(item, "summary") ?? "");
        if (First(item, "title") is not { } title)
        {
            return ImportedItem.Failed(origin, "the item has no title");
        }

        return ImportedItem.Of(origin, new EntryDraft
        {
            Title = title,
            Day = Facts.Day(First(item, "date_published", "date_modified")),
            Arxiv = Facts.Arxiv(url),
            Url = Facts.Arxiv(url) is null ? url : null,
            By = Texts(item, "authors") is { IsEmpty: false } authors ? string.Join(", ", authors) : null,
            Tags = Texts(item, "tags"),
            Lead = First(item, "content_text", "content_html") is null ? null : First(item, "summary"),
            Body = MarkdownText.OfPlain(body),
        });
    }

    private static string? First(JsonElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (item.TryGetProperty(name, out var value) && Text(value) is { } text && !string.IsNullOrWhiteSpace(text))
            {
                return text;
            }
        }

        return null;
    }

    private static ImmutableArray<string> Texts(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var value))
        {
            return [];
        }

        var values = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Text) : [Text(value)];
        return [.. values.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text!)];
    }

    /// <summary>A text or number; of an object, its name.</summary>
    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Decoded(value),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Object => value.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? Decoded(name) : null,
        _ => null,
    };

    // Half a surrogate pair is allowed in JSON and is no text.
    private static string Decoded(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value.GetRawText().Trim('"')));
        }
    }
}
