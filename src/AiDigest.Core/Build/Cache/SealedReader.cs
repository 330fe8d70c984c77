using System.Buffers.Binary;
using System.IO.Hashing;
using AiDigest.Core.FileSystem;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// Reads such a file as <see cref="Sealed"/> describes from its beginning to its end through a small buffer: for one of which most is
/// passed by. Whether it is whole is known at the end. What does not fit is an <see cref="InvalidDataException"/>.
/// </summary>
internal sealed class SealedReader
{
    private const int Window = 256 << 10;
    private const int Chunk = 256 << 10;

    private readonly XxHash128 _hash;
    private readonly SealKey _key;
    private readonly IOpenFile _file;
    private readonly long _end;
    private byte[] _buffer = new byte[Window];
    private int _at;
    private int _filled;
    private long _read;
    private byte[] _chunk = [];
    private int _used;

    private SealedReader(IOpenFile file, SealKey key) =>
        (_file, _key, _hash, _end) = (file, key, key.Begin(), file.Length - AiDigest.Core.FileSystem.Digest.Size);

    /// <summary>Offset in the file.</summary>
    public long Position => _read - (_filled - _at);

    public bool AtEnd => Position == _end;

    /// <returns>Null where the file is none of this mark and version.</returns>
    public static SealedReader? Open(IOpenFile file, SealKey key, ReadOnlySpan<byte> mark, byte version)
    {
        var reader = new SealedReader(file, key);
        return reader._end > mark.Length && reader.Take(mark.Length).SequenceEqual(mark) && reader.Take(1)[0] == version ? reader : null;
    }

    /// <summary>At the end: whether the file is as a build of this user wrote it.</summary>
    public bool IsAsSealed()
    {
        Span<byte> seal = stackalloc byte[AiDigest.Core.FileSystem.Digest.Size];
        _file.Read(_end, seal);
        return AtEnd && AiDigest.Core.FileSystem.Digest.Read(seal) == _key.Seal(_hash);
    }

    public Digest Digest() => AiDigest.Core.FileSystem.Digest.Read(Take(AiDigest.Core.FileSystem.Digest.Size));

    /// <summary>A copy of what follows its length in four bytes.</summary>
    public ReadOnlyMemory<byte> Framed()
    {
        var length = BinaryPrimitives.ReadUInt32BigEndian(Take(4));
        var taken = Take(length <= int.MaxValue ? (int)length : throw ByteReader.Odd());
        if (taken.Length > _chunk.Length - _used)
        {
            (_chunk, _used) = (GC.AllocateUninitializedArray<byte>(Math.Max(Chunk, taken.Length)), 0);
        }

        taken.CopyTo(_chunk.AsSpan(_used));
        _used += taken.Length;
        return _chunk.AsMemory(_used - taken.Length, taken.Length);
    }

    public void Skip(long count)
    {
        if (count < 0 || count > _end - Position)
        {
            throw ByteReader.Odd();
        }

        while (count > 0)
        {
            if (_at == _filled)
            {
                Fill(1);
            }

            var step = (int)Math.Min(count, _filled - _at);
            _at += step;
            count -= step;
        }
    }

    /// <summary>The next bytes, valid until the next call.</summary>
    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _filled - _at)
        {
            Fill(count);
        }

        _at += count;
        return _buffer.AsSpan(_at - count, count);
    }

    private void Fill(int wanted)
    {
        if (wanted > _end - Position)
        {
            throw ByteReader.Odd();
        }

        var rest = _buffer.AsSpan(_at, _filled - _at);
        var target = wanted > _buffer.Length ? new byte[wanted] : _buffer;
        rest.CopyTo(target);
        (_buffer, _at, _filled) = (target, 0, rest.Length);
        var fresh = _buffer.AsSpan(_filled, (int)Math.Min(_buffer.Length - _filled, _end - _read));
        _file.Read(_read, fresh);
        _hash.Append(fresh);
        _read += fresh.Length;
        _filled += fresh.Length;
    }
}
