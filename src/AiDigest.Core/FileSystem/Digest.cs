using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace AiDigest.Core.FileSystem;

/// <summary>
/// The XXH128 of bytes: equal digests are taken for equal bytes. It tells changes of one's own files from one another and guards
/// nothing against an enemy; see <c>docs/decisions/0007-xxh128.md</c>.
/// </summary>
public readonly record struct Digest(ulong High, ulong Low)
{
    /// <summary>Bytes of a digest.</summary>
    public const int Size = 16;

    public static Digest Of(ReadOnlySpan<byte> bytes) => Of(XxHash128.HashToUInt128(bytes));

    /// <summary>Of what was appended so far.</summary>
    public static Digest Of(XxHash128 hash) => Of(hash.GetCurrentHashAsUInt128());

    private static Digest Of(UInt128 hash) => new((ulong)(hash >> 64), (ulong)hash);

    /// <summary>Of the UTF-16 units of a text.</summary>
    public static Digest Of(string text) => Of(MemoryMarshal.AsBytes(text.AsSpan()));

    public static Digest Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
    }

    public override string ToString() => $"{High:x16}{Low:x16}";
}
