using System.Text;

namespace AiDigest.Core.Markdown.Formulas;

/// <summary>
/// Turns the engine's markup into markup that may be on a page: elements, attributes and classes are those of
/// <see cref="MathMlVocabulary"/>, inline styles become classes, lengths are bounded, colors go (it is not known how they look on
/// the page's own, light or dark). What it cannot read to the end, or finds open, refuses the formula: nothing half understood
/// reaches a page.
/// </summary>
internal sealed class MathMlRewriter
{
    private const int MaxOutput = 200_000;
    private const int MaxOpen = 120;

    private static readonly ConvertedFormula Unreadable = new(null, Problem: "uses a command that has no place here");

    private readonly StringBuilder _out = new();
    private readonly List<string> _open = [];
    private readonly List<string> _classes = [];
    private int _glyphs;

    public static ConvertedFormula Rewrite(string markup)
    {
        var rewriter = new MathMlRewriter();
        if (!rewriter.All(markup))
        {
            return Unreadable;
        }

        return rewriter._out.Length > MaxOutput
            ? new ConvertedFormula(null, Problem: "too large")
            : new ConvertedFormula(rewriter._out.ToString(), rewriter._glyphs);
    }

    private bool All(string markup)
    {
        for (var at = 0; at < markup.Length;)
        {
            if (markup[at] != '<')
            {
                var end = markup.IndexOf('<', at);
                end = end < 0 ? markup.Length : end;
                Text(markup.AsSpan(at, end - at));
                at = end;
                continue;
            }

            var close = markup.IndexOf('>', at);
            if (close < 0 || !Tag(markup.AsSpan(at + 1, close - at - 1), markup, ref close))
            {
                return false;
            }

            at = close + 1;
        }

        return _open.Count == 0 && _out.Length > 0;
    }

    private bool Tag(ReadOnlySpan<char> tag, string markup, ref int close)
    {
        if (tag.Length > 0 && tag[0] == '/')
        {
            var name = tag[1..];
            if (_open.Count == 0 || !name.SequenceEqual(_open[^1]))
            {
                return false;
            }

            _open.RemoveAt(_open.Count - 1);
            _out.Append("</").Append(name).Append('>');
            return true;
        }

        var space = tag.IndexOf(' ');
        var element = (space < 0 ? tag : tag[..space]).ToString();
        if (element == "span" && tag[space..].SequenceEqual(" class=\"tml-eqn\""))
        {
            // The number of an equation that nothing refers to.
            close += "</span>".Length;
            return markup.AsSpan(0, close + 1).EndsWith("</span>");
        }

        if (!MathMlVocabulary.Elements.Contains(element) || _open.Count >= MaxOpen || (element == "math") != (_open.Count == 0))
        {
            return false;
        }

        _open.Add(element);
        _out.Append('<').Append(element);
        var known = Attributes(element, space < 0 ? [] : tag[space..]);
        _out.Append('>');
        return known;
    }

    private bool Attributes(string element, ReadOnlySpan<char> rest)
    {
        _classes.Clear();
        while (!(rest = rest.TrimStart(' ')).IsEmpty)
        {
            var equals = rest.IndexOf("=\"");
            var length = equals < 0 ? -1 : rest[(equals + 2)..].IndexOf('"');
            if (length < 0)
            {
                return false;
            }

            if (!Attribute(element, rest[..equals].ToString(), rest.Slice(equals + 2, length).ToString()))
            {
                return false;
            }

            rest = rest[(equals + length + 3)..];
        }

        if (_classes.Count > 0)
        {
            _out.Append(" class=\"").AppendJoin(' ', _classes).Append('"');
        }

        return true;
    }

    private bool Attribute(string element, string name, string value)
    {
        switch (name)
        {
            case "class":
                foreach (var one in value.Split(' '))
                {
                    Class(MathMlVocabulary.Classes.Contains(one) ? one : null);
                }

                return true;
            case "style":
                foreach (var one in value.Split(';', StringSplitOptions.RemoveEmptyEntries))
                {
                    if (one == "color:refused")
                    {
                        return false;
                    }

                    Class(MathMlVocabulary.ClassOf(element, one));
                }

                return true;
            case "mathcolor" when value == "refused":
                return false;
            case "mathbackground" when element == "mspace":
                Class("tml-rule");
                return true;
            default:
                if (MathMlVocabulary.Allows(element, name, value))
                {
                    _out.Append(' ').Append(name).Append("=\"").Append(value).Append('"');
                }

                return true;
        }
    }

    private void Class(string? name)
    {
        if (name is not null && !_classes.Contains(name))
        {
            _classes.Add(name);
        }
    }

    private void Text(ReadOnlySpan<char> text)
    {
        if (_open.Count > 0 && _open[^1] != "annotation")
        {
            foreach (var rune in text.EnumerateRunes())
            {
                _glyphs += Rune.IsLetterOrDigit(rune) || rune.Value > ' ' ? 1 : 0;
            }
        }

        _out.Append(text).Replace("&#x27;", "'", _out.Length - text.Length, text.Length);
    }
}
