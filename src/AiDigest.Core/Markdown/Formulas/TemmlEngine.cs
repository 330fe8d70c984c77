using System.Text;
using Acornima.Ast;
using AiDigest.Core.Threading;
using Jint;
using Jint.Runtime;

namespace AiDigest.Core.Markdown.Formulas;

/// <summary>What the engine said: markup, or a problem with its place.</summary>
/// <param name="Reusable">False after a bound was hit: what the script was doing is left half done.</param>
internal readonly record struct EngineAnswer(string? Markup, string Problem, int Position, bool Reusable);

/// <summary>
/// Temml, a script that turns TeX into MathML, in Jint, an interpreter. One engine serves one thread at a time. The script is
/// parsed once for all engines. Steps and recursion are counted, so that no TeX runs forever and every machine gives up at the
/// same place; a large stack makes sure that the count is reached before the stack ends.
/// </summary>
#pragma warning disable CA1001 // The engine holds memory alone, and is kept until the converter goes.
internal sealed class TemmlEngine
#pragma warning restore CA1001
{
    private const int Steps = 3_000_000;
    private const int Recursion = 150;
    private const int Stack = 32 << 20;
    private const string ScriptName = "temml-0.13.5.min.js";

    // A color that no formula can ask for marks what Temml refuses and would show in red.
    private const string Glue = """
        function convert(tex, display) {
          try {
            return temml.renderToString(tex, { displayMode: display, annotate: true, throwOnError: true, errorColor: "refused", maxExpand: 500, maxSize: [25, 250],
              trust: function (what) { throw new temml.ParseError(what.command + " has no place here"); } });
          } catch (e) {
            return "!" + (e.position || 0) + "!" + (e instanceof temml.ParseError ? e.message : "");
          }
        }
        """;

    private static readonly Lazy<Prepared<Script>> Temml = new(() => Engine.PrepareScript(Read() + Glue, ScriptName, options: Preparation));

    private static readonly ScriptPreparationOptions Preparation = new()
    {
        ParsingOptions = ScriptParsingOptions.Default with { CompileRegex = false },

        // Of most functions no formula ever asks; what is asked of, an engine looks at then.
        StaticAnalysis = false,
    };

    private readonly Engine _engine;

    public TemmlEngine()
    {
        _engine = new Engine(options => options.LimitRecursion(Recursion).MaxStatements(Steps));
        _engine.Execute(Temml.Value);
    }

    public EngineAnswer Ask(string tex, bool display) => OwnStack.Run(Stack, () => Run(tex, display));

    private EngineAnswer Run(string tex, bool display)
    {
        try
        {
            var result = _engine.Invoke("convert", tex, display).AsString();
            return result.StartsWith('!') ? Problem(result) : new EngineAnswer(result, "", 0, Reusable: true);
        }
        catch (StatementsCountOverflowException)
        {
            return new EngineAnswer(null, "too much work", 0, Reusable: false);
        }
        catch (RecursionDepthOverflowException)
        {
            return new EngineAnswer(null, "nested too deeply", 0, Reusable: false);
        }
        catch (JintException)
        {
            return new EngineAnswer(null, "cannot be read", 0, Reusable: false);
        }
    }

    /// <summary>Takes <c>!POSITION!MESSAGE at position N: excerpt</c> apart.</summary>
    private static EngineAnswer Problem(string result)
    {
        var end = result.IndexOf('!', 1);
        var message = result.AsSpan(end + 1);
        foreach (var tail in (ReadOnlySpan<string>)[" at position ", " at end of input"])
        {
            message = message.IndexOf(tail, StringComparison.Ordinal) is >= 0 and var at ? message[..at] : message;
        }

        var text = message.Trim().TrimEnd(": .").ToString().ReplaceLineEndings(" ");
        text = text.Length > 120 ? text[..120] + "…" : text;
        return new EngineAnswer(null, text.Length > 0
            ? text
            : "cannot be read", int.Parse(result.AsSpan(1, end - 1), System.Globalization.CultureInfo.InvariantCulture), Reusable: true);
    }

    private static string Read()
    {
        using var stream = typeof(TemmlEngine).Assembly.GetManifestResourceStream("formulas/" + ScriptName)
            ?? throw new InvalidOperationException("the script of formulas is not in the assembly");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
