using System.Runtime.InteropServices;
using System.Text;
using AiDigest.Core.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace AiDigest.Core.FileSystem;

/// <summary>
/// Opens files of a folder for reading, without following a symbolic link below that folder and without waiting for a pipe. A listing
/// cannot promise either: a checkout may replace a file after it was listed. On Linux one call, openat2(2), does both at once; elsewhere,
/// and on kernels before 5.6, the names on the way are looked at first.
/// </summary>
public static class RegularFile
{
    private const int OpenCall = 437;
    private const int PathOnly = 0x200000;
    private const int CloseOnExec = 0x80000;
    private const int NoWait = 0x800;
    private const int WithoutFolder = -100;
    private const ulong NoLinks = 0x04;
    private const ulong NoMagicLinks = 0x02;
    private const ulong Beneath = 0x08;

    // Of errno.
    private const int Missing = 2;
    private const int Interrupted = 4;
    private const int Refused = 13;
    private const int NotAFolder = 20;
    private const int Loop = 40;
    private const int OtherFolder = 18;

    /// <summary>Opens a file.</summary>
    /// <param name="folder">An absolute path; links on the way to it are followed.</param>
    /// <param name="path">Below the folder, with <c>/</c>.</param>
    /// <exception cref="FileNotFoundException">Nothing is there.</exception>
    /// <exception cref="IOException">It is a link, lies beyond one, or is no file: a folder, a pipe, a device.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static SafeFileHandle Open(string folder, string path)
    {
        var handle = OperatingSystem.IsLinux() ? OpenOnLinux(folder, path) : null;
        handle ??= OpenElsewhere(folder, path);
        if (FileStatus.Of(handle) is { Kind: not PathKind.File })
        {
            handle.Dispose();
            throw new ExplainedIOException(Messages.NoRegularFile(Path.Join(folder, path)));
        }

        return handle;
    }

    /// <returns>Null where the system has no such call, or does not allow it.</returns>
    private static SafeFileHandle? OpenOnLinux(string folder, string path)
    {
        try
        {
            using var root = Call(WithoutFolder, folder, new How { Flags = PathOnly | CloseOnExec });
            if (root.IsInvalid)
            {
                return Marshal.GetLastPInvokeError() is var failure
                    && failure is Missing or NotAFolder ? throw NotThere(folder, path) : null;
            }

            var how = new How { Flags = NoWait | CloseOnExec, Resolve = NoLinks | NoMagicLinks | Beneath };
            var handle = Call((int)root.DangerousGetHandle(), path, how);
            if (!handle.IsInvalid)
            {
                return handle;
            }

            var error = Marshal.GetLastPInvokeError();
            handle.Dispose();
            return error switch
            {
                Missing or NotAFolder => throw NotThere(folder, path),
                Refused => throw new UnauthorizedAccessException($"Access to the path '{Path.Join(folder, path)}' is denied."),
                Loop or OtherFolder => throw Link(folder, path),
                _ => null,
            };
        }
        catch (Exception none) when (none is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    private static SafeFileHandle OpenElsewhere(string folder, string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); ; slash = path.IndexOf('/', slash + 1))
        {
            var name = slash < 0 ? path : path[..slash];
            if (new FileInfo(Path.Join(folder, name)).LinkTarget is not null)
            {
                throw Link(folder, name);
            }

            if (slash < 0)
            {
                break;
            }
        }

        var full = Path.Join(folder, path);
        if (FileStatus.Of(folder, path) is { Kind: not PathKind.File })
        {
            throw new ExplainedIOException(Messages.NoRegularFile(full));
        }

        return File.OpenHandle(full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

    private static FileNotFoundException NotThere(string folder, string path) =>
        new($"Could not find file '{Path.Join(folder, path)}'.", Path.Join(folder, path));

    private static IOException Link(string folder, string path) =>
        new($"'{Path.Join(folder, path)}' is a symbolic link or lies beyond one, which is not followed.");

    private static SafeFileHandle Call(int folder, string path, How how)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(path.Length) + 1];
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            throw new FileNotFoundException("A name holds a NUL character.");
        }

        _ = Encoding.UTF8.GetBytes(path, bytes);
        while (true)
        {
            var found = Open(OpenCall, folder, bytes, ref how, Marshal.SizeOf<How>());
            if (found >= 0 || Marshal.GetLastPInvokeError() != Interrupted)
            {
                return new SafeFileHandle((nint)found, ownsHandle: true);
            }
        }
    }

    // The C library has no function for the call. Its number is the same on every processor.
    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Open(nint number, nint folder, byte[] path, ref How how, nint size);

    /// <summary><c>struct open_how</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct How
    {
        public ulong Flags;
        public ulong Mode;
        public ulong Resolve;
    }
}
