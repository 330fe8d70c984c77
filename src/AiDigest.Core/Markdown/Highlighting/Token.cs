namespace AiDigest.Core.Markdown.Highlighting;

/// <param name="Kind">What it is.</param>
/// <param name="Length">UTF-16 units.</param>
public readonly record struct Token(TokenKind Kind, int Length);
