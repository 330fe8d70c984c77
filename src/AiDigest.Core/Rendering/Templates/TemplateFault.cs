using AiDigest.Core.Diagnostics;
using Scriban.Parsing;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates;

/// <summary>A mistake of a template that the tool itself finds and explains in both languages; other ones are Scriban's.</summary>
internal sealed class TemplateFault(SourceSpan at, Message text, Exception? inner = null)
    : ScriptRuntimeException(at, text.English, inner!)
{
    public Message Text { get; } = text;
}
