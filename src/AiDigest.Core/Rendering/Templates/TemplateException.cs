using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Rendering.Templates;

/// <summary>A template could not render a page; carries the diagnostic that says where and why.</summary>
/// <param name="tookLong">Whether it took so long to fail that other pages should not be tried.</param>
public sealed class TemplateException(Diagnostic diagnostic, Exception inner, bool tookLong = false) : Exception(diagnostic.Message, inner)
{
    public Diagnostic Diagnostic { get; } = diagnostic;

    public bool TookLong { get; } = tookLong;
}
