using AiDigest.Core.Diagnostics;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates.Scriban;

/// <summary>
/// A function of Scriban's own that looks for a text in another one and takes the product of their lengths to do so. What it looks for is
/// bounded.
/// </summary>
internal sealed class ShortPattern(IScriptCustomFunction function) : IScriptCustomFunction
{
    private const int Longest = 1_000;

    public int RequiredParameterCount => function.RequiredParameterCount;

    public int ParameterCount => function.ParameterCount;

    public ScriptVarParamKind VarParamKind => function.VarParamKind;

    public Type ReturnType => function.ReturnType;

    public ScriptParameterInfo GetParameterInfo(int index) => function.GetParameterInfo(index);

    public object? Invoke(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        arguments.Count > 1 && arguments[1] is string { Length: > Longest }
            ? throw new TemplateFault(callerContext?.Span ?? context.CurrentSpan, Messages.TemplatePatternTooLong(Longest))
            : function.Invoke(context, callerContext, arguments, blockStatement);

    public ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}
