using System.Collections.Concurrent;
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
/// shared; each thread takes a worker of its own. No files, no clock.
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
    private readonly KeptFragments _kept = new();
    private readonly PageValues _siteValues;
    private readonly ConcurrentDictionary<string, TemplateProgram?> _programs = new(StringComparer.Ordinal);
    private int _contexts;

    /// <param name="inPlace">Views that templates see in place of the plan's own; null: none.</param>
    public SiteRenderer(Theme theme, BuildPlan plan, Strings strings, IReadOnlyDictionary<SharedView, SharedView>? inPlace = null)
    {
        _theme = theme;
        _plan = plan;
        _strings = strings;
        _functions = Functions.Make(theme, strings, plan.Addresses);
        _site = ScriptViewWriter.Make(plan.SiteView, _shared);
        _siteValues = new PageValuesWriter(_shapes).Make(plan.SiteView);

        // Programs read the views of the plan itself: where others are to be seen, the engine renders.
        UsesPrograms = inPlace is null;
        foreach (var (planned, shown) in inPlace ?? new Dictionary<SharedView, SharedView>())
        {
            _shared[planned] = ScriptViewWriter.Make(shown, _shared);
        }
    }

    /// <summary>Lets the engine list its own functions, which it does once a process, while other work goes on.</summary>
    public static void Prepare() => Functions.Prepare();

    /// <summary>States of the template engine made so far.</summary>
    public int Contexts => _contexts;

    public RenderWorker NewWorker()
    {
        Interlocked.Add(ref _contexts, 2);
        var fragments = new Fragments(new RenderContext(_theme, _plan.Addresses, _functions), _site, _fragments);
        var context = new RenderContext(_theme, _plan.Addresses, _functions) { Fragments = fragments };
        return new RenderWorker(_theme, _plan.Addresses, context, _site, _shared, this);
    }

    /// <summary>The program of a layout; null where the engine has to render it.</summary>
    internal TemplateProgram? Program(string layout) =>
        UsesPrograms ? _programs.GetOrAdd(layout, static (name, self) => self.NewCompiler().Compile(name), this) : null;

    /// <summary>False leaves every page to the engine, so that the two can be held against one another.</summary>
    internal bool UsesPrograms { get; init; } = true;

    internal ProgramFrame NewFrame(RenderContext context) => new(context, _shapes, _plan.Addresses, _strings, _kept);

    private TemplateCompiler NewCompiler() => new(_theme, _strings, _plan.Addresses, _functions, _siteValues);
}
