using AngleSharp.Dom;

namespace AiDigest.Core.Import.Html;

/// <summary>Which elements are in a line of text and which part it.</summary>
internal static class HtmlNames
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "audio", "blockquote", "body", "canvas", "center", "dd", "details", "dir", "div", "dl", "dt",
            "embed", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hgroup", "hr", "iframe", "li", "main", "menu", "nav", "noscript", "object", "ol", "p", "pre", "script",
            "search", "section", "style", "summary", "table", "tbody", "td",
        "template", "tfoot", "th", "thead", "tr", "ul", "video",
    };

    /// <summary>A formula that a script shows within a line (<c>math/tex</c>) is part of it.</summary>
    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName)
        && !(element.LocalName == "script" && element.GetAttribute("type")?.Replace(" ", "", StringComparison.Ordinal) == "math/tex");
}
