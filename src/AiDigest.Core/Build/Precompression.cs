using AiDigest.Core.Compression;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Core.Site;

namespace AiDigest.Core.Build;

/// <summary>
/// Plans a <c>.gz</c> and a <c>.br</c> beside each file of text, for servers that send such files as they are (nginx <c>gzip_static</c>,
/// Caddy <c>precompressed</c>). A path that the site has already, such as an owner's own <c>x.css.gz</c>, stays that of the site.
/// A copy that would not be smaller has no file: only the bytes tell, so the plan names it and <see cref="SiteWriter"/> withdraws it.
/// </summary>
internal static class Precompression
{
    /// <summary>Bytes below which a file is not compressed: headers of the answer are larger than what is saved.</summary>
    private const int Smallest = 512;

    // Formats of text. Fonts of the theme and pictures are compressed already. Of the index of search (.bin) the half is saved.
    private static readonly string[] Extensions =
        [".bib", ".bin", ".css", ".csv", ".html", ".js", ".json", ".md", ".mjs", ".svg", ".txt", ".webmanifest", ".xml"];

    private static readonly (string Suffix, CompressionFormat Format)[] Formats =
        [(".br", CompressionFormat.Brotli), (".gz", CompressionFormat.Gzip)];

    /// <summary>Whether a path is that of a compressed copy.</summary>
    public static bool IsCopy(string path) => Extensions.Contains(Path.GetExtension(Original(path)), StringComparer.Ordinal)
        && Original(path).Length < path.Length;

    /// <summary>The path without the suffix of a compressed copy.</summary>
    public static string Original(string path) =>
        Array.Find(Formats, format => path.EndsWith(format.Suffix, StringComparison.Ordinal)).Suffix is { } suffix
            ? path[..^suffix.Length]
            : path;

    public static CompressionFormat FormatOf(CompressedOutput copy) =>
        Array.Find(Formats, format => copy.Path.EndsWith(format.Suffix, StringComparison.Ordinal)).Format;

    /// <param name="length">In bytes.</param>
    public static bool IsWorth(int length) => length >= Smallest;

    /// <summary>The plan with compressed copies.</summary>
    public static BuildPlan AddTo(BuildPlan plan)
    {
        var paths = plan.Outputs.Select(output => output.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        paths.UnionWith(OutputPaths.Folders(paths));
        var copies = plan.Outputs.Where(output => Extensions.Contains(Path.GetExtension(output.Path), StringComparer.Ordinal))
            .SelectMany(output => Formats.Select(format => new CompressedOutput(output.Path + format.Suffix, output.Path)))
            .Where(copy => !paths.Contains(copy.Path) && Manifest.IsOwnable(copy.Path));
        var outputs = plan.Outputs.Concat(copies).ToArray();
        Array.Sort(outputs, static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        return plan with { Outputs = [.. outputs] };
    }

    /// <summary>The places of the copies in a plan, by the place of their output; null where it has none.</summary>
    public static ILookup<int, int>? Copies(BuildPlan plan)
    {
        if (!plan.Outputs.Any(output => output is CompressedOutput))
        {
            return null;
        }

        var slots = plan.Outputs.Index().ToDictionary(output => output.Item.Path, output => output.Index, StringComparer.Ordinal);
        return plan.Outputs.Index().Where(output => output.Item is CompressedOutput)
            .ToLookup(output => slots[((CompressedOutput)output.Item).Of], output => output.Index);
    }
}
