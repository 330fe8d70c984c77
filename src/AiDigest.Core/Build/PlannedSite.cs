using AiDigest.Core.Build.Cache;
using AiDigest.Core.Content;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Core.Search;
using AiDigest.Core.Site;

namespace AiDigest.Core.Build;

/// <summary>All that comes before the output folder: the theme, the sources and the plan.</summary>
/// <param name="Read">What the sources say.</param>
/// <param name="Plan">Null where not even the days of entries can be told.</param>
/// <param name="Search">Null if it was not asked for.</param>
internal sealed record PlannedSite(Theme Theme, Strings Strings, ParsedSite Read, BuildPlan? Plan, int Parsed, SearchIndex? Search)
{
    /// <summary>Reads, parses and plans; collects mistakes and stops at none.</summary>
    /// <param name="withSearch">Whether the plan has the files of search, which cost more than all else of it.</param>
    /// <param name="duringPlan">Begins what can be done while the plan is made, which keeps one processor busy.</param>
    public static PlannedSite Of(
        BuildOptions options, SourceList sources, BuildCache cache, StageClock clock, List<Diagnostic> diagnostics,
        CancellationToken cancellation, Action? duringPlan = null, bool withSearch = false)
    {
        clock.Begin("cached entries");
        var ofTheme = new List<Diagnostic>();
        var loading =
            ParallelRun.StartEarly(options.Jobs, () =>
                Theme.Load(sources.Theme(cache.Bytes), cache.Minifier, ofTheme));
        var reader = new ParseStage(sources, cache, options.Jobs, clock, cancellation);
        clock.End("cached entries", reader.Open(diagnostics));
        var read = reader.Read(diagnostics);
        clock.End("parse, render bodies", cache.ParsedFiles);
        clock.Begin("theme");
        var theme = loading.GetAwaiter().GetResult().Named(read.Settings.Title);
        diagnostics.AddRange(ofTheme);
        cache.SaveMinified();
        clock.End("theme", theme.Files.Count);
        clock.Begin("plan");
        duringPlan?.Invoke();
        var strings = ParseStage.Strings(theme, read.Settings.Language, diagnostics);
        var search = withSearch ? new SearchStage(read.Tags, ParallelRun.SideBySide(options.Jobs, cancellation), cache.Search) : null;
        var plan = MakePlan(options, sources, cache, theme, read, strings, diagnostics, search, cancellation);
        clock.End("plan", plan?.Outputs.Length ?? 0);
        Unwarn(plan, diagnostics);
        return new PlannedSite(theme, strings, read, plan, cache.ParsedFiles, search?.Index);
    }

    /// <summary>A file that an entry names is read, wherever it is.</summary>
    private static void Unwarn(BuildPlan? plan, List<Diagnostic> diagnostics)
    {
        var copied = plan?.Outputs.OfType<CopiedOutput>().Select(output => output.SourcePath).ToHashSet(StringComparer.Ordinal) ?? [];
        diagnostics.RemoveAll(diagnostic => diagnostic.Rule == Catalogue.UnreadFile && copied.Contains(diagnostic.Path));
    }

    private static BuildPlan? MakePlan(
        BuildOptions options, SourceList sources, BuildCache cache, Theme theme, ParsedSite read, Strings strings,
        List<Diagnostic> diagnostics, SearchStage? search, CancellationToken cancellation)
    {
        try
        {
            var plan = Planner.Plan(
                new SiteInput
                {
                    Settings = read.Settings,
                    Tags = read.Tags,
                    Entries = read.Entries,
                    Pages = read.Pages,
                    Files = sources.Paths,
                    PictureSize = path => PictureHeader.SizeOf(cache.Bytes(path)),
                    Broken = read.Broken,
                    Strings = strings,
                    Assets = theme.Assets.ToDictionary(asset => asset.Key, asset => asset.Value.Address, StringComparer.Ordinal),
                    BaseUrl = options.BaseUrl,
                    Drafts = options.Drafts,
                    Future = options.Future,
                    Now = options.Now,
                    Partial = sources.Text is not null,
                    Search = search is null ? null : search.Files,
                    SideBySide = ParallelRun.SideBySide(options.Jobs, cancellation),
                },
                diagnostics);
            return plan is not null && options.Precompress ? Precompression.AddTo(plan) : plan;
        }
        catch (MissingStringException missing)
        {
            var at = missing.At.Line > 0 ? missing.At : new SourceRef($"templates/strings.{strings.Language}.yaml", 1, 1);
            diagnostics.Add(new Diagnostic(Catalogue.MissingString, at.Path, at.Line, at.Column, at.Length, missing.Text));
            return null;
        }
    }
}
