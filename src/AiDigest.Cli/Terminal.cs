using AiDigest.Core.Diagnostics;

namespace AiDigest.Cli;

/// <summary>Where a run reads and writes: standard input, standard output for results, standard error for diagnostics.</summary>
/// <param name="Colour">Diagnostics may be coloured.</param>
/// <param name="Lively">Somebody looks at standard error while the run goes on, so that something on it may move.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, Stream In, bool Colour = false, bool Lively = false)
{
    /// <summary>The folder that relative paths of the command line start from.</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>Reads an environment variable; null where it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Whether somebody can answer a question: standard input and standard error are a terminal.</summary>
    public bool CanAsk { get; init; }

    /// <summary>The language of messages, help and summaries; the command table sets it from the arguments and the site.</summary>
    public MessageLanguage Language { get; init; }

    /// <summary>A message in the language of the run.</summary>
    public string Say(Message message) => message.In(Language);

    /// <summary>One line to standard error that is no diagnostic.</summary>
    public void Tell(Message message) => Error.WriteLine("aidigest: " + Say(message));

    /// <summary>
    /// Whether the run is all that this process does. Only then may it listen for signals and tune the garbage collector: both belong to
    /// the whole process.
    /// </summary>
    public bool OwnsProcess { get; init; }

    /// <summary>
    /// The terminal of this process. Colour is for eyes alone: standard error is a terminal, and NO_COLOR does not forbid it
    /// (no-color.org).
    /// </summary>
    public static Terminal OfProcess()
    {
        var isScreen = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb";
        return new Terminal(new ToleratedWriter(Console.Out), new ToleratedWriter(Console.Error), Console.OpenStandardInput(), isScreen
            && !IsSet("NO_COLOR"), isScreen && !IsSet("CI"))
        {
            OwnsProcess = true,
            CanAsk = isScreen && !Console.IsInputRedirected && !IsSet("CI"),
        };
    }

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));

    /// <summary>All bytes of standard input.</summary>
    public byte[] ReadIn()
    {
        using var bytes = new MemoryStream();
        In.CopyTo(bytes);
        return bytes.ToArray();
    }
}
