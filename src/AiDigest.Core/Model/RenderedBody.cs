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
    /// <exception cref="IOException">It is stored, and the disk failed.</exception>
    public required ReadOnlyMemory<byte> Utf8
    {
        get => _stored?.Read() ?? _utf8;
        init => _utf8 = value;
    }

    /// <summary>The HTML, for which a buffer may be used that is kept from body to body.</summary>
    /// <exception cref="IOException">It is stored, and the disk failed.</exception>
    public ReadOnlySpan<byte> Utf8In(ref byte[] buffer) => _stored is { } stored ? stored.ReadInto(ref buffer) : _utf8.Span;

    /// <summary>The HTML where it is stored and not in memory; null where it is in memory.</summary>
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

    /// <summary>Whether a formula is in it as MathML, which needs a font of its own.</summary>
    public bool HasMath { get; init; }

    /// <summary>The same body with its HTML stored.</summary>
    /// <param name="stored">The same bytes.</param>
    public RenderedBody StoredAs(StoredBytes stored) => this with { _utf8 = default, _stored = stored };

    /// <summary>The same, with a <see cref="Lead"/> that is decoded when it is asked for, which is rare.</summary>
    /// <param name="lead">UTF-8; null: the lead stays.</param>
    public RenderedBody StoredAs(StoredBytes stored, ReadOnlyMemory<byte>? lead) => lead is { } utf8
        ? this with { _utf8 = default, _stored = stored, _lead = null, _leadUtf8 = utf8 }
        : StoredAs(stored);
}
