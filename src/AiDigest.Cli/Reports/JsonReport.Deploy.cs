using System.Text.Json;
using AiDigest.Core.Announce;
using AiDigest.Core.Deploy;
using AiDigest.Core.Starter;

namespace AiDigest.Cli.Reports;

/// <summary>The JSON objects of <c>deploy</c>, <c>ping</c> and <c>init</c>.</summary>
internal static partial class JsonReport
{
    public static void WriteDeployment(TextWriter output, string target, DeployReport report, bool dryRun) => Print(output, json =>
    {
        json.WriteString("target", target);
        json.WriteBoolean("dry_run", dryRun);
        Paths(json, "uploaded", report.Plan.Uploads);
        Paths(json, "deleted", report.Plan.Blocking.Concat(report.Plan.Deletions));
        json.WriteNumber("unchanged", report.Unchanged);
    });

    public static void WritePing(TextWriter output, PingReport report, bool dryRun) => Print(output, json =>
    {
        json.WriteString("hub", report.Hub);
        json.WriteBoolean("dry_run", dryRun);
        Paths(json, "feeds", report.Feeds);
        json.WriteNumber("unchanged", report.Unchanged);
    });

    public static void WriteStarter(TextWriter output, StarterReport report) => Print(output, json =>
    {
        Paths(json, "made", report.Made);
        Paths(json, "kept", report.Kept);
    });

    private static void Paths(Utf8JsonWriter json, string name, IEnumerable<string> paths)
    {
        json.WriteStartArray(name);
        foreach (var path in paths)
        {
            json.WriteStringValue(path);
        }

        json.WriteEndArray();
    }
}
