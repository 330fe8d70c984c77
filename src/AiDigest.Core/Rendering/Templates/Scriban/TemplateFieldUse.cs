using System.Collections.Immutable;
using AiDigest.Core.Site.Views;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates.Scriban;

/// <summary>The fields of a page that one template reads.</summary>
/// <param name="Template">Its name, such as <c>partials/entry.html</c>.</param>
/// <param name="Fields">Such as <c>page.title</c> and <c>papers[].tags[].url</c>, sorted; of a list <c>[]</c> stands for each of its
/// items.</param>
public sealed record TemplateFields(string Template, ImmutableArray<string> Fields);

/// <summary>
/// Finds the fields that the templates of a page read, off their text: whatever a template may read on such a page, whether it comes to it
/// or not. An included template is walked through where it is included, for it sees the names of the one that includes it.
/// </summary>
internal sealed class TemplateFieldUse
{
    private static readonly HashSet<string> Everywhere = new(StringComparer.Ordinal) { "page", "site" };

    private readonly Func<string, ScriptNode?> _find;
    private readonly Dictionary<string, SortedSet<string>> _fields = new(StringComparer.Ordinal);
    private readonly Stack<string> _open = new();

    private HashSet<string> _page;

    // What a template's own names stand for; null: for something that it made itself.
    private Dictionary<string, string?> _named = new(StringComparer.Ordinal);

    private TemplateFieldUse(Func<string, ScriptNode?> find, HashSet<string> page) => (_find, _page) = (find, page);

    /// <param name="find">The text of a template, parsed; null where there is none.</param>
    /// <param name="view">The page: what it does not have is a function, or a name of the template's own.</param>
    /// <returns>The layout first, then what it includes, by name.</returns>
    public static ImmutableArray<TemplateFields> Of(string layout, Func<string, ScriptNode?> find, IView view)
    {
        var reads = new TemplateFieldUse(find, [.. ScriptViewWriter.Make(view, new(ReferenceEqualityComparer.Instance)).Keys, "site"]);
        reads.Enter(layout);
        return
        [
            .. reads._fields.OrderBy(read => read.Key == layout ? 0 : 1).ThenBy(read => read.Key, StringComparer.Ordinal)
                .Select(read => new TemplateFields(read.Key, [.. read.Value])),
        ];
    }

    private void Enter(string template)
    {
        if (_open.Contains(template) || _find(template) is not { } text)
        {
            return;
        }

        _fields.TryAdd(template, new SortedSet<string>(StringComparer.Ordinal));
        _open.Push(template);
        Walk(text);
        _open.Pop();
    }

    private void Walk(ScriptNode? node)
    {
        switch (node)
        {
            case null:
                break;
            case ScriptExpression expression when Field(expression) is { } field:
                _fields[_open.Peek()].Add(field);
                Walk((expression as ScriptIndexerExpression)?.Index);
                break;
            case ScriptForStatement { Variable: ScriptVariable variable } loop:
                Children(loop, but: [variable, loop.Body]);
                Within(variable.Name, Item(loop.Iterator), () => Walk(loop.Body));
                break;
            case ScriptAssignExpression { Target: ScriptVariable variable } set:
                Walk(set.Value);
                _named[variable.Name] = Field(set.Value);
                break;
            case ScriptFunctionCall { Target: ScriptVariable { Name: "include" }, Arguments: [ScriptLiteral { Value: string name }, ..] }:
                Enter(name);
                break;
            case ScriptFunctionCall
            {
                Target: ScriptVariable { Name: "fragment" },
                Arguments: [ScriptLiteral { Value: string name }, { } subject]
            }:
                Walk(subject);
                Fragment(name, Field(subject));
                break;
            case TrustedExpression trusted:
                Walk(trusted.Inner);
                break;
            default:
                Children(node, but: []);
                break;
        }
    }

    private void Children(ScriptNode node, params ReadOnlySpan<ScriptNode?> but)
    {
        for (var i = 0; i < node.ChildrenCount; i++)
        {
            if (node.GetChildren(i) is { } child && !but.Contains(child))
            {
                Walk(child);
            }
        }
    }

    /// <summary>A fragment sees its subject, <c>page</c> and <c>site</c>, and none of the names around it.</summary>
    private void Fragment(string template, string? subject)
    {
        var around = (_named, _page);
        (_named, _page) = (new Dictionary<string, string?>(StringComparer.Ordinal) { ["paper"] = subject }, Everywhere);
        Enter(template);
        (_named, _page) = around;
    }

    private void Within(string name, string? field, Action walk)
    {
        var had = _named.TryGetValue(name, out var before);
        _named[name] = field;
        walk();
        if (had)
        {
            _named[name] = before;
        }
        else
        {
            _named.Remove(name);
        }
    }

    private string? Item(ScriptExpression? list) => Field(list) is { } field ? field + "[]" : null;

    /// <summary>The field that an expression reads and does no more than that; else null.</summary>
    private string? Field(ScriptNode? expression) => expression switch
    {
        ScriptVariable variable =>
            _named.TryGetValue(variable.Name, out var field) ? field : _page.Contains(variable.Name) ? variable.Name : null,
        ScriptMemberExpression { Target: { } target, Member: { } member } =>
            Field(target) is not { } of ? null : member.Name == "size" ? of : $"{of}.{member.Name}",
        ScriptIndexerExpression { Target: { } target } => Item(target),
        ScriptNestedExpression { Expression: { } inner } => Field(inner),
        _ => null,
    };
}
