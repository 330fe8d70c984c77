using System.Collections.Immutable;
using System.Text;

namespace AiDigest.Core.Model;

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

    public static RenderedBody Empty { get; } =
        new() { Utf8 = ReadOnlyMemory<byte>.Empty, Pieces = [], Links = [], Anchors = Anchors.None, Lead = "" };

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
