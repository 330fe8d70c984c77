using System.Runtime.CompilerServices;
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
    /// <summary>Characters of a text that a template makes by itself. What it writes or captures is bounded by the page alone.</summary>
    private const int LongestText = 4 << 20;

    private const int DeepestInclude = 40;

    /// <summary>
    /// How long one regular expression may take. The engine offers no choice of expressions without backtracking, and with it a few letters
    /// can take forever.
    /// </summary>
    private static readonly TimeSpan ExpressionTime = TimeSpan.FromMilliseconds(150);

    private readonly Theme _theme;
    private readonly Addresses _addresses;
    private readonly List<(string Template, SourceSpan At)> _includes = [];
    private readonly ScriptObject _scratch = [];
    private ScriptObject _view = [];
    private string _kind = "";
    private long _steps;
    private long _asked;

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
        LoopLimit = TemplateCosts.MostIterations;
        OutputLimit = 0;
        LimitToString = LongestText;
        RegexTimeOut = ExpressionTime;
        OnStringLimit = ScriptLimitBehavior.Throw;
        TryGetVariable = UnknownVariable;
        TryGetMember = UnknownMember;
        PushOutput(Page);
    }

    /// <summary>Where the page is written.</summary>
    public Utf8Output Page { get; } = new();

    /// <summary>The includes that led to a failure, innermost last; empty before one.</summary>
    public IReadOnlyList<(string Template, SourceSpan At)> FailedIn { get; private set; } = [];

    /// <summary>Why a failure was one of a template that does not end; null for any other failure.</summary>
    public Message? Endless { get; private set; }

    /// <summary>Whether the failed page took so long that no other page should be tried.</summary>
    public bool TookLong => _steps > TemplateCosts.ManySteps || Endless is not null;

    /// <summary>Stops a page under way.</summary>
    public CancellationToken Interrupted { get; init; }

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
        (Place, _kind, _view, FailedIn, Endless) = (place, kind, view, [], null);
        (_steps, _asked) = (0, 0);
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
            throw new TemplateFault(at, Messages.FragmentInFragment);
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
            (FailedIn, Endless) = ([.. _includes, .. SharedParts.FailedIn], SharedParts.Endless);
            throw;
        }
    }

    /// <summary>Renders another template of the theme in place.</summary>
    public void Include(string name, SourceSpan at)
    {
        var template = _theme.Find(name)
            ?? throw new TemplateFault(at, Messages.NoTemplateToInclude(name, NearestName.Of(name, _theme.TemplateNames)));
        if (_includes.Count >= DeepestInclude)
        {
            throw new TemplateFault(at, Messages.IncludesTooDeep(DeepestInclude));
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

    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        if (scriptNode is ScriptStatement)
        {
            Count(_theme.Costs.Of(scriptNode), scriptNode);
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new TemplateFault(scriptNode?.Span ?? default, Messages.TemplateTooDeep);
        }

        var value = base.Evaluate(scriptNode, aliasReturnedFunction);
        if (scriptNode is ScriptFunctionCall or ScriptPipeCall or ScriptBinaryExpression or ScriptInterpolatedExpression)
        {
            if (value is string { Length: > LongestText })
            {
                throw new TemplateFault(scriptNode.Span, Messages.TemplateTextTooLong(LongestText));
            }

            Count(TemplateCosts.OfValue(value), scriptNode);
        }

        return value;
    }

    /// <summary>Counts steps of the page.</summary>
    /// <exception cref="ScriptRuntimeException">There are too many.</exception>
    /// <exception cref="OperationCanceledException">The build was interrupted.</exception>
    private void Count(int steps, ScriptNode part)
    {
        _steps += steps;
        if (_steps > TemplateCosts.MostSteps)
        {
            Endless = Messages.TemplateTakesTooLong(TemplateCosts.MostSteps);
            throw new TemplateFault((_theme.Costs.RepeaterOf(part) ?? part).Span, Endless.Value);
        }

        if (_steps - _asked > TemplateCosts.StepsUnasked)
        {
            _asked = _steps;
            Interrupted.ThrowIfCancellationRequested();
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
                WriteEscaped(textAsObject as string ?? Text(span, textAsObject));
                break;
        }

        return this;
    }

    /// <summary>What a list or an object is as a text. The engine does not say where that fails.</summary>
    private string Text(SourceSpan at, object value)
    {
        try
        {
            return ObjectToString(value) ?? "";
        }
        catch (Exception failure) when (failure is ScriptRuntimeException or InvalidOperationException)
        {
            throw failure switch
            {
                TemplateFault fault => new TemplateFault(at, fault.Text, failure),
                ScriptRuntimeException script => new ScriptRuntimeException(at, script.OriginalMessage, failure),
                _ => new ScriptRuntimeException(at, failure.Message, failure),
            };
        }
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
        throw new TemplateFault(
            span, Messages.UnknownName(variable.Name, NearestName.Of(variable.Name, known.Concat(_view.Keys))));
    }

    private bool UnknownMember(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        var known = target is ScriptObject script ? script.Keys : [];
        throw new TemplateFault(span, Messages.UnknownField(member, NearestName.Of(member, known)));
    }
}
