using AiDigest.Core.Rendering.Templates.Scriban;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates.Fast;

/// <summary>A call of one of Scriban's own functions, such as <c>string.upcase</c>.</summary>
/// <param name="function">As Scriban has it.</param>
internal sealed class LibraryCallTerm(object function, Term[] arguments, ScriptNode at) : Term
{
    public override object? Of(ProgramFrame frame)
    {
        var given = new ScriptExpression[arguments.Length];
        for (var i = 0; i < given.Length; i++)
        {
            given[i] = new GivenExpression(ScriptValues.ToScript(arguments[i].Of(frame), frame, at), at);
        }

        object? result;
        try
        {
            // A list may be made only while it is walked through, so that its mistakes come late.
            result = ScriptValues.FromScript(ScriptFunctionCall.Call(frame.Context, at, function, false, given), at);
        }
        catch (Exception failure) when (failure is not UnsupportedTemplateException)
        {
            // A mistake of the template, whatever the library throws: the whole engine words it.
            throw new UnsupportedTemplateException($"a call that fails: {failure.Message}", at, failure);
        }

        frame.Count(TemplateCosts.OfValue(result), at);
        if (result is string text && text.Length > frame.Context.LimitToString)
        {
            throw new UnsupportedTemplateException("a text of this length", at);
        }

        return result;
    }
}

/// <summary>A function that a template defines with <c>func</c>.</summary>
/// <param name="parameters">Slots of its parameters.</param>
internal sealed class DefinedFunction(ScriptFunction definition, int[] parameters)
{
    public ScriptFunction Definition => definition;

    public int[] Parameters => parameters;

    /// <summary>Its steps, the slots that they use, and what one run costs. Set once it is compiled: until then it may be named within
    /// itself.</summary>
    public (Step Body, int First, int Count, int Cost) Compiled { get; set; }

    public void Run(ProgramFrame frame, Term[] arguments, ScriptNode at)
    {
        var values = new object?[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Of(frame);
        }

        var (body, first, count, cost) = Compiled;
        frame.Count(cost, at);
        frame.Enter(first, count, at);
        for (var i = 0; i < values.Length; i++)
        {
            frame.Slots[parameters[i]] = values[i];
        }

        body.Run(frame);
        frame.Leave(first, count);
    }
}

/// <summary>A call of a function of the template. It writes in place and has no value, so it is only supported as a statement.</summary>
internal sealed class DefinedCallTerm(DefinedFunction function, Term[] arguments, ScriptNode at) : Term
{
    public Step AsStep() => new DefinedCallStep(function, arguments, at);

    public override object? Of(ProgramFrame frame) =>
        throw new UnsupportedTemplateException("a function of the template within an expression", at);

    private sealed class DefinedCallStep(DefinedFunction function, Term[] arguments, ScriptNode at) : Step
    {
        public override void Run(ProgramFrame frame) => function.Run(frame, arguments, at);
    }
}

/// <summary>Sets a variable to what a part of the template writes.</summary>
internal sealed class CaptureStep(int slot, Step body) : Step
{
    public override void Run(ProgramFrame frame)
    {
        var start = frame.Output.Length;
        body.Run(frame);
        frame.Slots[slot] = frame.TakeBack(start);
    }
}

/// <summary><c>object.typeof</c> of values that Scriban does not know.</summary>
internal sealed class TypeTerm(Term value, Term otherwise) : Term
{
    public override object? Of(ProgramFrame frame) => value.Of(frame) switch
    {
        PageValues => "object",
        PageList => "array",
        _ => otherwise.Of(frame),
    };
}

/// <summary><c>object.keys</c> of a view: the names of its fields in their order.</summary>
internal sealed class KeysTerm(Term value, Term otherwise) : Term
{
    public override object? Of(ProgramFrame frame) =>
        value.Of(frame) is PageValues values ? new PageList((IReadOnlyList<string>)values.Names) : otherwise.Of(frame);
}
