using System.Text;

namespace AiDigest.Core.Rendering;

/// <summary>
/// Leaves out of a script what only its author reads: comments, indentation, blank lines and spaces around brackets and signs. Tokens stay as they are
/// and so does every line end that could end a statement (ECMA-262, 12.10), so the script that comes out is the same script, whatever was said in it. Where
/// these rules cannot tell what a character is (a slash that may divide or open a regular expression, a text that is not closed) nothing is changed at all.
/// </summary>
internal sealed class Script
{
    /// <summary>Words after which a slash opens a regular expression. <c>of</c>, <c>yield</c> and <c>await</c> are names elsewhere, so after them nobody can tell.</summary>
    private static readonly string[] Openers =
        ["return", "typeof", "case", "in", "delete", "void", "throw", "new", "do", "else", "instanceof", "default", "extends", "break", "continue", "debugger"];

    private static readonly string[] Unsure = ["of", "yield", "await", "let", "static", "async", "get", "set"];

    private readonly string _text;
    private readonly StringBuilder _result;

    /// <summary>For each open bracket the word before it, which says what follows a closing parenthesis; <c>`</c> for the hole of a template.</summary>
    private readonly Stack<(char Sign, string Before)> _open = new();

    // The token before: its last character, and the word if it was one.
    private char _last;
    private string _word = "";
    private bool? _dividesAfterParenthesis;
    private bool _twice;

    private Script(string text)
    {
        _text = text;
        _result = new StringBuilder(text.Length);
    }

    public static string Minify(string text)
    {
        var script = new Script(text);
        return script.Read() ? script._result.ToString() : text;
    }

    private bool Read()
    {
        var (space, line) = (false, false);
        for (var at = 0; at < _text.Length;)
        {
            var c = _text[at];
            var next = at + 1 < _text.Length ? _text[at + 1] : '\0';
            if (IsSpace(c))
            {
                space = true;
                line |= IsLineEnd(c);
                at++;
                continue;
            }

            if (c == '/' && next is '/' or '*' && !_text.AsSpan(at).StartsWith("/*!"))
            {
                var end = next == '/' ? LineEnd(at) : _text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    return false;
                }

                end += next == '/' ? 0 : 2;
                space = true;
                line |= _text.AsSpan(at, end - at).IndexOfAny("\n\r\u2028\u2029") >= 0;
                at = end;
                continue;
            }

            Part(space, line, c, next);
            (space, line) = (false, false);
            at = Token(at, c, next);
            if (at < 0)
            {
                return false;
            }
        }

