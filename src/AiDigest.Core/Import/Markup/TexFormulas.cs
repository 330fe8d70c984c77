using System.Buffers;
using System.Text;

namespace AiDigest.Core.Import.Markup;

/// <summary>How much of a text is TeX.</summary>
internal enum TexDialect
{
    /// <summary>A field of BibTeX: everything is TeX.</summary>
    Strict,

    /// <summary>
    /// An abstract as arXiv shows it: plain text with formulas and some commands. A lone <c>~</c>, <c>{</c> or <c>%</c> is itself.
    /// </summary>
    Loose,

    /// <summary>The text of a web page: only formulas between delimiters.</summary>
    Formulas,
}

/// <summary>
/// Finds formulas in a text: <c>$…$</c>, <c>$$…$$</c>, <c>\(…\)</c>, <c>\[…\]</c> and the environments of display formulas. A dollar may be
/// a price: outside of BibTeX a pair counts only where both signs touch their content, and what looks like prose between prices is left
/// alone.
/// </summary>
internal sealed class TexFormulas(string text, TexDialect dialect)
{
    private static readonly string[] Environments =
        ["equation", "equation*", "displaymath", "math", "align", "align*", "gather", "gather*", "multline", "multline*"];
    private static readonly SearchValues<char> Signs = SearchValues.Create("^_{}=");

    // Where a delimiter was last sought without success, so that a text of a million openers is read once.
    private int _noParenthesis = int.MaxValue;
    private int _noBracket = int.MaxValue;
    private int _noDollars = int.MaxValue;
    private int _noEnvironment = int.MaxValue;

    /// <returns>The formula that begins here and the offset behind it; null where none does.</returns>
    public (Inline.Formula Formula, int End)? At(int from, int end)
    {
        var c = text[from];
        if (c == '$')
        {
            return from + 1 < end && text[from + 1] == '$' ? Between(from, end, "$$", "$$", ref _noDollars) : Dollar(from, end);
        }

        if (c != '\\' || from + 1 >= end)
        {
            return null;
        }

        return text[from + 1] switch
        {
            '(' => Between(from, end, @"\(", @"\)", ref _noParenthesis),
            '[' => Between(from, end, @"\[", @"\]", ref _noBracket),
            'b' when dialect != TexDialect.Formulas || text.AsSpan(from).StartsWith(@"\begin{") => Environment(from, end),
            _ => null,
        };
    }

    /// <summary>The TeX on one line. Null where it is blank, or holds what our Markdown cannot keep inside a formula.</summary>
    public static string? Clean(string tex)
    {
        tex = YamlScalars.Line(tex);
        if (tex.StartsWith(@"\ensuremath{", StringComparison.Ordinal) && tex.EndsWith('}')
            && tex.IndexOf('}', StringComparison.Ordinal) == tex.Length - 1)
        {
            tex = tex[@"\ensuremath{".Length..^1].Trim();
        }

        var plain = new StringBuilder(tex.Length);
        for (var i = 0; i < tex.Length; i++)
        {
            var isEscape = tex[i] == '\\' && i + 1 < tex.Length;
            if (isEscape)
            {
                plain.Append(tex[i++]);
            }

            // A dollar inside \text{$x$} only switches back to what it is already in.
            plain.Append(isEscape || tex[i] != '$' ? tex[i].ToString() : "");
        }

        var clean = plain.ToString().Trim();
        return clean.Length == 0 || clean.Contains('`', StringComparison.Ordinal)
            || clean == "\\" ? null : clean.EndsWith('\\') ? clean + " " : clean;
    }

    private (Inline.Formula, int)? Between(int from, int end, string open, string close, ref int none)
    {
        var start = from + open.Length;
        if (start >= none || start >= end)
        {
            return null;
        }

        var at = text.IndexOf(close, start, end - start, StringComparison.Ordinal);
        if (at < 0)
        {
            none = Math.Min(none, from);
            return null;
        }

        // A blank line ends a paragraph, and no inline formula spans two.
        var tex = text[start..at];
        var isBroken = open is "$$" or @"\(" && tex.Contains("\n\n", StringComparison.Ordinal);
        var isDisplay = open == @"\[" || (open == "$$" && IsAlone(from, at + close.Length, end));
        return !isBroken && Clean(tex) is { } clean ? (new Inline.Formula(clean, isDisplay), at + close.Length) : null;
    }

    /// <summary>Nothing else is in the paragraph.</summary>
    private bool IsAlone(int from, int after, int end)
    {
        var before = from - 1;
        while (before >= 0 && text[before] is ' ' or '\t')
        {
            before--;
        }

        while (after < end && text[after] is ' ' or '\t')
        {
            after++;
        }

        return (before < 0 || text[before] == '\n') && (after >= end || text[after] == '\n');
    }

    private (Inline.Formula, int)? Dollar(int from, int end)
    {
        var at = from + 1;
        while (at < end && text[at] != '$')
        {
            if (text[at] == '\n' && at + 1 < end && text[at + 1] == '\n')
            {
                return null;
            }

            at += text[at] == '\\' ? 2 : 1;
        }

        if (at >= end || at == from + 1)
        {
            return null;
        }

        var tex = text[(from + 1)..at];
        return IsFormula(tex, at + 1 < end ? text[at + 1] : ' ')
            && Clean(tex) is { } clean ? (new Inline.Formula(clean, false), at + 1) : null;
    }

    private bool IsFormula(string tex, char after)
    {
        var hasSigns = tex.AsSpan().ContainsAny(Signs) || HasCommand(tex);
        var touches = !char.IsWhiteSpace(tex[0]) && !char.IsWhiteSpace(tex[^1]);
        if (dialect != TexDialect.Strict && !touches)
        {
            return false;
        }

        // "$10 and $20", "$5/$6": a price before prose or before another price.
        return hasSigns || !(char.IsAsciiDigit(tex[0]) && (char.IsAsciiDigit(after) || HasWord(tex)));
    }

    private static bool HasCommand(string tex)
    {
        for (var at = tex.IndexOf('\\', StringComparison.Ordinal); at >= 0 && at + 1 < tex.Length; at = tex.IndexOf('\\', at + 1))
        {
            if (char.IsAsciiLetter(tex[at + 1]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWord(string tex)
    {
        var letters = 0;
        foreach (var c in tex)
        {
            letters = char.IsLetter(c) ? letters + 1 : 0;
            if (letters == 2)
            {
                return true;
            }
        }

        return false;
    }

    private (Inline.Formula, int)? Environment(int from, int end)
    {
        const string Begin = @"\begin{";
        if (from >= _noEnvironment || !text.AsSpan(from, end - from).StartsWith(Begin))
        {
            return null;
        }

        foreach (var name in Environments)
        {
            if (!text.AsSpan(from + Begin.Length).StartsWith(name + "}"))
            {
                continue;
            }

            var start = from + Begin.Length + name.Length + 1;
            var close = $@"\end{{{name}}}";
            var at = start <= end ? text.IndexOf(close, start, end - start, StringComparison.Ordinal) : -1;
            if (at < 0)
            {
                _noEnvironment = from;
                return null;
            }

            var inner = name.TrimEnd('*') switch { "align" or "multline" => "aligned", "gather" => "gathered", _ => null };
            var tex = inner is null ? text[start..at] : $@"\begin{{{inner}}}{text[start..at]}\end{{{inner}}}";
            return Clean(tex) is { } clean ? (new Inline.Formula(clean, true), at + close.Length) : null;
        }

        return null;
    }
}
