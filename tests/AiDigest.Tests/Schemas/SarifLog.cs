using System.Text.Json;
using AiDigest.Tests.Fixtures;
using Json.Schema;

namespace AiDigest.Tests.Schemas;

/// <summary>
/// Holds a log to the JSON Schema of SARIF 2.1.0 by the technical committee of OASIS, as Microsoft publishes it in its package
/// Sarif.Sdk 5.8.0 under the MIT licence; see <c>docs/decisions/0018-json-schemas.md</c>.
/// </summary>
internal static class SarifLog
{
    private static readonly JsonSchema Schema = JsonSchema.FromFile(Checkout.PathOf("tests/AiDigest.Tests/Schemas/sarif-2.1.0.json"));

    /// <returns>What breaks the schema, each with its place; empty for a log as it should be.</returns>
    public static IReadOnlyList<string> Faults(string log)
    {
        using var document = JsonDocument.Parse(log);
        var results =
            Schema.Evaluate(
                document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return results.IsValid
            ? []
            : [.. (results.Details ?? []).Append(results).Where(part => part.Errors is not null)
                .SelectMany(part => part.Errors!.Select(error => $"{part.InstanceLocation}: {error.Value}")).DefaultIfEmpty("not valid")];
    }
}
