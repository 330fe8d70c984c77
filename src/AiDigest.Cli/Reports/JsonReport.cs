using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AiDigest.Core.Build;
using AiDigest.Core.Check;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Site;

namespace AiDigest.Cli.Reports;

/// <summary>The one JSON object of a run, for programs.</summary>
internal static partial class JsonReport
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Counts = ["entries", "pages", "tags", "written", "unchanged", "deleted"];

    public static void Write(Terminal terminal, BuildReport report, long elapsed, ImmutableArray<Fix> fixedLines = default) =>
        Print(terminal.Out, json =>
    {
        json.WriteNumber("entries", report.Entries);
        json.WriteNumber("pages", report.Pages);
        json.WriteNumber("tags", report.Tags);
        json.WriteNumber("written", report.Written);
        json.WriteNumber("unchanged", report.Unchanged);
        json.WriteNumber("deleted", report.Deleted);
        Skipped(json, report.Skipped);
        Diagnostics(json, report.Diagnostics, terminal.Language);
        Fixed(json, fixedLines);
        json.WriteNumber("elapsed_ms", elapsed);
    });

    /// <summary>A run that ended before it could say more: wrong usage, a failed disk, an interruption.</summary>
    public static void WriteFailure(TextWriter output, string message) => Print(output, json =>
    {
        json.WriteString("error", message);
        foreach (var name in Counts)
        {
            json.WriteNumber(name, 0);
        }

        Skipped(json, []);
        Diagnostics(json, [], default);
        json.WriteNumber("elapsed_ms", 0);
    });

    public static void WriteAddress(TextWriter output, string address) => Print(output, json => json.WriteString("address", address));

    public static void WriteClean(TextWriter output, int deleted) => Print(output, json => json.WriteNumber("deleted", deleted));

    private static void Skipped(Utf8JsonWriter json, ImmutableArray<SkippedEntry> skipped)
    {
        json.WriteStartArray("skipped");
        foreach (var entry in skipped)
        {
            json.WriteStartObject();
            json.WriteString("source", entry.Source.Path);
            json.WriteNumber("line", entry.Source.Line);
            json.WriteString("title", entry.Title);
            json.WriteString("reason", entry.Reason);
            if (entry.Appears is { } moment)
            {
                json.WriteString("appears", moment);
            }
            else
            {
                json.WriteNull("appears");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Diagnostics(Utf8JsonWriter json, ImmutableArray<Diagnostic> diagnostics, MessageLanguage language)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("path", diagnostic.Path);
            json.WriteNumber("line", diagnostic.Line);
            json.WriteNumber("column", diagnostic.Column);
            json.WriteString("severity", TextReport.Severity(diagnostic));
            json.WriteString("id", diagnostic.Rule.Id);
            json.WriteString("message", diagnostic.Text.In(language));
            if (diagnostic.Fixed is { } fixedText)
            {
                json.WriteString("mended", fixedText);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Fixed(Utf8JsonWriter json, ImmutableArray<Fix> fixes)
    {
        if (fixes.IsDefaultOrEmpty)
        {
            return;
        }

        json.WriteStartArray("fixed");
        foreach (var fix in fixes)
        {
            json.WriteStartObject();
            json.WriteString("path", fix.Path);
            json.WriteNumber("line", fix.Line);
            json.WriteString("id", fix.Rule.Id);
            json.WriteString("before", fix.Before);
            json.WriteString("after", fix.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void Print(TextWriter output, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
