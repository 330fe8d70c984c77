using System.Globalization;
using AiDigest.Core.Model;
using AiDigest.Core.Rendering.Templates.Scriban;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Views;
using Scriban.Parsing;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates.Fast;

/// <summary>
/// A layout with all that it includes, as steps that write UTF-8: made by <see cref="TemplateCompiler"/> from the engine's own syntax
/// tree. It knows the part of the language that themes are made of, and gives up (<see cref="GiveUpException"/>) wherever the engine
/// might say something else: at a missing name, an odd type, an error. Then the engine renders the page from its beginning, so that
/// there is one meaning of templates and one wording of mistakes, the engine's.
/// </summary>
internal sealed class TemplateProgram(Step body, int slots)
{
    private volatile bool _isGivenUp;

    /// <summary>It has given up on a page and would on most others.</summary>
    public bool IsGivenUp => _isGivenUp;

    /// <returns>False where it gave up; what was written is then to be thrown away.</returns>
    public bool TryRun(ProgramFrame frame, PageView page, BodyPlace place)
    {
        try
        {
            frame.Begin(page, place, slots);
            body.Run(frame);
            return true;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _isGivenUp = true;
            return false;
        }
    }
}

/// <summary>The engine has to judge.</summary>
internal sealed class GiveUpException : Exception;

/// <summary>The state of one page under way; one for each worker.</summary>
/// <param name="fragments">Of all workers together.</param>
internal sealed class ProgramFrame(RenderContext context, PageShapes shapes, Addresses addresses, Strings strings, KeptFragments fragments)
{
    private const int MostSteps = 4_000_000;

    private PageValues? _root;
    private int _steps;

    /// <summary>In the place of a variable that is not set.</summary>
    public static object Unset { get; } = new();

    public RenderContext Context => context;

    public PageValuesWriter Values { get; } = new(shapes);

    public Addresses Addresses => addresses;

    public Strings Strings => strings;

    public Utf8Output Output => context.Page;

    public BodyPlace Place { get; private set; }

    public string Kind { get; private set; } = "";

    public object?[] Slots { get; private set; } = [];

    public KeptFragments Fragments => fragments;

    public KeptFragments.Writer Keeping { get; } = new(fragments);

    /// <summary>The bodies that were written since somebody cleared it, and where they stand in the output.</summary>
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
        (Place, Kind, _steps) = (place, page.Kind, 0);
        Bodies.Clear();
        Values.Clear();
        _root = Values.Make(page);
    }

    public void CountStep()
    {
        if (++_steps > MostSteps)
        {
            throw new GiveUpException();
        }
    }
}
