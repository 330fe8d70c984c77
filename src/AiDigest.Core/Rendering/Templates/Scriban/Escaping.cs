using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates.Scriban;

/// <summary>
/// The rule of escaping: what a template writes is escaped unless the name of what it writes ends in <c>_html</c>. The names are
/// read once, when a template is parsed: an expression statement whose last name ends so is wrapped, and whatever it yields is
/// trusted; everything else passes the escaping of <see cref="RenderContext"/>. Escaping by hand in each template was turned
/// down: what is forgotten once is a hole.
/// </summary>
internal static class Escaping
{
    private const string Suffix = "_html";

    public static void Apply(ScriptNode? node)
    {
        if (node is null)
        {
            return;
        }

        if (node is ScriptExpressionStatement { Expression: { } expression } statement && IsTrusted(expression))
        {
            statement.Expression = new TrustedExpression(expression);
            return;
        }

        for (var i = 0; i < node.ChildrenCount; i++)
        {
            Apply(node.GetChildren(i));
        }
    }

    private static bool IsTrusted(ScriptExpression expression) => expression switch
    {
        ScriptVariable variable => EndsSo(variable.Name),
        ScriptMemberExpression { Member: { } member } => EndsSo(member.Name),
        ScriptIndexerExpression { Index: ScriptLiteral { Value: string name } } => EndsSo(name),
        ScriptFunctionCall { Target: { } target } => IsTrusted(target),
        ScriptPipeCall { To: { } to } => IsTrusted(to),
        ScriptNestedExpression { Expression: { } inner } => IsTrusted(inner),
        _ => false,
    };

    private static bool EndsSo(string? name) => name is not null && name.EndsWith(Suffix, StringComparison.Ordinal);
}

/// <summary>A value that is written as it is.</summary>
internal sealed record Trusted(object Value);

/// <summary>An expression whose value is trusted.</summary>
internal sealed class TrustedExpression : ScriptExpression
{
    private readonly ScriptExpression _inner;

    public TrustedExpression(ScriptExpression inner)
    {
        _inner = inner;
        Span = inner.Span;
    }

    public ScriptExpression Inner => _inner;

    public override object? Evaluate(TemplateContext context) => context.Evaluate(_inner) is { } value ? new Trusted(value) : null;

    public override void PrintTo(ScriptPrinter printer) => _inner.PrintTo(printer);
}
