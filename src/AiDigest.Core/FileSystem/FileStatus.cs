using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace AiDigest.Core.FileSystem;

/// <summary>What Linux tells of a file without reading it, by statx(2). A link is a link, whatever it leads to.</summary>
/// <param name="Device">The file system on which it is.</param>
/// <param name="Inode">Its number there.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Modified">When its bytes were last written, in nanoseconds of Unix time; anyone may set this moment.</param>
/// <param name="Changed">When anything of it was last changed, its moments among it, in nanoseconds of Unix time; no program can set this
/// one.</param>
internal readonly record struct FileStatus(PathKind Kind, ulong Device, ulong Inode, long Size, long Modified, long Changed)
{
    private const int WithoutFolder = -100;
    private const int NoFollow = 0x100;
    private const int ItselfByHandle = 0x1000;

    // On a file system of another machine: what is true there now, and not what was a few seconds ago.
    private const int Now = 0x2000;
    private const uint Basic = 0x7ff;
    private const int MostOfPath = 1024;

    /// <summary>Size and time of the last change, as the runtime tells them.</summary>
    public FileStamp Stamp => new(Size, DateTime.UnixEpoch.Ticks + (Modified / 100));

    /// <summary>Equal for the same file as long as nothing of it has been changed.</summary>
    public Digest Digest
    {
        get
        {
            Span<byte> bytes = stackalloc byte[5 * sizeof(long)];
            BinaryPrimitives.WriteUInt64BigEndian(bytes, Device);
            BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Inode);
            BinaryPrimitives.WriteInt64BigEndian(bytes[16..], Size);
            BinaryPrimitives.WriteInt64BigEndian(bytes[24..], Modified);
            BinaryPrimitives.WriteInt64BigEndian(bytes[32..], Changed);
            return Digest.Of(bytes);
        }
    }

    /// <summary>The status of an open file; null where the system does not tell it in this way.</summary>
    public static FileStatus? Of(SafeFileHandle file)
    {
        try
        {
            return OperatingSystem.IsLinux()
                && Ask(file, ref MemoryMarshal.GetReference("\0"u8), ItselfByHandle | Now, Basic, out var found) == 0 ? Of(found) : null;
        }
        catch (Exception none) when (none is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// The status of what is at a path below a folder; null where there is nothing, or where the system does not say it in this way.
    /// </summary>
    /// <param name="path">With <c>/</c>.</param>
    public static FileStatus? Of(string folder, string path)
    {
        if (!OperatingSystem.IsLinux() || path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var most = Encoding.UTF8.GetMaxByteCount(folder.Length + path.Length) + 2;
        var bytes = most <= MostOfPath ? stackalloc byte[MostOfPath] : new byte[most];
        var length = Encoding.UTF8.GetBytes(folder, bytes);
        bytes[length++] = (byte)'/';
        length += Encoding.UTF8.GetBytes(path, bytes[length..]);
        bytes[length] = 0;
        try
        {
            return Ask(WithoutFolder, ref MemoryMarshal.GetReference(bytes), NoFollow | Now, Basic, out var found) == 0 ? Of(found) : null;
        }
        catch (Exception none) when (none is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    private static FileStatus? Of(Found found)
    {
        const int Kind = 0xf000;
        return (found.Told & Basic) != Basic
            ? null
            : new FileStatus(
                (found.Mode & Kind) switch
                {
                    0x4000 => PathKind.Folder,
                    0xa000 => PathKind.Link,
                    0x8000 => PathKind.File,
                    _ => PathKind.Special,
                },
                ((ulong)found.Major << 32) | found.Minor,
                found.Inode,
                (long)found.Size,
                Nanoseconds(found.ModifiedSeconds, found.ModifiedRest),
                Nanoseconds(found.ChangedSeconds, found.ChangedRest));
    }

    private static long Nanoseconds(long seconds, uint rest) => unchecked((seconds * 1_000_000_000) + rest);

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Ask(int folder, ref byte path, int flags, uint wanted, out Found found);

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Ask(SafeFileHandle file, ref byte path, int flags, uint wanted, out Found found);

    /// <summary><c>struct statx</c>, which is the same on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Found
    {
        [FieldOffset(0)]
        public uint Told;

        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(96)]
        public long ChangedSeconds;

        [FieldOffset(104)]
        public uint ChangedRest;

        [FieldOffset(112)]
        public long ModifiedSeconds;

        [FieldOffset(120)]
        public uint ModifiedRest;

        [FieldOffset(136)]
        public uint Major;

        [FieldOffset(140)]
        public uint Minor;
    }
}
