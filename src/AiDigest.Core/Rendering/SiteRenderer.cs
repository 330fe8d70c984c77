using System.Collections.Concurrent;
using AiDigest.Core.Model;
using AiDigest.Core.Planning;
using Scriban.Runtime;

namespace AiDigest.Core.Rendering;

/// <summary>
/// Makes the bytes of planned outputs. What is the same for all pages (functions, the site, views of entries) is made once and
/// shared; each thread takes a worker of its own. No files, no clock.
/// </summary>
public sealed class SiteRenderer
{
    private readonly ConcurrentDictionary<ISharedView, ScriptObject> _shared = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<FragmentKey, byte[]> _fragments = new();
    private readonly Theme _theme;
    private readonly BuildPlan _plan;
    private readonly ScriptObject _functions;
    private readonly ScriptObject _site;
    private int _contexts;

    public SiteRenderer(Theme theme, BuildPlan plan, Strings strings)
    {
        _theme = theme;
        _plan = plan;
        _functions = Functions.Make(theme, strings, plan.Addresses);
        _site = ScriptViewWriter.Make(plan.SiteView, _shared);
    }

    /// <summary>States of the template engine made so far.</summary>
    public int Contexts => _contexts;

    public RenderWorker NewWorker()
    {
        Interlocked.Add(ref _contexts, 2);
        var fragments = new Fragments(new RenderContext(_theme, _plan.Addresses, _functions), _site, _fragments);
        var context = new RenderContext(_theme, _plan.Addresses, _functions) { Fragments = fragments };
        return new RenderWorker(_theme, _plan.Addresses, context, _site, _shared);
    }
}
