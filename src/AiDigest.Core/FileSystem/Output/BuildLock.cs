using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace AiDigest.Core.FileSystem.Output;

/// <summary>
/// Allows one build at a time for one output folder, across processes. It is a lock of the operating system on an open handle, which ends
/// with its process. The lock file is in the user's cache folder, where no other user can put files, and is named by the output folder's
/// real path. Without a cache folder it is in the system's folder for temporary files. The output folder itself holds no lock file. The
/// lock file is never written or deleted: after a deletion, one process could hold the old file and another one a new file.
/// </summary>
public sealed class BuildLock : IDisposable
{
    private const int Exclusively = 2;
    private const int AtOnce = 4;

    private readonly SafeFileHandle _file;

    private BuildLock(SafeFileHandle file) => _file = file;

    /// <summary>Takes the lock of an output folder, and waits while another holder has it.</summary>
    /// <param name="waiting">Called once, before the first wait.</param>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public static BuildLock Acquire(string output, Action waiting, CancellationToken cancellation)
    {
        for (var first = true; ; first = false)
        {
            if (TryTake(output) is { } taken)
            {
                return taken;
            }

            if (first)
            {
                waiting();
            }

            cancellation.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(50));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Takes the lock of an output folder; null where another holder has it.</summary>
    /// <exception cref="IOException">The lock's file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock's file may not be opened.</exception>
    public static BuildLock? TryTake(string outputPath)
    {
        var path = FileOf(outputPath);
        while (true)
        {
            try
            {
                return Take(Open(path));
            }
            catch (FileNotFoundException)
            {
                Create(path);
            }
            catch (IOException e) when (IsHeld(e))
            {
                return null;
            }
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>
    /// The lock file of this output folder. Its name uses our own digest, because one of the system's would load a whole library in each
    /// build.
    /// </summary>
    internal static string FileOf(string outputPath)
    {
        var name = $"aidigest-{Digest.Of(CacheFiles.RealName(outputPath))}.lock";
        return Path.Combine(UserSecret.Folder() is { } folder
            && UserSecret.MakeFolder(Path.Combine(folder, "locks")) is { } locks ? locks : Path.GetTempPath(), name);
    }

    // For reading only: enough to lock, harmless where someone has put a link there, and allowed for the file of another user.
    // The folder of temporary files belongs to everybody, and opening a pipe would wait for its other end.
    private static SafeFileHandle Open(string path) =>
        OperatingSystem.IsWindows() ? File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.None)
        : RegularFile.Open(Path.GetDirectoryName(path)!, Path.GetFileName(path));

    private static BuildLock? Take(SafeFileHandle file)
    {
        if (!OperatingSystem.IsWindows() && Lock(file, Exclusively | AtOnce) != 0 && IsHeld(Marshal.GetLastPInvokeError()))
        {
            file.Dispose();
            return null;
        }

        return new BuildLock(file);
    }

    private static void Create(string path)
    {
        try
        {
            new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another build was quicker.
        }
    }

    private static bool IsHeld(IOException e) => IsHeld(e.HResult);

    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows.
    private static bool IsHeld(int error) => error is 11 or 35 or unchecked((int)0x80070020);

    // flock(2), asked for by name: on Unix the runtime's own locks are off in the tool (System.IO.DisableFileLocking), for they cost calls
    // with every file.
    [DllImport("libc", EntryPoint = "flock", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Lock(SafeFileHandle file, int operation);
}
