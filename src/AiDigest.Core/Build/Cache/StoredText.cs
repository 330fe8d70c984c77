using AiDigest.Core.FileSystem;
using AiDigest.Core.Model;

namespace AiDigest.Core.Build.Cache;

/// <summary>The HTML of a body in the file of the cache.</summary>
/// <param name="isHeld">Whether it stays in memory once it was read: of a large site that would be much, and most pages ask for a body a
/// few times.</param>
internal sealed class StoredText(IOpenFile file, long offset, int length, Digest digest, bool isHeld) : StoredBytes
{
    private byte[]? _held;

    /// <summary>Of the bytes.</summary>
    public Digest Digest => digest;

    public override UInt128 Hash => new(digest.High, digest.Low);

    public override ReadOnlyMemory<byte> Read()
    {
        if (_held is { } held)
        {
            return held;
        }

        var bytes = GC.AllocateUninitializedArray<byte>(length);
        file.Read(offset, bytes);
        _held = isHeld ? bytes : null;
        return bytes;
    }

    public override ReadOnlySpan<byte> ReadInto(ref byte[] buffer)
    {
        if (isHeld)
        {
            return Read().Span;
        }

        if (buffer.Length < length)
        {
            buffer = GC.AllocateUninitializedArray<byte>(2 * length);
        }

        var bytes = buffer.AsSpan(0, length);
        file.Read(offset, bytes);
        return bytes;
    }
}

/// <summary>The bodies of one source, one behind the other, in the order in which they were written.</summary>
internal sealed class StoredBodies(IOpenFile file, long offset, bool areHeld)
{
    private long _offset = offset;

    public StoredText Next(int length, Digest digest)
    {
        var text = new StoredText(file, _offset, length, digest, areHeld);
        _offset += length;
        return text;
    }
}
