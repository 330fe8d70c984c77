namespace AiDigest.Core.Model;

/// <summary>A rendered body whose HTML is in memory.</summary>
/// <param name="Html">HTML without its holes.</param>
/// <param name="LeadText">The lead.</param>
public sealed record MemoryBody(ReadOnlyMemory<byte> Html, string LeadText) : RenderedBody
{
    public static MemoryBody Empty { get; } = new(ReadOnlyMemory<byte>.Empty, "") { Pieces = [], Links = [], Anchors = Anchors.None };

    public override ReadOnlyMemory<byte> Utf8 => Html;

    public override string Lead => LeadText;

    public override ReadOnlySpan<byte> Utf8In(ref byte[] buffer) => Html.Span;
}
