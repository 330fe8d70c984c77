using AiDigest.Core.FileSystem.Output;
using AiDigest.Core.Site;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// The shortest build: the same tool, options and sources, the same entries published, and every file of the site as it was left.
/// Then the report of the last build is this one's, and nothing is parsed, planned or rendered.
/// </summary>
internal static class UnchangedSite
{
    /// <summary>The report, where nothing <see cref="Changed"/>.</summary>
    /// <returns>Null where there is something to do, or may be.</returns>
    public static BuildReport? Report(BuildOptions options, BuildCache cache, OutputFolder output, CancellationToken cancellation)
    {
        if (cache.Last is not { } last)
        {
            return null;
        }

        output.Recover();
        var inspection = output.Inspect(last.Outputs.Select(known => known.Path), ParallelRun.SideBySide(options.Jobs, cancellation));
        var left = new OutputFileCheck(cache.SavedAt, output);
        if (inspection.Conflicts.Count > 0 || inspection.Contested.Count > 0 || inspection.Stale.Count > 0 || inspection.Links.Count > 0
            || !output.IsSettled
            || last.Outputs.Index().Any(known => left.Check(known.Item, known.Index) != RenderReason.Kept))
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
            Unchanged = last.Outputs.Length,
            Kept = last.Outputs.Length,
        };
    }

    /// <summary>What the next build has to know of this one.</summary>
    public static LastBuild Note(
        BuildReport report, BuildOptions options, BuildCache cache, SourceList sources, SourceHashes reading, BuildPlan plan,
            IEnumerable<LastOutput> outputs)
    {
        var now = options.Now.UtcTicks;
        var moments = plan.Site.All.Select(entry => entry.Moment.UtcTicks).ToList();
        return new LastBuild
        {
            Tool = cache.Tool,
            Options = BuildCache.OptionsOf(options),
            Listing = sources.Listing,
            Sources = [.. reading.Read()],
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

    /// <summary>Which sources have other bytes than in the last build; null where more is different than bytes of sources.</summary>
    public static IReadOnlyList<string>? Changed(BuildOptions options, BuildCache cache, SourceList sources, SourceHashes reading)
    {
        var now = options.Now.UtcTicks;
        return cache.Last is { } last && last.Tool == cache.Tool && last.Options == BuildCache.OptionsOf(options)
            && last.Listing == sources.Listing
            && last.Since <= now && now < last.Until
            ? reading.Changed
            : null;
    }
}
