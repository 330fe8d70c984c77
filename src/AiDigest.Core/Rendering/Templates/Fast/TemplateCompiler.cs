using System.Runtime.CompilerServices;
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
/// layout that uses anything else of the language has no program, and Scriban renders it.
/// </summary>
/// <param name="functions">The names that are no variables.</param>
/// <param name="site">What every page sees as <c>site</c>.</param>
internal sealed partial class TemplateCompiler(Theme theme, Strings strings, Addresses addresses, ScriptObject functions, PageValues site)
{
    private const int DeepestInclude = 20;
    private const int MostSteps = 20_000;

    /// <summary>Groups of Scriban's functions whose results follow from their arguments alone.</summary>
    private static readonly string[] Libraries = ["array", "html", "math", "object", "regex", "string"];

    private readonly HashSet<string> _assigned = new(StringComparer.Ordinal);
    private readonly HashSet<string> _loops = new(StringComparer.Ordinal);

    // What the functions of the template read of the page, which nothing may set: they would see it.
    private readonly HashSet<string> _readInFunctions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DefinedFunction> _defined = new(StringComparer.Ordinal);
    private readonly Utf8Output _text = new();
    private int _slots;
    private int _steps;

    // Steps of the templates that were included since somebody began to sum up.
    private int _included;

    /// <summary>What a name means at a place.</summary>
    /// <param name="Loops">Variables of the loops around, innermost first.</param>
    /// <param name="Set">Slots of the variables that the page, or the fragment, sets.</param>
    /// <param name="Read">Names that were read before anything set them.</param>
    /// <param name="Fragment">The slot of the fragment's subject; null on the page itself.</param>
    /// <param name="IsFunction">Within a function of the template.</param>
    /// <param name="IsCertain">Whether each page comes here.</param>
    private sealed record Scope(
        Loop? Loops, Dictionary<string, int> Set, HashSet<string> Read, int? Fragment, int Depth, bool IsFunction = false,
        bool IsCertain = true)
    {
        public static Scope Outermost(int? fragment, int depth) =>
            new(null, new Dictionary<string, int>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), fragment, depth);
    }

    private sealed record Loop(string Name, int Slot, Loop? Outer);

    /// <exception cref="UnsupportedTemplateException">The layout says more than programs can.</exception>
    public TemplateProgram Compile(string layout)
    {
        var steps = new List<Step>();
        Include(layout, Scope.Outermost(null, 0), steps, null);
        if (_assigned.FirstOrDefault(_loops.Contains) is { } both)
        {
            throw new UnsupportedTemplateException($"a name '{both}' that is set and is the variable of a loop", null);
        }

        if (_readInFunctions.FirstOrDefault(name => _assigned.Contains(name) || _loops.Contains(name)) is { } seen)
        {
            throw new UnsupportedTemplateException($"a name '{seen}' that a function reads and the page sets", null);
        }

        return new TemplateProgram(Block(steps), _slots);
    }

    private void Include(string name, Scope scope, List<Step> steps, ScriptNode? at)
    {
        var template = theme.Find(name);
        if (template?.Page?.Body is not { } body || scope.Depth > DeepestInclude)
        {
            throw Unsupported(at, template is null ? $"a template '{name}' that is not there" : "includes that are nested deeply");
        }

        _included += theme.Costs.Of(body);
        Statements(body, scope with { Depth = scope.Depth + 1 }, steps);
    }

    /// <summary>Begins to sum up what one run of a loop, a function or a fragment costs.</summary>
    private int BeginCost()
    {
        var outer = _included;
        _included = 0;
        return outer;
    }

    /// <returns>What it costs with the templates that it includes, which count as if they were written in it.</returns>
    private int EndCost(int outer, ScriptNode? body)
    {
        var cost = theme.Costs.Of(body) + _included;
        _included += outer;
        return cost;
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
        if (++_steps > MostSteps || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Unsupported(statement, "a layout of this length");
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
            case ScriptCaptureStatement { Target: ScriptVariable variable } capture:
                var captured = Body(capture.Body, scope);
                steps.Add(new CaptureStep(SlotOf(variable, scope), captured));
                break;
            case ScriptFunction { NameOrDoToken: ScriptVariableGlobal } function:
                Define(function, scope);
                break;
            default:
                throw Unsupported(statement);
        }
    }

    private void Expression(ScriptExpression expression, Scope scope, List<Step> steps)
    {
        switch (expression)
        {
            case ScriptAssignExpression { Target: ScriptVariable variable, Value: { } value, EqualToken.Value: "=" }:
                var made = Term(value, scope);
                steps.Add(new SetStep(SlotOf(variable, scope), made));
                break;
            case ScriptFunctionCall { Target: ScriptVariableGlobal { Name: "include" }, Arguments: [ScriptLiteral { Value: string name }] }
                when IsPlain("include", scope):
                Include(name, scope, steps, expression);
                break;
            case ScriptFunctionCall
            {
                Target: ScriptVariableGlobal { Name: "fragment" },
                Arguments: [ScriptLiteral { Value: string name }, { } subject]
            } when IsPlain("fragment", scope):
                Fragment(name, Term(subject, scope), expression, scope, steps);
                break;
            case TrustedExpression trusted:
                var shown = Term(trusted.Inner, scope);
                steps.Add(shown is DefinedCallTerm call ? call.AsStep() : new WriteTrustedStep(shown, expression));
                break;
            default:
                Write(Term(expression, scope), expression, steps);
                break;
        }
    }

    private void Write(Term value, ScriptNode at, List<Step> steps)
    {
        if (value is DefinedCallTerm call)
        {
            steps.Add(call.AsStep());
            return;
        }

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
                    _text.WriteNumber(AiDigest.Core.Rendering.Templates.Fast.Term.Whole(constant.Value, at));
                    break;
            }

            steps.Add(new TextStep(_text.Written.ToArray()));
            return;
        }

        steps.Add(new WriteStep(value, at));
    }

    private void Fragment(string name, Term subject, ScriptNode at, Scope scope, List<Step> steps)
    {
        if (scope.Fragment is not null || scope.IsFunction)
        {
            throw Unsupported(at, "a fragment within a fragment or a function");
        }

        var slot = _slots++;
        var inner = Scope.Outermost(slot, scope.Depth);
        var body = new List<Step>();
        var outer = BeginCost();
        Include(name, inner, body, at);
        var cost = EndCost(outer, null);
        if (inner.Set.Count > 0)
        {
            body.Insert(0, new ClearLocalsStep([.. inner.Set.Values]));
        }

        steps.Add(new FragmentStep(slot, subject, Block(body), cost, at));
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
