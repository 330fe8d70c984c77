using System.Collections.Immutable;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Core.FileSystem.Sources;
using AiDigest.Core.Rendering;
using AiDigest.Core.Site;

namespace AiDigest.Core.Build;

/// <summary>
/// Builds a site: list, read and compare, assemble and plan, render and write what has changed, one stage after another. It parses and
/// renders nothing itself. If any stage before writing finds an error, all stages that still can look on, and nothing is written.
/// </summary>
public static class SiteBuilder
{
    // Of what the last build left, about.
    private const int BytesOfEntry = 300;

    /// <summary>
    /// Files of a site up to which each build lists its folders to find links. To list 13,000 folders takes half as long as a build that
    /// has nothing to do, so a larger site is listed where no note of a build is at hand. Every place that a build writes to is looked at
    /// in any case.
    /// </summary>
    private const int MostLookedAt = 4096;

    /// <summary>
    /// About how many entries the last build of this output folder had; null where it left nothing that the next one goes on from.
    /// </summary>
    public static int? EntriesBefore(BuildOptions options) => (int?)(BuildCache.NotedBytes(options) / BytesOfEntry);

    /// <param name="waiting">Called when another build holds the output folder, before waiting for it.</param>
    /// <exception cref="RefusedOutputException">The output folder cannot be used.</exception>
    /// <exception cref="IOException">The disk failed; the last good site is as it was.</exception>
    /// <exception cref="OperationCanceledException">The build was interrupted; the last good site is as it was.</exception>
    public static BuildReport Build(BuildOptions options, Action waiting, CancellationToken cancellation)
    {
        if (OutputPlacement.Refusal(options.Root, options.Output) is { } reason)
        {
            throw new RefusedOutputException($"the output folder '{options.Output}' is refused: {reason}");
        }

        using var buildLock = BuildLock.Acquire(options.Output, waiting, cancellation);
        var clock = new StageClock(options.Progress);
        var diagnostics = new List<Diagnostic>();
        clock.Begin("list");
        var opening = ParallelRun.StartEarly(options.Jobs, () =>
        {
            var opened = BuildCache.Open(options, BuildCache.Use.Building);
            var folder = OutputFolder.Open(options.Output);
            var link = opened.Last is null || folder.Owned.Length <= MostLookedAt ? OutputLinks.Find(options.Output) : null;
            return (opened, link is null ? opened.Mark() : SourceStamps.None, folder, link);
        });
        var sources = new SourceList(options.Root, diagnostics);
        clock.End("list", sources.Count);
        clock.Begin("read, compare");
        var (cache, marks, output, strangeLink) = opening.GetAwaiter().GetResult();
        using var closing = output;
        if (strangeLink is not null)
        {
            throw RefusedOutputException.OfLink(options.Output, strangeLink);
        }

        var reading = new SourceHashes(sources, cache.Last?.Sources, marks);
        reading.Look(options.Jobs, cancellation);
        clock.End("read, compare", cache.Last?.Sources.Length ?? 0);
        clock.Begin("look at the site");
        var changed = UnchangedSite.Changed(options, cache, sources, reading);
        if (changed is [] && UnchangedSite.Report(options, cache, output, cancellation) is { } unchanged)
        {
            clock.End("look at the site", unchanged.Kept);
            return unchanged with { Stages = clock.Stages };
        }

        if (options.Jobs > 1)
        {
            output.LookAhead(changed is null ? null : cache.Last!.Outputs.Select(last => last.Path));
        }

        if (IsSmall(options, cache, reading))
        {
            options = options with { Collect = null };
        }
        else
        {
            options.LargeBuild?.Invoke();
        }

        TextEdits? edits = null;
        var prepared =
            PlannedSite.Of(options, sources, reading, cache, clock, diagnostics, cancellation, withSearch: true, duringPlan: () =>
        {
            edits = TextEdits.Of(changed, cache, reading, options.Jobs);
            if (options.Jobs > 1)
            {
                Task.Run(SiteRenderer.Prepare, CancellationToken.None);
            }
        });
        var report =
            Begin(prepared.Plan) with { Parsed = prepared.Parsed, Engines = cache.Formulas.EnginesStarted, CacheIgnored = cache.IsIgnored };
        if (prepared.Plan is null || HasError(diagnostics))
        {
            cache.SaveSources();
            return Finish(report with { Stages = clock.Stages }, diagnostics, sources);
        }

        if (cache.LeaveBodies())
        {
            options.Collect?.Invoke();
        }

        output.Recover();
        DisappearingAddresses.Report(options, output, prepared.Plan, diagnostics);
        var decider = new OutputDecider(cache, reading, prepared.Theme, prepared.Plan, output, edits);
        var renderer = new SiteRenderer(prepared.Theme, prepared.Plan, prepared.Strings);
        var writer = new SiteWriter(reading, prepared.Theme, prepared.Plan, renderer, output, decider, options);
        writer.Write(diagnostics, cancellation);
        clock.End("render, write", prepared.Plan.Outputs.Length);
        if (!HasError(diagnostics))
        {
            HostWarnings.Report(prepared.Plan.Site.Settings, writer.Outputs().Select(left => (left.Path, left.Size)), diagnostics);
        }

        report = Finish(writer.Report(report) with { Contexts = renderer.Contexts, Fallbacks = renderer.Fallbacks }, diagnostics, sources);
        clock.Begin("cache");
        cache.SaveSources();
        if (cache.IsOn && !report.Failed && !options.Discard)
        {
            if (prepared.Search is { } search && search.IsNew)
            {
                cache.SaveSearch(search.Memory);
            }

            cache.Save(
                UnchangedSite.Note(report, options, cache, sources, reading, prepared.Plan, writer.Outputs()),
                SharedInputs.Of(prepared, prepared.Plan, sources, cache.Tool), writer.Shown());
        }

        clock.End("cache", cache.IsOn ? prepared.Plan.Outputs.Length : 0);
        return report with { Stages = clock.Stages };
    }

