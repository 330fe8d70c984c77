using System.Collections.Immutable;
using AiDigest.Core.Build;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Explain;

/// <summary>Explains one output: it plans the site as a build would, asks what a build would ask, and writes nothing.</summary>
public static class SiteExplainer
{
    /// <param name="address">With or without the site's address before it, as an address or as a path of a file.</param>
    /// <param name="folder">What a path of a source may be relative to, besides the root; null: the root alone.</param>
    public static ExplainResult Explain(BuildOptions options, string address, CancellationToken cancellation, string? folder = null)
    {
        // Which copies there are follows from the option that the build had. One that is asked for is one that may be there.
        options = options with { Precompress = Precompression.IsCopy(address) };
        var diagnostics = new List<Diagnostic>();
        var sources = new SourceList(options.Root, diagnostics);
        var cache = BuildCache.Open(options, BuildCache.Use.Reading);
        cache.Begin(sources);
        cache.Compare(cancellation);
        var prepared = PlannedSite.Of(options, sources, cache, new StageClock(), diagnostics, cancellation, withSearch: true);
        var mistakes = diagnostics.Where(diagnostic => diagnostic.Rule.Severity == Severity.Error).ToList();
        if (prepared.Plan is not { } plan || mistakes.Count > 0)
        {
            mistakes.Sort(Diagnostic.Compare);
            var texts = new Dictionary<string, SourceText>(StringComparer.Ordinal);
            return new ExplainResult(null, null, [.. mistakes.Distinct().Select(mistake => sources.WithLine(mistake, texts))]);
        }

        var paths = SourceAddress.Find(address, options.Root, folder, sources, plan) is { } page ? [page]
            : InOutput(address, options, folder) is { } file ? [file] : Paths(address, plan.Addresses);
        if (plan.Outputs.Index()
            .FirstOrDefault(output => paths.Contains(output.Item.Path, StringComparer.Ordinal)) is not (var slot, { } planned))
        {
            var near = NearestName.Of(paths[0], plan.Outputs.Select(output => output.Path));
            return new ExplainResult(null, near is null ? null : "/" + Addresses.AddressOf(near), []);
        }

        using var output = OutputFolder.Open(options.Output);
        output.Inspect(plan.Outputs.Select(other => other.Path), ParallelRun.SideBySide(options.Jobs, cancellation));
        cache.BeginOutputs(prepared.Theme, plan, output);
        if (planned is CopiedOutput copied && cache.DigestOf(copied.SourcePath) is null)
        {
            cache.Bytes(copied.SourcePath);
        }

        var explained = Explain(slot, planned, prepared.Theme, cache) with
        {
            Sources = Sources(planned is CompressedOutput copy ? plan.Outputs.First(original => original.Path == copy.Of) : planned),
        };
        return new ExplainResult(planned is RenderedOutput rendered
            ? WithChanges(explained, rendered, prepared.Theme, cache, plan)
            : explained, null, []);
    }

    private static Explanation WithChanges(
        Explanation explained, RenderedOutput output, Theme theme, BuildCache cache, BuildPlan plan)
    {
        var hasher = cache.NewHasher();
        var history = new PageContentsHistory(cache, plan, of => BuildCache.ContentsOf(of, hasher));
        var causes = new ChangeAttribution(output, theme, plan);
        var (before, last) = history.Inputs;
        return explained with
        {
            LastCauses = causes.Between(before, last, explained.Last?.Parts ?? KeyParts.None),
            NextCauses = causes.Between(last, cache.Inputs(theme, plan), explained.Next.Parts),
            LastChanges = explained.Last is { } made && made.Parts.HasFlag(KeyParts.View) ? history.InLastBuild(output) : [],
            NextChanges = explained.Next.Parts.HasFlag(KeyParts.View) ? history.InNextBuild(output) : [],
        };
    }

    private static Explanation Explain(int slot, PlannedOutput planned, Theme theme, BuildCache cache)
    {
        var key = cache.Key(planned, cache.NewHasher());
        var last = cache.Last(slot);
        var rendered = planned as RenderedOutput;
        var isOfTheme = rendered is not null && theme.Files.ContainsKey("layouts/" + rendered.Template);
        var includes = rendered is null ? [] : theme.DependenciesOfLayout(rendered.Template).Includes;
        return new Explanation(
            planned.Path, "/" + Addresses.AddressOf(planned.Path),
            isOfTheme ? "templates/layouts/" + rendered!.Template : rendered?.Template,
            [.. includes.Select(name => "templates/" + name)],
            Sources(planned), Parts(key, last), last?.Decision, cache.Decide(slot, key))
        {
            Subject = SubjectOf(planned),
            Fields = isOfTheme
                ? [.. theme.FieldsUsed("layouts/" + rendered!.Template, rendered.View)
                    .Select(read => read with { Template = "templates/" + read.Template })]
                : [],
        };
    }

    private static string SubjectOf(PlannedOutput planned) => planned switch
    {
        RenderedOutput { View: { Kind: "tag" or "author" } view } =>
            $"{view.Kind} '{view.Parts.Select(part => part.View).OfType<GroupView>().First().Title}'",
        RenderedOutput { View: { Kind: "atom" or "rss" or "json" } view } => $"feed '{view.Title}'",
        RenderedOutput { View: { Kind: "home" or "year" or "month" or "day" or "archive" or "sitemap" } view } => view.Kind,
        RenderedOutput => "page",
        SearchOutput => "index of search",
        CompressedOutput => "compressed copy",
        _ => "file",
    };

    private static ImmutableArray<SourceRef> Sources(PlannedOutput planned) => planned switch
    {
        RenderedOutput { Owner: { } owner } own => [.. SourceViewWriter.Of(own.View).Prepend(owner).Distinct()],
        RenderedOutput list => [.. SourceViewWriter.Of(list.View)],
        CopiedOutput copied => [new SourceRef(copied.SourcePath, 1, 1)],
        AssetOutput asset => [new SourceRef("templates/assets/" + asset.AssetName, 1, 1)],
        _ => [],
    };

    private static ImmutableArray<ExplainedPart> Parts(OutputKey key, LastOutput? last)
    {
        var parts = ImmutableArray.CreateBuilder<ExplainedPart>();
        parts.Add(new ExplainedPart(KeyPartName.Of(KeyParts.View), key.View, last?.Key.View));
        if (key.Template != TemplateKey.Copy)
        {
            var before = last?.Key.Template.Parts.ToDictionary(part => part.Part, part => part.Digest);
            parts.AddRange(key.Template.Parts
                .Where(part => part.Digest != default || (before is not null && before[part.Part] != default))
                .Select(part => new ExplainedPart(KeyPartName.Of(part.Part), part.Digest, before?[part.Part])));
        }

        return parts.ToImmutable();
    }

    /// <summary>The path of a file in the output folder, as a shell completes it; null for any other address.</summary>
    private static string? InOutput(string address, BuildOptions options, string? folder)
    {
        var path = Path.GetRelativePath(options.Output, Path.GetFullPath(address, folder ?? options.Root)).Replace('\\', '/');
        return path == "." || path.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(path) ? null : path;
    }

    /// <summary>The files that may be meant.</summary>
    private static string[] Paths(string address, Addresses addresses)
    {
        foreach (var start in new[] { addresses.AbsoluteBase, addresses.IdBase, addresses.BasePath, "/" })
        {
            if (address.StartsWith(start, StringComparison.Ordinal))
            {
                address = address[start.Length..];
                break;
            }
        }

        address = Uri.UnescapeDataString(address.Split('#', '?')[0]);
        return [Addresses.PathOf(address), Addresses.PathOf(address + "/")];
    }
}
