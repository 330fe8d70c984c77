using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates.Fast;

/// <content>What the fast engine does not know, in words.</content>
internal sealed partial class TemplateCompiler
{
    private static UnsupportedTemplateException Unsupported(ScriptNode? at, string? what = null) => new(what ?? Named(at), at);

    /// <summary>What a construct is called in Scriban's documentation, such as <c>while statement</c>.</summary>
    private static string Named(ScriptNode? node) => node switch
    {
        null => "something that is missing",
        ScriptWhileStatement => "a 'while' loop",
        ScriptBreakStatement => "'break'",
        ScriptContinueStatement => "'continue'",
        ScriptReturnStatement => "'ret'",
        ScriptWithStatement => "'with'",
        ScriptWrapStatement => "'wrap'",
        ScriptImportStatement => "'import'",
        ScriptTableRowStatement => "'tablerow'",
        ScriptReadOnlyStatement => "'readonly'",
        ScriptThisExpression => "'this'",
        ScriptAnonymousFunction => "'do'",
        ScriptObjectInitializerExpression => "an object that the template writes down",
        ScriptIsEmptyExpression => "'.empty?'",
        _ => $"an expression of this kind ({node.GetType().Name})",
    };
}
