namespace AiDigest.Core.Markdown.Highlighting;

/// <summary>
/// Finds the stretches of a code that deserve a colour. It never fails: what it does not know is text. It takes time in proportion
/// to the length of the code, whatever is in it: each rule consumes what it has looked at. Any number of threads may use one.
/// </summary>
public abstract class Lexer
{
    /// <summary>Adds the stretches of the whole code to the list.</summary>
    /// <param name="code">Lines that end in <c>\n</c>.</param>
    public void Lex(ReadOnlySpan<char> code, TokenList tokens)
    {
        var cursor = new Cursor(code, tokens);
        Lex(ref cursor);
        cursor.Take(TokenKind.Text, code.Length - cursor.At);
    }

    private protected abstract void Lex(ref Cursor c);
}
