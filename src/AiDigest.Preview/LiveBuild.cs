using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using AiDigest.Core.Build;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Sources;
using AiDigest.Core.Markdown;
using AiDigest.Core.Markdown.Formulas;
using AiDigest.Core.Model;
using AiDigest.Core.Rendering;
using AiDigest.Core.Rendering.Templates;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Views;

namespace AiDigest.Preview;

/// <summary>What is at a path of a site in memory.</summary>
/// <param name="Bytes">Of a rendered page or an asset; null for a copied file.</param>
/// <param name="Source">The file that is copied there; null for the others.</param>
public readonly record struct LiveFile(ReadOnlyMemory<byte>? Bytes, ListedFile? Source);

/// <summary>One state of a <see cref="LiveSite"/>. It never changes, and any thread may ask it for pages.</summary>
public sealed class LiveBuild
{
    private readonly PlannedSite _prepared;
    private readonly Digest _tool;
    private readonly Digest _fingerprint;
    private readonly SiteRenderer? _renderer;
    private readonly Dictionary<string, PlannedOutput> _outputs = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<RenderWorker> _workers = [];
    private readonly LiveSearch? _search;
    private Dictionary<string, OutputKey>? _keys;

    /// <param name="before">The state before, if this site had one.</param>
    internal LiveBuild(BuildReport report, PlannedSite prepared, SourceList sources, Digest tool, Digest fingerprint, LiveBuild? before)
    {
        (Report, _prepared, Sources, _tool, _fingerprint) = (report, prepared, sources, tool, fingerprint);
        if (prepared.Plan is { } plan && !report.Failed)
        {
            _renderer = new SiteRenderer(prepared.Theme, plan, prepared.Strings);
            _outputs.EnsureCapacity(plan.Outputs.Length);
            foreach (var output in plan.Outputs)
            {
                _outputs.Add(output.Path, output);
            }

            if (plan.Site.Settings.Outputs.Has(OutputNames.Search))
            {
                _search = new LiveSearch(prepared, plan.Site, before?._search);
            }
        }
    }

    private LiveBuild(
        LiveBuild planned, BuildReport report, Digest fingerprint, Dictionary<string, PlannedOutput> outputs,
        IReadOnlyDictionary<SharedView, SharedView> inPlace,
        ImmutableArray<SiteEntry> published)
    {
        (Report, _prepared, Sources, _tool, _fingerprint) = (report, planned._prepared, planned.Sources, planned._tool, fingerprint);
        (IsPatched, _outputs) = (true, outputs);
        _renderer = new SiteRenderer(_prepared.Theme, planned.Plan, _prepared.Strings, inPlace);
        _search = planned._search is { } search
            ? new LiveSearch(_prepared, planned.Plan.Site with { Published = published }, search)
            : null;
    }

    /// <summary>As that of a build which wrote nothing.</summary>
    public BuildReport Report { get; }

    /// <summary>Other words are in an earlier plan: see <see cref="LiveSite.Patch"/>.</summary>
    public bool IsPatched { get; }

    internal SourceList Sources { get; }

    /// <summary>Whether both were made of the same sources, except for files that are copied as they are.</summary>
    public bool IsSameAs(LiveBuild other) => _fingerprint == other._fingerprint;

    /// <summary>Whether the site has a file at a path such as <c>papers/x/index.html</c>.</summary>
    public bool Has(string path) => _outputs.ContainsKey(path) || _search?.Open(path) is not null;

    /// <summary>The file at a path; null where the site has none.</summary>
    /// <exception cref="TemplateException">Its template fails.</exception>
    public LiveFile? Open(string path) => _outputs.GetValueOrDefault(path) switch
    {
        RenderedOutput rendered => new LiveFile(Render(rendered), null),
        AssetOutput asset => new LiveFile(_prepared.Theme.Assets[asset.AssetName].Bytes, null),
        TextOutput text => new LiveFile(Encoding.UTF8.GetBytes(text.Text), null),
        CopiedOutput copied => new LiveFile(null, Sources.FileOf(copied.SourcePath)),
        _ => _search?.Open(path) is { } bytes ? new LiveFile(bytes, null) : null,
    };

    /// <summary>Renders pages into nothing.</summary>
    /// <param name="paths">Those that somebody looks at; others than the site's are passed by.</param>
    /// <param name="eachTemplate">And of each template the first page.</param>
    /// <returns>The same report, or one with the mistakes of templates.</returns>
    public BuildReport Rehearse(IEnumerable<string> paths, bool eachTemplate, CancellationToken cancellation)
    {
        var some = paths.Select(path => _outputs.GetValueOrDefault(path)).OfType<RenderedOutput>();
        var first = eachTemplate ? Plan.Outputs.OfType<RenderedOutput>().DistinctBy(output => output.Template) : [];
        return Rehearse(
            [.. first.Concat(some).DistinctBy(output => output.Path).OrderBy(output => output.Path, StringComparer.Ordinal)], 1,
            cancellation);
    }

    /// <summary>Renders into nothing whatever differs from an earlier build whose pages are known to be good.</summary>
    /// <param name="good">Null: everything is rendered.</param>
    /// <returns>The same report, or one with the mistakes of templates.</returns>
    public BuildReport RehearseAll(LiveBuild? good, int jobs, CancellationToken cancellation)
    {
        var keys = Keys(jobs, cancellation);
        var known = good?._keys;
        return Rehearse(
            [.. Plan.Outputs.OfType<RenderedOutput>()
            .Where(output => known?.TryGetValue(output.Path, out var key) != true || key != keys[output.Path])], jobs, cancellation);
    }

