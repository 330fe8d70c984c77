using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates.Fast;

/// <content>Statements that choose and repeat.</content>
internal sealed partial class TemplateCompiler
{
    private void If(ScriptIfStatement choice, Scope scope, List<Step> steps)
    {
        var condition = Term(choice.Condition, scope);
        if (condition is not ConstantTerm constant)
        {
            scope = scope with { IsCertain = false };
            steps.Add(new IfStep(condition, Body(choice.Then, scope), Else(choice.Else, scope)));
        }
        else if (AiDigest.Core.Rendering.Templates.Fast.Term.IsTrue(constant.Value))
        {
            steps.Add(Body(choice.Then, scope));
        }
        else if (Else(choice.Else, scope) is { } other)
        {
            steps.Add(other);
        }
    }

    private Step? Else(ScriptConditionStatement? other, Scope scope)
    {
        switch (other)
        {
            case null:
                return null;
            case ScriptElseStatement last:
                return Body(last.Body, scope);
            case ScriptIfStatement next:
                var steps = new List<Step>();
                If(next, scope, steps);
                return Block(steps);
            default:
                throw Unsupported(other);
        }
    }

    private void For(ScriptForStatement loop, Scope scope, List<Step> steps)
    {
        if (loop.Variable is not ScriptVariableGlobal variable || loop.Iterator is null || loop.SetContinue || IsFunction(variable.Name)
            || _defined.ContainsKey(variable.Name) || variable.Name is "site" or "for")
        {
            throw Unsupported(loop, "a 'for' loop of this form");
        }

        scope = scope with { IsCertain = false };

        Term? offset = null, limit = null;
        foreach (var argument in loop.NamedArguments ?? [])
        {
            var value = Term(argument.Value, scope);
            (offset, limit) = argument.Name?.Name switch
            {
                "offset" when offset is null => (value, limit),
                "limit" when limit is null => (offset, value),
                _ => throw Unsupported(loop, $"'{argument.Name?.Name}' of a 'for' loop"),
            };
        }

        var list = Term(loop.Iterator, scope);
        var slot = _slots;
        _slots += 3;
        _loops.Add(variable.Name);
        var outer = BeginCost();
        var body = Body(loop.Body, scope with { Loops = new Loop(variable.Name, slot, scope.Loops) });
        var cost = EndCost(outer, loop.Body);
        steps.Add(new ForStep(slot, list, offset, limit, body, Else(loop.Else, scope), cost, loop));
    }

    private void Case(ScriptCaseStatement choice, Scope scope, List<Step> steps)
    {
        var value = Term(choice.Value, scope);
        scope = scope with { IsCertain = false };
        var branches = new List<(Term[], Step)>();
        Step? otherwise = null;
        ScriptConditionStatement? next = null;
        foreach (var statement in choice.Body?.Statements ?? throw Unsupported(choice))
        {
            // Text before the first branch is white space as a rule; the engine decides where it is not.
            next = statement switch
            {
                ScriptWhenStatement first when next is null => first,
                ScriptEscapeStatement or ScriptEndStatement or ScriptNopStatement => next,
                ScriptRawStatement { Text.Length: 0 } => next,
                _ => throw Unsupported(statement, "text before the first 'when'"),
            };
        }

        while (next is ScriptWhenStatement branch)
        {
            branches.Add(([.. branch.Values.Select(value => Term(value, scope))], Body(branch.Body, scope)));
            next = branch.Next;
        }

        if (next is ScriptElseStatement last)
        {
            otherwise = Body(last.Body, scope);
        }
        else if (next is not null)
        {
            throw Unsupported(next);
        }

        steps.Add(new CaseStep(value, [.. branches], otherwise, choice));
    }
}
