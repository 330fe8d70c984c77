using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace AiDigest.Core.Markdown.Formulas;

/// <summary>
/// A formula as plain text, for places that hold no markup: <c>x₁² + α</c>. Indices take the characters that Unicode has for them, else
/// <c>_</c> and <c>^</c>. The text is for reading; TeX cannot be had back from it.
/// </summary>
public static class FormulaText
{
    private const string Digits = "0123456789+−=()";
    private const string Upper = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾";
    private const string Lower = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";

    /// <param name="mathMl">An element <c>math</c>, as <see cref="TexConverter"/> gives it.</param>
    /// <returns>Null where it is not XML: it names a character as only HTML does.</returns>
    public static string? Of(string mathMl)
    {
        try
        {
            return Text(XElement.Parse(mathMl)).Trim();
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string Text(XElement element)
    {
        var parts = element.Elements().ToArray();
        string Part(int place) => place < parts.Length ? Text(parts[place]) : "";
        return element.Name.LocalName switch
        {
            "annotation" or "annotation-xml" or "mphantom" => "",
            "mi" or "mn" or "mo" or "mtext" or "ms" => Visible(element.Value),
            "mspace" => " ",
            "msub" or "munder" => Part(0) + Below(Part(1)),
            "msup" => Part(0) + Above(Part(1)),
            "mover" => Accented(Part(0), Part(1)),
            "msubsup" or "munderover" => Part(0) + Below(Part(1)) + Above(Part(2)),
            "mfrac" => $"{Grouped(Part(0))}/{Grouped(Part(1))}",
            "msqrt" => "√" + Grouped(string.Concat(parts.Select(Text))),
            "mroot" => $"{Above(Part(1))}√{Grouped(Part(0))}",
            _ => string.Concat(parts.Select(Text)),
        };
    }

    /// <summary>Without operators that are not seen, such as the one between a function and its argument.</summary>
    private static string Visible(string text) =>
        string.Concat(text.Where(letter => letter is not ((>= '\u2061' and <= '\u2064') or '\u200B') && !char.IsControl(letter)));

    private static string Above(string text) => text switch
    {
        "" or "′" or "″" or "‴" or "*" or "∗" or "†" => text,
        "T" or "⊤" => "ᵀ",
        "n" => "ⁿ",
        "i" => "ⁱ",
        "∘" => "°",
        _ => Script(text, Upper, '^'),
    };

    private static string Below(string text) => text switch
    {
        "" => "",
        [>= 'a' and <= 'z'] when "aeioruvxhklmnpst".IndexOf(text[0], StringComparison.Ordinal) is >= 0 and var at =>
            "ₐₑᵢₒᵣᵤᵥₓₕₖₗₘₙₚₛₜ"[at].ToString(),
        _ => Script(text, Lower, '_'),
    };

    private static string Script(string text, string signs, char mark)
    {
        var places = text.Select(letter => Digits.IndexOf(letter, StringComparison.Ordinal)).ToArray();
        return Array.TrueForAll(places, place => place >= 0) ? string.Concat(places.Select(place => signs[place])) : mark + Grouped(text);
    }

    /// <summary>In round brackets, unless it is one word or number.</summary>
    private static string Grouped(string text) => text.All(char.IsLetterOrDigit) || text.EnumerateRunes().Count() == 1 ? text : $"({text})";

    private static string Accented(string text, string accent)
    {
        var mark = accent switch
        {
            "^" or "\u02C6" => '\u0302',
            "~" or "\u02DC" or "∼" => '\u0303',
            "¯" or "‾" or "_" or "―" => '\u0304',
            "→" or "⃗" => '\u20D7',
            "˙" or "." => '\u0307',
            "¨" => '\u0308',
            _ => '\0',
        };
        return mark != '\0' && new StringInfo(text).LengthInTextElements == 1
            ? (text + mark).Normalize(NormalizationForm.FormC)
            : mark != '\0' ? text : text + Above(accent);
    }
}
