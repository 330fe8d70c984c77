using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace AiDigest.Core.FileSystem;

/// <summary>
/// Writes values one after another so that they can be read back, and so that no two lists of values give the same bytes: all of varying
/// length is led by its length.
/// </summary>
/// <param name="capacity">Bytes to begin with.</param>
public sealed class ByteWriter(int capacity = 1024)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _buffer = new byte[capacity];
    private int _length;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <summary>The same, for those who keep it: valid while nothing more is written.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _buffer.AsMemory(0, _length);

    public int Length => _length;

    public void Clear() => _length = 0;

    public void Byte(byte value) => Reserve(1)[0] = value;

    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    /// <summary>Seven bits a byte, the sign folded in: small numbers take one byte.</summary>
    public void Number(long value) => _length += Number(value, Room(10));

    private static int Number(long value, Span<byte> target)
    {
        var rest = (ulong)((value << 1) ^ (value >> 63));
        var count = 0;
        for (; rest >= 0x80; rest >>= 7)
        {
            target[count++] = (byte)(rest | 0x80);
        }

        target[count++] = (byte)rest;
        return count;
    }

    public void Digest(Digest value) => value.Write(Reserve(AiDigest.Core.FileSystem.Digest.Size));

    /// <summary>Four bytes, for what is evenly spread over its range.</summary>
    public void Raw32(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Reserve(4), value);

    /// <summary>Eight bytes, likewise.</summary>
    public void Raw64(ulong value) => BinaryPrimitives.WriteUInt64BigEndian(Reserve(8), value);

    /// <summary>Bytes with their length.</summary>
    public void Bytes(ReadOnlySpan<byte> value)
    {
        Number(value.Length);
        Raw(value);
    }

    public void Raw(ReadOnlySpan<byte> value) => value.CopyTo(Reserve(value.Length));

    /// <summary>A text as UTF-8; one with half a surrogate pair, which UTF-8 cannot hold, as it is in memory.</summary>
    public void Text(string? value)
    {
        if (value is null)
        {
            Number(-1);
            return;
        }

        Text(value.AsSpan());
    }

    /// <summary>The same for a part of a text.</summary>
    public void Text(ReadOnlySpan<char> value)
    {
        try
        {
            var bytes = Strict.GetByteCount(value);
            Number(bytes);
            Strict.GetBytes(value, Reserve(bytes));
        }
        catch (EncoderFallbackException)
        {
            Number(-2);
            Bytes(MemoryMarshal.AsBytes(value));
        }
    }

    /// <summary>A text as it is in memory: quicker than <see cref="Text"/>, for what is hashed and never read back.</summary>
    public void Chars(string? value)
    {
        var chars = MemoryMarshal.AsBytes(value.AsSpan());
        var target = Room(10 + chars.Length);
        var length = Number(value?.Length ?? -1, target);
        chars.CopyTo(target[length..]);
        _length += length + chars.Length;
    }

    private Span<byte> Reserve(int count)
    {
        var room = Room(count)[..count];
        _length += count;
        return room;
    }

    private Span<byte> Room(int count)
    {
        if (_buffer.Length - _length < count)
        {
            Array.Resize(ref _buffer, (int)Math.Min(Array.MaxLength, Math.Max((long)_length + count, (long)_buffer.Length * 2)));
        }

        return _buffer.AsSpan(_length);
    }
}
