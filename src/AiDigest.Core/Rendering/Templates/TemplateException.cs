using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Rendering.Templates;

/// <summary>A template could not render a page; carries the diagnostic that says where and why.</summary>
public sealed class TemplateException(Diagnostic diagnostic, Exception inner) : Exception(diagnostic.Message, inner)
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
