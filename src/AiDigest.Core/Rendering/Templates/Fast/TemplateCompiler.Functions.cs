using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates.Fast;

/// <content>Variables that a template sets, and functions that it defines.</content>
internal sealed partial class TemplateCompiler
{
    /// <summary>Where a variable is kept that the template sets.</summary>
    private int SlotOf(ScriptVariable variable, Scope scope)
    {
        var name = NameOf(variable);
        if (scope.IsFunction || IsFunction(name) || _defined.ContainsKey(name) || name is "site" or "for" or "page" or "paper"
            || variable is not (ScriptVariableGlobal or ScriptVariableLocal))
        {
            throw Unsupported(variable, scope.IsFunction ? $"'{name}' set within a function" : $"'{name}' set to something else");
        }

        if (!scope.Set.TryGetValue(name, out var slot))
        {
            if (scope.Read.Contains(name))
            {
                throw Unsupported(variable, $"'{name}' read before it is set");
            }

            scope.Set.Add(name, slot = _slots++);
            _assigned.Add(name);
        }

        return slot;
    }

    private static string NameOf(ScriptVariable variable) => variable is ScriptVariableLocal ? "$" + variable.Name : variable.Name;

    /// <summary>A function of the template by this name, where it is seen.</summary>
    private DefinedFunction? Defined(string name, Scope scope) => scope.Fragment is null ? _defined.GetValueOrDefault(name) : null;

    private void Define(ScriptFunction definition, Scope scope)
    {
        var name = ((ScriptVariableGlobal)definition.NameOrDoToken!).Name;
        if (_defined.TryGetValue(name, out var before) && ReferenceEquals(before.Definition, definition))
        {
            return;
        }

        var parameters = definition.Parameters ?? [];
        if (before is not null || !scope.IsCertain || scope.IsFunction || scope.Fragment is not null || IsFunction(name)
            || _assigned.Contains(name) || _loops.Contains(name)
            || scope.Read.Contains(name) || name is "site" or "for" or "page" or "paper"
            || parameters.Any(parameter => parameter.Name is not ScriptVariableGlobal || parameter.EqualOrTripleDotToken is not null)
            || definition.Body is not ScriptBlockStatement body)
        {
            throw Unsupported(definition, $"a function '{name}' defined like this");
        }

        var first = _slots;
        var inner = Scope.Outermost(null, scope.Depth) with { IsFunction = true };
        foreach (var parameter in parameters)
        {
            inner.Set.Add(parameter.Name!.Name, _slots++);
            _assigned.Add(parameter.Name.Name);
        }

        var function = new DefinedFunction(definition, [.. inner.Set.Values]);
        _defined.Add(name, function);
        var steps = new List<Step>();
        var outer = BeginCost();
        Statements(body, inner, steps);
        function.Compiled = (Block(steps), first, _slots - first, EndCost(outer, body));
    }
}
