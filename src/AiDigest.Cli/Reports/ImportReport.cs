using System.Collections.Immutable;
using AiDigest.Core.Import;

namespace AiDigest.Cli.Reports;

/// <summary>What became of each item of an export.</summary>
internal static class ImportReport
{
    public static void Write(Terminal terminal, ImmutableArray<ImportedEntry> entries, bool json, bool dryRun, bool quiet)
    {
        if (json)
        {
            Json(terminal.Out, entries, dryRun);
            return;
        }

        foreach (var entry in entries)
        {
            var unmapped = entry.Unmapped.IsEmpty ? "" : $" (not mapped: {string.Join(", ", entry.Unmapped.Select(TextReport.Visible))})";
            switch (entry.Status)
            {
                case ImportStatus.Failed:
                    terminal.Error.WriteLine(
                        $"{TextReport.Visible(entry.Origin)}: not imported: {TextReport.Visible(entry.Reason ?? "")}{unmapped}");
                    break;
                case ImportStatus.Skipped when !quiet:
                    terminal.Out.WriteLine(
                        $"{TextReport.Visible(entry.Origin)}: skipped: {TextReport.Visible(entry.Reason ?? "")}{unmapped}");
                    break;
                case ImportStatus.Imported when !quiet:
                    terminal.Out.WriteLine(
                        $"{TextReport.Visible(entry.Origin)}: {(dryRun ? "would write" : "wrote")} "
                        + $"{TextReport.Visible(entry.Path ?? "")}{unmapped}");
                    Lines(terminal, "lost", entry.Losses);
                    Lines(terminal, "note", entry.Notes);
                    break;
            }
        }

        if (!quiet)
        {
            terminal.Out.WriteLine(
                $"{Count(entries, ImportStatus.Imported)} {(dryRun ? "to import" : "imported")}, "
                + $"{Count(entries, ImportStatus.Skipped)} skipped, {Count(entries, ImportStatus.Failed)} failed");
        }
    }

    private static void Lines(Terminal terminal, string label, ImmutableArray<string> lines)
    {
        foreach (var line in lines)
        {
            terminal.Out.WriteLine($"  {label}: {TextReport.Visible(line)}");
        }
    }

    private static int Count(ImmutableArray<ImportedEntry> entries, ImportStatus status) => entries.Count(entry => entry.Status == status);

    private static void Json(TextWriter output, ImmutableArray<ImportedEntry> entries, bool dryRun) => JsonReport.Print(output, json =>
    {
        json.WriteBoolean("dry_run", dryRun);
        json.WriteNumber("imported", Count(entries, ImportStatus.Imported));
        json.WriteNumber("skipped", Count(entries, ImportStatus.Skipped));
        json.WriteNumber("failed", Count(entries, ImportStatus.Failed));
        json.WriteStartArray("items");
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("origin", entry.Origin);
            json.WriteString(
                "status", entry.Status switch { ImportStatus.Imported => "imported", ImportStatus.Skipped => "skipped", _ => "failed" });
            json.WriteString("path", entry.Path);
            json.WriteString("title", entry.Title);
            json.WriteString("reason", entry.Reason);
            List(json, "unmapped", entry.Unmapped);
            List(json, "lost", entry.Losses);
            List(json, "notes", entry.Notes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void List(System.Text.Json.Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
