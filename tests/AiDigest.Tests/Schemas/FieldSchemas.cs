using System.Text.Json;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using AiDigest.Core.Site;

namespace AiDigest.Tests.Schemas;

/// <summary>What a value of each type of field looks like.</summary>
internal static class FieldSchemas
{
    private static readonly string[] Text = ["string", "number", "boolean"];

    // What the parser insists on, as far as a pattern can say it; the length of a month, say, is left to the parser.
    private const string Filled = "\\S";
    private const string Date =
        "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])([Tt "
        + "]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?([Zz]|[+-](0[0-9]|1[0-4]):[0-5][0-9]))?$";
    private const string Web = "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#]\\S*$";
    private const string Alias = "^(?!//|/?$|[A-Za-z][A-Za-z0-9+.-]*:(?![0-9]))[^?#\\\\]*(/|\\.html)$";
    private const string Beside = "^(?!/|[A-Za-z][A-Za-z0-9+.-]*:(?![0-9]))[^\\\\]+$";
    private const string Arxiv =
        "^((0[0-9]|1[0-4])(0[1-9]|1[0-2])\\.[0-9]{4}|(1[5-9]|[2-9][0-9])(0[1-9]|1[0-2])\\.[0-9]{5}|[a-z-]+(\\.[A-Z]{2})?/[0-9]{2}(0[1-9]|1[0-2])[0-9]{3})(v[1-9][0-9]{0,2})?$";
    private const string Doi = "^10\\.[0-9]{4,9}/\\S+$";

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
                json.WriteNumber("maximum", field.Most);
                break;
            case FieldType.Date:
                Types(json, blank, "string");
                json.WriteString("pattern", Date);
                break;
            case FieldType.Slug:
                Types(json, blank, "string", "integer");
                json.WriteString("pattern", "^[a-z0-9-]+$");
                break;
            case FieldType.Address:
                Types(json, blank, "string");
                json.WriteString("pattern", field.Form ?? Web);
                break;
            case FieldType.RelativePath:
                Types(json, blank, Text);
                json.WriteString("pattern", Beside);
                break;
            case FieldType.ArxivId:
                Types(json, blank, "string", "number");
                json.WriteString("pattern", Arxiv);
                break;
            case FieldType.Doi:
                Types(json, blank, "string");
                json.WriteString("pattern", Doi);
                break;
            case FieldType.TextList:
                List(json, blank, items => Word(items, Text, Filled), field.Presence == Presence.Required);
                break;
            case FieldType.AliasList:
                List(json, blank, items => Word(items, ["string"], Alias));
                break;
            case FieldType.Outputs:
                List(json, blank, items => Enum(items, OutputKind.Names));
                break;
            case FieldType.Addresses:
                Types(json, blank, "string", "array");
                json.WriteString("pattern", Web);
                Items(json, items => Word(items, ["string"], Web));
                break;
            case FieldType.Corrections or FieldType.Menu or FieldType.Entries:
                List(json, blank, items => nested(items, field.Type), field.Presence == Presence.Required);
                break;
            case FieldType.Limits:
                nested(json, field.Type);
                break;
            case FieldType.Text when !blank:
                Word(json, Text, Filled);
                break;
            case FieldType.Checks:
                Checks(json);
                break;
            case FieldType.Language:
                Enum(json, ["ru", "en", null]);
                break;
            case FieldType.Host:
                Enum(json, [.. HostLimits.Names, null]);
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

    private static void Word(Utf8JsonWriter json, string[] types, string pattern)
    {
        Types(json, false, types);
        json.WriteString("pattern", pattern);
    }

    private static void Enum(Utf8JsonWriter json, IEnumerable<string?> words)
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

            json.WriteNullValue();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
