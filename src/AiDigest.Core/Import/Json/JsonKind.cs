using System.Text.Json;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Import.Json;

/// <summary>Which of the formats a file is whose first character is a brace.</summary>
internal static class JsonKind
{
    public static ImportFormat Of(ImportFile file)
    {
        var bytes = ImportText.Utf8(file).AsSpan();
        bytes = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        var reader =
            new Utf8JsonReader(
                bytes, new JsonReaderOptions
                {
                    MaxDepth = JsonText.Options.MaxDepth,
                    AllowTrailingCommas = true,
                    CommentHandling = JsonCommentHandling.Skip
                });
        try
        {
            // An object that ends before the file does is the first of several lines, or the front matter of a post.
            using var document = JsonDocument.ParseValue(ref reader);
            var rest = bytes[(int)Math.Min(bytes.Length, reader.BytesConsumed)..].Trim(" \t\r\n"u8);
            return rest.StartsWith("{"u8) ? ImportFormat.JsonLines
                : !rest.IsEmpty ? ImportFormat.Posts
                : IsFeed(document.RootElement) ? ImportFormat.JsonFeed
                : ImportFormat.Json;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return bytes.Contains((byte)'\n')
                ? ImportFormat.JsonLines
                : throw new ImportException(Messages.JsonUnreadable(file.Name, e.Message.Split('.')[0]));
        }
    }

    private static bool IsFeed(JsonElement root) =>
        JsonText.First(root, "version") is { } version && version.Contains("jsonfeed", StringComparison.OrdinalIgnoreCase)
            && JsonText.Get(root, "items") is not null;
}
