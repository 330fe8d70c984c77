using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates.Scriban;

/// <summary>A function of templates without reflection, so that it works compiled ahead of time.</summary>
/// <param name="required">Arguments that a call must give.</param>
/// <param name="most">Arguments that it may give; <see cref="int.MaxValue"/>: any number.</param>
internal sealed class TemplateFunction(
    int required, int most, Func<RenderContext, SourceSpan, ScriptArray, object?> invoke) : IScriptCustomFunction
{
    public int RequiredParameterCount => required;

    public int ParameterCount => most == int.MaxValue ? required + 1 : most;

    public ScriptVarParamKind VarParamKind => most == int.MaxValue ? ScriptVarParamKind.LastParameter : ScriptVarParamKind.None;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "value");

    public object? Invoke(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        invoke((RenderContext)context, callerContext?.Span ?? context.CurrentSpan, arguments);

    public ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}
