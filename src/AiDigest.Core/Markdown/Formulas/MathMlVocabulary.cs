using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AiDigest.Core.Markdown.Formulas;

/// <summary>
/// The MathML that may reach a page: MathML Core, and of MathML 3 what browsers show by style (<c>menclose</c>). Everything that
/// the engine can emit was listed by feeding it each of its commands; what is here is what matters for the look or the
/// structure, the rest goes.
/// </summary>
internal static partial class MathMlVocabulary
{
    public static readonly FrozenSet<string> Elements = FrozenSet.ToFrozenSet(
    [
        "math", "semantics", "annotation", "mrow", "mi", "mn", "mo", "mtext", "mspace", "msub", "msup", "msubsup", "munder", "mover",
        "munderover", "mmultiscripts", "mprescripts", "mfrac", "msqrt", "mroot", "mstyle", "mpadded", "mphantom", "mtable", "mtr", "mtd",
            "menclose",
    ]);

    /// <summary>Classes of the engine that the theme's <c>math.css</c> has rules for.</summary>
    public static readonly FrozenSet<string> Classes = FrozenSet.ToFrozenSet(
    [
        "tml-left", "tml-right", "tml-tag", "tml-hat-1", "tml-hat-2", "tml-hat-3", "tml-hat-4", "tml-tilde-2", "tml-tilde-3", "tml-tilde-4",
            "tml-jot", "tml-small", "tml-overline", "tml-underline", "tml-cancel", "upstrike", "downstrike",
        "sout", "tml-xcancel", "tml-fbox", "circle-pad", "textcircle", "tml-sml-pad", "tml-med-pad", "tml-lrg-pad",
    ]);

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    private static readonly FrozenDictionary<string, string> Attributes = new Dictionary<string, string>
    {
        ["display"] = "math",
        ["encoding"] = "annotation",
        ["stretchy"] = "mo",
        ["fence"] = "mo",
        ["form"] = "mo",
        ["separator"] = "mo",
        ["movablelimits"] = "mo",
        ["largeop"] = "mo",
        ["symmetric"] = "mo",
        ["minsize"] = "mo",
        ["maxsize"] = "mo",
        ["rspace"] = "mo",
        ["lspace"] = "mo mpadded",
        ["mathvariant"] = "mi",
        ["width"] = "mspace mpadded",
        ["height"] = "mspace mpadded",
        ["depth"] = "mspace mpadded",
        ["voffset"] = "mpadded",
        ["accent"] = "mover munderover",
        ["accentunder"] = "munder munderover",
        ["notation"] = "menclose",
        ["scriptlevel"] = "mstyle",
        ["displaystyle"] = "mstyle mtable",
        ["linethickness"] = "mfrac",
        ["mathsize"] = "mo mtext mstyle",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Styles = new Dictionary<string, string>
    {
        ["math-depth:0"] = "tml-accent",
        ["font-weight:bold"] = "tml-bold",
        ["font-style:italic"] = "tml-italic",
        ["transform:scaleX(-1)"] = "tml-mirror",
        ["border:1px solid"] = "tml-box",
        ["border-top:0.06em solid"] = "tml-top",
        ["border-top:0.06em dashed"] = "tml-top-dashed",
        ["border-top:0.15em double"] = "tml-top-double",
        ["border-bottom:0.06em solid"] = "tml-bottom",
        ["border-bottom:0.06em dashed"] = "tml-bottom-dashed",
        ["border-bottom:0.15em double"] = "tml-bottom-double",
        ["border-left:0.06em solid"] = "tml-line-left",
        ["border-left:0.06em dashed"] = "tml-line-left-dashed",
        ["border-left:0.15em double"] = "tml-line-left-double",
        ["border-right:0.06em solid"] = "tml-line-right",
        ["border-right:0.06em dashed"] = "tml-line-right-dashed",
        ["border-right:0.15em double"] = "tml-line-right-double",
        ["padding:0"] = "tml-bare",
        ["position:relative"] = "tml-lap",
        ["position:absolute"] = "tml-lapped",
        ["display:flex"] = "tml-centred",
        ["text-align:left"] = "tml-left",
    }.ToFrozenDictionary();

    /// <summary>The class that stands for a declaration of an inline style, or null.</summary>
    public static string? ClassOf(string element, string declaration)
    {
        if (declaration.StartsWith("border:", StringComparison.Ordinal))
        {
            return "tml-box";
        }

        if (declaration.StartsWith("margin-left:-", StringComparison.Ordinal)
            && Ems(declaration.AsSpan("margin-left:-".Length)) is { } back)
        {
            return $"tml-back-{Math.Clamp((int)Math.Round(back * 18), 1, 18)}";
        }

        var side = declaration.StartsWith("padding-left:", StringComparison.Ordinal)
            ? "left"
            : declaration.StartsWith("padding-right:", StringComparison.Ordinal)
            ? "right"
            : null;
        if (side is not null && element == "mtd"
            && Ems(declaration.AsSpan(declaration.IndexOf(':', StringComparison.Ordinal) + 1)) is { } room)
        {
            // The browser's own is 0.4 em; in between, only what can be told from it.
            return room < 0.07 ? $"tml-{side}-0" : room < 0.3 ? $"tml-{side}-2" : room > 0.8 ? $"tml-{side}-10" : null;
        }

        return Styles.GetValueOrDefault(declaration);
    }

    /// <summary>Whether an attribute with this value is allowed; lengths up to 25 em may.</summary>
    public static bool Allows(string element, string name, string value)
    {
        if (!Attributes.TryGetValue(name, out var elements) || !elements.Split(' ').Contains(element))
        {
            return false;
        }

        var length = Length().Match(value);
        return name == "mathvariant" ? value == "normal"
            : name == "encoding" ? value == "application/x-tex"
            : length.Success ? length.Groups[2].Value == "" || Ems(value.TrimStart('+', '-')) <= 25
            : Word().IsMatch(value);
    }

    private static double? Ems(ReadOnlySpan<char> length)
    {
        var digits = length.IndexOfAnyExcept(Digits);
        var unit = digits < 0 ? "" : length[digits..];
        return double.TryParse(
            digits < 0 ? length : length[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? unit switch
            {
                "em" or "" => number,
                "pt" => number / 12,
                "px" => number / 16,
                "ex" => number / 2,
                "%" => number / 100,
                _ =>
                null
            }
            : null;
    }

    [GeneratedRegex(@"^[+-]?(\d+|\d*\.\d+)([a-z%]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Length();

    [GeneratedRegex("^[a-z ]{1,60}$", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
