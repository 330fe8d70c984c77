using System.Text.Json;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Explain;

namespace AiDigest.Cli.Reports;

/// <summary>The JSON object of <c>explain</c>.</summary>
internal static partial class JsonReport
{
    public static void WriteExplanation(TextWriter output, Explanation found) => Print(output, json =>
    {
        json.WriteString("address", found.Address);
        json.WriteString("path", found.Path);
        json.WriteString("subject", found.Subject);
        Decision(json, "last", found.Last);
        Causes(json, "last_causes", found.LastCauses);
        Changes(json, "last_changes", found.LastChanges);
        Decision(json, "next", found.Next);
        Causes(json, "next_causes", found.NextCauses);
        Changes(json, "next_changes", found.NextChanges);
        json.WriteStartArray("sources");
        foreach (var source in found.Sources)
        {
            json.WriteStartObject();
            json.WriteString("path", source.Path);
            json.WriteNumber("line", source.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("template", found.Template);
        Names(json, "includes", found.Includes);
        json.WriteStartObject("fields");
        foreach (var read in found.Fields)
        {
            Names(json, read.Template, read.Fields);
        }

        json.WriteEndObject();
        json.WriteStartArray("key");
        foreach (var part in found.Parts)
        {
            json.WriteStartObject();
            json.WriteString("part", part.Name);
            json.WriteString("now", part.Now.ToString());
            json.WriteString("last", part.Last?.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>The parts of a key by their names.</summary>
    public static IEnumerable<string> NamesOf(KeyParts parts) => Enum.GetValues<KeyParts>()
        .Where(part => part != KeyParts.None && parts.HasFlag(part))
        .Select(KeyPartName.Of);

    private static void Causes(Utf8JsonWriter json, string name, IEnumerable<ExplainedCause> causes)
    {
        json.WriteStartArray(name);
        foreach (var cause in causes)
        {
            json.WriteStartObject();
            json.WriteString("part", cause.Part);
            json.WriteString("change", cause.Change.ToString().ToLowerInvariant());
            if (cause.Of.Path.Length > 0)
            {
                json.WriteString("source", cause.Of.Path);
            }

            if (cause.Of.Line > 0)
            {
                json.WriteNumber("line", cause.Of.Line);
            }

            if (cause.Of.Name.Length > 0)
            {
                json.WriteString("name", cause.Of.Name);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Changes(Utf8JsonWriter json, string name, IEnumerable<ExplainedChange> changes)
    {
        json.WriteStartArray(name);
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("change", change.Of.Change.ToString().ToLowerInvariant());
            json.WriteString("part", change.Of.Part);
            if (change.Of.Item is { } item)
            {
                json.WriteString("source", item.Path);
                json.WriteNumber("line", item.Line);
            }

            if (change.Elsewhere is { } elsewhere)
            {
                json.WriteString("elsewhere", elsewhere);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Decision(Utf8JsonWriter json, string name, Decision? decision)
    {
        if (decision is not { } made)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("verdict", made.Reason.ToString().ToLowerInvariant());
        Names(json, "changed", NamesOf(made.Parts));
        json.WriteEndObject();
    }

    private static void Names(Utf8JsonWriter json, string name, IEnumerable<string> names)
    {
        json.WriteStartArray(name);
        foreach (var text in names)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
