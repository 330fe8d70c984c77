using AiDigest.Core.Rendering.Templates.Scriban;
using Scriban.Functions;
using Scriban.Runtime;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates.Fast;

/// <content>Expressions: what a name, a member or a call means where it is.</content>
internal sealed partial class TemplateCompiler
{
    private Term Term(ScriptExpression? expression, Scope scope) => expression switch
    {
        ScriptLiteral { Value: null or string or bool or int or long or double } literal => new ConstantTerm(literal.Value),
        ScriptNestedExpression nested => Term(nested.Expression, scope),
        ScriptVariableGlobal or ScriptVariableLocal => Variable((ScriptVariable)expression, scope),
        ScriptMemberExpression { Target: { } target, Member: ScriptVariableGlobal { Name: { } name }, DotToken.Value: "." } =>
            Member(target, name, expression, scope),
        ScriptIndexerExpression { Target: { } target, Index: { } index } =>
            new IndexTerm(Term(target, scope), Term(index, scope), expression),
        ScriptUnaryExpression { Operator: ScriptUnaryOperator.Not } not => new NotTerm(Term(not.Right, scope)),
        ScriptBinaryExpression binary => new BinaryTerm(binary.Operator, Term(binary.Left, scope), Term(binary.Right, scope), binary),
        ScriptConditionalExpression choice =>
            new ChoiceTerm(Term(choice.Condition, scope), Term(choice.ThenValue, scope), Term(choice.ElseValue, scope)),
        ScriptArrayInitializerExpression list => new ListTerm([.. list.Values.Select(value => Term(value, scope))]),
        ScriptFunctionCall { Target: { } target, Arguments: { } arguments } =>
            Call(target, [.. arguments.Select(argument => Term(argument, scope))], expression, scope),
        ScriptPipeCall { From: { } from, To: { } to } => Piped(Term(from, scope), to, scope),
        _ => throw Unsupported(expression),
    };

    private Term Piped(Term first, ScriptExpression to, Scope scope) => to switch
    {
        ScriptFunctionCall { Target: { } target, Arguments: { } rest } =>
            Call(target, [first, .. rest.Select(argument => Term(argument, scope))], to, scope),
        ScriptPipeCall { From: { } from, To: { } last } => Piped(Piped(first, from, scope), last, scope),
        ScriptVariableGlobal or ScriptMemberExpression => Call(to, [first], to, scope),
        _ => throw Unsupported(to),
    };

    private Term Variable(ScriptVariable variable, Scope scope)
    {
        var name = NameOf(variable);
        for (var loop = scope.Loops; loop is not null; loop = loop.Outer)
        {
            if (loop.Name == name)
            {
                return new SlotTerm(loop.Slot);
            }
        }

        if (Defined(name, scope) is { } function)
        {
            return Call(function, [], variable);
        }

        if (IsFunction(name) || name == "for")
        {
            throw Unsupported(variable, $"'{name}' as a value");
        }

        Term? other = name switch
        {
            _ when variable is ScriptVariableLocal => null,
            "site" => new ConstantTerm(site),
            "paper" when scope.Fragment is { } subject => new SlotTerm(subject),
            _ when scope.Fragment is null => new FieldTerm(null, name, variable),
            _ => null,
        };
        if (scope.Set.TryGetValue(name, out var slot))
        {
            return new VariableTerm(slot, other, variable);
        }

        (scope.IsFunction ? _readInFunctions : scope.Read).Add(name);
        return other ?? throw Unsupported(variable, $"a variable '{name}' that is not set yet");
    }

    private Term Member(ScriptExpression target, string name, ScriptNode at, Scope scope)
    {
        if (target is ScriptVariable { Name: "for" } && scope.Loops is { } loop)
        {
            return OfLoop(loop.Slot, name, at);
        }

        if (target is ScriptVariableGlobal { Name: "page" } && scope.Fragment is not null)
        {
            return name switch
            {
                "kind" => new MadeTerm(static frame => frame.Kind),
                "body_level" => new MadeTerm(static frame => Boxed.Of(frame.Place.Level)),
                "absolute_links" => new MadeTerm(static frame => Boxed.Of(frame.Place.Absolute)),
                _ => throw Unsupported(at, $"page.{name} in a fragment"),
            };
        }

        if (target is ScriptVariableGlobal { Name: { } group } && IsPlain(group, scope) && Library(group, name) is { } function)
        {
            return new LibraryCallTerm(function, [], at);
        }

        var of = Term(target, scope);
        if (of is ConstantTerm { Value: PageValues values })
        {
            var column = values.Column(name);
            return new ConstantTerm(column >= 0 ? values[column] : throw Unsupported(at, $"a field '{name}' that is not there"));
        }

        return of is ConstantTerm { Value: PageList list } && name == "size" ? new ConstantTerm(list.Count) : new FieldTerm(of, name, at);
    }

