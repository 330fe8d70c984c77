using Acornima;
using Acornima.Ast;

namespace AiDigest.Core.Rendering.Themes;

/// <summary>
/// What a script says, however it is written: the kinds of nodes of its syntax tree (ECMA-262), each with the end of what belongs to it,
/// and its tokens, each as it is written. Tokens that only group are told by the tree; where a tree leaves open which of its parts is
/// missing, that is said too. Two scripts of one form are the same script.
/// </summary>
internal static class ScriptForm
{
    /// <summary>Nodes, or brackets, inside each other. Further down, one stack would hold a script and the next one would not.</summary>
    private const int MaxDepth = 1_000;

    /// <returns>Null where the text is no script (or no module), or is nested too deeply.</returns>
    public static List<string>? Of(string text, bool isModule)
    {
        var form = new List<string>();
        var (depth, deepest) = (0, 0);
        var parser = new Parser(new ParserOptions { OnToken = Add });
        try
        {
            return Walk(isModule ? parser.ParseModule(text) : parser.ParseScript(text), form, 0) && deepest <= MaxDepth ? form : null;
        }
        catch (Exception none) when (none is ParseErrorException or InsufficientExecutionStackException)
        {
            return null;
        }

        void Add(in Token token)
        {
            var written = text.AsSpan(token.Start, token.End - token.Start);
            depth += written is "(" or "[" or "{" ? 1 : written is ")" or "]" or "}" ? -1 : 0;
            deepest = Math.Max(deepest, depth);
            if (written is not ("(" or ")" or "," or ";" or "{" or "}"))
            {
                form.Add(written.ToString());
            }
        }
    }

    private static bool Walk(Node node, List<string> form, int depth)
    {
        form.Add(node is Directive ? nameof(Directive) : node.Type.ToString());
        switch (node)
        {
            case ArrayExpression array:
                Missing(array.Elements.Select(element => element is null), form);
                break;
            case ArrayPattern pattern:
                Missing(pattern.Elements.Select(element => element is null), form);
                break;
            case ForStatement loop:
                Missing([loop.Init is null, loop.Test is null, loop.Update is null], form);
                break;
            case IFunction function:
                Missing([function.Id is null], form);
                break;
        }

        foreach (var child in node.ChildNodes)
        {
            if (depth == MaxDepth || !Walk(child, form, depth + 1))
            {
                return false;
            }
        }

        form.Add("/");
        return true;
    }

    private static void Missing(IEnumerable<bool> parts, List<string> form) =>
        form.Add(string.Concat(parts.Select(missing => missing ? '-' : '+')));
}
