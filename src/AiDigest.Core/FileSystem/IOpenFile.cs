namespace AiDigest.Core.FileSystem;

/// <summary>A file that is open and stays as it is, whatever takes its name; from any thread.</summary>
public interface IOpenFile
{
    long Length { get; }

    /// <summary>Fills a buffer with what is at an offset.</summary>
    /// <exception cref="IOException">The disk failed, or the file ends before.</exception>
    void Read(long offset, Span<byte> buffer);
}

/// <summary>A file in memory.</summary>
public sealed class BytesFile(ReadOnlyMemory<byte> bytes) : IOpenFile
{
    public long Length => bytes.Length;

    public void Read(long offset, Span<byte> buffer) => bytes.Span.Slice((int)offset, buffer.Length).CopyTo(buffer);
}