    /// <summary>Whether nearly all is as the last build left it, so that it is taken from the cache and stays until the end.</summary>
    private static bool IsSmall(BuildOptions options, BuildCache cache, SourceHashes reading)
    {
        if (cache.Last is not { } last || last.Tool != cache.Tool || last.Options != BuildCache.OptionsOf(options))
        {
            return false;
        }

        var changed = reading.Unknown.Take(TextEdits.Most + 1).ToList();
        return changed.Count <= TextEdits.Most && changed.All(path => path.StartsWith("content/papers/", StringComparison.Ordinal));
    }

    private static bool HasError(List<Diagnostic> diagnostics) => diagnostics.Any(diagnostic => diagnostic.Rule.Severity == Severity.Error);

    /// <summary>What a plan holds, with nothing found and nothing written.</summary>
    internal static BuildReport Begin(BuildPlan? plan) => new()
    {
        Diagnostics = [],
        Skipped = plan?.Site.Skipped ?? [],
        Entries = plan?.Site.Published.Length ?? 0,
        Pages = plan?.Outputs.OfType<RenderedOutput>().Count(output => output.Template.EndsWith(".html", StringComparison.Ordinal)) ?? 0,
        Tags = plan?.Site.Tags.Length ?? 0,
    };

    /// <summary>Puts the diagnostics in order, each once and with its source line.</summary>
    internal static BuildReport Finish(BuildReport report, List<Diagnostic> diagnostics, SourceList sources)
    {
        diagnostics.Sort(Diagnostic.Compare);
        var texts = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        var failed = HasError(diagnostics);
        report = report with { Diagnostics = [.. diagnostics.Distinct().Select(diagnostic => sources.WithLine(diagnostic, texts))] };
        return failed ? report with { Written = 0, Unchanged = 0, Deleted = 0, Kept = 0 } : report;
    }
}
