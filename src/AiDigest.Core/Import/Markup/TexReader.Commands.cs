using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Import.Markup;

/// <summary>The commands of running text.</summary>
internal sealed partial class TexReader
{
    private int Command(InlineList items, int i, int end, int depth)
    {
        if (i + 1 >= end)
        {
            items.Add(IsStrict ? "" : "\\");
            return i + 1;
        }

        var name = Name(i, end) is { Length: > 0 } letters ? letters : _text[i + 1].ToString();
        var after = i + 1 + name.Length;
        if (Accent(items, name, after, end) is > 0 and var accented)
        {
            return accented;
        }

        return char.IsAsciiLetter(name[0]) ? Word(items, i, name, after, end, depth) : Symbol(items, name, after, end);
    }

    private int Symbol(InlineList items, string name, int after, int end)
    {
        switch (name)
        {
            case "%" or "$" or "&" or "_" or "#" or "{" or "}":
                items.Add(name);
                return after;
            case " " or "\n" or "," or ";" or ":":
                items.Add(items.EndsInSpace ? "" : " ");
                return after;
            case "\\":
                if (after < end && _text[after] == '[' && _text.IndexOf(']', after, Math.Min(12, end - after)) is > 0 and var bracket)
                {
                    after = bracket + 1;
                }

                items.Add(" ");
                return after;
            case "-" or "/" or "!" or "@":
                return after;
            default:
                items.Add(IsStrict ? name : "\\" + name);
                return after;
        }
    }

    /// <summary>A letter with its mark. 0 where the command is no accent, or no letter follows.</summary>
    private int Accent(InlineList items, string name, int after, int end)
    {
        if (!TexSymbols.Accents.TryGetValue(name, out var mark))
        {
            return 0;
        }

        var at = after;
        while (at < end && _text[at] == ' ')
        {
            at++;
        }

        var isGroup = at < end && _text[at] == '{';
        if (char.IsAsciiLetter(name[0]) && at == after && !isGroup && !(at < end && _text[at] == '\\'))
        {
            return 0;
        }

        var close = isGroup ? _close[at] : -1;
        at = isGroup ? at + 1 : at;
        if (isGroup && (close < 0 || close >= end || close - at > 8))
        {
            return 0;
        }

        if (isGroup && _text.AsSpan(at, close - at).IsWhiteSpace())
        {
            items.Add(name is "~" or "^" or "'" or "`" or "\"" ? name : "");
            return close + 1;
        }

        var (letter, stop) = AccentedLetter(at, isGroup ? close : end);
        if (letter.Length == 0)
        {
            return 0;
        }

        items.Add(letter[0].ToString() + mark + letter[1..]);
        items.AddRange(isGroup ? Range(stop, close, Deepest) : []);
        return isGroup ? close + 1 : stop;
    }

    private (string Letter, int End) AccentedLetter(int at, int end)
    {
        if (Name(at, end) is { Length: > 0 } name)
        {
            return TexSymbols.Letters.TryGetValue(name, out var letter)
                && char.IsLetter(letter[0]) ? (letter, at + 1 + name.Length) : ("", at);
        }

        return at < end && char.IsLetter(_text[at]) ? (_text[at].ToString(), at + 1) : ("", at);
    }

    private int Word(InlineList items, int i, string name, int after, int end, int depth)
    {
        if (TexSymbols.Letters.TryGetValue(name, out var letter))
        {
            items.Add(letter);
            return Swallow(after, end);
        }

        if (TexSymbols.Abbreviations.TryGetValue(name, out var abbreviation))
        {
            items.Add(abbreviation);
            return Empty(after, end);
        }

        if (TexSymbols.Silent.Contains(name))
        {
            items.Add(name is "quad" or "qquad" or "enspace" or "thinspace" or "newline" or "linebreak" ? " " : "");
            if (name == "par")
            {
                items.Add(new Inline.ParagraphBreak());
            }

            return Swallow(after, end);
        }

        if (TexSymbols.Mathematical.Contains(name))
        {
            items.Add(new Inline.Formula("\\" + name, false));
            return Empty(after, end);
        }

        return depth < Deepest
            && WithArguments(items, name, after, end, depth) is > 0 and var stop ? stop : Unknown(items, name, after, end, i);
    }

