using System.Text;
using Markdig.Helpers;

namespace AiDigest.Core.Markdown;

internal sealed partial class BodyWriter
{
    private void Formula(FormulaInline formula) => Tex(formula.Tex.AsSpan().Trim("\n\r"), formula.Display, alone: false);

    private void Formula(FormulaBlock block)
    {
        _out.EnsureLine();
        var tex = block.Lines.Count == 1 ? block.Lines.Lines[0].Slice.ToString() : Join(block.Lines);
        Tex(tex.AsSpan().Trim(), display: true, alone: true);
        _out.Html("\n"u8);
    }

    /// <summary>A formula as its source, in the place where its MathML is to stand.</summary>
    /// <param name="tex">Byte for byte what stands between the signs; at its ends <paramref name="alone"/> is trimmed.</param>
    /// <param name="display">Whether it is set on a line of its own.</param>
    /// <param name="alone">Whether it is a block; else it stands inside a paragraph, which may hold no block.</param>
    private void Tex(ReadOnlySpan<char> tex, bool display, bool alone)
    {
        _out.Html(alone ? "<pre class=\"math\"><code>"u8 : display ? "<code class=\"math math-display\">"u8 : "<code class=\"math\">"u8);
        _out.Text(tex);
        _out.Html(alone ? "</code></pre>"u8 : "</code>"u8);
    }

    private static string Join(StringLineGroup lines)
    {
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            text.Append(lines.Lines[i].Slice.AsSpan()).Append('\n');
        }

        return text.ToString();
    }
}
