using AiDigest.Core.Incremental;
using Microsoft.Win32.SafeHandles;

namespace AiDigest.Core.IO;

/// <summary>A file by its handle, which is closed when nobody holds it any more.</summary>
internal sealed class OpenFile(string path) : IOpenFile
{
    private readonly SafeFileHandle _handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    public long Length => RandomAccess.GetLength(_handle);

    public void Read(long offset, Span<byte> buffer)
    {
        for (var filled = 0; filled < buffer.Length;)
        {
            var count = RandomAccess.Read(_handle, buffer[filled..], offset + filled);
            filled += count > 0 ? count : throw new IOException($"The file '{path}' ended while it was read.");
        }
    }
}
