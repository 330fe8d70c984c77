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
