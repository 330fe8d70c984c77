using System.Text;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Markdown.Formulas;
using AiDigest.Core.Markdown.Typography;

namespace AiDigest.Core.Markdown;

/// <summary>A title that may hold formulas.</summary>
/// <param name="Text">For places without markup: <c>title</c>, feeds, search.</param>
/// <param name="Html">The same with MathML and unbroken ranges of numbers; null where there is neither.</param>
public readonly record struct RenderedTitle(string Text, string? Html);

/// <summary>
/// Finds formulas in titles by the rules of bodies (<see cref="FormulaRule"/>). A title has no other markup: <c>*</c> and <c>`</c> are what
/// they are. <c>\$</c> is a dollar.
/// </summary>
internal sealed class TitleRenderer(TexConverter formulas, Typographer? typographer, int longestFormula)
{
    /// <summary>A longer title is no title, and is not searched: the search may take the square of its length.</summary>
    private const int Longest = 1000;

    // As bodies have it: the width of a formula from which it may need to scroll.
    private const int Wide = 24;

    private readonly record struct Found(int Place, string Tex, ConvertedFormula Formula);

    /// <param name="at">Where the title begins in its source.</param>
    public RenderedTitle Render(string title, SourceRef at, List<Diagnostic> diagnostics)
    {
        if (!title.Contains('$', StringComparison.Ordinal) || title.Length > Longest)
        {
            var typeset = typographer?.Set(title) ?? title;
            return new RenderedTitle(typeset, HasRange(typeset) ? Html(typeset, []) : null);
        }

        var (text, found) = (new StringBuilder(title.Length), new List<Found>());
        for (var from = 0; from < title.Length;)
        {
            from = Next(title, from, text, found, at, diagnostics);
        }

        var set = typographer?.Set(text.ToString()) ?? text.ToString();
        return new RenderedTitle(Plain(set, found), found.Count == 0 && !HasRange(set) ? null : Html(set, found));
    }

    /// <summary>Reads a character or a formula; a formula leaves a placeholder that typography treats as a word.</summary>
    /// <returns>Where the next one begins.</returns>
    private int Next(string title, int from, StringBuilder text, List<Found> found, SourceRef at, List<Diagnostic> diagnostics)
    {
        if (title[from] == '\\' && from + 1 < title.Length && title[from + 1] == '$')
        {
            text.Append('$');
            return from + 2;
        }

        if (title[from] != '$')
        {
            text.Append(title[from]);
            return from + 1;
        }

        var width = FormulaRule.Run(title, from, title.Length - 1);
        var close = width > 2 ? -1 : FormulaRule.Close(title, from + width, title.Length - 1, width, out _);
        if (close < 0)
        {
            text.Append('$', width);
            return from + width;
        }

        var tex = title[(from + width)..close].Trim();
        var formula = tex.Length > longestFormula
            ? new ConvertedFormula(null, Problem: Messages.FormulaTooLong(longestFormula).English)
            : formulas.Convert(tex, display: false);
        if (formula.MathMl is null)
        {
            diagnostics.Add(Diagnostic.At(
                Catalogue.TexDoesNotParse, at,
                Messages.FormulaDoesNotParse(formula.Problem)));
            text.Append(title, from, close + width - from);
        }
        else
        {
            found.Add(new Found(text.Length, tex, formula));
            text.Append(TypographicCharacters.Inset);
        }

        return close + width;
    }

    private static string Plain(string set, List<Found> found)
    {
        var (plain, end) = (new StringBuilder(set.Length), 0);
        foreach (var (place, tex, formula) in found)
        {
            plain.Append(set, end, place - end).Append(FormulaText.Of(formula.MathMl!) ?? tex);
            end = place + 1;
        }

        return plain.Append(set, end, set.Length - end).ToString();
    }

    private bool HasRange(string typeset) => typographer is not null && NumberRange.Find(typeset, 0).End > 0;

    private string Html(string set, List<Found> found)
    {
        var (html, end) = (new StringBuilder(), 0);
        foreach (var (place, _, formula) in found)
        {
            Text(html, set.AsSpan(end, place - end));
            html.Append(formula.Glyphs < Wide ? formula.MathMl : $"<span class=\"math-wide\">{formula.MathMl}</span>");
            end = place + 1;
        }

        Text(html, set.AsSpan(end));
        return html.ToString();
    }

    private void Text(StringBuilder html, ReadOnlySpan<char> text)
    {
        var done = 0;
        while (typographer is not null && NumberRange.Find(text, done) is var (start, end) && end > 0)
        {
            Escape(html, text[done..start]);
            html.Append("<span class=\"nb\">").Append(text[start..end]).Append("</span>");
            done = end;
        }

        Escape(html, text[done..]);
    }

    private static void Escape(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                _ => html.Append(letter),
            };
        }
    }
}
