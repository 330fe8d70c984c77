namespace AiDigest.Core.Diagnostics;

/// <summary>
/// How much a diagnostic weighs: an error stops the build before anything is written, a warning never does, and a hint is worth
/// knowing only to those who run <c>check</c>.
/// </summary>
public enum Severity
{
    Error,
    Warning,
    Hint,
}
