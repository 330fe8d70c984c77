namespace AiDigest.Core.Diagnostics;

/// <summary>How much a diagnostic weighs: an error stops the build before anything is written, a warning never does.</summary>
public enum Severity
{
    Error,
    Warning,
}
