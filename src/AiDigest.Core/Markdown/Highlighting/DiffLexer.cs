namespace AiDigest.Core.Markdown.Highlighting;

/// <summary>Differences: each line is what its first signs say.</summary>
internal sealed class DiffLexer : Lexer
{
    private protected override void Lex(ref Cursor c)
    {
        while (!c.End)
        {
            c.Take(Kind(c), c.Line());
            c.Take(TokenKind.Text, 1);
        }
    }

    private static TokenKind Kind(Cursor c) => c.Peek() switch
    {
        '+' => c.Starts("+++ ") ? TokenKind.Meta : TokenKind.Inserted,
        '-' => c.Starts("--- ") ? TokenKind.Meta : TokenKind.Deleted,
        '@' or '\\' => TokenKind.Meta,
        '!' => TokenKind.Name,
        '<' => TokenKind.Deleted,
        '>' => TokenKind.Inserted,
        _ => c.Starts("diff ") || c.Starts("index ") || c.Starts("new file") || c.Starts("deleted file")
            || c.Starts("rename ") ? TokenKind.Meta : TokenKind.Text,
    };
}
