using System.Text;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Markdown.Formulas;
using AiDigest.Core.Model;
using Markdig.Helpers;

namespace AiDigest.Core.Markdown;

internal sealed partial class BodyHtmlWriter
{
    // From so many characters on a formula may be wider than a phone, which has room for some 25.
    private const int WideDisplay = 18;
    private const int WideInline = 24;

    private void Formula(FormulaInline formula)
    {
        var tex = formula.Tex.AsSpan();
        var (start, width) = (Place(formula), formula.Display ? 2 : 1);
        var skipped = tex.Length - tex.TrimStart("\n\r").Length;
        tex = tex.Trim("\n\r");
        Tex(tex, formula.Display, alone: false, new TexPlace(start, formula.Span.Length, at => skipped == 0 ? start + width + at : start),
            OneLine(tex));
    }

    private void Formula(FormulaBlock block)
    {
        _out.EnsureLine();
        var joined = block.Lines.Count == 1 ? block.Lines.Lines[0].Slice.ToString() : Join(block.Lines);
        var tex = joined.AsSpan().Trim();
        var skipped = joined.Length - joined.AsSpan().TrimStart().Length;
        Tex(tex, display: true, alone: true, new TexPlace(block.Span.Start, 2, at => Offset(block.Lines, at + skipped)), tex.Length);
        _out.Html("\n"u8);
    }

    /// <summary>A formula as MathML; where that cannot be had, a warning and its source.</summary>
    /// <param name="tex">Byte for byte what is between the signs, except for white space at its ends.</param>
    /// <param name="display">Whether it is set on its own line.</param>
    /// <param name="alone">Whether it is a block; else it is inside a paragraph, which may hold no block.</param>
    /// <param name="known">So many of its characters have their own place in the source.</param>
    private void Tex(ReadOnlySpan<char> tex, bool display, bool alone, TexPlace place, int known)
    {
        var source = FormulaBars.Restore(tex.ToString()).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var formula = Convert(source, display, place);
        if (formula is null)
        {
            _out.Text(source);
            return;
        }

        if (formula.MathMl is { } markup)
        {
            _math = (MathFont)Math.Max((int)_math, (int)FormulaFont.Of(markup));
            MathMl(markup, display, alone, formula.Glyphs);
            return;
        }

        var (at, length) = formula.Position > 0
            && formula.Position < known ? (place.Of(formula.Position), Token(source, formula.Position)) : (place.Start, place.Length);
        _source.Report(
            Catalogue.TexDoesNotParse, at, length,
            Messages.FormulaDoesNotParse(formula.Problem));
        _out.Html(alone ? "<pre class=\"math\"><code>"u8 : display ? "<code class=\"math math-display\">"u8 : "<code class=\"math\">"u8);
        _out.Text(source);
        _out.Html(alone ? "</code></pre>"u8 : "</code>"u8);
    }

    /// <summary>What a formula gives; null for one that is one too many, which ends the work with formulas of this body.</summary>
    private ConvertedFormula? Convert(string tex, bool display, TexPlace place)
    {
        if (tex.Length > limits.FormulaLength)
        {
            return new ConvertedFormula(null, Problem: Messages.FormulaTooLong(limits.FormulaLength).English);
        }

        if (_converting > limits.AllFormulas || !_converted.Add((tex, display)))
        {
            return _converting > limits.AllFormulas ? null : _formulas.Convert(tex, display);
        }

        _converting += tex.Length;
        if (_converted.Count <= limits.Formulas && _converting <= limits.AllFormulas)
        {
            return _formulas.Convert(tex, display);
        }

        _converting = int.MaxValue / 2;
        _source.Report(Catalogue.TooManyFormulas, place.Start, place.Length, Messages.TooManyFormulas(limits.Formulas, limits.AllFormulas));
        return null;
    }

    /// <summary>
    /// MathML with what it scrolls in, for browsers break no formula. Where it may have to, the keyboard reaches it; in a link,
    /// which is reached anyway, nothing else may be.
    /// </summary>
    private void MathMl(string markup, bool display, bool alone, int glyphs)
    {
        if (!display && glyphs < WideInline)
        {
            _out.Markup(markup);
            return;
        }

        _out.Html(alone ? "<div class=\""u8 : "<span class=\""u8);
        _out.Html(display ? "math-display\""u8 : "math-wide\""u8);
        _out.Html(glyphs >= WideDisplay && !_inLink ? " tabindex=\"0\">"u8 : ">"u8);
        _out.Markup(markup);
        _out.Html(alone ? "</div>"u8 : "</span>"u8);
    }

    private static int OneLine(ReadOnlySpan<char> tex) => tex.IndexOfAny('\n', '\r') is >= 0 and var end ? end : tex.Length;

    /// <summary>The length of the command or character at a place.</summary>
    private static int Token(string tex, int at)
    {
        var end = at + 1;
        while (tex[at] == '\\' && end < tex.Length && char.IsAsciiLetter(tex[end]))
        {
            end++;
        }

        return end - at;
    }

    /// <summary>Where in the source an offset in the joined lines is.</summary>
    private static int Offset(StringLineGroup lines, int at)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var slice = lines.Lines[i].Slice;
            if (at <= slice.Length || i == lines.Count - 1)
            {
                return slice.Start + Math.Clamp(at, 0, Math.Max(0, slice.Length - 1));
            }

            at -= slice.Length + 1;
        }

        return 0;
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

    /// <summary>Where a formula is in the source, as a whole and by its characters.</summary>
    private readonly record struct TexPlace(int Start, int Length, Func<int, int> Of);
}
