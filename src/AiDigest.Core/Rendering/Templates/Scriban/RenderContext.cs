using System.Text;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Views;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates.Scriban;

/// <summary>
/// The engine's state of one worker: strict names, escaped output as UTF-8, includes from the theme alone, and bounds that stop an
/// endless template. It serves page after page on one thread and is never shared.
/// </summary>
internal sealed class RenderContext : TemplateContext
{
    /// <summary>
    /// Steps of loops on one page, nested ones together. 100,000 titles take well under a million; each layout that includes an endless
    /// loop runs to this bound.
    /// </summary>
    private const int MostSteps = 4_000_000;

    private const int DeepestInclude = 40;

    private readonly Theme _theme;
    private readonly Addresses _addresses;
    private readonly List<(string Template, SourceSpan At)> _includes = [];
    private readonly ScriptObject _scratch = [];
    private ScriptObject _view = [];
    private string _kind = "";

    // What a template captures passes through here as bytes and becomes text again; few templates capture anything.
    private Utf8Output? _captured;

    public RenderContext(Theme theme, Addresses addresses, ScriptObject builtins)
        : base(builtins)
    {
        _theme = theme;
        _addresses = addresses;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedFunctionAccess = false;
        EnableRelaxedIndexerAccess = false;
        AutoIndent = false;
        NewLine = "\n";
        LoopLimit = MostSteps;
        OutputLimit = 0;
        LimitToString = 64 << 20;
        OnStringLimit = ScriptLimitBehavior.Throw;
        TryGetVariable = UnknownVariable;
        TryGetMember = UnknownMember;
        PushOutput(Page);
    }

    /// <summary>Where the page is written.</summary>
    public Utf8Output Page { get; } = new();

    /// <summary>The includes that led to a failure, innermost last; empty before one.</summary>
    public IReadOnlyList<(string Template, SourceSpan At)> FailedIn { get; private set; } = [];

    public BodyPlace Place { get; private set; }

    /// <summary>
    /// Renders fragments; null in the context that does so itself, where a fragment within a fragment is rendered in place.
    /// </summary>
    public IFragments? SharedParts { get; init; }

    /// <summary>Renders a template of the theme into <see cref="Page"/>.</summary>
    /// <param name="within">For a fragment, the place that asks for it.</param>
    public void Render(Template template, ScriptObject view, string kind, BodyPlace place, (string Template, SourceSpan At)? within = null)
    {
        Page.Clear();
        (Place, _kind, _view, FailedIn) = (place, kind, view, []);
        _scratch.Clear();
        _includes.Clear();
        if (within is { } step)
        {
            _includes.Add(step);
        }

        PushGlobal(view);
        PushGlobal(_scratch);
        try
        {
            Evaluate(template.Page!);
        }
        catch (Exception) when (Remember())
        {
            throw;
        }
        finally
        {
            while (OutputCount > 2)
            {
                PopOutput();
            }

            PopGlobal();
            PopGlobal();
        }
    }

    /// <summary>Writes a part that other pages show alike, rendered once.</summary>
    public void Fragment(string name, ScriptObject subject, SourceSpan at)
    {
        if (SharedParts is null)
        {
            throw new ScriptRuntimeException(at, "a fragment cannot hold a fragment; include the template instead");
        }

        try
        {
            var bytes = SharedParts.Render(_theme, new FragmentKey(name, subject, _kind, Place), at);
            if (Output is Utf8Output page)
            {
                page.Write(bytes);
            }
            else
            {
                Write(Encoding.UTF8.GetString(bytes));
            }
        }
        catch (ScriptRuntimeException) when (SharedParts.FailedIn.Count > 0 && FailedIn.Count == 0)
        {
            FailedIn = [.. _includes, .. SharedParts.FailedIn];
            throw;
        }
    }

    /// <summary>Renders another template of the theme in place.</summary>
    public void Include(string name, SourceSpan at)
    {
        var template = _theme.Find(name)
            ?? throw new ScriptRuntimeException(at, $"no template '{name}' to include{NearestName.Hint(name, _theme.TemplateNames)}");
        if (_includes.Count >= DeepestInclude)
        {
            throw new ScriptRuntimeException(at, $"includes are nested deeper than {DeepestInclude}");
        }

        _includes.Add((name, at));
        try
        {
            Evaluate(template.Page!);
        }
        catch (Exception) when (Remember())
        {
            throw;
        }
        finally
        {
            _includes.RemoveAt(_includes.Count - 1);
        }
    }

    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        switch (textAsObject)
        {
            case null:
                break;
            case Trusted { Value: PlacedBody body } when Output is Utf8Output page:
                BodyFiller.Write(body, Place, _addresses, page);
                break;
            case Trusted { Value: PlacedBody body }:
                Write(BodyText(body));
                break;
            case Trusted trusted:
                Write(ObjectToString(trusted.Value));
                break;
            case PlacedBody body:
                WriteEscaped(BodyText(body));
                break;
            default:
                WriteEscaped(ObjectToString(textAsObject) ?? "");
                break;
        }

        return this;
    }

    private void WriteEscaped(string text)
    {
        if (Output is Utf8Output page)
        {
            page.WriteEscaped(text);
            return;
        }

        var captured = Captured();
        captured.WriteEscaped(text);
        Write(Encoding.UTF8.GetString(captured.Written.Span));
    }

    private string BodyText(PlacedBody body)
    {
        var captured = Captured();
        BodyFiller.Write(body, Place, _addresses, captured);
        return Encoding.UTF8.GetString(captured.Written.Span);
    }

    private Utf8Output Captured()
    {
        _captured ??= new Utf8Output();
        _captured.Clear();
        return _captured;
    }

    private bool Remember()
    {
        if (FailedIn.Count == 0)
        {
            FailedIn = [.. _includes];
        }

        return false;
    }

    private bool UnknownVariable(TemplateContext context, SourceSpan span, ScriptVariable variable, out object? value)
    {
        var known = BuiltinObject.Keys.Concat(_scratch.Keys);
        known = CurrentGlobal is ScriptObject global ? known.Concat(global.Keys) : known;
        throw new ScriptRuntimeException(
            span, $"unknown name '{variable.Name}'{NearestName.Hint(variable.Name, known.Concat(_view.Keys))}");
    }

    private bool UnknownMember(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        var known = target is ScriptObject script ? script.Keys : [];
        throw new ScriptRuntimeException(span, $"unknown field '{member}'{NearestName.Hint(member, known)}");
    }
}
