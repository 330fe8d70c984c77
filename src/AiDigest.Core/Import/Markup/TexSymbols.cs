using System.Collections.Frozen;

namespace AiDigest.Core.Import.Markup;

/// <summary>What commands of TeX without arguments stand for in running text.</summary>
internal static class TexSymbols
{
    /// <summary>Combining marks of the accents.</summary>
    public static FrozenDictionary<string, char> Accents { get; } = new Dictionary<string, char>(StringComparer.Ordinal)
    {
        ["'"] = '\u0301',
        ["`"] = '\u0300',
        ["^"] = '\u0302',
        ["\""] = '\u0308',
        ["~"] = '\u0303',
        ["="] = '\u0304',
        ["."] = '\u0307',
        ["u"] = '\u0306',
        ["v"] = '\u030C',
        ["H"] = '\u030B',
        ["c"] = '\u0327',
        ["k"] = '\u0328',
        ["r"] = '\u030A',
        ["d"] = '\u0323',
        ["b"] = '\u0331',
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FrozenDictionary<string, string> Letters { get; } = Pairs(
        "ss ß ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł aa å AA Å i i j j dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ "
        + "textendash – textemdash — textquoteright ’ textquoteleft ‘ textquotedblleft “ textquotedblright ” textquotedbl \" "
            + "textquotesingle ' "
        + "guillemotleft « guillemotright » guillemetleft « guillemetright » quotedblbase „ ldots … dots … textellipsis … "
        + "textdegree ° degree ° textmu µ textohm Ω textonehalf ½ texttimes × textdiv ÷ textpm ± textbullet • textperiodcentered · "
        + "textregistered ® texttrademark ™ textcopyright © copyright © S § P ¶ dag † ddag ‡ pounds £ textsterling £ euro € texteuro "
            + "€ textyen ¥ textcent ¢ "
        + "textbackslash \\ textasciitilde ~ textasciicircum ^ textasciigrave ` textunderscore _ textbraceleft { textbraceright } "
            + "textdollar $ textpercent % "
        + "textless < textgreater > textbar | slash / textrightarrow → textleftarrow ← textminus − nobreakdash - "
        + "LaTeX LaTeX TeX TeX LaTeXe LaTeX BibTeX BibTeX");

    /// <summary>Abbreviations that authors define for themselves, always with this meaning. They keep the space behind them.</summary>
    public static FrozenDictionary<string, string> Abbreviations { get; } =
        Pairs("ie i.e. eg e.g. etal et␣al. etc etc. wrt w.r.t. vs vs. cf cf. aka a.k.a.");

    /// <summary>Commands for the look of a page; nothing is lost without them.</summary>
    public static FrozenSet<string> Silent { get; } = (
        "xspace relax noindent indent centering newline par protect null sloppy allowbreak nolinebreak linebreak smallskip medskip "
        + "bigskip newpage "
        + "tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge em it bf sc tt sl rm sf bfseries itshape scshape "
            + "ttfamily slshape rmfamily "
        + "sffamily upshape mdseries normalfont displaystyle textstyle limits nolimits quad qquad enspace thinspace").Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Commands of formulas that authors of abstracts write without dollars.</summary>
    public static FrozenSet<string> Mathematical { get; } = (
        "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi "
        + "varphi chi psi omega "
        + "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega times sim simeq approx pm mp leq geq le ge ll gg neq ne equiv "
            + "propto to rightarrow "
        + "leftarrow Rightarrow leftrightarrow infty cdot div star ast circ ell nabla partial sum prod int forall exists in notin "
            + "subset cup cap")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Pairs(string pairs)
    {
        var words = pairs.Split(' ');
        return Enumerable.Range(0, words.Length / 2)
            .ToFrozenDictionary(i => words[2 * i], i => words[(2 * i) + 1].Replace('␣', ' '), StringComparer.Ordinal);
    }
}
