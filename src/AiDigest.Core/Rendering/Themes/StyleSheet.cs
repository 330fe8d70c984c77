using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Rendering.Themes;

/// <summary>
/// The outline of CSS (comments, strings, brackets, blocks, declarations; CSS Syntax Level 3), which is all that it takes to find what a
/// browser would silently skip. It knows no property and no value, so that no new notation can be mistaken.
/// </summary>
internal sealed class StyleSheet
{
    private readonly string _text;
    private readonly Stack<int> _open = new();
    private (int At, Message Message)? _mistake;

    // The stretch since the last '{', '}' or ';': a selector, a declaration or a statement.
    private int _stretch = -1;
    private int _colon = -1;
    private bool _value;
    private bool _twice;
    private int _depth;

    private StyleSheet(string text)
    {
        _text = text;
        Read();
    }

    /// <summary>Blocks and brackets inside each other, at most; null where the sheet has a mistake.</summary>
    public static int? DepthOf(string text) => new StyleSheet(text) is { _mistake: null } sheet ? sheet._depth : null;

    /// <summary>Reports the first mistake; what comes after it may be read in many ways.</summary>
    public static void Check(SourceText source, List<Diagnostic> diagnostics)
    {
        if (new StyleSheet(source.Text)._mistake is { } mistake)
        {
            var (line, column) = source.Position(mistake.At);
            diagnostics.Add(source.Report(Catalogue.StyleSheetSyntax, line, column, 1, mistake.Message));
        }
    }

    private void Read()
    {
        for (var at = 0; at < _text.Length;)
        {
            var c = _text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (c == '/' && at + 1 < _text.Length && _text[at + 1] == '*')
            {
                var end = _text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                Mistake(end < 0, at, Messages.StyleCommentNotClosed);
                at = end < 0 ? _text.Length : end + 2;
            }
            else
            {
                at = c is '"' or '\'' ? Quoted(at) : Sign(at);
            }
        }

        End(_text.Length, closing: false);
        Mistake(_open.Count > 0, _open.Count > 0
            ? _open.Peek()
            : 0, Messages.StyleNotClosed(_open.Count > 0 ? _text[_open.Peek()] : ' '));
    }

    private int Quoted(int at)
    {
        var end = at + 1;
        while (end < _text.Length && _text[end] != _text[at] && _text[end] != '\n')
        {
            end += _text[end] == '\\' ? 2 : 1;
        }

        Mistake(end >= _text.Length || _text[end] == '\n', at, Messages.StyleStringNotClosed);
        Begin(at);
        return Math.Min(end + 1, _text.Length);
    }

    private int Sign(int at)
    {
        var c = _text[at];
        switch (c)
        {
            case '\\' when at + 1 < _text.Length:
                Begin(at);
                return at + 2;
            case '(' or '[':
                Begin(at);
                Open(at);
                break;
            case ')' or ']':
                var fits = _open.TryPeek(out var opening) && _text[opening] == (c == ')' ? '(' : '[');
                Mistake(!fits, at, Messages.StyleNothingOpen(c));
                _open.TryPop(out _);
                break;
            case '{':
                Inner(at);
                Open(at);
                Fresh();
                break;
            case ';' when !InBrackets:
                End(at, closing: false);
                break;
            case '}':
                Inner(at);
                End(at, closing: true);
                Mistake(!_open.TryPop(out _), at, Messages.StyleNothingOpen('}'));
                break;
            default:
                Begin(at);
                Declare(c, at);
                break;
        }

        return at + 1;
    }

    private void Open(int at)
    {
        _open.Push(at);
        _depth = Math.Max(_depth, _open.Count);
    }

    private bool InBrackets => _open.TryPeek(out var opening) && _text[opening] is '(' or '[';

    private bool InBlock => _open.TryPeek(out var opening) && _text[opening] == '{';

    private void Begin(int at)
    {
        _stretch = _stretch < 0 ? at : _stretch;
        _value |= _colon >= 0;
    }

    private void Declare(char c, int at)
    {
        if (c == ':' && InBlock)
        {
            _twice |= _colon >= 0 && _text[at - 1] != ':';
            _value = _colon >= 0;
            _colon = _colon < 0 ? at : _colon;
        }
    }

    private void Inner(int at) =>
        Mistake(InBrackets, InBrackets ? _open.Peek() : at, Messages.StyleNotClosed(InBrackets ? _text[_open.Peek()] : '('));

    /// <summary>The stretch ends here: it was a declaration or a statement.</summary>
    private void End(int at, bool closing)
    {
        if (_stretch >= 0 && _text[_stretch] != '@' && (InBlock || !closing))
        {
            var own = _text.AsSpan(_stretch).StartsWith("--", StringComparison.Ordinal);
            Mistake(_text.AsSpan(_stretch)
                .StartsWith("//", StringComparison.Ordinal), _stretch, Messages.StyleLineComment);
            Mistake(!InBlock, _stretch, Messages.StyleOutsideOfRules);
            Mistake(InBlock && _colon < 0, _stretch, Messages.StyleWithoutColon);
            Mistake(InBlock && !_value && !own, _stretch, Messages.StyleWithoutValue);
            Mistake(InBlock && _twice && !own, _stretch, Messages.StyleTwoColons);
        }

        Fresh();
    }

    private void Fresh()
    {
        _stretch = _colon = -1;
        _value = _twice = false;
    }

    private void Mistake(bool made, int at, Message message) => _mistake ??= made ? (at, message) : null;
}
