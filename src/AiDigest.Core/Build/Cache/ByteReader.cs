using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using AiDigest.Core.FileSystem;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// Reads back what <see cref="ByteWriter"/> wrote. It never reads past its end: what does not fit is an <see cref="InvalidDataException"/>.
/// </summary>
internal sealed class ByteReader(ReadOnlyMemory<byte> bytes, StringPool? pool = null)
{
    private int _at;

    public bool AtEnd => _at == bytes.Length;

    public int Position => _at;

    public byte Byte() => Take(1)[0];

    public bool Flag() => Byte() != 0;

    public long Number()
    {
        var value = 0UL;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (long)(value >> 1) ^ -(long)(value & 1);
            }
        }

        throw Odd();
    }

    /// <summary>A number of things of which each takes at least one byte.</summary>
    public int Count()
    {
        var count = Number();
        return count >= 0 && count <= bytes.Length - _at ? (int)count : throw Odd();
    }

    public int Small()
    {
        var value = Number();
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw Odd();
    }

    public Digest Digest() => AiDigest.Core.FileSystem.Digest.Read(Take(AiDigest.Core.FileSystem.Digest.Size));

    /// <summary>A copy of bytes without their length.</summary>
    public byte[] Raw(int count) => Take(count).ToArray();

    public uint Raw32() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public ulong Raw64() => BinaryPrimitives.ReadUInt64BigEndian(Take(8));

    /// <summary>A slice of what is read, not a copy.</summary>
    public ReadOnlyMemory<byte> Bytes()
    {
        var count = Count();
        var slice = bytes.Slice(_at, count);
        _at += count;
        return slice;
    }

    public string? Text()
    {
        var length = Number();
        return length switch
        {
            -1 => null,
            -2 => new string(MemoryMarshal.Cast<byte, char>(Bytes().Span)),
            >= 0 when length <= bytes.Length - _at => Encoding.UTF8.GetString(Take((int)length)),
            _ => throw Odd(),
        };
    }

    /// <summary>
    /// The UTF-8 of a text, a slice of what is read; null for one that is not kept so, or is none: then it is still to be read.
    /// </summary>
    public ReadOnlyMemory<byte>? Utf8()
    {
        var start = _at;
        var length = Number();
        if (length < 0 || length > bytes.Length - _at)
        {
            _at = start;
            return null;
        }

        _at += (int)length;
        return bytes.Slice(_at - (int)length, (int)length);
    }

    /// <summary>A text that other records are likely to say as well.</summary>
    public string? Name()
    {
        if (Utf8() is not { } utf8)
        {
            return Text();
        }

        if (pool is null || utf8.Length is 0 or > StringPool.Longest)
        {
            return Encoding.UTF8.GetString(utf8.Span);
        }

        Span<char> text = stackalloc char[StringPool.Longest];
        return pool.Of(text[..Encoding.UTF8.GetChars(utf8.Span, text)]);
    }

    /// <summary>A text that begins with another, which was not written again.</summary>
    public string After(ReadOnlySpan<char> start)
    {
        if (Utf8() is not { } rest)
        {
            return string.Concat(start, Required());
        }

        Span<char> text = stackalloc char[256];
        return rest.Length <= text.Length
            ? string.Concat(start, text[..Encoding.UTF8.GetChars(rest.Span, text)])
            : string.Concat(start, Encoding.UTF8.GetString(rest.Span));
    }

    public string Required() => Text() ?? throw Odd();

    public static InvalidDataException Odd() => new("the cache is not as it was written");

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > bytes.Length - _at)
        {
            throw Odd();
        }

        var taken = bytes.Span.Slice(_at, count);
        _at += count;
        return taken;
    }
}
