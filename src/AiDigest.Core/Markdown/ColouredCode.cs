using AiDigest.Core.Markdown.Highlighting;
using Markdig.Helpers;

namespace AiDigest.Core.Markdown;

/// <summary>
/// Writes the lines of a code block with a <c>span</c> of a class around each stretch; without its tags it is the code itself.
/// </summary>
internal sealed class ColouredCode
{
    private readonly TokenList _tokens = new();
    private char[] _code = new char[1024];

    public void Write(Lexer lexer, StringLineGroup lines, PieceBuffer to)
    {
        var code = Whole(lines);
        _tokens.Clear();
        lexer.Lex(code, _tokens);
        for (var i = 0; i < _tokens.Count; i++)
        {
            var (kind, length) = _tokens[i];
            var open = Open(kind);
            to.Html(open);
            to.Text(code[..length]);
            to.Html(open.IsEmpty ? ""u8 : "</span>"u8);
            code = code[length..];
        }

        if (_code.Length > 1 << 18)
        {
            _code = new char[1024];
            _tokens.Trim();
        }
    }

    /// <summary>The lines in one, each with its end.</summary>
    private ReadOnlySpan<char> Whole(StringLineGroup lines)
    {
        var length = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines.Lines[i].Slice.AsSpan();
            if (_code.Length - length <= line.Length)
            {
                Array.Resize(ref _code, Math.Max(_code.Length * 2, length + line.Length + 1));
            }

            line.CopyTo(_code.AsSpan(length));
            length += line.Length;
            _code[length++] = '\n';
        }

        var code = _code.AsSpan(0, length);
        code.Replace(ForbiddenCharacters.ProtectedBar, '|');
        return code;
    }

    private static ReadOnlySpan<byte> Open(TokenKind kind) => kind switch
    {
        TokenKind.Comment => "<span class=\"hl-c\">"u8,
        TokenKind.Keyword => "<span class=\"hl-k\">"u8,
        TokenKind.Type => "<span class=\"hl-t\">"u8,
        TokenKind.Constant => "<span class=\"hl-l\">"u8,
        TokenKind.Number => "<span class=\"hl-n\">"u8,
        TokenKind.Quoted => "<span class=\"hl-s\">"u8,
        TokenKind.Function => "<span class=\"hl-f\">"u8,
        TokenKind.Name => "<span class=\"hl-v\">"u8,
        TokenKind.Meta => "<span class=\"hl-m\">"u8,
        TokenKind.Inserted => "<span class=\"hl-i\">"u8,
        TokenKind.Deleted => "<span class=\"hl-d\">"u8,
        _ => default,
    };
}
