using AiDigest.Core.Diagnostics;
using AiDigest.Core.Markdown.Highlighting;
using Markdig.Helpers;
using Markdig.Syntax;

namespace AiDigest.Core.Markdown;

internal sealed partial class BodyHtmlWriter
{
    private readonly ColouredCode _colours = new();

    private void Code(CodeBlock block)
    {
        var language = block is FencedCodeBlock fence ? Language(fence) : "";
        Open("<pre tabindex=\"0\"><code"u8);
        if (language.Length > 0)
        {
            _out.Html(" class=\"language-"u8);
            _out.Text(language);
            _out.Html("\""u8);
        }

        _out.Html(">"u8);
        if (highlight && Highlighter.For(language) is { } lexer)
        {
            _colours.Write(lexer, block.Lines, _out);
        }
        else
        {
            CodeText(block.Lines);
        }

        _out.Html("</code></pre>\n"u8);
    }

    /// <summary>The text of a code block, with a line end behind each line.</summary>
    private void CodeText(StringLineGroup lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            _out.Text(lines.Lines[i].Slice.AsSpan());
            _out.Html("\n"u8);
        }
    }

    /// <summary>The name behind the fence in lower case; empty where there is none, or none that could be part of a class.</summary>
    private string Language(FencedCodeBlock fence)
    {
        var name = FormulaBars.Restore(fence.Info ?? "");
        if (name.Length == 0)
        {
            return "";
        }

        if (!FenceLanguages.Knows(name))
        {
            var (at, length) = InfoSpan(fence);
            _source.Report(
                Catalogue.UnknownLanguage, at, length,
                Messages.UnknownLanguage(name, NearestName.Of(name.Length <= 60 ? name : "", FenceLanguages.All)));
        }

        return name.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '-' or '.' or '_') ? name.ToLowerInvariant() : "";
    }

    private (int At, int Length) InfoSpan(FencedCodeBlock fence)
    {
        var text = _source.Text;
        var at = Math.Clamp(fence.Span.Start, 0, text.Length);
        while (at < text.Length && text[at] == fence.FencedChar)
        {
            at++;
        }

        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        var length = text.AsSpan(at).IndexOfAny(" \t\r\n");
        return (at, length < 0 ? text.Length - at : length);
    }
}
