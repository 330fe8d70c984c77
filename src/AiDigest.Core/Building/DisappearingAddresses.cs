using AiDigest.Core.Diagnostics;
using AiDigest.Core.Incremental;
using AiDigest.Core.IO;
using AiDigest.Core.Planning;

namespace AiDigest.Core.Building;

/// <summary>Warns of pages of the last build that this one has no more: their addresses may be linked from elsewhere.</summary>
internal static class DisappearingAddresses
{
    public static void Report(BuildOptions options, OutputFolder output, BuildPlan plan, List<Diagnostic> diagnostics)
    {
        if (output.OwnedLines.IsEmpty)
        {
            return;
        }

        var planned = plan.Outputs.Select(item => item.Path).ToHashSet(StringComparer.Ordinal);
        var skipped = plan.Site.All.Where(entry => !entry.Published).Select(entry => Addresses.PathOf(entry.Address)).ToHashSet(StringComparer.Ordinal);
        var manifest = Path.GetRelativePath(options.Root, Path.Combine(options.Output, Manifest.FileName)).Replace('\\', '/');
        manifest = manifest.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(manifest) ? Manifest.FileName : manifest;
        foreach (var (path, line) in output.OwnedLines)
        {
            if (path.EndsWith(".html", StringComparison.Ordinal) && !planned.Contains(path) && !skipped.Contains(path))
            {
                diagnostics.Add(new Diagnostic(Catalogue.AddressGone, manifest, line, 1, path.Length,
                    $"the address /{Addresses.AddressOf(path)} of the last build disappears; add it to `aliases` if its page has moved", path));
            }
        }
    }
}
