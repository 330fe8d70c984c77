using System.Buffers;
using AiDigest.Core.Model;

namespace AiDigest.Core.Markdown;

/// <summary>
/// Says which font a formula needs. Most are letters, signs and indices in a row; their font has no variants of tall and wide signs and is
/// a third smaller. A list of what is plain is safe: an element that it does not know asks for the full font.
/// </summary>
internal static class FormulaFont
{
    private const string Capitals = "\u0393\u0394\u0398\u039B\u03A0\u03A3\u03A6\u03A9";

    // A browser draws them with the italic letters of U+1D6FC-1D714.
    private const string Small = "αβγδεζηθκλμνξπρστφχψω";

    // What docs/fonts/subset-math-font.py puts into math-plain.woff2, apart from ASCII and the letters beyond the basic plane.
    private static readonly SearchValues<char> Signs = SearchValues.Create(
        "\u00A0\u00B1\u00B7\u00D7\u2026\u2032\u2061\u2062\u2063\u2064\u210E\u2113\u2190\u2192\u2202\u2207\u2208"
        + "\u2212\u2217\u221E\u2223\u2225\u223C\u2248\u2260\u2264\u2265\u22A4\u22C5\u22EF" + Capitals + Small);

    private static readonly SearchValues<string> Tall = SearchValues.Create(
        [
            "size=", "stretchy=\"true\"", "accent", "<mfrac", "<msqrt", "<mroot", "<munder", "<mover", "<mtable", "<mpadded", "<menclose",
            "<mphantom", "<mmultiscripts", "<merror",
        ],
        StringComparison.Ordinal);

    /// <param name="mathMl">An element <c>math</c> as HTML holds it.</param>
    public static MathFont Of(string mathMl)
    {
        // What follows is the TeX, which is not shown.
        var shown = mathMl.AsSpan();
        if (shown.IndexOf("<annotation", StringComparison.Ordinal) is var end and >= 0)
        {
            shown = shown[..end];
        }

        return shown.ContainsAny(Tall) || !HasPlainSigns(shown) ? MathFont.Full : MathFont.Plain;
    }

    private static bool HasPlainSigns(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var one = text[i];
            if (char.IsHighSurrogate(one) && i + 1 < text.Length)
            {
                var code = char.ConvertToUtf32(one, text[++i]);
                if (code is not (>= 0x1D434 and <= 0x1D467 or >= 0x1D6FC and <= 0x1D714))
                {
                    return false;
                }
            }
            else if (one > 0x7F && !Signs.Contains(one))
            {
                return false;
            }
        }

        return true;
    }
}
