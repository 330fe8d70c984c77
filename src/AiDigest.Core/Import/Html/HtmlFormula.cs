using AiDigest.Core.Import.Markup;
using AngleSharp.Dom;

namespace AiDigest.Core.Import.Html;

/// <summary>
/// Formulas in web pages by the TeX that they keep: annotations of MathML (also inside KaTeX and MathJax), scripts of MathJax 2, pictures
/// of WordPress.
/// </summary>
internal static class HtmlFormula
{
    /// <returns>Null where the element is no formula, or keeps no TeX.</returns>
    public static Inline.Formula? Of(IElement element)
    {
        var (tex, isDisplay) = element.LocalName switch
        {
            "math" => (Annotation(element), element.GetAttribute("display") == "block"),
            "script" when Type(element) is { } type && type.StartsWith("math/tex", StringComparison.Ordinal) =>
                (element.TextContent, type.Contains("mode=display", StringComparison.Ordinal)),
            "img" when element.ClassList.Contains("latex") || element.ClassList.Contains("tex") || element.ClassList.Contains("math") =>
                (element.GetAttribute("alt")?.Trim('$'), false),
            "mjx-container" => (Annotation(element), element.GetAttribute("display") == "true"),
            "span" or "div" or "eq" or "eqn" when IsKatex(element) =>
                (Annotation(element) ?? Plain(element), element.ClassList.Contains("katex-display")
                    || element.ParentElement?.ClassList.Contains("katex-display") == true),
            "span" or "div" when element.ClassList.Contains("math") => (Plain(element), element.ClassList.Contains("display")),
            _ => (null, false),
        };
        return tex is not null && TexFormulas.Clean(tex) is { } clean ? new Inline.Formula(clean, isDisplay) : null;
    }

    private static string? Type(IElement element) => element.GetAttribute("type")?.Replace(" ", "", StringComparison.Ordinal);

    private static bool IsKatex(IElement element) => element.ClassList.Contains("katex") || element.ClassList.Contains("katex-display");

    private static string? Annotation(IElement element) =>
        element.QuerySelectorAll("annotation")
            .FirstOrDefault(annotation => annotation.GetAttribute("encoding") is "application/x-tex" or "TeX" or "LaTeX")?.TextContent
        ?? (element.LocalName == "math"
            ? element.GetAttribute("alttext")
            : element.QuerySelector("math[alttext]")?.GetAttribute("alttext"));

    /// <summary>Pandoc and others leave the TeX between its delimiters for a script.</summary>
    private static string? Plain(IElement element)
    {
        var text = element.TextContent.Trim();
        foreach (var (open, close) in ((string, string)[])[(@"\(", @"\)"), (@"\[", @"\]"), ("$$", "$$"), ("$", "$")])
        {
            if (text.Length > open.Length + close.Length && text.StartsWith(open, StringComparison.Ordinal)
                && text.EndsWith(close, StringComparison.Ordinal))
            {
                return text[open.Length..^close.Length];
            }
        }

        return null;
    }
}
