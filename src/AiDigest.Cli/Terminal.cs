namespace AiDigest.Cli;

/// <summary>Where a run reads and writes: standard input, standard output for results, standard error for diagnostics.</summary>
/// <param name="Colour">Diagnostics may be coloured.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, Stream In, bool Colour = false)
{
    /// <summary>The terminal of this process. Colour is for eyes alone: standard error is a terminal, and nobody has asked for none (no-color.org).</summary>
    public static Terminal OfProcess()
    {
        var colour = !Console.IsErrorRedirected
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") is not "dumb";
        return new Terminal(Console.Out, Console.Error, Console.OpenStandardInput(), colour);
    }

    /// <summary>All bytes of standard input.</summary>
    public byte[] ReadIn()
    {
        using var bytes = new MemoryStream();
        In.CopyTo(bytes);
        return bytes.ToArray();
    }
}
