using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AiDigest.Core.Content.FrontMatter;

namespace AiDigest.Tests.Schemas;

/// <summary>
/// Makes JSON Schemas (2020-12) of the formats of sources from the parser's own tables of fields, so that an editor knows the keys that the
/// parser knows. Scalars are text as written, so a number is as good as a string where a text is needed.
/// </summary>
public static class SchemaWriter
{
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schemas by file name.</summary>
    public static IReadOnlyList<(string Name, string Text)> All =>
    [
        ("entry.json", Whole("An entry of AI Digest", json => Mapping(json, "entry", ValueFormats.Paper))),
        ("day.json", Whole("A day of several entries", json => Mapping(json, "day", ValueFormats.Day))),
        ("papers.json", Whole("A YAML file of content/papers: a day where it has entries, else one entry", Either)),
        ("page.json", Whole("Front matter of a standing page", json => Mapping(json, "page", ValueFormats.Page))),
        ("site.json", Whole("content/site.yaml", json => Mapping(json, "site", ValueFormats.Settings, blank: true))),
        ("tags.json", Whole("content/tags.yaml", Tags)),
    ];

    private static string Whole(string title, Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("title", title);
            body(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Mapping(Utf8JsonWriter json, string format, IReadOnlyList<Field> fields, bool blank = false)
    {
        json.WriteStartArray("type");
        json.WriteStringValue("object");
        if (blank)
        {
            json.WriteStringValue("null");
        }

        json.WriteEndArray();
        json.WriteBoolean("additionalProperties", false);
        var required = fields.Where(field => field.Presence == Presence.Required && !IsShared(format, field)).ToList();
        if (required.Count > 0)
        {
            json.WriteStartArray("required");
            required.ForEach(field => json.WriteStringValue(field.Name));
            json.WriteEndArray();
        }

        json.WriteStartObject("properties");
        foreach (var field in fields)
        {
            json.WriteStartObject(field.Name);
            json.WriteString("description", $"{field.Description.Russian}. {field.Description.English}.");
            FieldSchemas.Write(json, field, Nested);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // What a day does not say, each of its entries says.
    private static bool IsShared(string format, Field field) => format is "day" or "item" && field.Name is "date" or "tags";

    private static void Nested(Utf8JsonWriter json, FieldType type)
    {
        var (format, fields) = type switch
        {
            FieldType.Corrections => ("correction", ValueFormats.Correction),
            FieldType.Menu => ("menu", ValueFormats.MenuItem),
            FieldType.Limits => ("limits", ValueFormats.Limits),
            _ => ("item", ValueFormats.Paper),
        };
        Mapping(json, format, fields, blank: type == FieldType.Limits);
    }

    private static void Either(Utf8JsonWriter json)
    {
        json.WriteStartObject("if");
        json.WriteStartArray("required");
        json.WriteStringValue("entries");
        json.WriteEndArray();
        json.WriteEndObject();
        foreach (var (keyword, file) in (ReadOnlySpan<(string, string)>)[("then", "day.json"), ("else", "entry.json")])
        {
            json.WriteStartObject(keyword);
            json.WriteString("$ref", file);
            json.WriteEndObject();
        }
    }

    private static void Tags(Utf8JsonWriter json)
    {
        json.WriteStartArray("type");
        json.WriteStringValue("object");
        json.WriteStringValue("null");
        json.WriteEndArray();
        json.WriteStartObject("additionalProperties");
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        json.WriteString("type", "null");
        json.WriteEndObject();
        json.WriteStartObject();
        Mapping(json, "tag", ValueFormats.Tag);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
