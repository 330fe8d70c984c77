using System.Collections.Immutable;
using System.Text;

namespace AiDigest.Core.Model;

/// <summary>What a piece of a rendered body is; see <see cref="Piece"/>.</summary>
public enum PieceKind : byte
{
    /// <summary>Finished UTF-8: <c>Body.Utf8[Value .. Value + Length]</c>.</summary>
    Html,

    /// <summary>The entry's slug and <c>--</c>, with which every id of a body begins.</summary>
    IdPrefix,

    /// <summary>What comes before the <c>#</c> of a link into this same body: nothing on a page, the entry's address in a feed.</summary>
    SelfAddress,

    /// <summary>
    /// The digit of a heading's tag: <c>Value</c> is the depth (0 for the body's topmost headings), lowered beneath the title over it.
    /// </summary>
    HeadingLevel,

    /// <summary>
    /// The opening tag of link <c>Value</c> of <see cref="RenderedBody.Links"/>, or nothing where its target is left out.
    /// </summary>
    LinkOpen,

    /// <summary>The closing tag of link <c>Value</c>, or nothing.</summary>
    LinkClose,

    /// <summary>
    /// The address of image <c>Value</c> of <see cref="RenderedBody.Links"/>, inside its <c>src</c>; its width and height follow, where
    /// they are known.
    /// </summary>
    ImageAddress,

    /// <summary>The address of image <c>Value</c> of <see cref="RenderedBody.Links"/> alone, inside the link to its full size.</summary>
    FileAddress,
}
