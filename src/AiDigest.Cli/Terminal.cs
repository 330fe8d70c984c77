namespace AiDigest.Cli;

/// <summary>Where results and diagnostics go: standard output and standard error.</summary>
internal sealed record Terminal(TextWriter Out, TextWriter Error);
