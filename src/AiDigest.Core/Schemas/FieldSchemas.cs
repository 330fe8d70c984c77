using System.Text.Json;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Parsing;

namespace AiDigest.Core.Schemas;

/// <summary>What a value of each type of field looks like.</summary>
internal static class FieldSchemas
{
    private static readonly string[] Text = ["string", "number", "boolean"];

    public static void Write(Utf8JsonWriter json, Field field, Action<Utf8JsonWriter, FieldType> nested)
    {
        var blank = field.Presence == Presence.Optional;
        switch (field.Type)
        {
            case FieldType.Flag:
                Types(json, blank, "boolean");
                break;
            case FieldType.Number:
                Types(json, blank, "integer");
                json.WriteNumber("minimum", 1);
                break;
            case FieldType.Date:
                Types(json, blank, "string");
                json.WriteString("pattern", "^\\d{4}-\\d\\d-\\d\\d([Tt ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?([Zz]|[+-]\\d\\d:\\d\\d))?$");
                break;
            case FieldType.Slug:
                Types(json, blank, "string", "integer");
                json.WriteString("pattern", "^[a-z0-9-]+$");
                break;
            case FieldType.Address when field.Name != "to":
                Types(json, blank, "string");
                json.WriteString("pattern", "^[Hh][Tt][Tt][Pp][Ss]?://\\S+$");
                break;
            case FieldType.TextList or FieldType.AliasList:
                List(json, blank, items => Types(items, false, Text), field.Presence == Presence.Required);
                break;
            case FieldType.Outputs:
                List(json, blank, items => Enum(items, Formats.Outputs));
                break;
            case FieldType.Addresses:
                Types(json, blank, "string", "array");
                Items(json, items => Types(items, false, "string"));
                break;
            case FieldType.Corrections or FieldType.Menu or FieldType.Entries:
                List(json, blank, items => nested(items, field.Type), field.Presence == Presence.Required);
                break;
            case FieldType.Limits:
                nested(json, field.Type);
                break;
            case FieldType.Checks:
                Checks(json);
                break;
            case FieldType.Language:
                Enum(json, ["ru", "en"]);
                break;
            case FieldType.Free:
                Types(json, blank, "object");
                break;
            default:
                Types(json, blank, Text);
                break;
        }
    }

    private static void Types(Utf8JsonWriter json, bool blank, params ReadOnlySpan<string> types)
    {
        json.WriteStartArray("type");
        foreach (var type in types)
        {
            json.WriteStringValue(type);
        }

        if (blank)
        {
            json.WriteStringValue("null");
        }

        json.WriteEndArray();
    }

    private static void Enum(Utf8JsonWriter json, IEnumerable<string> words)
    {
        json.WriteStartArray("enum");
        foreach (var word in words)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }

    private static void List(Utf8JsonWriter json, bool blank, Action<Utf8JsonWriter> items, bool filled = false)
    {
        Types(json, blank, "array");
        if (filled)
        {
            json.WriteNumber("minItems", 1);
        }

        Items(json, items);
    }

    private static void Items(Utf8JsonWriter json, Action<Utf8JsonWriter> items)
    {
        json.WriteStartObject("items");
        items(json);
        json.WriteEndObject();
    }

    private static void Checks(Utf8JsonWriter json)
    {
        Types(json, blank: true, "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        foreach (var rule in Catalogue.Checks)
        {
            json.WriteStartObject(rule.Name!);
            json.WriteString("description", $"{rule.Id}: {rule.Title}. {rule.Explanation}");
            json.WriteStartArray("enum");
            json.WriteBooleanValue(true);
            json.WriteBooleanValue(false);
            foreach (var word in (ReadOnlySpan<string>)["error", "warning", "hint"])
            {
                json.WriteStringValue(word);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
