using System.Text;
using System.Text.Json;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Import.Posts;

/// <summary>A post of Hugo or Jekyll as its file gives it.</summary>
/// <param name="Name">Its path in the folder that is imported.</param>
/// <param name="Keys">Null where there is no front matter that can be read; <paramref name="Problem"/> says why.</param>
internal sealed record Post(string Name, ExtraValue.Mapping? Keys, string Body, Message Problem);

/// <summary>Front matter in YAML, TOML or JSON, then Markdown.</summary>
internal static class PostImport
{
    /// <exception cref="ImportException">Its encoding cannot be read.</exception>
    public static Post Read(ImportFile file)
    {
        // Jekyll and Hugo both pass over blank lines before the front matter.
        var text = YamlScalars.Printable(ImportText.Of(file)).ReplaceLineEndings("\n").TrimStart('\n', ' ', '\t');
        var keys = FrontMatter(file.Name, text, out var body, out var problem);
        return new Post(file.Name, keys, body, problem);
    }

    private static ExtraValue.Mapping? FrontMatter(string name, string text, out string body, out Message problem)
    {
        body = text;
        problem = Messages.PostWithoutFrontMatter;
        if (text.StartsWith('{'))
        {
            return Json(text, out body, out problem);
        }

        var fence =
            text.StartsWith("---", StringComparison.Ordinal) ? "---" : text.StartsWith("+++", StringComparison.Ordinal) ? "+++" : null;
        var first = text.IndexOf('\n', StringComparison.Ordinal);
        if (fence is null || first < 0 || text[..first].TrimEnd() != fence)
        {
            return null;
        }

        var end = End(text, first, fence);
        if (end < 0)
        {
            problem = Messages.PostFrontMatterWithoutEnd;
            return null;
        }

        var front = text[(first + 1)..Math.Max(first + 1, end)];
        var next = text.IndexOf('\n', Math.Min(text.Length, end + 1));
        body = next < 0 ? "" : text[(next + 1)..];
        return fence == "---" ? ForeignYaml.Read(name, front + "\n", out problem) : ForeignToml.Read(front, out problem);
    }

    /// <summary>Where the line begins that closes the front matter; Jekyll takes <c>...</c> too.</summary>
    private static int End(string text, int first, string fence)
    {
        for (var at = first; at >= 0 && at + 1 <= text.Length; at = text.IndexOf('\n', at + 1))
        {
            var stop = at + 1 < text.Length ? text.IndexOf('\n', at + 1) : -1;
            var line = text.AsSpan(at + 1, (stop < 0 ? text.Length : stop) - at - 1).TrimEnd();
            if (line.SequenceEqual(fence) || (fence == "---" && line is "..."))
            {
                return at + 1;
            }
        }

        return -1;
    }

    private static ExtraValue.Mapping? Json(string text, out string body, out Message problem)
    {
        (body, problem) = (text, Message.Empty);
        try
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var reader = new Utf8JsonReader(bytes);
            using var document = JsonDocument.ParseValue(ref reader);
            body = Encoding.UTF8.GetString(bytes.AsSpan((int)reader.BytesConsumed));
            return (ExtraValue.Mapping)Value(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The last of them: half a surrogate pair, which JSON allows and which is no text.
            problem = Messages.JsonFrontMatter(e.Message.Split('.')[0]);
            return null;
        }
    }

    private static ExtraValue Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object =>
            new ExtraValue.Mapping([.. value.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Value(member.Value)))]),
        JsonValueKind.Array => new ExtraValue.Sequence([.. value.EnumerateArray().Select(Value)]),
        JsonValueKind.String => new ExtraValue.Text(value.GetString()!),
        _ => new ExtraValue.Text(value.GetRawText()),
    };
}