    /// <summary>Reads a paper or day file under the settings of this build.</summary>
    internal Func<string, byte[], ParsedFile> NewReader(TexConverter formulas)
    {
        var settings = _prepared.Read.Settings;
        var bodies =
            new BodyRenderer(
                new MarkdownOptions(settings.Limits, settings.Math, settings.Highlight, settings.Typography, settings.Language), formulas);
        return (path, bytes) => ParseStage.Paper(path, bytes, bodies, settings.Limits);
    }

    /// <summary>This build with other words of entries; null where one of them is not published.</summary>
    internal LiveBuild? With(IReadOnlyCollection<TextPatch> patches)
    {
        if (patches.Count == 0)
        {
            return this;
        }

        var outputs = new Dictionary<string, PlannedOutput>(_outputs, StringComparer.Ordinal);
        var inPlace = new Dictionary<SharedView, SharedView>(ReferenceEqualityComparer.Instance);
        var reworded = new Dictionary<SiteEntry, SiteEntry>(ReferenceEqualityComparer.Instance);
        foreach (var patch in patches)
        {
            foreach (var (planned, entry) in Plan.Site.InSourceOrder.Where(entry => entry.Paper.Source.Path == patch.Path)
                .Zip(patch.Entries))
            {
                if (!planned.Published)
                {
                    return null;
                }

                reworded.Add(planned, planned with { Entry = entry });
            }
        }

        ImmutableArray<SiteEntry> published = [.. Plan.Site.Published.Select(entry => reworded.GetValueOrDefault(entry, entry))];
        CompareAnew(published, outputs);
        foreach (var (planned, now) in reworded)
        {
            Reword(planned, now.Entry, inPlace, outputs);
        }

        var paths = patches.Select(patch => patch.Path).ToHashSet(StringComparer.Ordinal);
        var diagnostics = Report.Diagnostics.Where(diagnostic => !paths.Contains(diagnostic.Path))
            .Concat(patches.SelectMany(patch => patch.Diagnostics));
        return new LiveBuild(
            this, SiteBuilder.Finish(Report with { Parsed = patches.Count, Stages = [] }, [.. diagnostics], Sources), Fingerprint(patches),
            outputs, inPlace, published);
    }

    /// <summary>Has the page of each entry list the entries that are like it in their present words.</summary>
    private static void CompareAnew(ImmutableArray<SiteEntry> published, Dictionary<string, PlannedOutput> outputs)
    {
        var pages = published.Select(entry => outputs.GetValueOrDefault(entry.Path)).OfType<EntryOutput>().ToArray();
        if (pages.Length > 0)
        {
            var context = pages[0].Context.Reworded(published);
            foreach (var page in pages)
            {
                outputs[page.Path] = page with { Context = context };
            }
        }
    }

    /// <summary>Puts the views of an entry in other words in the place of those of the plan, and its own outputs with them.</summary>
    private void Reword(
        SiteEntry planned, RenderedEntry entry, Dictionary<SharedView, SharedView> inPlace, Dictionary<string, PlannedOutput> outputs)
    {
        foreach (var (view, shown) in Plan.Views.Reworded(planned, entry))
        {
            inPlace.Add(view, shown);
        }

        var paper = (EntryView)inPlace[Plan.Views.Paper(planned)];
        foreach (var path in new[] { planned.Path, planned.CitationAddress, planned.MarkdownAddress })
        {
            if (outputs.GetValueOrDefault(path) is EntryOutput own)
            {
                outputs[path] = new PageOutput(path, own.Template, () => own.ViewOf(paper)) { About = own.Owner };
            }
        }
    }

    private Digest Fingerprint(IEnumerable<TextPatch> patches)
    {
        var bytes = new ByteWriter();
        bytes.Digest(_fingerprint);
        foreach (var patch in patches.OrderBy(patch => patch.Path, StringComparer.Ordinal))
        {
            bytes.Text(patch.Path);
            bytes.Digest(patch.Digest);
        }

        return Digest.Of(bytes.Written);
    }

    private BuildPlan Plan => _prepared.Plan ?? throw new InvalidOperationException("a site with mistakes has no pages");

    private Dictionary<string, OutputKey> Keys(int jobs, CancellationToken cancellation) =>
        _keys = BuildCache.Keys(_prepared.Theme, Plan, _tool, jobs, cancellation);

    private BuildReport Rehearse(RenderedOutput[] outputs, int jobs, CancellationToken cancellation)
    {
        var failures = new TemplateFailures(outputs.Length);
        ParallelRun.Run(outputs.Length, jobs, slot =>
        {
            if (!failures.IsPast(outputs[slot], slot))
            {
                try
                {
                    Render(outputs[slot]);
                }
                catch (TemplateException failure)
                {
                    failures.Add(outputs[slot], slot, failure);
                }
            }
        }, cancellation);
        return failures.Any ? SiteBuilder.Finish(Report, [.. Report.Diagnostics, .. failures.Found()], Sources) : Report;
    }

    private byte[] Render(RenderedOutput output)
    {
        var worker = _workers.TryTake(out var free) ? free : _renderer!.NewWorker();
        try
        {
            return worker.Render(output).ToArray();
        }
        finally
        {
            _workers.Add(worker);
        }
    }
}
