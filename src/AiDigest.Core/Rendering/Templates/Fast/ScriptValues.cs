using System.Collections;
using System.Text;
using AiDigest.Core.Rendering.Templates.Scriban;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates.Fast;

/// <summary>Values on their way to Scriban's own functions and back.</summary>
internal static class ScriptValues
{
    public static bool IsPlain(object? value) => value is null or string or bool or int or long or double;

    public static object? ToScript(object? value, ProgramFrame frame, ScriptNode at) => value switch
    {
        _ when IsPlain(value) || value is ScriptObject or ScriptArray => value,
        byte[] utf8 => Encoding.UTF8.GetString(utf8),
        PageList list => list.ToScript(frame.Script, item => ToScript(item, frame, at)),
        _ => throw new UnsupportedTemplateException("a view given to a function", at),
    };

    public static object? FromScript(object? value, ScriptNode at) => value switch
    {
        _ when IsPlain(value) || value is ScriptObject or ScriptArray => value,
        IEnumerable list when value is not IScriptObject => new ScriptArray(list),
        _ => throw new UnsupportedTemplateException("what this function gives", at),
    };
}

/// <summary>An argument that is known already.</summary>
internal sealed class GivenExpression : ScriptExpression
{
    private readonly object? _value;

    public GivenExpression(object? value, ScriptNode at)
    {
        _value = value;
        Span = at.Span;
    }

    public override object? Evaluate(TemplateContext context) => _value;

    public override void PrintTo(ScriptPrinter printer) => printer.Write("...");
}
