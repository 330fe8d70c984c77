namespace AiDigest.Core.Markdown.Highlighting;

/// <summary>A session at a prompt: what was typed is lexed line by line, what was answered is text.</summary>
internal sealed class SessionLexer(Lexer typed, params string[] prompts) : Lexer
{
    private protected override void Lex(ref Cursor c)
    {
        while (!c.End)
        {
            foreach (var prompt in prompts)
            {
                if (c.Starts(prompt))
                {
                    c.Take(TokenKind.Meta, prompt.Length);
                    typed.Lex(c.HandOver(c.Line(), out var to), to);
                    break;
                }
            }

            c.Take(TokenKind.Text, c.Line() + 1);
        }
    }
}
