using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Core.Site;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// The shortest build: the tool, the options, the sources and the published entries are the same, and every file of the site is as the
/// last build left it. Then the report of the last build is this one's, and nothing is parsed, planned or rendered.
/// </summary>
internal static class UnchangedSite
{
    /// <summary>The report of a build in which no input changed (<see cref="ChangeKind.Nothing"/>).</summary>
    /// <param name="savedAt">See <see cref="OutputFileCheck"/>.</param>
    /// <returns>Null where there is something to do, or may be.</returns>
    public static BuildReport? Report(
        BuildOptions options, LastBuild last, long savedAt, OutputFolder output, CancellationToken cancellation)
    {
        output.Recover();
        var outputs = last.Outputs.All(known => known.HasFile) ? last.Outputs : last.Outputs.RemoveAll(known => !known.HasFile);
        var inspection = output.Inspect(outputs.Select(known => known.Path), ParallelRun.SideBySide(options.Jobs, cancellation));
        var left = new OutputFileCheck(savedAt, output);
        if (inspection.Conflicts.Count > 0 || inspection.Contested.Count > 0 || inspection.Stale.Count > 0 || inspection.Links.Count > 0
            || !output.IsSettled
            || outputs.Index().Any(known => left.Check(known.Item, known.Index) != RenderReason.Kept))
        {
            return null;
        }

        return new BuildReport
        {
            Diagnostics = last.Diagnostics,
            Skipped = last.Skipped,
            Entries = last.Entries,
            Pages = last.Pages,
            Tags = last.Tags,
            Unchanged = outputs.Length,
            Kept = outputs.Length,
        };
    }

    /// <summary>What the next build has to know of this one.</summary>
    public static LastBuild Note(
        BuildReport report, BuildOptions options, Digest tool, SourceList sources, SourceHashes hashes, BuildPlan plan,
        IEnumerable<LastOutput> outputs)
    {
        var now = options.Now.UtcTicks;
        var moments = plan.Site.All.Select(entry => entry.Moment.UtcTicks).ToList();
        return new LastBuild
        {
            Tool = tool,
            Options = ChangeScope.OptionsOf(options),
            Listing = sources.Listing,
            Sources = [.. hashes.Read()],
            Since = moments.Where(moment => moment <= now).DefaultIfEmpty(long.MinValue).Max(),
            Until = moments.Where(moment => moment > now).DefaultIfEmpty(long.MaxValue).Min(),
            Entries = report.Entries,
            Pages = report.Pages,
            Tags = report.Tags,
            Skipped = report.Skipped,
            Diagnostics = [.. report.Diagnostics.Where(diagnostic => diagnostic.Rule != AiDigest.Core.Diagnostics.Catalogue.AddressGone)],
            Outputs = [.. outputs],
        };
    }
}
