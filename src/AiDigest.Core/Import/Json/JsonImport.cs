using System.Text.Json;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Import.Json;

/// <summary>
/// Papers in JSON: an array, one paper, a paper a line, or an object that wraps an array with the day of the list, as mirrors of daily
/// lists give it. Which keys are read is in <see cref="JsonPaper"/>.
/// </summary>
internal static class JsonImport
{
    private static readonly string[] Wrappers = ["papers", "items", "data", "results", "entries", "records"];

    public static IReadOnlyList<ImportedItem> Document(ImportFile file)
    {
        using var document = JsonText.Parse(file);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Array)
        {
            return Items(file.Name, root, null);
        }

        foreach (var name in Wrappers)
        {
            if (JsonText.Get(root, name) is { ValueKind: JsonValueKind.Array } papers)
            {
                return Items(file.Name, papers, Facts.Day(JsonText.First(root, "date", "day")));
            }
        }

        return JsonText.First(root, "title") is not null || JsonText.Get(root, "paper") is { ValueKind: JsonValueKind.Object }
            ? [Item($"{file.Name}#1", root, null)]
            : throw new UnknownFormatException(
                Messages.NoPapersInJson(file.Name));
    }

    public static IReadOnlyList<ImportedItem> Lines(ImportFile file)
    {
        var bytes = ImportText.Utf8(file);
        var items = new List<ImportedItem>();
        var number = 0;
        for (var rest = (ReadOnlyMemory<byte>)bytes; !rest.IsEmpty;)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            number++;
            if (!line.Span.Trim(" \t\r\uFEFF"u8).IsEmpty)
            {
                items.Add(Line($"{file.Name}:{number}", line));
            }
        }

        return items.Count > 0 && items.TrueForAll(item => item.IsUnread)
            ? throw new UnknownFormatException(Messages.NotJsonLines(file.Name))
            : items;
    }

    private static List<ImportedItem> Items(string name, JsonElement papers, DateOnly? day) =>
        [.. papers.EnumerateArray().Select((item, i) => Item($"{name}#{i + 1}", item, day))];

    private static ImportedItem Line(string origin, ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, JsonText.Options);
            return Item(origin, document.RootElement, null);
        }
        catch (JsonException e)
        {
            return ImportedItem.Failed(origin, Messages.LineIsNoJson(e.Message.Split('.')[0])) with { IsUnread = true };
        }
    }

    private static ImportedItem Item(string origin, JsonElement item, DateOnly? day)
    {
        try
        {
            return item.ValueKind == JsonValueKind.Object
                ? JsonPaper.Read(origin, item, day)
                : ImportedItem.Failed(origin, Messages.PaperIsNoObject);
        }
        catch (InvalidOperationException)
        {
            return ImportedItem.Failed(origin, Messages.HalfASurrogate);
        }
    }
}
