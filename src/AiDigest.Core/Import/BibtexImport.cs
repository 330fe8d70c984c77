using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace AiDigest.Core.Import;

/// <summary>
/// BibTeX: entries in braces or parentheses, values in braces, quotes or bare, joined by <c>#</c>, with <c>@string</c> names; what stands
/// between entries is a comment. A broken entry costs itself and no other. See "BibTeXing" by Oren Patashnik.
/// </summary>
public sealed class BibtexImport
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private readonly string _name;
    private readonly string _text;
    private readonly Dictionary<string, string> _strings = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ImportedItem> _items = [];
    private int _at;

    private BibtexImport(string name, string text)
    {
        (_name, _text) = (name, text);
        for (var i = 0; i < Months.Length; i++)
        {
            _strings[Months[i]] = (i + 1).ToString(CultureInfo.InvariantCulture);
        }
    }

    public static IReadOnlyList<ImportedItem> Read(ImportFile file)
    {
        var import = new BibtexImport(file.Name, Encoding.UTF8.GetString(file.Bytes));
        import.Entries();
        return import._items;
    }

    private void Entries()
    {
        while (_text.IndexOf('@', _at) is >= 0 and var start)
        {
            _at = start + 1;
            var type = Word().ToLowerInvariant();
            Space();
            if (type.Length == 0 || _at >= _text.Length || _text[_at] is not ('{' or '(') || type == "comment")
            {
                continue;
            }

            var close = _text[_at++] == '{' ? '}' : ')';
            var origin = $"{_name}:{_text.AsSpan(0, start).Count('\n') + 1}";
            try
            {
                Entry(type, close, origin);
            }
            catch (FormatException e)
            {
                _items.Add(ImportedItem.Failed(origin, e.Message));
                _at = Math.Max(start + 1, _text.IndexOf("\n@", start, StringComparison.Ordinal) is >= 0 and var next ? next : _text.Length);
            }
        }
    }

    private void Entry(string type, char close, string origin)
    {
        if (type == "preamble")
        {
            Value(close);
            return;
        }

        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (type != "string")
        {
            var comma = _text.AsSpan(_at).IndexOfAny(',', close);
            _at = comma < 0 ? throw new FormatException("the entry has no end") : _at + comma;
        }

        while (true)
        {
            Space();
            if (_at < _text.Length && _text[_at] == ',')
            {
                _at++;
                continue;
            }

            if (_at >= _text.Length)
            {
                throw new FormatException("the entry has no end");
            }

            if (_text[_at] == close)
            {
                _at++;
                break;
            }

            var key = Word();
            Space();
            if (key.Length == 0 || _at >= _text.Length || _text[_at] != '=')
            {
                throw new FormatException($"the entry cannot be read at '{_text.Substring(_at, Math.Min(12, _text.Length - _at)).ReplaceLineEndings(" ")}'");
            }

            _at++;
            fields[key] = Value(close);
        }

        if (type == "string")
        {
            foreach (var (key, value) in fields)
            {
                _strings[key] = value;
            }
        }
        else
        {
            _items.Add(Item(origin, fields));
        }
    }

    private string Value(char close)
    {
        var value = new StringBuilder();
        while (true)
        {
            Space();
            if (_at >= _text.Length)
            {
                throw new FormatException("a value has no end");
            }

            value.Append(_text[_at] switch
            {
                '{' => Balanced('}'),
                '"' => Balanced('"'),
                _ => Bare(close),
            });
            Space();
            if (_at >= _text.Length || _text[_at] != '#')
            {
                return value.ToString();
            }

            _at++;
        }
    }

    private string Bare(char close)
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] != ',' && _text[_at] != close && _text[_at] != '#' && !char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        var word = _text[start.._at];
        return word.Length == 0 ? throw new FormatException("a value is missing") : _strings.GetValueOrDefault(word, word);
    }

    private string Balanced(char end)
    {
        var (start, depth) = (++_at, 0);
        for (; _at < _text.Length; _at++)
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

        throw new FormatException("a value has no end");
    }

    private string Word()
    {
        Space();
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '-' or '_' or ':' or '.' or '+'))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private void Space()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private static ImportedItem Item(string origin, Dictionary<string, string> fields)
    {
        string? Get(string name) => fields.TryGetValue(name, out var value) && LatexText.Plain(value) is { Length: > 0 } text ? text : null;
        if (Get("title") is not { } title)
        {
            return ImportedItem.Failed(origin, "the entry has no title");
        }

        var date = Facts.Day(Get("date")) ?? Facts.Day($"{Get("year")}-{Month(Get("month"))}-{Get("day") ?? "1"}") ?? Facts.Day(Get("year"));
        var url = fields.GetValueOrDefault("url")?.Trim().Replace("\\", "", StringComparison.Ordinal);
        return ImportedItem.Of(origin, new EntryDraft
        {
            Title = title,
            PaperTitle = title,
            Day = date,
            Published = date,
            Authors = [.. Names(fields.GetValueOrDefault("author") ?? "")],
            Venue = Get("journal") ?? Get("booktitle"),
            Arxiv = Facts.Arxiv(Get("eprint")) ?? Facts.Arxiv(url) ?? Facts.Arxiv(Get("arxiv")),
            Doi = Facts.Doi(fields.GetValueOrDefault("doi")?.Replace("\\", "", StringComparison.Ordinal)),
            Url = Facts.Arxiv(url) is null ? url : null,
            Tags = [.. (Get("keywords") ?? "").Split(',', ';').Select(tag => tag.Trim()).Where(tag => tag.Length > 0)],
            Body = MarkdownText.OfPlain(Get("abstract") ?? ""),
        });
    }

    private static string Month(string? month) =>
        month is null ? "1" : System.Array.FindIndex(Months, name => month.StartsWith(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var index
            ? (index + 1).ToString(CultureInfo.InvariantCulture)
            : month;

    /// <summary>Names joined by <c>and</c> outside braces; "Last, First" is turned round.</summary>
    private static IEnumerable<string> Names(string authors)
    {
        foreach (var author in authors.ReplaceLineEndings(" ").Split(" and ", StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = author.Split(',', 2);
            var name = LatexText.Plain(parts.Length == 2 && !author.TrimStart().StartsWith('{') ? $"{parts[1].Trim()} {parts[0].Trim()}" : author);
            if (name.Length > 0 && name != "others")
            {
                yield return name;
            }
        }
    }
}