    /// <summary>Commands that take arguments. 0 where it is none of them, or its arguments are not there.</summary>
    private int WithArguments(InlineList items, string name, int after, int end, int depth)
    {
        switch (name)
        {
            case "begin" or "end":
                return Environment(items, name, after, end);
            case "item":
                return Item(items, after, end);
            case "verb":
                return Verbatim(items, after, end);
            case "num":
                return Passed(items, name, after, end, depth);
            case "emph" or "textit" or "textsl":
                return Styled(items, TextStyle.Emphasis, after, end, depth);
            case "textbf":
                return Styled(items, TextStyle.Strong, after, end, depth);
            case "textsc" or "texttt" or "textrm" or "textsf" or "textup" or "textmd" or "textnormal" or "text" or "mbox" or "hbox"
                or "fbox" or "underline"
                or "uline" or "enquote" or "uppercase" or "lowercase" or "MakeUppercase" or "mathrm" or "foreignlanguage" or "textcolor"
                    or "colorbox":
                return Passed(items, name, after, end, depth);
            case "href" or "url" or "path" or "nolinkurl":
                return Linked(items, name, after, end, depth);
            case "footnote" or "thanks":
                return Argument(after, end) is { } note ? Noted(items, note, depth) : 0;
            case "textsuperscript" or "textsubscript":
                return Argument(after, end) is { } raised
                    ? Raised(items, name == "textsuperscript", _text[raised.From..raised.To], raised.To + 1)
                    : 0;
            case "ensuremath":
                return Argument(after, end) is { } math
                    && TexFormulas.Clean(_text[math.From..math.To]) is { } tex ? Formula(items, tex, math.To + 1) : 0;
            case "label" or "index" or "vspace" or "hspace" or "color":
                return Argument(after, end) is { } layout ? layout.To + 1 : 0;
            case "cite" or "citep" or "citet" or "citealp" or "ref" or "eqref" or "autoref" or "cref" or "Cref" or "includegraphics":
                return Dropped(items, name, after, end);
            default:
                return 0;
        }
    }

    /// <summary>Lists become paragraphs, and so does the text of other environments; those of formulas were found before.</summary>
    private int Environment(InlineList items, string name, int after, int end)
    {
        if (Argument(after, end) is not { } argument)
        {
            return 0;
        }

        var environment = _text[argument.From..argument.To];
        if (name == "begin" && environment is not ("itemize" or "enumerate" or "description" or "abstract" or "quote" or "center"))
        {
            _notes.Lost(Messages.LostTexCommand($"\\begin{{{environment}}}"));
        }

        items.Add(new Inline.ParagraphBreak());
        return Spaces(argument.To + 1, end);
    }

    private int Item(InlineList items, int after, int end)
    {
        items.AddRange([new Inline.ParagraphBreak(), new Inline.Text("• ")]);
        return Spaces(after, end);
    }

    /// <summary><c>\verb|code|</c>: any sign may stand for the bars.</summary>
    private int Verbatim(InlineList items, int after, int end)
    {
        var close = after < end && !char.IsLetterOrDigit(_text[after]) && !char.IsWhiteSpace(_text[after])
            ? _text.IndexOf(_text[after], after + 1, end - after - 1)
            : -1;
        if (close <= after + 1)
        {
            return 0;
        }

        items.Add(new Inline.Code(_text[(after + 1)..close]));
        return close + 1;
    }

    private int Spaces(int at, int end)
    {
        while (at < end && char.IsWhiteSpace(_text[at]))
        {
            at++;
        }

        return at;
    }

    private int Styled(InlineList items, TextStyle style, int after, int end, int depth)
    {
        if (Argument(after, end) is not { } argument)
        {
            return 0;
        }

        items.Add(new Inline.Styled(style, Range(argument.From, argument.To, depth + 1)));
        return argument.To + 1;
    }

