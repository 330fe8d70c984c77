using System.Collections.Immutable;
using System.Text;
using AiDigest.Core.Build;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Core.Markdown;
using AiDigest.Core.Rendering;
using AiDigest.Core.Site;

namespace AiDigest.Core.Check;

/// <summary>
/// Says everything that a build would say, and what the linter finds beyond it, without writing a byte: every page is rendered
/// into nothing, so that templates which fail are found too, and the links of finished pages are followed.
/// </summary>
public static class SiteChecker
{
    /// <exception cref="RefusedOutputException">The output folder cannot be used, so that no build would begin.</exception>
    public static CheckReport Check(BuildOptions options, CancellationToken cancellation)
    {
        if (OutputPlacement.Refusal(options.Root, options.Output) is { } reason)
        {
            throw new RefusedOutputException(Messages.OutputRefused(options.Output, reason));
        }

        var diagnostics = new List<Diagnostic>();
        return Check(
            options, BuildCache.Open(options, BuildCache.Use.Reading), new SourceList(options.Root, diagnostics), diagnostics,
            cancellation);
    }

    /// <summary>
    /// Checks one text as if it were at a path of the site. Other entries are known by their names alone, which keeps it quick however
    /// large the site is: links to them are followed, rules that compare entries are silent.
    /// </summary>
    /// <param name="path">Relative to the root, with <c>/</c>.</param>
    public static CheckReport Check(BuildOptions options, string path, byte[] text, CancellationToken cancellation)
    {
        var cache = BuildCache.Open(options, BuildCache.Use.OneText);
        if (options.Jobs > 1 && text.AsSpan().Contains((byte)'$'))
        {
            cache.Formulas.StartAhead();
        }

        var diagnostics = new List<Diagnostic>();
        var report =
            Check(options, cache, new SourceList(options.Root, diagnostics, new SourceOverlay(path, text)), diagnostics, cancellation);
        return report with
        {
            Site = report.Site with
            {
                Diagnostics = [.. report.Diagnostics.Where(diagnostic =>
            diagnostic.Path == path)]
            }
        };
    }

    private static CheckReport Check(
        BuildOptions options, BuildCache cache, SourceList sources, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var partial = sources.Text is not null;
        cache.Begin(sources);
        var (theme, strings, read, plan, _, _) =
            PlannedSite.Of(options, sources, cache, new StageClock(), diagnostics, cancellation);
        var input = plan is null ? null : new LintInput(plan.Site, new RegistrySpellings(read.Tags));
        var files = new SourceOutlineReader(sources, read.Settings, options.Jobs).Read(file => Linter.Check(input, file), cancellation);
        ImmutableArray<RemoteLink> remote = [.. files.SelectMany(file => file.Links), .. files.SelectMany(file => file.Facts)];
        if (plan is not null)
        {
            diagnostics.AddRange(files.SelectMany(file => file.Found));
            if (!partial)
            {
                StaticFileRules.Check(plan.Outputs.OfType<CopiedOutput>(), read.Settings.Static, diagnostics);
                diagnostics.AddRange(Linter.Compare(input!));
            }

            // Pages need their own memory.
            options.Collect?.Invoke();
            if (!partial && !diagnostics.Any(diagnostic => diagnostic.Rule.Severity == Severity.Error))
            {
                DisappearingAddresses(options, plan, diagnostics);
                var rehearsal = new PageRehearsal(plan, new SiteRenderer(theme, plan, strings), options);
                rehearsal.Run(diagnostics, cancellation);
                if (read.Settings.Host is not null)
                {
                    HostWarnings.Report(read.Settings, plan.Outputs.Select((output, slot) => (output.Path, output switch
                    {
                        CopiedOutput copied => cache.Bytes(copied.SourcePath).Length,
                        TextOutput text => Encoding.UTF8.GetByteCount(text.Text),
                        AssetOutput asset => theme.Assets[asset.AssetName].Bytes.Length,
                        _ => rehearsal.SizeOf(slot),
                    })), diagnostics);
                }
            }
        }

        var site = SiteBuilder.Finish(SiteBuilder.Begin(plan), Weighed(diagnostics, read.Settings.Check), sources);
        return new CheckReport(site, remote, read.Settings.Check);
    }

    private static void DisappearingAddresses(BuildOptions options, BuildPlan plan, List<Diagnostic> diagnostics)
    {
        using var output = OutputFolder.Open(options.Output);
        AiDigest.Core.Build.DisappearingAddresses.Report(options, output, plan, diagnostics);
    }

    /// <summary>What the owner has switched off is left out, and the rest weighs as he says.</summary>
    private static List<Diagnostic> Weighed(List<Diagnostic> diagnostics, AiDigest.Core.Model.CheckRules rules)
    {
        var weighed = new List<Diagnostic>(diagnostics.Count);
        foreach (var diagnostic in diagnostics)
        {
            if (rules.Of(diagnostic.Rule) is { } rule)
            {
                weighed.Add(ReferenceEquals(rule, diagnostic.Rule) ? diagnostic : diagnostic with { Rule = rule });
            }
        }

        return weighed;
    }
}
