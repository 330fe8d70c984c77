using System.Globalization;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Core.FileSystem.Sources;

namespace AiDigest.Core.FileSystem;

/// <summary>
/// The files below <c>.aidigest</c> in the root of a site. Each is written whole under a new name and renamed, so that two
/// builds at once never mix; to lose one costs time and nothing else, and so no failure here reaches the build.
/// </summary>
/// <param name="root">The root of the site.</param>
public sealed class CacheFiles(string root)
{
    /// <summary>The folder's name in the root.</summary>
    public const string FolderName = ".aidigest";

    private readonly string _folder = Path.Combine(root, FolderName);

    /// <summary>The name of a folder by which its cache is found again, wherever links lead.</summary>
    public static string RealName(string folder)
    {
        var real = RealPath.Of(folder);
        return RealPath.Comparison == StringComparison.Ordinal ? real : real.ToUpperInvariant();
    }

    /// <summary>Whether the folder has any file.</summary>
    public bool Any => IsOurs() && new DirectoryInfo(_folder).EnumerateFileSystemInfos().Any();

    /// <summary>The bytes of a file of this name; null where there is none.</summary>
    public long? Size(string name) => Find(name)?.Length;

    /// <summary>A file's bytes and the time of its last change in ticks of UTC; null where it cannot be read.</summary>
    public (byte[] Bytes, long Modified)? Read(string name)
    {
        try
        {
            return Find(name) is { } file ? (FileBytes.Read(file.FullName), file.LastWriteTimeUtc.Ticks) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Opens a file, which may be replaced meanwhile; null where it cannot be read.</summary>
    public IOpenFile? Open(string name)
    {
        try
        {
            return Find(name) is not { } file ? null

                // There no other file takes the name of one that is open.
                : OperatingSystem.IsWindows() ? new BytesFile(FileBytes.Read(file.FullName))
                : new OpenFile(file.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Marks files of the site that are read from now on.</summary>
    internal SourceStamps Mark()
    {
        try
        {
            return MakeFolder() ? SourceStamps.Begin(_folder, Temporary("now")) : SourceStamps.None;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return SourceStamps.None;
        }
    }

    /// <param name="write">Writes the content piece by piece.</param>
    public void Write(string name, Action<Action<ReadOnlySpan<byte>>> write)
    {
        var temporary = Path.Combine(_folder, Temporary(name));
        try
        {
            if (!MakeFolder())
            {
                return;
            }

            // A new file: one that is there already may be a link, which came with a checkout and leads elsewhere.
            OutputPaths.Delete(temporary);
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
            {
                write(file.Write);
            }

            File.Move(temporary, Path.Combine(_folder, name), overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            OutputPaths.Attempt(() => File.Delete(temporary));
        }
    }

    /// <summary>Gives a file another name, over one that may have it; nothing happens where there is no such file.</summary>
    public void Rename(string name, string other) => OutputPaths.Attempt(() =>
    {
        var file = Path.Combine(_folder, name);
        if (IsOurs() && File.Exists(file))
        {
            File.Move(file, Path.Combine(_folder, other), overwrite: true);
        }
    });

    /// <summary>Keeps the newest of the files whose names begin so, and removes the others.</summary>
    public void Trim(string prefix, int most)
    {
        OutputPaths.Attempt(() =>
        {
            var old = new DirectoryInfo(_folder).GetFiles(prefix + "*").OrderByDescending(file => file.LastWriteTimeUtc)
                .ThenBy(file => file.Name, StringComparer.Ordinal).Skip(most);
            foreach (var file in old)
            {
                file.Delete();
            }
        });
    }

    private static string Temporary(string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}");

    private bool MakeFolder()
    {
        Directory.CreateDirectory(_folder);
        return IsOurs();
    }

    private FileInfo? Find(string name) =>
        IsOurs() && new FileInfo(Path.Combine(_folder, name)) is { Exists: true, LinkTarget: null } file ? file : null;

    // A link in the folder's place would lead the tool to write elsewhere.
    private bool IsOurs() => new DirectoryInfo(_folder) is { Exists: true, LinkTarget: null };
}
