using AiDigest.Core.Build.Cache;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Core.Rendering;
using AiDigest.Core.Site;

namespace AiDigest.Core.Build;

/// <summary>
/// Builds a site in stages, one method each: open, compare, plan, write, save. It parses and renders nothing itself. When a stage finds an
/// error, later stages still run where they can, so that one build reports every mistake. Nothing is written then.
/// </summary>
public static class SiteBuilder
{
    /// <summary>
    /// Files of a site up to which each build lists its folders to find links. Listing 13,000 folders takes half as long as a build that
    /// has nothing to do, so a larger site is listed only where no last build is known. Every place that a build writes to is checked in
    /// any case.
    /// </summary>
    private const int MostListed = 4096;

    /// <summary>About how many entries the last build of this output folder had; null where no build was saved.</summary>
    public static int? EntriesBefore(BuildOptions options) => BuildCache.EntriesBefore(options);

    /// <param name="waiting">Called when another build holds the output folder, before waiting for it.</param>
    /// <exception cref="RefusedOutputException">The output folder cannot be used.</exception>
    /// <exception cref="IOException">The disk failed; the last good site is as it was.</exception>
    /// <exception cref="OperationCanceledException">The build was interrupted; the last good site is as it was.</exception>
    public static BuildReport Build(BuildOptions options, Action waiting, CancellationToken cancellation)
    {
        Refuse(options);
        using var buildLock = BuildLock.Acquire(options.Output, waiting, cancellation);
        var run = new Run(options, new StageClock(options.Progress), [], cancellation);
        using var opened = Open(run);
        var scope = Compare(run, opened);
        if (ReportUnchanged(run, opened) is { } unchanged)
        {
            return unchanged;
        }

        run = Prepare(run, opened, scope);
        var planned = Plan(run, opened);
        return planned.Plan is { } plan && !HasError(run.Diagnostics)
            ? Save(run, opened, planned, plan, Write(run, opened, planned, plan))
            : Stop(run, opened, planned);
    }

    /// <summary>What all stages of one build share.</summary>
    private sealed record Run(BuildOptions Options, StageClock Clock, List<Diagnostic> Diagnostics, CancellationToken Cancellation);

    private sealed record Opened(SourceList Sources, BuildCache Cache, OutputFolder Output) : IDisposable
    {
        public void Dispose() => Output.Dispose();
    }

    /// <param name="Report">With what was written.</param>
    private sealed record Written(SiteWriter Writer, BuildReport Report);

    private static void Refuse(BuildOptions options)
    {
        if (OutputPlacement.Refusal(options.Root, options.Output) is { } reason)
        {
            throw new RefusedOutputException(Messages.OutputRefused(options.Output, reason));
        }
    }

    /// <summary>Lists the sources, and meanwhile opens the cache and the output folder.</summary>
    private static Opened Open(Run run)
    {
        var options = run.Options;
        run.Clock.Begin("list");
        var opening = ParallelRun.StartEarly(options.Jobs, () =>
        {
            var cache = BuildCache.Open(options, BuildCache.Use.Building);
            var folder = OutputFolder.Open(options.Output);
            var link = !cache.KnowsLastBuild || folder.Owned.Length <= MostListed ? OutputLinks.Find(options.Output) : null;
            if (link is null)
            {
                cache.StampSources();
            }

            return (cache, folder, link);
        });
        var sources = new SourceList(options.Root, run.Diagnostics);
        run.Clock.End("list", sources.Count);
        run.Clock.Begin("read, compare");
        var (cache, output, strangeLink) = opening.GetAwaiter().GetResult();
        if (strangeLink is not null)
        {
            output.Dispose();
            throw RefusedOutputException.OfLink(options.Output, strangeLink);
        }

        cache.Begin(sources);
        return new Opened(sources, cache, output);
    }

    /// <summary>Finds out what changed since the last build.</summary>
    private static ChangeScope Compare(Run run, Opened opened)
    {
        var scope = opened.Cache.Compare(run.Cancellation);
        run.Clock.End("read, compare", opened.Cache.SourcesBefore);
        return scope;
    }

