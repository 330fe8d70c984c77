using System.Globalization;

namespace AiDigest.Benchmarks.Site;

/// <param name="Pages">Files that hold the new word, of those that must.</param>
internal sealed record ResultRow(string Generator, string What, MeasuredRun Run, int Files, long Bytes, string Pages);

/// <summary>One table for all, in Markdown; ratios are to the same kind of build of one generator.</summary>
internal sealed class ResultTable
{
    private readonly List<ResultRow> _rows = [];

    public void Add(ResultRow row) => _rows.Add(row);

    public void Print(TextWriter output, string relativeTo)
    {
        output.WriteLine($"| generator | build | wall s | of {relativeTo} | CPU s | of {relativeTo} | peak MiB | of {relativeTo} | files | MB | pages right |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var row in _rows)
        {
            var other = _rows.FirstOrDefault(other => other.Generator == relativeTo && other.What == row.What)?.Run;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {row.Generator} | {row.What} | {row.Run.Wall:0.00} | {Ratio(row.Run.Wall, other?.Wall)} | {row.Run.Cpu:0.00} | {Ratio(row.Run.Cpu, other?.Cpu)} | {row.Run.Peak / 1048576.0:0} | {Ratio(row.Run.Peak, other?.Peak)} | {row.Files} | {row.Bytes / 1e6:0.0} | {row.Pages} |"));
        }
    }

    private static string Ratio(double figure, double? other) =>
        other is > 0 ? (figure / other.Value).ToString("0.00", CultureInfo.InvariantCulture) : "";
}
