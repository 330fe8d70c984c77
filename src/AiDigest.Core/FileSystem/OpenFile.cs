using AiDigest.Core.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace AiDigest.Core.FileSystem;

/// <summary>A file by its handle, which is closed after its last use.</summary>
internal sealed class OpenFile : IOpenFile
{
    private readonly SafeFileHandle _handle;
    private readonly string _path;

    public OpenFile(string path)
    {
        _path = path;
        _handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Length = RandomAccess.GetLength(_handle);
    }

    public long Length { get; }

    public void Read(long offset, Span<byte> buffer)
    {
        for (var filled = 0; filled < buffer.Length;)
        {
            var count = RandomAccess.Read(_handle, buffer[filled..], offset + filled);
            filled += count > 0 ? count : throw new ExplainedIOException(Messages.FileEnded(_path));
        }
    }
}