    /// <summary>Ends a build that has nothing to do.</summary>
    private static BuildReport? ReportUnchanged(Run run, Opened opened)
    {
        run.Clock.Begin("look at the site");
        var report = opened.Cache.ReportUnchanged(opened.Output, run.Cancellation);
        if (report is not null)
        {
            run.Clock.End("look at the site", report.Kept);
        }

        return report is null ? null : report with { Stages = run.Clock.Stages };
    }

    /// <summary>Starts reading the output folder ahead, and sets the collector to the size of the work.</summary>
    private static Run Prepare(Run run, Opened opened, ChangeScope scope)
    {
        if (run.Options.Jobs > 1)
        {
            opened.Output.LookAhead(scope.Kind == ChangeKind.Everything ? null : opened.Cache.OutputsBefore);
        }

        if (scope.IsSmall)
        {
            return run with { Options = run.Options with { Collect = null } };
        }

        run.Options.LargeBuild?.Invoke();
        return run;
    }

    /// <summary>Parses the sources and plans the outputs.</summary>
    private static PlannedSite Plan(Run run, Opened opened) =>
        PlannedSite.Of(
            run.Options, opened.Sources, opened.Cache, run.Clock, run.Diagnostics, run.Cancellation, withSearch: true, duringPlan: () =>
            {
                if (run.Options.Jobs > 1)
                {
                    Task.Run(SiteRenderer.Prepare, CancellationToken.None);
                }
            });

    /// <summary>Ends a build that found an error before it could write.</summary>
    private static BuildReport Stop(Run run, Opened opened, PlannedSite planned)
    {
        opened.Cache.WaitForSources();
        return Finish(Begin(opened, planned) with { Stages = run.Clock.Stages }, run.Diagnostics, opened.Sources);
    }

    /// <summary>Decides about each output, and renders and writes what changed.</summary>
    private static Written Write(Run run, Opened opened, PlannedSite planned, BuildPlan plan)
    {
        var (options, cache, output) = (run.Options, opened.Cache, opened.Output);
        if (cache.HasStoredBodies)
        {
            options.Collect?.Invoke();
        }

        output.Recover();
        DisappearingAddresses.Report(options, output, plan, run.Diagnostics);
        cache.BeginOutputs(planned.Theme, plan, output);
        var renderer = new SiteRenderer(planned.Theme, plan, planned.Strings);
        var writer = new SiteWriter(cache, planned.Theme, plan, renderer, output, options);
        writer.Write(run.Diagnostics, run.Cancellation);
        run.Clock.End("render, write", plan.Outputs.Length);
        if (!HasError(run.Diagnostics))
        {
            var files = writer.Outputs().Where(left => left.HasFile).Select(left => (left.Path, left.Size));
            HostWarnings.Report(plan.Site.Settings, files, run.Diagnostics);
        }

        var report = writer.Report(Begin(opened, planned)) with { Contexts = renderer.Contexts, Fallbacks = renderer.Fallbacks };
        return new Written(writer, Finish(report, run.Diagnostics, opened.Sources));
    }

    /// <summary>Saves what the next build has to know.</summary>
    private static BuildReport Save(Run run, Opened opened, PlannedSite planned, BuildPlan plan, Written written)
    {
        var (cache, (writer, report)) = (opened.Cache, written);
        run.Clock.Begin("cache");
        cache.WaitForSources();
        if (cache.IsOn && !report.Failed && !run.Options.Discard)
        {
            if (planned.Search is { IsNew: true } search)
            {
                cache.SaveSearch(search.Memory);
            }

            cache.Save(report, planned.Theme, plan, writer.Outputs(), writer.Shown());
        }

        run.Clock.End("cache", cache.IsOn ? plan.Outputs.Length : 0);
        return report with { Stages = run.Clock.Stages };
    }

    private static bool HasError(List<Diagnostic> diagnostics) => diagnostics.Any(diagnostic => diagnostic.Rule.Severity == Severity.Error);

    private static BuildReport Begin(Opened opened, PlannedSite planned) =>
        Begin(planned.Plan) with
        {
            Parsed = planned.Parsed,
            Engines = opened.Cache.Formulas.EnginesStarted,
            CacheIgnored = opened.Cache.IsIgnored,
        };

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
