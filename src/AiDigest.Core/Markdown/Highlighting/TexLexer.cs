namespace AiDigest.Core.Markdown.Highlighting;

/// <summary>TeX and BibTeX: commands, comments, the signs of formulas, entries.</summary>
internal sealed class TexLexer : Lexer
{
    private protected override void Lex(ref Cursor c)
    {
        while (!c.End)
        {
            switch (c.Peek())
            {
                case '%':
                    c.Take(TokenKind.Comment, c.Line());
                    break;
                case '\\':
                    c.Take(TokenKind.Keyword, Math.Max(2, 1 + c.Word(1, "@*")));
                    break;
                case '@' when char.IsAsciiLetter(c.Peek(1)):
                    c.Take(TokenKind.Keyword, 1 + c.Word(1));
                    break;
                case '$' or '&':
                    c.Take(TokenKind.Meta, 1);
                    break;
                default:
                    var length = c.Rest.IndexOfAny("%\\@$&");
                    c.Take(TokenKind.Text, length < 0 ? c.Rest.Length : Math.Max(1, length));
                    break;
            }
        }
    }
}
