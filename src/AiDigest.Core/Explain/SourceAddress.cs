using System.Globalization;
using AiDigest.Core.Build;
using AiDigest.Core.Site;

namespace AiDigest.Core.Explain;

/// <summary>Finds the page of a source: authors know their files, not always the addresses that come of them.</summary>
internal static class SourceAddress
{
    /// <param name="written">A path with <c>/</c> or <c>\</c>, below the root or another folder, absolute or not. A line may follow, as in
    /// diagnostics: <c>content/papers/day.yaml:12</c>.</param>
    /// <returns>The path of the output: the entry's own page, the page, or the copy of a file. Null where the source has none.</returns>
    public static string? Find(string written, string root, string? folder, SourceList sources, BuildPlan plan)
    {
        var (path, line) = Split(written.Replace('\\', '/'));
        string[] candidates = [path, Path.GetRelativePath(root, Path.GetFullPath(path, folder ?? root)).Replace('\\', '/')];
        var source = Array.Find(candidates, sources.Has);
        if (source is null)
        {
            return null;
        }

        var own = plan.Outputs.OfType<RenderedOutput>()
            .Where(output => output.Owner is { } owner && owner.Path == source
            && output.Path.EndsWith("index.html", StringComparison.Ordinal)).ToList();
        var nearest = own.Where(output => line == 0 || output.Owner!.Value.Line <= line)
            .OrderBy(output => output.Owner!.Value.Line * (line == 0 ? 1 : -1)).FirstOrDefault() ?? own.FirstOrDefault();
        return nearest?.Path ?? plan.Outputs.OfType<CopiedOutput>().FirstOrDefault(output => output.SourcePath == source)?.Path;
    }

    private static (string Path, int Line) Split(string written)
    {
        var parts = written.Split(':');
        var numbers = parts.Reverse().TakeWhile(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)).Count();
        return numbers is 0 or > 2
            || numbers == parts.Length
                ? (written, 0)
                : (string.Join(':', parts[..^numbers]), int.Parse(parts[^numbers], NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
