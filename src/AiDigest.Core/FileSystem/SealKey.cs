using System.Buffers.Binary;
using System.IO.Hashing;
using System.Numerics;

namespace AiDigest.Core.FileSystem;

/// <summary>
/// The secret of one user that seals the files of the cache. A seal is SipHash-2-4 with 128 bits of output (Aumasson and Bernstein, 2012)
/// over the seeded XXH128 of the content. Without the key a forged seal is right once in 2^128 tries, so a cache that comes with a checkout
/// is not believed. Hashing the content itself by SipHash would cost five times as much; see <c>docs/decisions/0025-sealed-cache.md</c>.
/// </summary>
public readonly record struct SealKey(ulong Seed, ulong First, ulong Second)
{
    /// <summary>Bytes of a key.</summary>
    public const int Size = 24;

    public static SealKey Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]));

    /// <summary>A hash to which the content is appended.</summary>
    public XxHash128 Begin() => new(unchecked((long)Seed));

    /// <summary>The seal of what was appended so far.</summary>
    public Digest Seal(XxHash128 hash) => Seal(hash.GetCurrentHashAsUInt128());

    /// <summary>The seal of a content.</summary>
    public Digest Seal(ReadOnlySpan<byte> content) => Seal(XxHash128.HashToUInt128(content, unchecked((long)Seed)));

    private Digest Seal(UInt128 hash)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
        return SipHash(bytes);
    }

    /// <summary>SipHash-2-4-128 of sixteen bytes. The digest has the bytes of the output in their order.</summary>
    internal Digest SipHash(ReadOnlySpan<byte> sixteenBytes)
    {
        var state = new State(First, Second);
        state.Absorb(BinaryPrimitives.ReadUInt64LittleEndian(sixteenBytes));
        state.Absorb(BinaryPrimitives.ReadUInt64LittleEndian(sixteenBytes[8..]));
        state.Absorb(16UL << 56);
        var (first, second) = state.End();
        return new Digest(BinaryPrimitives.ReverseEndianness(first), BinaryPrimitives.ReverseEndianness(second));
    }

    public override string ToString() => "a secret";

    private struct State(ulong first, ulong second)
    {
        // The constants of the paper: "somepseudorandomlygeneratedbytes", and 0xee and 0xdd for the long output.
        private ulong _v0 = first ^ 0x736f6d6570736575, _v1 = second ^ 0x646f72616e646f6d ^ 0xee, _v2 = first ^ 0x6c7967656e657261,
            _v3 = second ^ 0x7465646279746573;

        public void Absorb(ulong word)
        {
            _v3 ^= word;
            Mix(2);
            _v0 ^= word;
        }

        public (ulong First, ulong Second) End()
        {
            _v2 ^= 0xee;
            Mix(4);
            var first = _v0 ^ _v1 ^ _v2 ^ _v3;
            _v1 ^= 0xdd;
            Mix(4);
            return (first, _v0 ^ _v1 ^ _v2 ^ _v3);
        }

        private void Mix(int rounds)
        {
            for (; rounds > 0; rounds--)
            {
                _v0 += _v1;
                _v1 = BitOperations.RotateLeft(_v1, 13) ^ _v0;
                _v0 = BitOperations.RotateLeft(_v0, 32);
                _v2 += _v3;
                _v3 = BitOperations.RotateLeft(_v3, 16) ^ _v2;
                _v0 += _v3;
                _v3 = BitOperations.RotateLeft(_v3, 21) ^ _v0;
                _v2 += _v1;
                _v1 = BitOperations.RotateLeft(_v1, 17) ^ _v2;
                _v2 = BitOperations.RotateLeft(_v2, 32);
            }
        }
    }
}
