using System.Text;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Import.Bibliography;

/// <summary>
/// BibTeX: entries in braces or parentheses, values in braces, quotes or bare, joined by <c>#</c>, with <c>@string</c> names; what is
/// between entries is a comment. A broken entry costs itself and no other. See "BibTeXing" by Oren Patashnik. Time is linear: once an entry
/// was found to have no end, the following ones are read only up to the next line that begins with <c>@</c>. What macros expand to is
/// bounded.
/// </summary>
internal sealed class BibtexParser
{
    private const int LongestString = 10_000;
    private const int LongestValue = 200_000;
    private const int MostExpanded = 32 << 20;

    // Stands for a value that is too long. No text of a file holds it, since noncharacters are removed from it first.
    private const char TooLong = '\uFDD0';
    private const string Broken = "\uFDD0";

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private readonly string _text;
    private readonly Dictionary<string, string> _strings = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<BibtexEntry> _entries = [];
    private int _at;
    private int _end;
    private int _counted;
    private int _line = 1;
    private long _expanded;
    private bool _isDamaged;
    private List<string> _undefined = [];

    private BibtexParser(string text)
    {
        _text = text.Replace(TooLong, ' ');
        _end = _text.Length;
        foreach (var month in Months)
        {
            _strings[month] = month;
        }
    }

    public static IReadOnlyList<BibtexEntry> Parse(string text)
    {
        var parser = new BibtexParser(text);
        parser.Entries();
        return parser._entries;
    }

    private void Entries()
    {
        while (_at < _text.Length && _text.IndexOf('@', _at) is >= 0 and var start)
        {
            _at = start + 1;
            _end = _isDamaged ? NextLine(start) : _text.Length;
            var type = Word().ToLowerInvariant();
            Space();
            if (type.Length == 0 || _at >= _end || _text[_at] is not ('{' or '('))
            {
                continue;
            }

            if (type == "comment")
            {
                _at = SkippedComment();
                continue;
            }

            Entry(type, start);
        }
    }

    private void Entry(string type, int start)
    {
        var line = LineOf(start);
        var close = _text[_at++] == '{' ? '}' : ')';
        try
        {
            Read(type, close, line);
        }
        catch (UnreadableException e)
        {
            _entries.Add(new BibtexEntry(type, "", line, new Dictionary<string, string>(), e.Text));
            _isDamaged |= _at >= _end;
            _at = NextLine(start) is var next && next < _text.Length || _at >= _end ? next : _at;
        }
    }

    private void Read(string type, char close, int line)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (type == "preamble")
        {
            Value(close);
            return;
        }

        _undefined = [];
        var key = type == "string" ? "" : Key(close);
        while (true)
        {
            Space();
            if (_at >= _end)
            {
                throw new UnreadableException(Messages.EntryWithoutEnd);
            }

            if (_text[_at] is ',' || _text[_at] == close)
            {
                if (_text[_at++] == close)
                {
                    break;
                }

                continue;
            }

            var name = Word();
            Space();
            if (name.Length == 0 || _at >= _end || _text[_at] != '=')
            {
                throw new UnreadableException(Messages.EntryUnreadableAt(
                    _text.AsSpan(_at, Math.Min(12, _text.Length - _at)).ToString().ReplaceLineEndings(" ")));
            }

            _at++;
            fields.TryAdd(name, Value(close));
        }

        if (type == "string")
        {
            Define(fields, line);
        }
        else if (fields.Values.Any(value => value.Contains(TooLong, StringComparison.Ordinal)))
        {
            _entries.Add(new BibtexEntry(type, key, line, fields, Messages.UsesALongString));
        }
        else
        {
            _entries.Add(new BibtexEntry(type, key, line, fields, null) { Undefined = _undefined });
        }
    }

    /// <summary>A name whose value is too long is told once. What uses it is told too, except for other names.</summary>
    private void Define(Dictionary<string, string> fields, int line)
    {
        foreach (var (name, value) in fields)
        {
            if (value.Length <= LongestString && !value.Contains(TooLong, StringComparison.Ordinal))
            {
                _strings[name] = value;
            }
            else if (_strings.GetValueOrDefault(name) != Broken)
            {
                _strings[name] = Broken;
                _entries.Add(
                    new BibtexEntry("string", "", line, new Dictionary<string, string>(),
                    Messages.StringTooLong(name, LongestString)));
            }
        }
    }

    private string Key(char close)
    {
        var comma = _text.AsSpan(_at, _end - _at).IndexOfAny(',', close);
        if (comma < 0)
        {
            _at = _end;
            throw new UnreadableException(Messages.EntryWithoutEnd);
        }

        var key = _text.Substring(_at, comma).Trim();
        _at += comma;
        return key;
    }

    private string Value(char close)
    {
        var value = new StringBuilder();
        while (true)
        {
            Space();
            if (_at >= _end)
            {
                throw new UnreadableException(Messages.ValueWithoutEnd);
            }

            value.Append(_text[_at] switch
            {
                '{' => Balanced('}'),
                '"' => Balanced('"'),
                _ => Bare(close),
            });
            if (value.Length > LongestValue)
            {
                throw new UnreadableException(Messages.ValueTooLong(LongestValue));
            }

            Space();
            if (_at >= _end || _text[_at] != '#')
            {
                return value.ToString();
            }

            _at++;
        }
    }

    private string Bare(char close)
    {
        var start = _at;
        while (_at < _end && _text[_at] != ',' && _text[_at] != close && _text[_at] != '#' && !char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        var word = _text[start.._at];
        if (word.Length == 0)
        {
            throw new UnreadableException(Messages.ValueMissing);
        }

        if (!_strings.TryGetValue(word, out var value))
        {
            // A month or a year needs no quotes.
            if (!word.AsSpan().ContainsAnyInRange('0', '9') && PartialDate.Read("2000", word, null) is { Month: 0 })
            {
                _undefined.Add(word);
            }

            return word;
        }

        _expanded += value.Length;
        return _expanded <= MostExpanded
            ? value
            : throw new UnreadableException(Messages.ExpandsTooFar(MostExpanded >> 20));
    }

    private string Balanced(char end)
    {
        var (start, depth) = (++_at, 0);
        for (; _at < _end; _at++)
        {
            var c = _text[_at];
            if (c == '\\')
            {
                _at++;
            }
            else if (depth == 0 && c == end)
            {
                return _text[start.._at++];
            }
            else
            {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            }
        }

        _at = _end;
        throw new UnreadableException(Messages.ValueWithoutEnd);
    }

    private string Word()
    {
        Space();
        var start = _at;
        while (_at < _end && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '-' or '_' or ':' or '.' or '+' or '/'))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private void Space()
    {
        while (_at < _end && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    /// <summary>JabRef keeps groups in comments with braces, which may hold <c>@</c>. A comment without an end is one line.</summary>
    private int SkippedComment()
    {
        var from = _at;
        try
        {
            if (_text[_at] == '{')
            {
                Balanced('}');
                return _at;
            }
        }
        catch (UnreadableException)
        {
            _isDamaged = true;
        }

        return from;
    }

    /// <summary>Where the next line that begins with <c>@</c> begins.</summary>
    private int NextLine(int from) => _text.IndexOf("\n@", from, StringComparison.Ordinal) is >= 0 and var next ? next + 1 : _text.Length;

    private int LineOf(int at)
    {
        _line += _text.AsSpan(_counted, at - _counted).Count('\n');
        _counted = at;
        return _line;
    }
}
