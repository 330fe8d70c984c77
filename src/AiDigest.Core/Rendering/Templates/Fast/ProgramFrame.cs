using System.Runtime.CompilerServices;
using System.Text;
using AiDigest.Core.Model;
using AiDigest.Core.Rendering.Templates.Scriban;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Views;
using Scriban.Runtime;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates.Fast;

/// <summary>The state of one page under way; one for each worker.</summary>
/// <param name="fragments">Of all workers together.</param>
/// <param name="script">Makes the object of a view that functions of Scriban get.</param>
internal sealed class ProgramFrame(
    RenderContext context, PageShapes shapes, Addresses addresses, Strings strings, KeptFragments fragments,
    Func<IView, ScriptObject> script)
{
    /// <summary>Calls of a theme's own functions within one another. Scriban allows more, and reports the mistake.</summary>
    private const int MostCalls = 40;

    private readonly List<object?> _saved = [];
    private PageValues? _root;
    private long _steps;
    private long _asked;
    private int _calls;

    /// <summary>In the place of a variable that is not set.</summary>
    public static object Unset { get; } = new();

    public RenderContext Context => context;

    public PageValuesWriter Values { get; } = new(shapes);

    public Func<IView, ScriptObject> Script => script;

    public Addresses Addresses => addresses;

    public Strings Strings => strings;

    public Utf8Output Output => context.Page;

    public BodyPlace Place { get; private set; }

    public string Kind { get; private set; } = "";

    public object?[] Slots { get; private set; } = [];

    public KeptFragments Fragments => fragments;

    public KeptFragments.Writer FragmentWriter { get; } = new(fragments);

    /// <summary>The bodies that were written since somebody cleared it, and their places in the output.</summary>
    public List<(PlacedBody Body, int Start, int End)> Bodies { get; } = [];

    public PageValues Root => _root!;

    public void Begin(PageView page, BodyPlace place, int slots)
    {
        Output.Clear();
        if (Slots.Length < slots)
        {
            Slots = new object?[slots];
        }

        Array.Fill(Slots, Unset);
        (Place, Kind, _steps, _asked, _calls) = (place, page.Kind, 0, 0, 0);
        _saved.Clear();
        Bodies.Clear();
        Values.Clear();
        _root = Values.Make(page);
    }

    /// <summary>Counts steps as <see cref="TemplateCosts"/> says.</summary>
    /// <exception cref="OperationCanceledException">The build was interrupted.</exception>
    public void Count(int steps, ScriptNode at)
    {
        _steps += steps;
        if (_steps - _asked > TemplateCosts.StepsUnasked)
        {
            _asked = _steps;
            context.Interrupted.ThrowIfCancellationRequested();
            if (_steps > TemplateCosts.MostFastSteps)
            {
                throw new UnsupportedTemplateException("a loop that never ends", at);
            }
        }
    }

    /// <summary>Begins to count the steps of a fragment, which has its own bound: often it is copied and costs nothing.</summary>
    /// <returns>What <see cref="EndFragment"/> takes.</returns>
    public long BeginFragment()
    {
        var steps = _steps;
        (_steps, _asked) = (0, 0);
        return steps;
    }

    public void EndFragment(long steps) => (_steps, _asked) = (steps, steps);

    /// <summary>Puts the slots of a function aside, since it may call itself.</summary>
    public void Enter(int first, int count, ScriptNode at)
    {
        if (++_calls > MostCalls || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new UnsupportedTemplateException("functions that call one another deeply", at);
        }

        for (var i = first; i < first + count; i++)
        {
            _saved.Add(Slots[i]);
        }
    }

    /// <summary>Puts the slots back.</summary>
    public void Leave(int first, int count)
    {
        _calls--;
        for (var i = 0; i < count; i++)
        {
            Slots[first + i] = _saved[_saved.Count - count + i];
        }

        _saved.RemoveRange(_saved.Count - count, count);
    }

    /// <summary>What was written since then, as a text; it is taken back.</summary>
    public string TakeBack(int start)
    {
        var text = Encoding.UTF8.GetString(Output.Written.Span[start..]);
        Output.Cut(start);
        Bodies.RemoveAll(body => body.Start >= start);
        return text;
    }
}