        return _open.Count == 0;
    }

    /// <summary>What must stand between the last token and this one: nothing, a space, or the line end that may end a statement.</summary>
    private void Part(bool space, bool line, char c, char next)
    {
        // After these no statement can end, and before these one ends anyway or cannot.
        if (_result.Length == 0 || !space || _last is '{' or '(' or '[' or ',' or ';' || c is '}' or ')' or ']' or ',' or ';')
        {
            return;
        }

        if (line)
        {
            _result.Append('\n');
        }
        else if (!(IsLoose(_last) || IsLoose(c)) || (_last is '?' or '.' && next != '.' && c == '.') || c == '.')
        {
            _result.Append(' ');
        }
    }

    /// <summary>Signs that make no other sign with what stands beside them in a script that is one.</summary>
    private static bool IsLoose(char c) => c is '{' or '}' or '(' or ')' or '[' or ']' or ',' or ';' or ':' or '=' or '&' or '|' or '?';

    /// <returns>Where the token ends, or -1 if nobody can tell.</returns>
    private int Token(int at, char c, char next)
    {
        switch (c)
        {
            case '"' or '\'':
                return Copy(at, Quoted(at), c);
            case '`':
                return Template(at);
            case '/' when next == '*':
                var comment = _text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                return comment < 0 ? -1 : Copy(at, comment + 2, _last, _word);
            case '/':
                return Slash(at);
            case '#' when next == '!':
            case '<' when _text.AsSpan(at).StartsWith("<!--"):
            case '-' when _text.AsSpan(at).StartsWith("-->"):
                return -1;
            case '(' or '[' or '{':
                _open.Push((c, _word));
                return Copy(at, at + 1, c);
            case ')' or ']' or '}':
                return Close(at, c);
            default:
                _twice = at > 0 && _text[at - 1] == c;
                return IsName(c) ? Name(at) : Copy(at, at + 1, c);
        }
    }

    private int Copy(int from, int to, char last, string word = "")
    {
        if (to >= 0)
        {
            _result.Append(_text, from, to - from);
            (_last, _word) = (last, word);
        }

        return to;
    }

    private int Name(int at)
    {
        var end = at + 1;
        while (end < _text.Length && (IsName(_text[end]) || (_text[end] == '.' && char.IsAsciiDigit(_text[at]))))
        {
            end++;
        }

        // A name after a dot is no word of the language: x.return / 2.
        return Copy(at, end, 'a', _last == '.' ? "." : _text[at..end]);
    }

    private int Close(int at, char c)
    {
        if (!_open.TryPop(out var open) || open.Sign != (c switch { ')' => '(', ']' => '[', _ => '{' }))
        {
            if (c == '}' && open.Sign == '`')
            {
                _result.Append('}');
                return Rest(at + 1);
            }

            return -1;
        }

        _dividesAfterParenthesis = open.Before switch
        {
            "if" or "while" or "for" or "with" => false,
            "await" => null,
            _ => true,
        };
        return Copy(at, at + 1, c);
    }

    /// <summary>A slash divides after a value and opens a regular expression elsewhere. After a brace, <c>++</c> and <c>--</c> it may do either.</summary>
    private int Slash(int at)
    {
        var divides = _last switch
        {
            'a' => Array.IndexOf(Unsure, _word) >= 0 ? (bool?)null : Array.IndexOf(Openers, _word) < 0,
            ')' => _dividesAfterParenthesis,
            ']' or '"' or '\'' or '`' or '/' => true,
            '}' => null,
            '+' or '-' when _twice => null,
            _ => false,
        };
        return divides switch
        {
            null => -1,
            true => Copy(at, at + 1, '%'),
            false => Copy(at, Expression(at), '/'),
        };
    }

    private int Expression(int at)
    {
        var inClass = false;
        for (var end = at + 1; end < _text.Length && !IsLineEnd(_text[end]); end++)
        {
            switch (_text[end])
            {
                case '\\':
                    end++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '/' when !inClass:
                    return Flags(end + 1);
            }
        }

        return -1;
    }

    private int Flags(int at)
    {
        while (at < _text.Length && IsName(_text[at]))
        {
            at++;
        }

        return at;
    }

    private int Quoted(int at)
    {
        for (var end = at + 1; end < _text.Length && _text[end] is not ('\n' or '\r'); end++)
        {
            if (_text[end] == _text[at])
            {
                return end + 1;
            }

            if (_text[end] == '\\')
            {
                end += end + 2 < _text.Length && _text[end + 1] == '\r' && _text[end + 2] == '\n' ? 2 : 1;
            }
        }

        return -1;
    }

    private int Template(int at)
    {
        _result.Append('`');
        return Rest(at + 1);
    }

    /// <summary>A template up to its end or to its next hole, in which the language goes on.</summary>
    private int Rest(int at)
    {
        for (var end = at; end < _text.Length; end++)
        {
            if (_text[end] == '`')
            {
                return Copy(at, end + 1, '`');
            }

            if (_text[end] == '$' && end + 1 < _text.Length && _text[end + 1] == '{')
            {
                _open.Push(('`', ""));
                return Copy(at, end + 2, '{');
            }

            if (_text[end] == '\\')
            {
                end++;
            }
        }

        return -1;
    }

    private int LineEnd(int at)
    {
        var end = _text.AsSpan(at).IndexOfAny("\n\r\u2028\u2029");
        return end < 0 ? _text.Length : at + end;
    }

    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    private static bool IsSpace(char c) => (char.IsWhiteSpace(c) && c != '\u0085') || c == '\uFEFF';

    private static bool IsName(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' or '\\' or '#' or '@' || (c > '\x7f' && !IsSpace(c));
}
