using System.Globalization;

namespace AiDigest.Benchmarks.Site;

/// <param name="Runs">By round.</param>
/// <param name="Pages">Files that hold the new word, of those that must.</param>
internal sealed record ResultRow(string Generator, string What, IReadOnlyList<MeasuredRun> Runs, int Files, long Bytes, string Pages);

/// <summary>One table for all, in Markdown; ratios are to the same kind of build of one generator in the same round.</summary>
internal sealed class ResultTable
{
    private readonly List<ResultRow> _rows = [];

    public void Add(ResultRow row) => _rows.Add(row);

    public void Print(TextWriter output, string relativeTo)
    {
        output.WriteLine(
            $"| generator | build | wall s | of {relativeTo} | CPU s | of {relativeTo} | peak MiB | of {relativeTo} | files | MB | "
            + $"pages right |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var row in _rows.OrderBy(row => _rows.FindIndex(first => first.Generator == row.Generator)))
        {
            var others = _rows.FirstOrDefault(other => other.Generator == relativeTo && other.What == row.What)?.Runs;
            string Ratio(Func<MeasuredRun, double> figure) =>
                others is null ? "" : MeasuredRun.Middle(row.Runs.Zip(others, (run, other) => figure(run) / figure(other)))
                    .ToString("0.00", CultureInfo.InvariantCulture);
            var median = MeasuredRun.Median(row.Runs);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {row.Generator} | {row.What} | {median.Wall:0.00} | {Ratio(run => run.Wall)} | {median.Cpu:0.00} | "
                + $"{Ratio(run => run.Cpu)} | {median.Peak / 1048576.0:0} | {Ratio(run => run.Peak)} | {row.Files} | "
                + $"{row.Bytes / 1e6:0.0} | {row.Pages} |"));
        }
    }
}
