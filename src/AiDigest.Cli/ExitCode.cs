namespace AiDigest.Cli;

/// <summary>The exit codes that scripts rely on.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>Mistakes in content, templates or settings.</summary>
    public const int Mistakes = 1;

    /// <summary>Wrong usage, no site found, refused output folder.</summary>
    public const int Usage = 2;

    /// <summary>Input/output or internal failure.</summary>
    public const int Failure = 3;

    public const int Interrupted = 130;
}
