using System.Collections.Concurrent;

namespace AiDigest.Core.Markdown.Formulas;

/// <summary>
/// Turns TeX into MathML. The result depends on the TeX and its mode alone: formulas share no macros, and every bound counts
/// steps or characters and not time. Equal formulas are converted once. No engine starts before the first formula that is not known, and
/// any number of threads may use one converter.
/// </summary>
/// <param name="known">What is known of a formula from earlier, by its TeX and whether it is displayed, or null.</param>
public sealed class TexConverter(Func<string, bool, ConvertedFormula?>? known = null)
{
    /// <summary>Characters of a formula; the longest of real abstracts have some hundreds.</summary>
    public const int MaxLength = 5_000;

    /// <summary>Groups, environments and fences that may be inside each other.</summary>
    public const int MaxDepth = 40;

    private readonly ConcurrentDictionary<(string Tex, bool Display), Lazy<ConvertedFormula>> _formulas = new();

    // Not results, only engines to use again: as many as threads have ever converted at once.
    private readonly ConcurrentBag<TemmlEngine> _engines = [];
    private readonly ConcurrentDictionary<(string Tex, bool Display), ConvertedFormula> _made = new();
    private Task<TemmlEngine>? _ahead;
    private int _started;

    /// <summary>Engines that were started; 0 for a site without formulas.</summary>
    public int EnginesStarted => _started;

    /// <summary>What engines gave, and what was known of none of it.</summary>
    public IReadOnlyCollection<KeyValuePair<(string Tex, bool Display), ConvertedFormula>> Made => _made;

    /// <summary>
    /// Starts an engine while other work goes on, for one who has a text with formulas before him and knows none of them: it takes
    /// longer than all that a check of one text does otherwise.
    /// </summary>
    public void StartAhead() => _ahead = Task.Run(Start);

    /// <param name="tex">What is between the signs, byte for byte.</param>
    /// <param name="display">Whether it is set on its own line.</param>
    public ConvertedFormula Convert(string tex, bool display)
    {
        if (tex.Length > MaxLength)
        {
            return new ConvertedFormula(null, Problem: $"longer than {MaxLength} characters");
        }

        return _formulas.GetOrAdd((tex, display), static (key, all) =>
            new Lazy<ConvertedFormula>(() => all.Make(key.Tex, key.Display)), this).Value;
    }

    private ConvertedFormula Make(string tex, bool display)
    {
        if (Comment(tex) is { } percent)
        {
            return new ConvertedFormula(null, Problem: "'%' begins a comment; write '\\%'", Position: percent);
        }

        if (TooDeep(tex) is { } at)
        {
            return new ConvertedFormula(null, Problem: $"nested more than {MaxDepth} levels deep", Position: at);
        }

        return known?.Invoke(tex, display) ?? _made.GetOrAdd((tex, display), Ask(tex, display));
    }

    private ConvertedFormula Ask(string tex, bool display)
    {
        if (!_engines.TryTake(out var engine))
        {
            engine = Interlocked.Exchange(ref _ahead, null)?.GetAwaiter().GetResult() ?? Start();
        }

        var answer = engine.Ask(tex, display);
        if (answer.Reusable)
        {
            _engines.Add(engine);
        }

        return answer.Markup is { } markup
            ? MathMlRewriter.Rewrite(markup)
            : new ConvertedFormula(null, Problem: answer.Problem, Position: Math.Clamp(answer.Position, 0, tex.Length));
    }

    private TemmlEngine Start()
    {
        Interlocked.Increment(ref _started);
        return new TemmlEngine();
    }

    /// <summary>
    /// The place of a percent sign without its backslash, or null. TeX would drop what follows it, but in a digest it is a
    /// percentage that lost its sign.
    /// </summary>
    private static int? Comment(string tex)
    {
        for (var i = tex.IndexOf('%', StringComparison.Ordinal); i >= 0; i = tex.IndexOf('%', i + 1))
        {
            if ((i - 1 - tex.AsSpan(0, i).LastIndexOfAnyExcept('\\')) % 2 == 0)
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>The place where groups are nested too deeply, or null. What macros make is bounded by the engine.</summary>
    private static int? TooDeep(string tex)
    {
        var depth = 0;
        for (var i = 0; i < tex.Length; i++)
        {
            var rest = tex.AsSpan(i);
            if (rest[0] == '{' || rest.StartsWith("\\left") || rest.StartsWith("\\begin"))
            {
                if (++depth > 2 * MaxDepth)
                {
                    return i;
                }
            }
            else if (rest[0] == '}' || rest.StartsWith("\\right") || rest.StartsWith("\\end"))
            {
                depth--;
            }
        }

        return null;
    }
}
