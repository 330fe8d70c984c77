using AiDigest.Core.FileSystem;
using AiDigest.Core.Model;

namespace AiDigest.Core.Build.Cache;

/// <summary>The HTML of a body in the file of the cache.</summary>
/// <param name="isHeld">Whether it stays in memory once it was read: of a large site that would be much, and most pages ask for a body a few times.</param>
internal sealed class StoredText(IOpenFile file, long offset, int length, Digest digest, bool isHeld) : StoredBytes
{
    private byte[]? _held;

    /// <summary>Of the bytes.</summary>
    public Digest Digest => digest;

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

/// <summary>Bodies that are held in memory and stand in a file as well.</summary>
/// <param name="Seal">The digest that ends the file.</param>
public sealed record WrittenBodies(Digest Seal, IReadOnlyList<(ParsedFile Source, long Offset)> Places)
{
    /// <summary>Lets go of the bodies, which are read from now on where they stand; while nobody reads them.</summary>
    /// <returns>Whether it did.</returns>
    public bool Leave(IOpenFile file)
    {
        if (!IsIn(file))
        {
            return false;
        }

        foreach (var (source, offset) in Places)
        {
            var stored = new StoredBodies(file, offset, areHeld: false);
            foreach (var body in Of(source))
            {
                var utf8 = body.Utf8.Span;
                body.Leave(stored.Next(utf8.Length, Digest.Of(utf8)));
            }
        }

        return true;
    }

    /// <summary>The bodies of a source, in the order in which they are written.</summary>
    public static IEnumerable<RenderedBody> Of(ParsedFile source) => source.Entries.Select(entry => entry.Body).Concat(source.Page is { } page ? [page.Body] : []);

    // Another build may have put its own file in the place.
    private bool IsIn(IOpenFile file)
    {
        Span<byte> seal = stackalloc byte[Digest.Size];
        file.Read(file.Length - Digest.Size, seal);
        return Digest.Read(seal) == Seal;
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
