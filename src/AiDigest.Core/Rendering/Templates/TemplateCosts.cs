using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates;

/// <summary>
/// The steps of the parts of templates that can run many times: bodies of loops and functions, and whole templates. A step is a node of the
/// syntax tree. Each run of a part costs all its nodes, whether they are evaluated or not, so that both engines count alike and neither
/// looks at each node. Filled while a theme is loaded, then only read.
/// </summary>
internal sealed class TemplateCosts
{
    /// <summary>
    /// Steps that one page may take. A page of 100,000 titles takes about 6 million; the bound is reached within a few seconds.
    /// </summary>
    public const int MostSteps = 20_000_000;

    /// <summary>
    /// The same for the fast engine, which leaves a longer page to Scriban. It is lower, so that no page passes here and fails there.
    /// </summary>
    public const int MostFastSteps = MostSteps / 2;

    /// <summary>Iterations of the loops within Scriban's own functions, such as <c>array.each</c>, and numbers of a range.</summary>
    public const int MostIterations = 4_000_000;

    /// <summary>Steps after which an engine asks whether the build was interrupted.</summary>
    public const int StepsUnasked = 1 << 14;

    /// <summary>Steps of a page that has taken long. Once one like it fails, no other page is worth the wait.</summary>
    public const int ManySteps = 1_000_000;

    /// <summary>So many that a loop with an empty body meets this bound, and not the one that Scriban has for loops of its
    /// functions.</summary>
    private const int LeastSteps = (MostSteps / MostIterations) + 1;

    private readonly Dictionary<ScriptNode, (int Steps, ScriptNode Repeater)> _costs = new(ReferenceEqualityComparer.Instance);

    /// <summary>Steps of a part; 0 for one that does not repeat by itself.</summary>
    public int Of(ScriptNode? part) => part is null ? 0 : _costs.GetValueOrDefault(part).Steps;

    /// <summary>The loop or function whose body it is; null for what does not repeat by itself.</summary>
    public ScriptNode? RepeaterOf(ScriptNode part) => _costs.GetValueOrDefault(part).Repeater;

    /// <summary>Steps that a value costs by its size: a long text, a list.</summary>
    public static int OfValue(object? value) => value switch
    {
        string { Length: > 64 } text => text.Length >> 2,
        global::Scriban.Runtime.ScriptArray list => list.Count,
        _ => 0,
    };

    public void Add(ScriptNode? template)
    {
        // Parents come before their children, so that a walk backwards sums up each part without recursion.
        var nodes = new List<(ScriptNode Node, int Parent)>();
        if (template is not null)
        {
            nodes.Add((template, -1));
        }

        for (var at = 0; at < nodes.Count; at++)
        {
            for (var i = 0; i < nodes[at].Node.ChildrenCount; i++)
            {
                if (nodes[at].Node.GetChildren(i) is { } child)
                {
                    nodes.Add((child, at));
                }
            }
        }

        var sums = new int[nodes.Count];
        for (var at = nodes.Count - 1; at >= 0; at--)
        {
            var sum = ++sums[at];
            if (nodes[at].Parent is >= 0 and var parent)
            {
                sums[parent] += sum;
            }

            if (RepeatedPart(nodes[at].Node) is { } part)
            {
                _costs[part] = (Math.Max(sum, LeastSteps), nodes[at].Node);
            }
        }
    }

    private static ScriptStatement? RepeatedPart(ScriptNode node) => node switch
    {
        ScriptPage page => page.Body,
        ScriptForStatement loop => loop.Body,
        ScriptWhileStatement loop => loop.Body,
        ScriptFunction function => function.Body,
        _ => null,
    };
}
