using System.Security.Cryptography;
using AiDigest.Core.FileSystem.Output;

namespace AiDigest.Core.FileSystem;

/// <summary>
/// The secret that seals what builds of this user leave to later ones. It lies in the user's cache folder, where no checkout puts files,
/// and is readable by its owner only. The first build makes it. To lose it costs time and nothing else. A user without such a folder builds
/// without a cache.
/// </summary>
public static class UserSecret
{
    private const string FileName = "seal.key";
    private const UnixFileMode OfOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// The user's folder for caches: <c>XDG_CACHE_HOME</c>, else <c>LOCALAPPDATA</c> on Windows, <c>Library/Caches</c> on macOS and
    /// <c>.cache</c> elsewhere in the home folder. Null where there is no home folder.
    /// </summary>
    public static string? Folder()
    {
        // The XDG base directory specification wants relative paths to be ignored.
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } given && Path.IsPathFullyQualified(given))
        {
            return Path.Combine(given, "aidigest");
        }

        if (OperatingSystem.IsWindows())
        {
            return Below(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData));
        }

        return Home() is { } home
            ? Below(OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches") : Path.Combine(home, ".cache"))
            : null;

        static string? Below(string folder) => folder.Length > 0 ? Path.Combine(folder, "aidigest") : null;
    }

    private static string? Home()
    {
        var home = Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } named
            ? named
            : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Path.IsPathFullyQualified(home) && Directory.Exists(home) ? home : null;
    }

    /// <summary>Reads the secret.</summary>
    /// <param name="folder">See <see cref="Folder"/>.</param>
    /// <param name="root">The root of the site. A secret that lies in it, or in the work tree around it, is none: it may have come with the
    /// checkout.</param>
    /// <param name="make">Whether to make one where there is none.</param>
    /// <returns>Null where there is none, or none can be made.</returns>
    public static SealKey? Find(string? folder, string root, bool make)
    {
        try
        {
            if (folder is null || OutputPlacement.IsHeld(folder, root, Home()))
            {
                return null;
            }

            var path = Path.Combine(folder, FileName);
            return Read(path) ?? (make ? Make(folder, path) : null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static SealKey? Read(string path)
    {
        if (new FileInfo(path) is not { Exists: true, LinkTarget: null, Length: SealKey.Size } file)
        {
            return null;
        }

        // Another user may have read it, and a copy restored by a CI may have lost its mode; the secret stays, and is
        // closed.
        if (!OperatingSystem.IsWindows() && (file.UnixFileMode & ~OfOwner) != 0)
        {
            Close(path);
        }

        return FileBytes.Read(path) is { Length: SealKey.Size } bytes ? SealKey.Read(bytes) : null;
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void Close(string path)
    {
        try
        {
            File.SetUnixFileMode(path, OfOwner);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The mode stays as it is; the secret is still used.
        }
    }

    /// <summary>Makes a folder that is closed to others; on Windows by what it inherits from the user's own.</summary>
    /// <returns>The folder; null where it cannot be made.</returns>
    internal static string? MakeFolder(string folder)
    {
        try
        {
            _ = OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(folder)
                : Directory.CreateDirectory(folder, OfOwner | UnixFileMode.UserExecute);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static SealKey? Make(string folder, string path)
    {
        if (MakeFolder(folder) is null)
        {
            return null;
        }

        var temporary = Path.Combine(folder, $"{FileName}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}");
        try
        {
            var options =
                new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OfOwner;
            }

            using (var file = new FileStream(temporary, options))
            {
                file.Write(RandomNumberGenerator.GetBytes(SealKey.Size));
            }

            // Of two first builds at once, both take the secret of the one that came first. A damaged one goes.
            OutputPaths.Attempt(() => File.Move(temporary, path, overwrite: false));
            if (Read(path) is { } key)
            {
                return key;
            }

            OutputPaths.Delete(path);
            OutputPaths.Attempt(() => File.Move(temporary, path, overwrite: false));
            return Read(path);
        }
        finally
        {
            OutputPaths.Attempt(() => File.Delete(temporary));
        }
    }
}
