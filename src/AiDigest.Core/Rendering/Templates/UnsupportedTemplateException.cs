using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates;

/// <summary>
/// The fast engine cannot render a layout: it says something that this engine does not know, or something on a page may be a mistake, which
/// only Scriban can word. It is the only exception after which Scriban renders the page; any other one is a bug of ours and must show.
/// </summary>
/// <param name="construct">What it is, such as <c>a 'while' loop</c>.</param>
/// <param name="at">Where it is; null: not in one place.</param>
internal sealed class UnsupportedTemplateException(string construct, ScriptNode? at, Exception? inner = null) : Exception(construct, inner)
{
    /// <summary>The line of the template that cannot be rendered fast.</summary>
    public TemplateFallback For(string layout) => at is null || string.IsNullOrEmpty(at.Span.FileName)
        ? new TemplateFallback(layout, layout, 1, 1, Message)
        : new TemplateFallback(layout, at.Span.FileName, at.Span.Start.Line + 1, at.Span.Start.Column + 1, Message);
}
