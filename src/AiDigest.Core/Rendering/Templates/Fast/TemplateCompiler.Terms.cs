using AiDigest.Core.Rendering.Templates.Scriban;
using Scriban.Functions;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates.Fast;

/// <content>Expressions: what a name, a member or a call means where it stands.</content>
internal sealed partial class TemplateCompiler
{
    private Term Term(ScriptExpression? expression, Scope scope) => expression switch
    {
        ScriptLiteral { Value: null or string or bool or int or long } literal => new ConstantTerm(literal.Value),
        ScriptNestedExpression nested => Term(nested.Expression, scope),
        ScriptVariableGlobal variable => Variable(variable.Name, scope),
        ScriptMemberExpression { Target: { } target, Member: ScriptVariableGlobal { Name: { } name }, DotToken.Value: "." } => Member(target, name, scope),
        ScriptUnaryExpression { Operator: ScriptUnaryOperator.Not } not => new NotTerm(Term(not.Right, scope)),
        ScriptBinaryExpression binary => new BinaryTerm(binary.Operator, Term(binary.Left, scope), Term(binary.Right, scope)),
        ScriptConditionalExpression choice => new ChoiceTerm(Term(choice.Condition, scope), Term(choice.ThenValue, scope), Term(choice.ElseValue, scope)),
        ScriptFunctionCall { Target: { } target, Arguments: { } arguments } => Call(target, [.. arguments.Select(argument => Term(argument, scope))], scope),
        ScriptPipeCall { From: { } from, To: { } to } => Piped(Term(from, scope), to, scope),
        _ => throw new GiveUpException(),
    };

    private Term Piped(Term first, ScriptExpression to, Scope scope) => to switch
    {
        ScriptFunctionCall { Target: { } target, Arguments: { } rest } => Call(target, [first, .. rest.Select(argument => Term(argument, scope))], scope),
        ScriptPipeCall { From: { } from, To: { } last } => Piped(Piped(first, from, scope), last, scope),
        _ => throw new GiveUpException(),
    };

    private Term Variable(string name, Scope scope)
    {
        for (var loop = scope.Loops; loop is not null; loop = loop.Outer)
        {
            if (loop.Name == name)
            {
                return new SlotTerm(loop.Slot);
            }
        }

        if (IsFunction(name) || name == "for")
        {
            throw new GiveUpException();
        }

        Term? other = name switch
        {
            "site" => new ConstantTerm(site),
            "paper" when scope.Fragment is { } subject => new SlotTerm(subject),
            _ when scope.Fragment is null => new FieldTerm(null, name),
            _ => null,
        };
        if (scope.Set.TryGetValue(name, out var slot))
        {
            return new VariableTerm(slot, other);
        }

        scope.Read.Add(name);
        return other ?? throw new GiveUpException();
    }

    private Term Member(ScriptExpression target, string name, Scope scope)
    {
        if (target is ScriptVariable { Name: "for" } && scope.Loops is { } loop)
        {
            return OfLoop(loop.Slot, name);
        }

        if (target is ScriptVariableGlobal { Name: "page" } && scope.Fragment is not null)
        {
            return name switch
            {
                "kind" => new MadeTerm(static frame => frame.Kind),
                "body_level" => new MadeTerm(static frame => Boxed.Of(frame.Place.Level)),
                "absolute_links" => new MadeTerm(static frame => Boxed.Of(frame.Place.Absolute)),
                _ => throw new GiveUpException(),
            };
        }

        var of = Term(target, scope);
        if (of is ConstantTerm { Value: PageValues values })
        {
            var column = values.Column(name);
            return new ConstantTerm(column >= 0 ? values[column] : throw new GiveUpException());
        }

        return of is ConstantTerm { Value: PageList list } && name == "size" ? new ConstantTerm(list.Count) : new FieldTerm(of, name);
    }

    private static Term OfLoop(int slot, string name) => name switch
    {
        "index" => new SlotTerm(slot + 1),
        "first" => new MadeTerm(frame => Boxed.Of((int)frame.Slots[slot + 1]! == 0)),
        "last" => new MadeTerm(frame => Boxed.Of((int)frame.Slots[slot + 1]! == (int)frame.Slots[slot + 2]! - 1)),
        _ => throw new GiveUpException(),
    };

    private Term Call(ScriptExpression target, Term[] arguments, Scope scope)
    {
        var name = target switch
        {
            ScriptVariableGlobal variable when IsPlain(variable.Name, scope) => variable.Name,
            ScriptMemberExpression { Target: ScriptVariableGlobal { Name: "string" }, Member: { } member } when IsPlain("string", scope) => "string." + member.Name,
            _ => throw new GiveUpException(),
        };
        switch (name, arguments)
        {
            case ("t", [ConstantTerm { Value: string text }]):
                return new ConstantTerm(strings.Text(text));
            case ("t", { Length: > 1 }) when arguments.Length % 2 == 1:
                return new SpokenTerm(arguments[0], [.. Enumerable.Range(0, arguments.Length / 2).Select(i => (arguments[(2 * i) + 1], arguments[(2 * i) + 2]))]);
            case ("count_text", [var text, var number]):
                return new MadeTerm(frame => frame.Strings.Count(SpokenTerm.Text(text.Of(frame)), AiDigest.Core.Rendering.Templates.Fast.Term.Whole(number.Of(frame))));
            case ("number_text", [var number]):
                return new MadeTerm(frame => frame.Strings.Number(AiDigest.Core.Rendering.Templates.Fast.Term.Whole(number.Of(frame))));
            case ("asset", [ConstantTerm { Value: string asset }]) when theme.Assets.TryGetValue(asset, out var found):
                return new ConstantTerm(addresses.Local(found.Address));
            case ("site_url", [ConstantTerm { Value: string address }]):
                return new ConstantTerm(addresses.Local(address.TrimStart('/')));
            case ("string.replace", [var text, var match, var other]):
                return new MadeTerm(frame => StringFunctions.Replace(Given(text, frame), Given(match, frame), Given(other, frame)));
            case ("string.replace_first", [var text, var match, var other]):
                return new MadeTerm(frame => StringFunctions.ReplaceFirst(frame.Context, Given(text, frame), Given(match, frame), Given(other, frame), false));
            default:
                throw new GiveUpException();
        }
    }

    private static string Given(Term term, ProgramFrame frame) => term.Of(frame) as string ?? throw new GiveUpException();
}
