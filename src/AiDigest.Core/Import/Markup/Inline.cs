using System.Collections.Immutable;

namespace AiDigest.Core.Import.Markup;

/// <summary>
/// A piece of running text of an import, whatever markup it came in. <see cref="InlineMarkdown"/> and <see cref="InlineText"/> write it.
/// </summary>
internal abstract record Inline
{
    private Inline()
    {
    }

    public sealed record Text(string Value) : Inline;

    /// <param name="Tex">Without its delimiters.</param>
    /// <param name="IsDisplay">It is a separate paragraph.</param>
    public sealed record Formula(string Tex, bool IsDisplay) : Inline;

    public sealed record Styled(TextStyle Style, ImmutableArray<Inline> Inner) : Inline;

    public sealed record Code(string Value) : Inline;

    /// <param name="Inner">Empty: the address is shown.</param>
    public sealed record Link(string Address, ImmutableArray<Inline> Inner) : Inline;

    public sealed record Picture(string Path, string Description) : Inline;

    /// <summary>The mark of a footnote in the text, by its name.</summary>
    public sealed record NoteMark(string Name) : Inline;

    /// <summary>Markdown as it is.</summary>
    public sealed record Verbatim(string Value) : Inline;

    /// <summary>A line break inside a paragraph.</summary>
    public sealed record LineBreak : Inline;

    /// <summary>The end of a paragraph.</summary>
    public sealed record ParagraphBreak : Inline;
}

internal enum TextStyle
{
    Emphasis,
    Strong,
    Strikethrough,
}
