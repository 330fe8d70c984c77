using System.Collections.Immutable;

namespace AiDigest.Core.Model;

/// <summary>
/// A rendered body: UTF-8 in pieces with typed holes. It depends on its Markdown and the fixed options alone. What depends on the
/// rest of the site (addresses, levels, the slug) is a hole, filled when a page is rendered. So one body serves its own page, every
/// tag page, home and the feeds, and stays valid while its bytes stay the same. Its HTML is in memory (<c>MemoryBody</c>) or in the file
/// of the cache (<c>StoredBody</c>).
/// </summary>
public abstract record RenderedBody
{
    /// <summary>HTML without its holes. Every <c>&gt;</c> of text and attributes is escaped, so that <c>]]&gt;</c> never occurs.</summary>
    /// <exception cref="IOException">It is stored, and the disk failed.</exception>
    public abstract ReadOnlyMemory<byte> Utf8 { get; }

    public required ImmutableArray<Piece> Pieces { get; init; }

    public required ImmutableArray<BodyLink> Links { get; init; }

    public required Anchors Anchors { get; init; }

    /// <summary>The first paragraph as plain text, cut at a word near 200 characters.</summary>
    public abstract string Lead { get; }

    /// <summary>Words of the text, for the reading time.</summary>
    public int Words { get; init; }

    /// <summary>The font that its formulas need.</summary>
    public MathFont Math { get; init; }

    /// <summary>The HTML, for which a buffer may be used that is kept from body to body.</summary>
    /// <exception cref="IOException">It is stored, and the disk failed.</exception>
    public abstract ReadOnlySpan<byte> Utf8In(ref byte[] buffer);
}
