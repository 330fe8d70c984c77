using System.Collections.Immutable;
using System.Text;

namespace AiDigest.Core.Import.Markup;

/// <summary>
/// Reads TeX in running text: accents and symbols become letters, commands for emphasis and links become their counterparts, formulas stay
/// formulas. What has no counterpart is told to the notes of the item. One pass: braces are matched once for the whole text, and groups
/// nested deeper than <see cref="Deepest"/> are read as if they had no braces, so a hostile text costs neither stack nor time.
/// </summary>
internal sealed partial class TexReader
{
    private const int Deepest = 8;

    private readonly string _text;
    private readonly TexDialect _dialect;
    private readonly ImportNotes _notes;
    private readonly TexFormulas _formulas;
    private readonly int[] _close;

    private TexReader(string text, TexDialect dialect, ImportNotes notes)
    {
        (_text, _dialect, _notes) = (text, dialect, notes);
        _formulas = new TexFormulas(text, dialect);
        _close = dialect == TexDialect.Formulas ? [] : Matched(text);
    }

    private bool IsStrict => _dialect == TexDialect.Strict;

    public static ImmutableArray<Inline> Read(string text, TexDialect dialect, ImportNotes notes)
    {
        text = YamlScalars.Printable(text).ReplaceLineEndings("\n");
        return new TexReader(text, dialect, notes).Range(0, text.Length, 0);
    }

    /// <summary>One line for the front matter.</summary>
    public static string Line(string text, TexDialect dialect, ImportNotes notes) =>
        InlineText.Write(Read(text, dialect, notes)).Normalize(NormalizationForm.FormC);

    private ImmutableArray<Inline> Range(int from, int end, int depth)
    {
        var items = new InlineList();
        for (var i = from; i < end;)
        {
            i = Next(items, i, end, depth);
        }

        return items.ToImmutable();
    }

    /// <summary>Reads what begins here. The offset behind it.</summary>
    private int Next(InlineList items, int i, int end, int depth)
    {
        var c = _text[i];
        if (c is '$' or '\\' && _formulas.At(i, end) is { } found)
        {
            items.Add(found.Formula);
            return found.End;
        }

        if (c == 'h' && WebAddressText.Length(_text, i, IsStrict) is > 0 and var length && i + length <= end)
        {
            items.Add(new Inline.Link(WebAddressText.Plain(_text.Substring(i, length)), []));
            return i + length;
        }

        if (c == '\n')
        {
            return LineEnd(items, i, end);
        }

        return _dialect == TexDialect.Formulas ? Character(items, i)
            : c == '\\' ? Command(items, i, end, depth)
            : c == '{' ? Group(items, i, end, depth)
            : Sign(items, i, end);
    }

    private int Character(InlineList items, int i)
    {
        // A page that shows its formulas by a script writes "\$" for a price.
        if (_text[i] == '\\' && i + 1 < _text.Length && _text[i + 1] == '$')
        {
            items.Add('$');
            return i + 2;
        }

        items.Add(_text[i]);
        return i + 1;
    }

    private int LineEnd(InlineList items, int i, int end)
    {
        var next = i + 1;
        while (next < end && _text[next] is ' ' or '\t')
        {
            next++;
        }

        if (next >= end || _text[next] != '\n')
        {
            items.Add(' ');
            return i + 1;
        }

        items.Add(new Inline.ParagraphBreak());
        while (next < end && char.IsWhiteSpace(_text[next]))
        {
            next++;
        }

        return next;
    }

    /// <summary>Ligatures of TeX: dashes, quotes, and the space that does not break.</summary>
    private int Sign(InlineList items, int i, int end)
    {
        var rest = _text.AsSpan(i, end - i);
        var c = _text[i];
        if (c == '-' && rest.StartsWith("--") && !rest.StartsWith("----"))
        {
            var length = rest.StartsWith("---") ? 3 : 2;
            if (!IsStrict && IsRule(i, i + length, end))
            {
                items.Add(_text.Substring(i, length));
                return i + length;
            }

            var isOption = !IsStrict && length == 2 && rest.Length > 2 && char.IsLetter(rest[2]) && items.EndsInSpace;
            items.Add(isOption ? "--" : length == 3 ? "—" : "–");
            return i + length;
        }

        if (IsStrict && (rest.StartsWith("?`") || rest.StartsWith("!`")))
        {
            items.Add(c == '?' ? '¿' : '¡');
            return i + 2;
        }

        if (rest.StartsWith("``") || rest.StartsWith("''"))
        {
            items.Add(c == '`' ? "“" : "”");
            return i + 2;
        }

        if (c is '`' && IsStrict)
        {
            items.Add('‘');
        }
        else if (c == '~' && IsTie(i, end))
        {
            items.Add(' ');
        }
        else if (c != '}' || !IsStrict)
        {
            items.Add(c);
        }

        return i + 1;
    }

    /// <summary>Hyphens alone on their line are a rule, not a dash.</summary>
    private bool IsRule(int from, int to, int end) => (from == 0 || _text[from - 1] == '\n') && (to >= end || _text[to] == '\n');

    /// <summary>
    /// In plain text "~5" means about five; a tie is between a word and what belongs to it: "Fig.~3", "A.~B.", "see~\cite{x}".
    /// </summary>
    private bool IsTie(int i, int end) => IsStrict
        || (i > 0 && i + 1 < end
            && ((_text[i - 1] == '.' && char.IsLetterOrDigit(_text[i + 1]))
            || (char.IsLetter(_text[i - 1]) && char.IsLetterOrDigit(_text[i + 1]))
            || IsReference(i + 1)));

    private bool IsReference(int at) =>
        _text.AsSpan(at) is var rest && (rest.StartsWith("\\cite") || rest.StartsWith("\\ref") || rest.StartsWith("\\eqref"));

    private int Group(InlineList items, int i, int end, int depth)
    {
        var close = _close[i];
        var opensCommand = i + 1 < end && _text[i + 1] == '\\';
        if (close < 0 || close >= end || depth >= Deepest || (!IsStrict && !opensCommand))
        {
            items.Add(IsStrict ? "" : "{");
            return i + 1;
        }

        var start = i + 1;
        var style = Declaration(ref start, close);
        var inner = Range(start, close, depth + 1);
        if (style is { } given)
        {
            items.Add(new Inline.Styled(given, inner));
        }
        else
        {
            items.AddRange(inner);
        }

        return close + 1;
    }

    /// <summary><c>{\em word}</c>: the command holds up to the end of its group.</summary>
    private TextStyle? Declaration(ref int start, int close)
    {
        var name = Name(start, close);
        TextStyle? style = name switch
        {
            "em" or "it" or "itshape" or "sl" => TextStyle.Emphasis,
            "bf" or "bfseries" => TextStyle.Strong,
            _ => null,
        };
        start = style is null ? start : start + name.Length + 1;
        return style;
    }

    /// <summary>The letters of the command that begins at a backslash; empty where there is none.</summary>
    private string Name(int at, int end)
    {
        if (at >= end || _text[at] != '\\')
        {
            return "";
        }

        var stop = at + 1;
        while (stop < end && char.IsAsciiLetter(_text[stop]))
        {
            stop++;
        }

        return _text[(at + 1)..stop];
    }

    /// <summary>For each open brace the one that closes it, or -1.</summary>
    private static int[] Matched(string text)
    {
        var close = new int[text.Length];
        Array.Fill(close, -1);
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '{':
                    open.Push(i);
                    break;
                case '}' when open.Count > 0:
                    close[open.Pop()] = i;
                    break;
            }
        }

        return close;
    }
}