    private static Term OfLoop(int slot, string name, ScriptNode at) => name switch
    {
        "index" => new SlotTerm(slot + 1),
        "first" => new MadeTerm(frame => Boxed.Of((int)frame.Slots[slot + 1]! == 0)),
        "last" => new MadeTerm(frame => Boxed.Of((int)frame.Slots[slot + 1]! == (int)frame.Slots[slot + 2]! - 1)),
        _ => throw Unsupported(at, $"for.{name}"),
    };

    private Term Call(ScriptExpression target, Term[] arguments, ScriptNode at, Scope scope)
    {
        switch (target)
        {
            case ScriptVariableGlobal { Name: { } own } when Defined(own, scope) is { } function:
                return Call(function, arguments, at);
            case ScriptVariableGlobal { Name: { } own } when IsPlain(own, scope):
                return Call(own, arguments, at);
            case ScriptMemberExpression { Target: ScriptVariableGlobal { Name: { } group }, Member: { } member } when IsPlain(group, scope)
                && Library(group, member.Name) is { } library:
                return OfLibrary(group, member.Name, library, arguments, at);
            default:
                throw Unsupported(at, "a call of something else");
        }
    }

    /// <summary>A function of this product.</summary>
    private Term Call(string name, Term[] arguments, ScriptNode at)
    {
        switch (name, arguments)
        {
            case ("t", [ConstantTerm { Value: string text }]):
                return new ConstantTerm(LocalizedTextTerm.Said(() => strings.Text(text), at));
            case ("t", { Length: > 0 }) when arguments.Length % 2 == 1:
                return new LocalizedTextTerm(
                    arguments[0],
                    [.. Enumerable.Range(0, arguments.Length / 2).Select(i => (arguments[(2 * i) + 1], arguments[(2 * i) + 2]))], at);
            case ("count_text", [var text, var number]):
                return new MadeTerm(frame => LocalizedTextTerm.Said(
                    () => frame.Strings.Count(
                        LocalizedTextTerm.Text(text.Of(frame), at), Fast.Term.Whole(number.Of(frame), at)), at));
            case ("number_text", [var number]):
                return new MadeTerm(frame => frame.Strings.Number(Fast.Term.Whole(number.Of(frame), at)));
            case ("asset", [ConstantTerm { Value: string asset }]) when theme.Assets.TryGetValue(asset, out var found):
                return new ConstantTerm(addresses.Local(found.Address));
            case ("site_url", [ConstantTerm { Value: string address }]):
                return new ConstantTerm(addresses.Local(address.TrimStart('/')));
            case ("day_text" or "asset" or "site_url", [_]):
                return new LibraryCallTerm(functions[name]!, arguments, at);
            default:
                throw Unsupported(at, $"'{name}' used like this");
        }
    }

    /// <summary>A function of Scriban's own; the most common ones without its preparations.</summary>
    private static Term OfLibrary(string group, string name, object function, Term[] arguments, ScriptNode at)
    {
        switch (group, name, arguments)
        {
            case ("string", "replace",
                [ConstantTerm or _, ConstantTerm { Value: string { Length: > 0 } match }, ConstantTerm { Value: string other }]):
                return new MadeTerm(frame => Counted(StringFunctions.Replace(Given(arguments[0], frame, at), match, other), frame, at));
            case ("string", "replace_first",
                [_, ConstantTerm { Value: string { Length: > 0 } match }, ConstantTerm { Value: string other }]):
                return new MadeTerm(frame => Counted(
                    StringFunctions.ReplaceFirst(frame.Context, Given(arguments[0], frame, at), match, other, false), frame, at));
            case ("object", "typeof", [var value]):
                return new TypeTerm(value, new LibraryCallTerm(function, arguments, at));
            case ("object", "keys", [var value]):
                return new KeysTerm(value, new LibraryCallTerm(function, arguments, at));
            default:
                return new LibraryCallTerm(function, arguments, at);
        }
    }

    /// <summary>A text with what it costs counted. One that is too long for the other engine is left to it.</summary>
    private static string Counted(string text, ProgramFrame frame, ScriptNode at)
    {
        frame.Count(TemplateCosts.OfValue(text), at);
        return text.Length <= frame.Context.LimitToString ? text : throw Unsupported(at, "a text of this length");
    }

    private object? Library(string group, string name) =>
        Libraries.Contains(group) && functions[group] is ScriptObject members && members.Contains(name)
            && members[name] is IScriptCustomFunction function ? function : null;

    private static DefinedCallTerm Call(DefinedFunction function, Term[] arguments, ScriptNode at) =>
        arguments.Length == function.Parameters.Length
            ? new DefinedCallTerm(function, arguments, at)
            : throw Unsupported(at, "a call with more or fewer arguments than the function has");

    private static string Given(Term term, ProgramFrame frame, ScriptNode at) =>
        term.Of(frame) as string ?? throw Unsupported(at, "something that is no text");
}
