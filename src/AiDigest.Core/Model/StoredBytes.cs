using System.Collections.Immutable;
using System.Text;

namespace AiDigest.Core.Model;

/// <summary>Bytes in a file, read when they are asked for, from any thread.</summary>
public abstract class StoredBytes
{
    /// <summary>The XXH128 hash of the bytes, known without reading them.</summary>
    public abstract UInt128 Hash { get; }

    /// <exception cref="IOException">The disk failed.</exception>
    public abstract ReadOnlyMemory<byte> Read();

    /// <summary>
    /// The same in a buffer, which is made larger where they do not fit, or where they are held; valid until the buffer is used again.
    /// </summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public abstract ReadOnlySpan<byte> ReadInto(ref byte[] buffer);
}
