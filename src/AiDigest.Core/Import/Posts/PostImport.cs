using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Model;

namespace AiDigest.Core.Import.Posts;

/// <summary>Posts of Hugo and Jekyll: front matter in YAML, TOML or JSON, then Markdown, which is taken as it is.</summary>
public static class PostImport
{
    public static ImportedItem Read(ImportFile file)
    {
        var text = ImportText.Of(file).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        return FrontMatter(file.Name, text, out var body, out var problem) is { } keys
            ? PostFields.Item(file.Name, keys, body)
            : ImportedItem.Failed(file.Name, problem);
    }

    private static ExtraValue.Mapping? FrontMatter(string name, string text, out string body, out string problem)
    {
        body = text;
        problem = "the post has no front matter";
        if (text.StartsWith('{'))
        {
            return Json(text, out body, out problem);
        }

        var fence = text.StartsWith("---\n", StringComparison.Ordinal) ? "---" : text.StartsWith("+++\n", StringComparison.Ordinal) ? "+++" : null;
        var end = fence is null ? -1 : text.IndexOf($"\n{fence}\n", 3, StringComparison.Ordinal);
        if (fence is null || (end < 0 && !text.EndsWith("\n" + fence, StringComparison.Ordinal)))
        {
            problem = fence is null ? problem : "the front matter has no end";
            return null;
        }

        var front = end < 0 ? text[4..^4] : text[4..Math.Max(4, end)] + "\n";
        body = end < 0 ? "" : text[(end + 5)..];
        return fence == "---" ? ForeignYaml.Read(name, front, out problem) : ForeignToml.Read(front, out problem);
    }

    private static ExtraValue.Mapping? Json(string text, out string body, out string problem)
    {
        (body, problem) = (text, "");
        try
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var reader = new Utf8JsonReader(bytes);
            using var document = JsonDocument.ParseValue(ref reader);
            body = Encoding.UTF8.GetString(bytes.AsSpan((int)reader.BytesConsumed));
            return (ExtraValue.Mapping)Value(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidCastException or InvalidOperationException)
        {
            // The last of them: half a surrogate pair, which JSON allows and which is no text.
            problem = "the JSON front matter cannot be read: " + e.Message.Split('.')[0];
            return null;
        }
    }

    private static ExtraValue Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new ExtraValue.Mapping([.. value.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Value(member.Value)))]),
        JsonValueKind.Array => new ExtraValue.Sequence([.. value.EnumerateArray().Select(Value)]),
        JsonValueKind.String => new ExtraValue.Text(value.GetString()!),
        _ => new ExtraValue.Text(value.GetRawText()),
    };
}
