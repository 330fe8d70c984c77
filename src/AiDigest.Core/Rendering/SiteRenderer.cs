using System.Collections.Concurrent;
using System.Collections.Immutable;
using AiDigest.Core.Model;
using AiDigest.Core.Rendering.Templates;
using AiDigest.Core.Rendering.Templates.Fast;
using AiDigest.Core.Rendering.Templates.Scriban;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Views;
using Scriban.Runtime;

namespace AiDigest.Core.Rendering;

/// <summary>
/// Makes the bytes of planned outputs. What is the same for all pages (functions, the site, views of entries) is made once and
/// shared; each thread takes its own worker. No files, no clock.
/// </summary>
public sealed class SiteRenderer
{
    private readonly ConcurrentDictionary<SharedView, ScriptObject> _shared = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<FragmentKey, byte[]> _fragments = new();
    private readonly Theme _theme;
    private readonly BuildPlan _plan;
    private readonly ScriptObject _functions;
    private readonly ScriptObject _site;
    private readonly Strings _strings;
    private readonly PageShapes _shapes = new();
    private readonly KeptFragments _kept;
    private readonly PageValues _siteValues;
    private readonly LayoutPrograms _programs;
    private readonly Fallbacks _fallbacks = new();
    private readonly IReadOnlyDictionary<SharedView, SharedView>? _inPlace;
    private int _contexts;

    /// <param name="inPlace">Views that templates see in place of the plan's own; null: none.</param>
    public SiteRenderer(Theme theme, BuildPlan plan, Strings strings, IReadOnlyDictionary<SharedView, SharedView>? inPlace = null)
    {
        _theme = theme;
        _plan = plan;
        _strings = strings;
        _inPlace = inPlace;
        _kept = new KeptFragments(plan.Views.Numbers);
        _functions = Functions.Make(theme, strings, plan.Addresses);
        _site = ScriptViewWriter.Make(plan.SiteView, _shared);
        _siteValues = new PageValuesWriter(_shapes).Make(plan.SiteView);
        _programs = new LayoutPrograms(() => new TemplateCompiler(_theme, _strings, _plan.Addresses, _functions, _siteValues));

        // The fast engine reads the views of the plan itself: where others are to be seen, Scriban renders.
        UsesFastEngine = inPlace is null;
        foreach (var (planned, shown) in inPlace ?? new Dictionary<SharedView, SharedView>())
        {
            _shared[planned] = ScriptViewWriter.Make(shown, _shared);
        }
    }

    /// <summary>Lets the engine list its own functions, which it does once a process, while other work goes on.</summary>
    public static void Prepare() => Functions.Prepare();

    /// <summary>States of the template engine made so far.</summary>
    public int Contexts => _contexts;

    /// <param name="interrupted">Stops a template under way.</param>
    public RenderWorker NewWorker(CancellationToken interrupted = default)
    {
        Interlocked.Add(ref _contexts, 2);
        var fragments = new Fragments(
            new RenderContext(_theme, _plan.Addresses, _functions) { Interrupted = interrupted }, _site, _fragments);
        var context = new RenderContext(_theme, _plan.Addresses, _functions) { SharedParts = fragments, Interrupted = interrupted };
        var frame = new ProgramFrame(context, _shapes, _plan.Addresses, _strings, _kept, view => ScriptViewWriter.Make(view, _shared));
        return new RenderWorker(
            _plan.Addresses, _site, context.Page, UsesFastEngine
                ? new FastEngine(_programs, frame)
                : null, new ScribanEngine(_theme, context, _site, _shared), _fallbacks, _inPlace);
    }

    /// <summary>The layouts so far that the fast engine cannot render, and why; by layout.</summary>
    public ImmutableArray<TemplateFallback> Fallbacks => _fallbacks.All;

    /// <summary>False leaves every page to Scriban, so that the two engines can be compared.</summary>
    internal bool UsesFastEngine { get; init; } = true;
}