    private int Passed(InlineList items, string name, int after, int end, int depth)
    {
        var argument = Argument(after, end);
        if (argument is { } first && name is "textcolor" or "colorbox" or "foreignlanguage")
        {
            argument = Argument(first.To + 1, end);
        }

        if (argument is not { } shown)
        {
            return 0;
        }

        var inner = Range(shown.From, shown.To, depth + 1);
        items.AddRange(name == "enquote" ? [new Inline.Text("“"), .. inner, new Inline.Text("”")] : inner);
        return shown.To + 1;
    }

    private int Linked(InlineList items, string name, int after, int end, int depth)
    {
        if (Argument(after, end) is not { } first || (name == "href" && Argument(first.To + 1, end) is null))
        {
            return 0;
        }

        var written = _text[first.From..first.To].Trim();
        var address = WebAddressText.IsWhole(written, isTex: true) ? WebAddressText.Plain(written) : null;
        var shown = name == "href" ? Argument(first.To + 1, end)!.Value : first;
        var words = name == "href" ? Range(shown.From, shown.To, depth + 1) : [];
        if (address is null)
        {
            _notes.Lost(Messages.LostAddressOfLink(written));
            items.AddRange(name == "href" ? words : [new Inline.Text(written)]);
        }
        else
        {
            items.Add(new Inline.Link(address, words));
        }

        return shown.To + 1;
    }

    /// <summary>A note stays beside its word, in parentheses.</summary>
    private int Noted(InlineList items, (int From, int To) note, int depth)
    {
        var inner = Range(note.From, note.To, depth + 1);
        items.AddRange([new Inline.Text(items.EndsInSpace ? "(" : " ("), .. inner, new Inline.Text(")")]);
        return note.To + 1;
    }

    private static int Raised(InlineList items, bool isUp, string text, int next)
    {
        if (TextScripts.Of(text, isUp) is { } plain)
        {
            items.Add(plain);
        }
        else if (TexFormulas.Clean(text) is { } tex)
        {
            items.Add(new Inline.Formula($"{(isUp ? '^' : '_')}{{\\text{{{tex}}}}}", false));
        }

        return next;
    }

    private static int Formula(InlineList items, string tex, int next)
    {
        items.Add(new Inline.Formula(tex, false));
        return next;
    }

    private int Dropped(InlineList items, string name, int after, int end)
    {
        var at = after < end && _text[after] == '*' ? after + 1 : after;
        while (at < end && _text[at] == '[' && _text.IndexOf(']', at, Math.Min(200, end - at)) is > 0 and var bracket)
        {
            at = bracket + 1;
        }

        if (Argument(at, end) is not { } argument)
        {
            return 0;
        }

        _notes.Lost(Messages.LostTexCommand($"\\{name}{{{_text[argument.From..argument.To]}}}"));
        items.TrimEnd();
        var next = argument.To + 1;
        return items.LastChar == ',' && next < end && _text[next] == ',' ? next + 1 : next;
    }

    private int Unknown(InlineList items, string name, int after, int end, int start)
    {
        _notes.Lost(Messages.LostUnknownTex(name, !IsStrict));
        if (IsStrict)
        {
            return Swallow(after, end);
        }

        items.Add(_text[start..after]);
        return after;
    }

    /// <summary>TeX takes the blanks behind a command's name, and authors write <c>{}</c> there.</summary>
    private int Swallow(int at, int end)
    {
        var next = Empty(at, end);
        while (next == at && at < end && _text[at] is ' ')
        {
            (at, next) = (at + 1, next + 1);
        }

        return next;
    }

    private int Empty(int at, int end) => at + 1 < end && _text[at] == '{' && _text[at + 1] == '}' ? at + 2 : at;

    /// <summary>The content of the braces at this place, blanks before them left aside.</summary>
    private (int From, int To)? Argument(int at, int end)
    {
        while (at < end && _text[at] is ' ' or '\n')
        {
            at++;
        }

        return at < end && _text[at] == '{' && _close[at] is >= 0 and var close && close < end ? (at + 1, close) : null;
    }
}
