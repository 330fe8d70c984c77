using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.IO;
using AiDigest.Core.Model;
using AiDigest.Core.Planning;
using AiDigest.Core.Rendering;

namespace AiDigest.Core.Building;

/// <summary>
/// Builds a site: list, read, assemble and plan, render and write, one stage after another. It parses and renders nothing itself.
/// If any stage before writing finds an error, all stages that still can look on, and nothing is written.
/// </summary>
public static class SiteBuilder
{
    /// <param name="waiting">Called when another build holds the output folder, before waiting for it.</param>
    /// <exception cref="RefusedOutputException">The output folder cannot be used.</exception>
    /// <exception cref="IOException">The disk failed; the last good site is as it was.</exception>
    /// <exception cref="OperationCanceledException">The build was interrupted; the last good site is as it was.</exception>
    public static BuildReport Build(BuildOptions options, Action waiting, CancellationToken cancellation)
    {
        if (OutputPlacement.Refusal(options.Root, options.Output, options.IsPreview) is { } reason)
        {
            throw new RefusedOutputException($"the output folder '{options.Output}' is refused: {reason}");
        }

        using var buildLock = OneAtATime.Take(options.Output, waiting, cancellation);
        var clock = new StageClock();
        var diagnostics = new List<Diagnostic>();
        var sources = new Sources(options.Root, diagnostics);
        clock.End("list", sources.Paths.Count);
        var theme = Theme.Load(sources.Theme(diagnostics), diagnostics);
        clock.End("theme", theme.Files.Count);
        var read = new SiteReader(sources, options.Jobs, cancellation).Read(diagnostics);
        clock.End("read, parse, render bodies", read.Entries.Count + read.Pages.Count);
        var strings = SiteReader.Strings(theme, read.Settings.Language, diagnostics);
        var plan = Plan(options, sources, theme, read, strings, diagnostics);
        clock.End("plan", plan?.Outputs.Length ?? 0);
        Unwarn(plan, diagnostics);
        var report = Counts(plan);
        if (plan is not null && !diagnostics.Any(diagnostic => diagnostic.Rule.Severity == Severity.Error))
        {
            using var output = OutputFolder.Open(options.Output);
            output.Recover();
            DisappearingAddresses.Report(options, output, plan, diagnostics);
            var writer = new SiteWriter(sources, theme, plan, new SiteRenderer(theme, plan, strings), output, options);
            writer.Write(diagnostics, cancellation);
            clock.End("render, write", plan.Outputs.Length);
            report = report with { Written = writer.Written, Unchanged = writer.Unchanged, Deleted = writer.Deleted };
        }

        return Finish(report with { Stages = clock.Stages }, diagnostics, sources);
    }

    /// <summary>What a plan holds, with nothing found and nothing written.</summary>
    internal static BuildReport Counts(BuildPlan? plan) => new()
    {
        Diagnostics = [],
        Skipped = plan?.Site.Skipped ?? [],
        Entries = plan?.Site.Published.Length ?? 0,
        Pages = plan?.Outputs.OfType<RenderedOutput>().Count(output => output.Template.EndsWith(".html", StringComparison.Ordinal)) ?? 0,
        Tags = plan?.Site.Tags.Length ?? 0,
    };

    /// <param name="partial">Only some of the sources were read.</param>
    internal static BuildPlan? Plan(
        BuildOptions options, Sources sources, Theme theme, ReadSite read, Strings strings, List<Diagnostic> diagnostics, bool partial = false)
    {
        try
        {
            return Planner.Plan(
                new SiteInput
                {
                    Settings = read.Settings,
                    Tags = read.Tags,
                    Entries = read.Entries,
                    Pages = read.Pages,
                    Files = sources.Paths,
                    Broken = read.Broken,
                    Strings = strings,
                    Assets = theme.Assets.ToDictionary(asset => asset.Key, asset => asset.Value.Address, StringComparer.Ordinal),
                    BaseUrl = options.BaseUrl,
                    Drafts = options.Drafts,
                    Future = options.Future,
                    Now = options.Now,
                    Partial = partial,
                },
                diagnostics);
        }
        catch (MissingStringException missing)
        {
            var at = missing.At.Line > 0 ? missing.At : new SourceRef($"templates/strings.{strings.Language}.yaml", 1, 1);
            diagnostics.Add(new Diagnostic(Catalogue.MissingString, at.Path, at.Line, at.Column, at.Length, missing.Message));
            return null;
        }
    }

    /// <summary>A file that an entry names is read, wherever it stands.</summary>
    internal static void Unwarn(BuildPlan? plan, List<Diagnostic> diagnostics)
    {
        var copied = plan?.Outputs.OfType<CopiedOutput>().Select(output => output.SourcePath).ToHashSet(StringComparer.Ordinal) ?? [];
        diagnostics.RemoveAll(diagnostic => diagnostic.Rule == Catalogue.UnreadFile && copied.Contains(diagnostic.Path));
    }

    /// <summary>Puts the diagnostics in order, each once and with its source line.</summary>
    internal static BuildReport Finish(BuildReport report, List<Diagnostic> diagnostics, Sources sources)
    {
        diagnostics.Sort(Diagnostic.Compare);
        var texts = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        var failed = diagnostics.Any(diagnostic => diagnostic.Rule.Severity == Severity.Error);
        report = report with { Diagnostics = [.. diagnostics.Distinct().Select(diagnostic => sources.WithLine(diagnostic, texts))] };
        return failed ? report with { Written = 0, Unchanged = 0, Deleted = 0 } : report;
    }
}
