using System.Collections.Immutable;
using System.Text.Json;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Cli.Reports;

/// <summary>
/// Diagnostics as a log of SARIF 2.1.0 (OASIS), which code hosts show at the lines of a change. Addresses are relative to the root of
/// the site, which is named by an address base id and not by its place on this machine.
/// </summary>
internal static class SarifReport
{
    private const string Root = "SITEROOT";

    public static void Write(Terminal terminal, ImmutableArray<Diagnostic> diagnostics) => JsonReport.Print(terminal.Out, json =>
    {
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        var rules = diagnostics.Select(diagnostic => diagnostic.Rule).DistinctBy(rule => rule.Id)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal).ToList();
        Tool(json, rules, terminal);
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(Root);
        json.WriteStartObject("description");
        json.WriteString("text", "The folder of the site, the one with content/");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var diagnostic in diagnostics)
        {
            Result(json, diagnostic, rules.FindIndex(rule => rule.Id == diagnostic.Rule.Id), terminal);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    });

    private static void Tool(Utf8JsonWriter json, List<Rule> rules, Terminal terminal)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "aidigest");
        json.WriteString("semanticVersion", Version.Number);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            if (rule.Name is { } name)
            {
                json.WriteString("name", name);
            }

            Text(json, "shortDescription", terminal.Say(rule.Named));
            Text(json, "fullDescription", terminal.Say(rule.Explained).Replace("`", "", StringComparison.Ordinal));
            json.WriteStartObject("help");
            json.WriteString("text", terminal.Say(rule.Explained).Replace("`", "", StringComparison.Ordinal));
            json.WriteString("markdown", terminal.Say(rule.Explained));
            json.WriteEndObject();
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, Diagnostic diagnostic, int index, Terminal terminal)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Rule.Id);
        json.WriteNumber("ruleIndex", index);
        json.WriteString("level", Level(diagnostic.Rule.Severity));
        Text(json, "message", terminal.Say(diagnostic.Text));
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', diagnostic.Path.Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", diagnostic.Line);
        json.WriteNumber("startColumn", diagnostic.Column);
        json.WriteNumber("endColumn", diagnostic.Column + diagnostic.Length);
        if (diagnostic.SourceLine is { Length: > 0 } line)
        {
            Text(json, "snippet", line);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
