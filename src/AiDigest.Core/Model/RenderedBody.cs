using System.Collections.Immutable;
using System.Text;

namespace AiDigest.Core.Model;

/// <param name="Kind">What it is.</param>
/// <param name="Value">By kind: offset, depth or index.</param>
/// <param name="Length">Bytes, for <see cref="PieceKind.Html"/>; else 0.</param>
public readonly record struct Piece(PieceKind Kind, int Value = 0, int Length = 0);

/// <summary>A link or image of a body that leads into the site; addresses outside are finished HTML already.</summary>
/// <param name="Target">As written, decoded from Markdown (entities and escapes resolved, percent-encoding kept).</param>
/// <param name="IsImage">An image, which must be a file beside the entry.</param>
/// <param name="Attributes">Further attributes of the opening tag, escaped, each with a leading space.</param>
/// <param name="At">Where it stands in the source file.</param>
public sealed record BodyLink(string Target, bool IsImage, string Attributes, SourceRef At);

/// <summary>A heading of a body.</summary>
/// <param name="Id">Without the entry's prefix; unique in its body.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Depth">0 for the body's topmost headings.</param>
public sealed record Heading(string Id, string Text, int Depth);

/// <summary>Bytes that lie elsewhere until somebody asks for them; from any thread.</summary>
public abstract class StoredBytes
{
    /// <exception cref="IOException">The disk failed.</exception>
    public abstract ReadOnlyMemory<byte> Read();

    /// <summary>The same in a buffer, which is made larger where they do not fit, or where they are held; valid until the buffer is used again.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public abstract ReadOnlySpan<byte> ReadInto(ref byte[] buffer);
}

/// <summary>
/// A rendered body: UTF-8 in pieces with typed holes. It depends on its Markdown and the fixed options alone; what depends on the
/// rest of the site (addresses, levels, the slug) is a hole, filled when a page is rendered, so that one body serves its own
/// page, every tag page, home and the feeds, and stays valid while its bytes stay the same.
/// </summary>
public sealed record RenderedBody
{
    private ReadOnlyMemory<byte> _utf8;
    private StoredBytes? _stored;
    private string? _lead;
    private ReadOnlyMemory<byte> _leadUtf8;

    public static RenderedBody Empty { get; } = new() { Utf8 = ReadOnlyMemory<byte>.Empty, Pieces = [], Links = [], Anchors = Anchors.None, Lead = "" };

    /// <summary>HTML without its holes. Every <c>&gt;</c> of text and attributes is escaped, so that <c>]]&gt;</c> never occurs.</summary>
    public required ReadOnlyMemory<byte> Utf8
    {
        get => _stored?.Read() ?? _utf8;
        init => _utf8 = value;
    }

    /// <summary>The HTML, for which a buffer may be used that is kept from body to body.</summary>
    public ReadOnlySpan<byte> Utf8In(ref byte[] buffer) => _stored is { } stored ? stored.ReadInto(ref buffer) : _utf8.Span;

    /// <summary>Where the HTML is read from; null where it is held.</summary>
    public StoredBytes? Stored => _stored;

    public required ImmutableArray<Piece> Pieces { get; init; }

    public required ImmutableArray<BodyLink> Links { get; init; }

    public required Anchors Anchors { get; init; }

    /// <summary>The first paragraph as plain text, cut at a word near 200 characters.</summary>
    public required string Lead
    {
        get => _lead ??= Encoding.UTF8.GetString(_leadUtf8.Span);
        init => _lead = value;
    }

    /// <summary>Words of the text, for the reading time.</summary>
    public int Words { get; init; }

    /// <summary>Whether a formula stands in it as MathML, which wants a font of its own.</summary>
    public bool HasMath { get; init; }

    /// <summary>Sets <see cref="Lead"/>, which few ask for, as UTF-8; before anyone does.</summary>
    public void LeaveLead(ReadOnlyMemory<byte> utf8) => (_lead, _leadUtf8) = (null, utf8);

    /// <summary>Lets go of the HTML, which is read from now on where it is stored; while nobody reads it.</summary>
    /// <param name="stored">The very same bytes.</param>
    public void Leave(StoredBytes stored)
    {
        _stored = stored;
        _utf8 = ReadOnlyMemory<byte>.Empty;
    }
}
