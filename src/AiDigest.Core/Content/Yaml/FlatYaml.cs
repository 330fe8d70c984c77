using AiDigest.Core.Content.FrontMatter;

namespace AiDigest.Core.Content.Yaml;

/// <summary>
/// Reads the YAML that nearly all front matter is: keys at the margin, each with one text, a list in brackets or a list of indented items,
/// all of them on their own lines. It gives the very nodes that <see cref="YamlTree"/> gives, and much faster; wherever YAML might mean
/// anything else (an escape, a comment, a blank line, a mapping within, a sign that is rare), it gives up, and the parser of the package
/// reads all of it. So it gives nothing another meaning, and explains no mistake.
/// </summary>
internal ref struct FlatYaml
{
    // What a text without quotes begins with; some signs besides could, and are left to the parser.
    private const string Beginnings = "(/.«$+~№";

    // More keys than any table of fields has. Each key is compared with all before it, so the number needs a bound.
    private const int MostKeys = 64;

    private readonly string _text;
    private readonly int _end;
    private readonly int _linesBefore;
    private int _start;
    private int _stop;
    private int _line;

    private FlatYaml(in YamlText text)
    {
        (_text, _end, _linesBefore) = (text.Text, text.Start + text.Length, text.LinesBefore);
        (_start, _stop) = (text.Start, text.Start - 1);
    }

    /// <returns>The mapping; null where the text is to be read by the parser.</returns>
    public static YamlNode? Read(in YamlText text, int nesting) => nesting < 2 ? null : new FlatYaml(text).Mapping();

    private readonly int Line => _line + _linesBefore;

    private readonly ReadOnlySpan<char> Rest(int from) => _text.AsSpan(from, _stop - from);

    private YamlNode? Mapping()
    {
        var pairs = new List<YamlPair>(12);
        var isThere = Next();
        while (isThere)
        {
            var colon = _start + KeyLength(Rest(_start));
            if (colon == _start || colon == _stop || _text[colon] != ':' || pairs.Count == MostKeys)
            {
                return null;
            }

            var key = Scalar(_text.AsSpan(_start..colon), YamlStyle.Plain, _start, colon);
            foreach (var pair in pairs)
            {
                if (pair.Key.Text == key.Text)
                {
                    return null;
                }
            }

            YamlNode? value;
            if (colon + 1 == _stop)
            {
                (value, isThere) = Items();
            }
            else
            {
                value = _text[colon + 1] == ' ' ? Value(colon + 2) : null;
                isThere = Next();
            }

            if (value is null)
            {
                return null;
            }

            pairs.Add(new YamlPair(key, value));
        }

        // After the last line there is nothing but the end of the text.
        if (pairs.Count == 0 || _start != _end)
        {
            return null;
        }

        var (first, last) = (pairs[0].Key, pairs[^1].Value);
        return new YamlNode
        {
            Kind = YamlKind.Mapping,
            Line = first.Line,
            Column = first.Column,
            Pairs = pairs,
            EndLine = last.EndLine,
            EndColumn = last.EndColumn
        };
    }

    /// <summary>Goes on to the next line; false at the end of the text, and at a line that does not end as others do.</summary>
    private bool Next()
    {
        _start = _stop + 1;
        _line++;
        if (_start >= _end)
        {
            return false;
        }

        var length = _text.AsSpan(_start, _end - _start).IndexOf('\n');
        _stop = _start + length;
        return length > 0;
    }

    private static int KeyLength(ReadOnlySpan<char> line)
    {
        var length = 0;
        while (length < line.Length
            && (char.IsAsciiLetterLower(line[length]) || (length > 0 && (line[length] == '_' || char.IsAsciiDigit(line[length])))))
        {
            length++;
        }

        return length;
    }

    /// <summary>The list whose items are on the next lines.</summary>
    /// <returns>The list, and whether a line follows.</returns>
    private (YamlNode? List, bool IsThere) Items()
    {
        var items = new List<YamlNode>(8);
        var indent = -1;
        var (line, column) = (0, 0);
        bool isThere;
        while ((isThere = Next()) && _text[_start] is ' ' or '-')
        {
            var spaces = Rest(_start).IndexOfAnyExcept(' ');
            indent = indent < 0 ? spaces : indent;
            var dash = _start + spaces;
            if (spaces != indent || dash + 2 >= _stop || _text[dash] != '-' || _text[dash + 1] != ' '
                || Value(dash + 2) is not { Flow: false } item)
            {
                return default;
            }

            (line, column) = items.Count == 0 ? (Line, spaces + 1) : (line, column);
            items.Add(item);
        }

        // The end of such a list is what comes behind it.
        return items.Count == 0
            ? default
            : (new YamlNode { Kind = YamlKind.Sequence, Line = line, Column = column, Items = items, EndLine = Line, EndColumn = 1 },
                isThere);
    }

    private readonly YamlNode? Value(int from) => from >= _stop ? null : _text[from] switch
    {
        '"' or '\'' => Quoted(from, _stop),
        '[' => Brackets(from),
        _ => Plain(from),
    };

    /// <summary>A text in quotes that end where it is said, without escapes.</summary>
    private readonly YamlNode? Quoted(int from, int stop)
    {
        var quote = _text[from];
        var inner = _text.AsSpan((from + 1)..Math.Max(from + 1, stop - 1));
        return stop - from >= 2 && _text[stop - 1] == quote && inner.IndexOfAny(quote, '\\') < 0 && AreUsual(inner)
            ? Scalar(inner, quote == '"' ? YamlStyle.DoubleQuoted : YamlStyle.SingleQuoted, from, stop)
            : null;
    }

    private readonly YamlNode? Plain(int from)
    {
        var text = Rest(from);
        var isPlain = (char.IsLetterOrDigit(text[0]) || Beginnings.Contains(text[0], StringComparison.Ordinal))
            && text[^1] is not (' ' or ':') && !text.Contains(": ", StringComparison.Ordinal)
                && !text.Contains(" #", StringComparison.Ordinal) && AreUsual(text);
        return isPlain ? Scalar(text, YamlStyle.Plain, from, _stop) : null;
    }

    /// <summary>A list in brackets, of texts with a comma and one space between them.</summary>
    private readonly YamlNode? Brackets(int from)
    {
        if (_stop - from < 3 || _text[_stop - 1] != ']')
        {
            return null;
        }

        var items = new List<YamlNode>(6);
        for (var at = from + 1; at < _stop;)
        {
            var length = _text.AsSpan(at, _stop - 1 - at).IndexOf(", ");
            var stop = length < 0 ? _stop - 1 : at + length;
            if (stop == at
                || (_text[at] == '"'
                    ? Quoted(at, stop)
                    : IsWord(_text.AsSpan(at, stop - at))
                    ? Scalar(_text.AsSpan(at..stop), YamlStyle.Plain, at, stop)
                    : null) is not { } item)
            {
                return null;
            }

            items.Add(item);
            at = stop + 2;
        }

        return new YamlNode
        {
            Kind = YamlKind.Sequence,
            Flow = true,
            Line = Line,
            Column = from - _start + 1,
            Items = items,
            EndLine = Line,
            EndColumn = _stop - _start + 1,
        };
    }

    /// <summary>Whether a text without quotes is nothing else between brackets.</summary>
    private static bool IsWord(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not (' ' or '-' or '_' or '.' or '/' or '+' or '(' or ')'))
            {
                return false;
            }
        }

        return char.IsLetterOrDigit(text[0]) && text[^1] != ' ' && AreUsual(text);
    }

    /// <summary>Whether no character is a control, a break, a mark of the file's beginning or half of a pair.</summary>
    private static bool AreUsual(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c < ' ' || (c >= '\u007F' && (c < '\u00A0' || c is '\u2028' or '\u2029' || c >= '\uD800')))
            {
                return false;
            }
        }

        return true;
    }

    private readonly YamlNode Scalar(ReadOnlySpan<char> text, YamlStyle style, int from, int stop) => new()
    {
        Kind = YamlKind.Scalar,
        Text = text.ToString(),
        Style = style,
        Line = Line,
        Column = from - _start + 1,
        EndLine = Line,
        EndColumn = stop - _start + 1,
    };
}
