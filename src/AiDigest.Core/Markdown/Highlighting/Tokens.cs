namespace AiDigest.Core.Markdown.Highlighting;

/// <summary>What a stretch of code is.</summary>
public enum TokenKind : byte
{
    /// <summary>Nothing in particular.</summary>
    Text,
    Comment,
    Keyword,

    /// <summary>A type, or a name that the language brings along.</summary>
    Type,

    /// <summary><c>true</c>, <c>None</c>, and the options of commands.</summary>
    Constant,
    Number,
    Quoted,

    /// <summary>The name of a function where it is called or declared, and of a command.</summary>
    Function,

    /// <summary>A key, a variable.</summary>
    Name,

    /// <summary>What speaks to the compiler or of the text itself: directives, attributes, headings, prompts.</summary>
    Meta,
    Inserted,
    Deleted,
}

/// <param name="Kind">What it is.</param>
/// <param name="Length">UTF-16 units.</param>
public readonly record struct Token(TokenKind Kind, int Length);

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
