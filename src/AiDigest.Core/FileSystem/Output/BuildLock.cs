using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace AiDigest.Core.FileSystem.Output;

/// <summary>
/// One build at a time for one output folder, across processes: a lock of the operating system on an open handle, which dies with its
/// process. Its file stands in the user's cache folder, where nobody else can put files, named by the output folder's real path. A user
/// without a cache folder takes the system's folder for temporary files. So the output holds no stray file. The file is never written or
/// deleted: to delete it would let a process that has just opened the old file and one that makes a new file both hold "the" lock.
/// </summary>
public sealed class BuildLock : IDisposable
{
    private const int Exclusively = 2;
    private const int AtOnce = 4;

    private readonly SafeFileHandle _file;

    private BuildLock(SafeFileHandle file) => _file = file;

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
    /// The file whose lock stands for this output folder. (A digest of the system's library would have the whole of that library loaded, in
    /// each build.)
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
