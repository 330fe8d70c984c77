using System.Runtime.InteropServices;

namespace AiDigest.Cli;

/// <summary>
/// Keeps the descriptors 0 to 2 for standard input, output and error. A process that is started without one of them gives its number to the
/// next file that it opens, and what it prints would go into that file: a page of the site perhaps.
/// </summary>
internal static class StandardStreams
{
    private const int AskFlags = 1;
    private const int ReadAndWrite = 2;

    /// <summary>Opens the null device in place of each that is closed. To be called before the process opens a file.</summary>
    public static void Reserve()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        for (var number = 0; number <= 2; number++)
        {
            if (Control(number, AskFlags) < 0 && Open("/dev/null\0"u8.ToArray(), ReadAndWrite) is var opened && opened != number)
            {
                return;
            }
        }
    }

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int descriptor, int command);

    [DllImport("libc", EntryPoint = "open", SetLastError = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);
}
