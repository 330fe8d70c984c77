using System.Text;
using AiDigest.Core.Model;

namespace AiDigest.Core.Import;

/// <summary>Text with the accents and braces of LaTeX as plain text; formulas between dollars stay.</summary>
internal static class LatexText
{
    private static readonly Dictionary<char, char> Accents = new()
    {
        ['\''] = '\u0301',
        ['`'] = '\u0300',
        ['^'] = '\u0302',
        ['"'] = '\u0308',
        ['~'] = '\u0303',
        ['='] = '\u0304',
        ['.'] = '\u0307',
        ['u'] = '\u0306',
        ['v'] = '\u030C',
        ['H'] = '\u030B',
        ['c'] = '\u0327',
        ['k'] = '\u0328',
        ['r'] = '\u030A',
    };

    private static readonly Dictionary<string, string> Letters = new(StringComparer.Ordinal)
    {
        ["ss"] = "ß",
        ["ae"] = "æ",
        ["AE"] = "Æ",
        ["oe"] = "œ",
        ["OE"] = "Œ",
        ["o"] = "ø",
        ["O"] = "Ø",
        ["l"] = "ł",
        ["L"] = "Ł",
        ["aa"] = "å",
        ["AA"] = "Å",
        ["i"] = "i",
        ["j"] = "j",
        ["textendash"] = "–",
        ["textemdash"] = "—",
        ["textquoteright"] = "’",
        ["LaTeX"] = "LaTeX",
        ["TeX"] = "TeX",
    };

    public static string Plain(string latex)
    {
        var text = new StringBuilder(latex.Length);
        var formula = false;
        for (var i = 0; i < latex.Length; i++)
        {
            var c = latex[i];
            if (c == '$')
            {
                formula = !formula;
                text.Append(c);
            }
            else if (formula)
            {
                text.Append(c);
            }
            else if (c == '\\' && i + 1 < latex.Length)
            {
                i = Command(latex, i + 1, text);
            }
            else if (c is not ('{' or '}'))
            {
                text.Append(c == '~' ? ' ' : c);
            }
        }

        return UnicodeForm.Composed(YamlScalars.Line(text.ToString()).Replace("---", "—", StringComparison.Ordinal).Replace("--", "–", StringComparison.Ordinal));
    }

    /// <returns>The offset of the last character of the command.</returns>
    private static int Command(string latex, int at, StringBuilder text)
    {
        var end = at;
        while (end < latex.Length && char.IsAsciiLetter(latex[end]))
        {
            end++;
        }

        var name = latex[at..Math.Max(end, at + 1)];
        var after = at + name.Length;
        if (name.Length == 1 && Accents.TryGetValue(name[0], out var mark) && Accented(latex, after) is >= 0 and var letter)
        {
            text.Append(latex[letter]).Append(mark);
            return letter;
        }

        if (!char.IsAsciiLetter(name[0]))
        {
            text.Append(name[0] == '\\' ? " " : name);
            return at;
        }

        text.Append(Letters.GetValueOrDefault(name, ""));
        return after < latex.Length && latex[after] == ' ' ? after : after - 1;
    }

    /// <summary>The letter that an accent stands over; -1 where there is none.</summary>
    private static int Accented(string latex, int at)
    {
        while (at < latex.Length && latex[at] is '{' or ' ' or '\\')
        {
            at++;
        }

        return at < latex.Length && char.IsLetter(latex[at]) ? at : -1;
    }
}
