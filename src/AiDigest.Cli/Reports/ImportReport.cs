using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Import;

namespace AiDigest.Cli.Reports;

/// <summary>What became of each item of an export.</summary>
internal static class ImportReport
{
    public static void Write(Terminal terminal, ImmutableArray<ImportedEntry> entries, bool json, bool dryRun, bool quiet)
    {
        if (json)
        {
            Json(terminal, entries, dryRun);
            return;
        }

        foreach (var entry in entries)
        {
            var unmapped = entry.Unmapped.IsEmpty
                ? ""
                : terminal.Say(CliMessages.NotMapped(string.Join(", ", entry.Unmapped.Select(TextReport.Visible))));
            var reason = entry.Reason ?? Message.Empty;
            switch (entry.Status)
            {
                case ImportStatus.Failed:
                    Line(terminal, terminal.Error, CliMessages.NotImported(entry.Origin, reason), unmapped);
                    break;
                case ImportStatus.Skipped when !quiet:
                    Line(terminal, terminal.Out, CliMessages.SkippedItem(entry.Origin, reason), unmapped);
                    break;
                case ImportStatus.Imported when !quiet:
                    Line(terminal, terminal.Out, CliMessages.WroteItem(entry.Origin, entry.Path ?? "", dryRun), unmapped);
                    Lines(terminal, entry.Losses.Select(CliMessages.LostOfItem));
                    Lines(terminal, entry.Notes.Select(CliMessages.NoteOfItem));
                    break;
            }
        }

        if (!quiet)
        {
            terminal.Out.WriteLine(terminal.Say(CliMessages.ImportSummary(
                Count(entries, ImportStatus.Imported), Count(entries, ImportStatus.Skipped), Count(entries, ImportStatus.Failed), dryRun)));
        }
    }

    private static void Line(Terminal terminal, TextWriter output, Message message, string end = "") =>
        output.WriteLine(TextReport.Visible(terminal.Say(message)) + end);

    private static void Lines(Terminal terminal, IEnumerable<Message> lines)
    {
        foreach (var line in lines)
        {
            Line(terminal, terminal.Out, line);
        }
    }

    private static int Count(ImmutableArray<ImportedEntry> entries, ImportStatus status) => entries.Count(entry => entry.Status == status);

    private static void Json(Terminal terminal, ImmutableArray<ImportedEntry> entries, bool dryRun) =>
        JsonReport.Print(terminal.Out, json =>
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
            json.WriteString("reason", entry.Reason is { } reason ? terminal.Say(reason) : null);
            List(json, "unmapped", entry.Unmapped);
            List(json, "lost", entry.Losses.Select(terminal.Say));
            List(json, "notes", entry.Notes.Select(terminal.Say));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void List(System.Text.Json.Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
