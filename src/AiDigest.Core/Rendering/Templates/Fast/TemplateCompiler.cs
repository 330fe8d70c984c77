using System.Text;
using AiDigest.Core.Model;
using AiDigest.Core.Rendering.Templates.Scriban;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Core.Site.Links;
using Scriban.Runtime;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates.Fast;

/// <summary>
/// Makes a <see cref="TemplateProgram"/> of a layout. Includes are written out in place, so that each name is settled here and not on
/// each page; what is the same on all pages (words without placeholders, fields of <c>site</c>, addresses of assets) becomes bytes. A
/// layout that uses anything else of the language has no program, and the engine renders it.
/// </summary>
/// <param name="functions">The names that are no variables.</param>
/// <param name="site">What every page sees as <c>site</c>.</param>
internal sealed partial class TemplateCompiler(Theme theme, Strings strings, Addresses addresses, ScriptObject functions, PageValues site)
{
    private const int DeepestInclude = 20;
    private const int MostSteps = 20_000;

    private readonly HashSet<string> _assigned = new(StringComparer.Ordinal);
    private readonly HashSet<string> _loops = new(StringComparer.Ordinal);
    private readonly Utf8Output _text = new();
    private int _slots;
    private int _steps;

    /// <summary>What a name means at a place.</summary>
    /// <param name="Loops">Variables of the loops around, innermost first.</param>
    /// <param name="Set">Slots of the variables that the page, or the fragment, sets.</param>
    /// <param name="Read">Names that were read before anything set them.</param>
    /// <param name="Fragment">The slot of the fragment's subject; null on the page itself.</param>
    private sealed record Scope(Loop? Loops, Dictionary<string, int> Set, HashSet<string> Read, int? Fragment, int Depth)
    {
        public static Scope Outermost(int? fragment, int depth) =>
            new(null, new Dictionary<string, int>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), fragment, depth);
    }

    private sealed record Loop(string Name, int Slot, Loop? Outer);

    /// <returns>The program; null where the layout says more than programs can.</returns>
    public TemplateProgram? Compile(string layout)
    {
        try
        {
            var steps = new List<Step>();
            Include(layout, Scope.Outermost(null, 0), steps);
            return _assigned.Overlaps(_loops) ? null : new TemplateProgram(Block(steps), _slots);
        }
        catch (Exception reason) when (reason is GiveUpException or MissingStringException)
        {
            return null;
        }
    }

    private void Include(string name, Scope scope, List<Step> steps)
    {
        var template = theme.Find(name);
        if (template?.Page?.Body is not { } body || scope.Depth > DeepestInclude)
        {
            throw new GiveUpException();
        }

        Statements(body, scope with { Depth = scope.Depth + 1 }, steps);
    }

    private void Statements(ScriptBlockStatement block, Scope scope, List<Step> steps)
    {
        foreach (var statement in block.Statements)
        {
            Statement(statement, scope, steps);
        }
    }

    private Step Body(ScriptBlockStatement? block, Scope scope)
    {
        var steps = new List<Step>();
        if (block is not null)
        {
            Statements(block, scope, steps);
        }

        return Block(steps);
    }

    private void Statement(ScriptStatement statement, Scope scope, List<Step> steps)
    {
        if (++_steps > MostSteps)
        {
            throw new GiveUpException();
        }

        switch (statement)
        {
            case ScriptRawStatement { IsEscape: false } raw:
                steps.Add(new TextStep(Encoding.UTF8.GetBytes(raw.Text.ToString())));
                break;
            case ScriptEscapeStatement or ScriptEndStatement or ScriptNopStatement:
                break;
            case ScriptExpressionStatement { Expression: { } expression }:
                Expression(expression, scope, steps);
                break;
            case ScriptIfStatement { IsElseIf: false } choice:
                If(choice, scope, steps);
                break;
            case ScriptForStatement loop when loop.GetType() == typeof(ScriptForStatement):
                For(loop, scope, steps);
                break;
            case ScriptCaseStatement choice:
                Case(choice, scope, steps);
                break;
            default:
                throw new GiveUpException();
        }
    }

    private void Expression(ScriptExpression expression, Scope scope, List<Step> steps)
    {
        switch (expression)
        {
            case ScriptAssignExpression { Target: ScriptVariableGlobal variable, Value: { } value, EqualToken.Value: "=" }:
                if (IsFunction(variable.Name) || variable.Name is "site" or "for" or "page" or "paper")
                {
                    throw new GiveUpException();
                }

                var made = Term(value, scope);
                if (!scope.Set.TryGetValue(variable.Name, out var slot))
                {
                    if (scope.Read.Contains(variable.Name))
                    {
                        throw new GiveUpException();
                    }

                    scope.Set.Add(variable.Name, slot = _slots++);
                    _assigned.Add(variable.Name);
                }

                steps.Add(new SetStep(slot, made));
                break;
            case ScriptFunctionCall { Target: ScriptVariableGlobal { Name: "include" }, Arguments: [ScriptLiteral { Value: string name }] } when IsPlain("include", scope):
                Include(name, scope, steps);
                break;
            case ScriptFunctionCall { Target: ScriptVariableGlobal { Name: "fragment" }, Arguments: [ScriptLiteral { Value: string name }, { } subject] } when IsPlain("fragment", scope):
                Fragment(name, Term(subject, scope), scope, steps);
                break;
            case TrustedExpression trusted:
                steps.Add(new WriteTrustedStep(Term(trusted.Inner, scope)));
                break;
            default:
                Write(Term(expression, scope), steps);
                break;
        }
    }

    private void Write(Term value, List<Step> steps)
    {
        if (value is ConstantTerm { Value: null or string or bool or int or long } constant)
        {
            _text.Clear();
            switch (constant.Value)
            {
                case string words:
                    _text.WriteEscaped(words);
                    break;
                case bool flag:
                    _text.Write(flag ? "true"u8 : "false"u8);
                    break;
                case not null:
                    _text.WriteNumber(AiDigest.Core.Rendering.Templates.Fast.Term.Whole(constant.Value));
                    break;
            }

            steps.Add(new TextStep(_text.Written.ToArray()));
            return;
        }

        steps.Add(new WriteStep(value));
    }

    private void Fragment(string name, Term subject, Scope scope, List<Step> steps)
    {
        if (scope.Fragment is not null)
        {
            throw new GiveUpException();
        }

        var slot = _slots++;
        var inner = Scope.Outermost(slot, scope.Depth);
        var body = new List<Step>();
        Include(name, inner, body);
        if (inner.Set.Count > 0)
        {
            body.Insert(0, new ForgetStep([.. inner.Set.Values]));
        }

        steps.Add(new FragmentStep(slot, subject, Block(body)));
    }

    private void If(ScriptIfStatement choice, Scope scope, List<Step> steps)
    {
        var condition = Term(choice.Condition ?? throw new GiveUpException(), scope);
        if (condition is not ConstantTerm constant)
        {
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
                throw new GiveUpException();
        }
    }

    private void For(ScriptForStatement loop, Scope scope, List<Step> steps)
    {
        if (loop.Variable is not ScriptVariableGlobal variable || loop.Iterator is null || loop.SetContinue || IsFunction(variable.Name) || variable.Name is "site" or "for")
        {
            throw new GiveUpException();
        }

        Term? offset = null, limit = null;
        foreach (var argument in loop.NamedArguments ?? [])
        {
            var value = Term(argument.Value ?? throw new GiveUpException(), scope);
            (offset, limit) = argument.Name?.Name switch
            {
                "offset" when offset is null => (value, limit),
                "limit" when limit is null => (offset, value),
                _ => throw new GiveUpException(),
            };
        }

        var list = Term(loop.Iterator, scope);
        var slot = _slots;
        _slots += 3;
        _loops.Add(variable.Name);
        var body = Body(loop.Body, scope with { Loops = new Loop(variable.Name, slot, scope.Loops) });
        steps.Add(new ForStep(slot, list, offset, limit, body, Else(loop.Else, scope)));
    }

    private void Case(ScriptCaseStatement choice, Scope scope, List<Step> steps)
    {
        var branches = new List<(Term[], Step)>();
        Step? otherwise = null;
        ScriptConditionStatement? next = null;
        foreach (var statement in choice.Body?.Statements ?? throw new GiveUpException())
        {
            // Text before the first branch is white space as a rule; the engine decides where it is not.
            next = statement switch
            {
                ScriptWhenStatement first when next is null => first,
                ScriptEscapeStatement or ScriptEndStatement or ScriptNopStatement => next,
                ScriptRawStatement { Text.Length: 0 } => next,
                _ => throw new GiveUpException(),
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
            throw new GiveUpException();
        }

        steps.Add(new CaseStep(Term(choice.Value ?? throw new GiveUpException(), scope), [.. branches], otherwise));
    }

    private bool IsFunction(string name) => functions.Contains(name);

    /// <summary>Whether a name means the tool's own function there.</summary>
    private bool IsPlain(string name, Scope scope)
    {
        for (var loop = scope.Loops; loop is not null; loop = loop.Outer)
        {
            if (loop.Name == name)
            {
                return false;
            }
        }

        return IsFunction(name) && !scope.Set.ContainsKey(name);
    }

    /// <summary>One step for many, with texts that follow one another joined.</summary>
    private static Step Block(List<Step> steps)
    {
        var flat = new List<Step>();
        void Add(Step step)
        {
            switch (step)
            {
                case BlockStep block:
                    foreach (var inner in block.Steps)
                    {
                        Add(inner);
                    }

                    break;
                case TextStep { Utf8.Length: 0 }:
                    break;
                case TextStep text when flat.Count > 0 && flat[^1] is TextStep before:
                    flat[^1] = new TextStep([.. before.Utf8, .. text.Utf8]);
                    break;
                default:
                    flat.Add(step);
                    break;
            }
        }

        steps.ForEach(Add);
        return flat.Count == 1 ? flat[0] : new BlockStep([.. flat]);
    }
}
