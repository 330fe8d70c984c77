using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Import.Json;

/// <summary>Reads values of JSON whatever their type is: an export may hold a number or an object where a text is expected.</summary>
internal static class JsonText
{
    public static JsonDocumentOptions Options { get; } =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <exception cref="ImportException">It is no JSON.</exception>
    public static JsonDocument Parse(ImportFile file)
    {
        try
        {
            return JsonDocument.Parse(ImportText.Utf8(file).AsMemory(), Options);
        }
        catch (JsonException e)
        {
            throw new ImportException(
                Messages.JsonUnreadable(
                    $"{file.Name}:{(e.LineNumber ?? 0) + 1}:{(e.BytePositionInLine ?? 0) + 1}", e.Message.Split('.')[0]));
        }
    }

    public static JsonElement? Get(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) ? value : null;

    /// <summary>The first of several keys that holds a text.</summary>
    public static string? First(JsonElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Get(item, name) is { } value && Of(value) is { } text && !string.IsNullOrWhiteSpace(text))
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>The texts of the first of several keys that holds any: a list, or one text.</summary>
    public static ImmutableArray<string> All(JsonElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Get(item, name) is { } value)
            {
                var values = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Of) : [Of(value)];
                ImmutableArray<string> texts = [.. values.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text!)];
                if (!texts.IsEmpty)
                {
                    return texts;
                }
            }
        }

        return [];
    }

    /// <summary>A text or number; of an object, its name.</summary>
    public static string? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Decoded(value),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Object => Named(value),
        _ => null,
    };

    /// <summary>The value says nothing: null, false, an empty text, list or object.</summary>
    public static bool IsBlank(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.False => true,
        JsonValueKind.String => value.ValueEquals(""),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        _ => false,
    };

    private static string? Named(JsonElement value)
    {
        foreach (var key in (string[])["name", "fullname", "full_name", "label", "text", "title"])
        {
            if (value.TryGetProperty(key, out var name) && name.ValueKind == JsonValueKind.String)
            {
                return Decoded(name);
            }
        }

        return null;
    }

    // Half a surrogate pair is allowed in JSON and is no text: U+FFFD stands for it.
    private static string Decoded(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescaped(value.GetRawText().AsSpan()[1..^1]);
        }
    }

    /// <summary>The text of RFC 8259, section 7, whose escapes are known to be well formed.</summary>
    private static string Unescaped(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            i++;
            text.Append(raw[i] switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\b',
                'f' => '\f',
                'u' => Unit(raw, ref i),
                var c => c,
            });
        }

        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static char Unit(ReadOnlySpan<char> raw, ref int at)
    {
        var unit = (char)ushort.Parse(
            raw.Slice(at + 1, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture);
        at += 4;
        return unit;
    }
}
