namespace AiDigest.Core.Markdown.Highlighting;

/// <summary>The stretches of a code, one behind the other without gaps: their lengths add up to that of the code.</summary>
public sealed class TokenList
{
    private readonly List<Token> _tokens = [];

    public int Count => _tokens.Count;

    public Token this[int index] => _tokens[index];

    public void Clear() => _tokens.Clear();

    /// <summary>Gives back the room that a long code took.</summary>
    public void Trim()
    {
        _tokens.Clear();
        _tokens.TrimExcess();
    }

    /// <summary>Adds a stretch; it joins the last one if both are of one kind.</summary>
    public void Add(TokenKind kind, int length)
    {
        if (length <= 0)
        {
            return;
        }

        if (_tokens.Count > 0 && _tokens[^1] is var last && last.Kind == kind)
        {
            _tokens[^1] = new Token(kind, last.Length + length);
        }
        else
        {
            _tokens.Add(new Token(kind, length));
        }
    }
}
