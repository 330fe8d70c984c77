using System.Collections.Immutable;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates;

/// <summary>
/// What a template can reach, read off its text: the templates that it includes, and which of the things that all pages share it
/// names. It errs on the side of more: a template that names another one by anything but a literal, or that takes hold of a
/// function without calling it, may reach everything.
/// </summary>
/// <param name="Includes">Names of templates, sorted: its own include and those that they include.</param>
/// <param name="Everything">All templates and all that they share.</param>
public sealed record TemplateDependencies(ImmutableArray<string> Includes, bool Everything, bool Site, bool Strings, bool Assets)
{
    /// <summary>Functions that name a template.</summary>
    private static readonly string[] Including = ["include", "fragment"];

    private static readonly string[] Speaking = ["t", "count_text", "number_text", "day_text"];

    /// <summary>What one template names itself.</summary>
    internal static TemplateDependencies Of(ScriptNode? template)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var variables = new HashSet<string>(StringComparer.Ordinal);
        var (mentions, literal, whole) = (0, 0, false);
        void Walk(ScriptNode? node)
        {
            switch (node)
            {
                case null:
                    return;
                case ScriptThisExpression:
                    whole = true;
                    break;
                case ScriptVariable variable:
                    variables.Add(variable.Name);
                    mentions += Including.Contains(variable.Name) ? 1 : 0;
                    break;
                case ScriptFunctionCall { Target: ScriptVariable target } call when Including.Contains(target.Name)
                    && Literal(call) is { } name:
                    names.Add(name);
                    literal++;
                    break;
            }

            for (var i = 0; i < node.ChildrenCount; i++)
            {
                Walk(node.GetChildren(i));
            }
        }

        Walk(template);
        whole |= mentions != literal;
        return new TemplateDependencies(
            [.. names], whole, variables.Contains("site"), Speaking.Any(variables.Contains), variables.Contains("asset"));
    }

    /// <summary>What a template reaches through all that it includes.</summary>
    internal static TemplateDependencies Closure(string name, IReadOnlyDictionary<string, TemplateDependencies> all)
    {
        var reached = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([name]);
        var (everything, site, strings, assets) = (false, false, false, false);
        while (open.TryPop(out var next))
        {
            if (!all.TryGetValue(next, out var own))
            {
                continue;
            }

            (everything, site, strings, assets) =
                (everything || own.Everything, site || own.Site, strings || own.Strings, assets || own.Assets);
            foreach (var include in own.Includes)
            {
                if (reached.Add(include))
                {
                    open.Push(include);
                }
            }
        }

        return everything
            ? new TemplateDependencies([.. all.Keys.Order(StringComparer.Ordinal)], true, true, true, true)
            : new TemplateDependencies([.. reached], false, site, strings, assets);
    }

    private static string? Literal(ScriptFunctionCall call) =>
        call.Arguments.Count > 0 && call.Arguments[0] is ScriptLiteral { Value: string name } ? name : null;
}
