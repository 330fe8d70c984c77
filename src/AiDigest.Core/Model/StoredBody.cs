using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace AiDigest.Core.Model;

/// <summary>A rendered body whose HTML is in a file, and is read when a page shows it.</summary>
public sealed record StoredBody : RenderedBody
{
    // One of the two is given. Few bodies are asked for their lead, so its text is decoded then.
    private readonly string? _lead;
    private readonly ReadOnlyMemory<byte> _leadUtf8;

    public StoredBody(StoredBytes html, string lead) => (Html, _lead) = (html, lead);

    /// <param name="html">HTML without its holes.</param>
    /// <param name="lead">UTF-8.</param>
    public StoredBody(StoredBytes html, ReadOnlyMemory<byte> lead) => (Html, _leadUtf8) = (html, lead);

    /// <summary>The same body as one in memory.</summary>
    /// <param name="html">The same bytes.</param>
    [SetsRequiredMembers]
    public StoredBody(RenderedBody body, StoredBytes html)
    {
        (Html, _lead) = (html, body.Lead);
        (Pieces, Links, Anchors, Words, Math) = (body.Pieces, body.Links, body.Anchors, body.Words, body.Math);
    }

    public StoredBytes Html { get; }

    public override ReadOnlyMemory<byte> Utf8 => Html.Read();

    public override string Lead => _lead ?? Encoding.UTF8.GetString(_leadUtf8.Span);

    public override ReadOnlySpan<byte> Utf8In(ref byte[] buffer) => Html.ReadInto(ref buffer);
}
