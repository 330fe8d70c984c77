using System.IO.Enumeration;
using AiDigest.Core.FileSystem.Output;

namespace AiDigest.Core.FileSystem.Sources;

/// <summary>
/// Lists and reads the sources. A listing is the same on every file system: sorted by path, ordinal, in NFC, without the names
/// that the contract ignores (those that begin with <c>.</c> or <c>_</c>, and <c>README.md</c>). Links are listed and not
/// followed, so no link leads a build out of its folder or round in a circle.
/// </summary>
public static class SourceTree
{
    // What the runtime says of a file that is no longer there.
    private const FileAttributes Gone = (FileAttributes)(-1);

    // All without what the listing of a folder marks as links, for which the system need not be asked for each name.
    private static readonly EnumerationOptions NoLinks =
        new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false, RecurseSubdirectories = true };

    private static readonly EnumerationOptions All =
        new() { AttributesToSkip = 0, IgnoreInaccessible = false, RecurseSubdirectories = true };

    private static readonly EnumerationOptions Marked = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>All files below a folder of the site root, at any depth; nothing where the folder is missing.</summary>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be read.</exception>
    public static IReadOnlyList<ListedFile> List(string root, string folder)
    {
        root = Path.GetFullPath(root);
        if (new DirectoryInfo(Path.Join(root, folder)).LinkTarget is not null)
        {
            return [new ListedFile(root, folder, IsLink: true)];
        }

        if (!Directory.Exists(Path.Join(root, folder)))
        {
            return [];
        }

        var files = new List<ListedFile>();
        Enter(root, folder, files);
        files.Sort(static (left, right) =>
            string.CompareOrdinal(left.Path, right.Path) is var order and not 0 ? order : string.CompareOrdinal(left.Named, right.Named));
        return WithoutTwins(files);
    }

    /// <summary>Whether a path of the site root names a file itself, and no link or folder.</summary>
    public static bool IsFile(string root, string path)
    {
        var full = Path.Combine(root, path);
        return File.Exists(full) && !OutputTree.IsLink(File.GetAttributes(full), full);
    }

    /// <summary>The bytes of a file; none where it is no longer there.</summary>
    public static long Size(ListedFile file) => new FileInfo(file.PhysicalPath) is { Exists: true } found ? found.Length : 0;

    /// <summary>All bytes of a file, in one allocation.</summary>
    /// <exception cref="IOException">The file cannot be read, or is no longer there.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static byte[] Read(ListedFile file) => FileBytes.Read(file.Root, file.Named, out _);

    /// <param name="status">Of the file before it was read; null where the system does not tell it.</param>
    /// <exception cref="IOException">The file cannot be read, or is no longer there.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    internal static byte[] Read(ListedFile file, out FileStatus? status) => FileBytes.Read(file.Root, file.Named, out status);

    /// <summary>All bytes of a file in a buffer, or in a new one where they do not fit.</summary>
    /// <exception cref="IOException">The file cannot be read, or is no longer there.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <param name="status">Of the file before it was read; null where the system does not tell it.</param>
    internal static ReadOnlyMemory<byte> ReadInto(ListedFile file, byte[] buffer, out FileStatus? status) =>
        FileBytes.ReadInto(file.Root, file.Named, buffer, out status);

    /// <summary>The status of a file, which is not opened; null where the system does not tell it.</summary>
    internal static FileStatus? Status(ListedFile file) => FileStatus.Of(file.Root, file.Named);

    private static bool IsIgnored(ReadOnlySpan<char> name) => name[0] is '.' or '_' || name is "README.md";

    /// <summary>Adds the files below a folder, and what is a link.</summary>
    private static void Enter(string root, string folder, List<ListedFile> files)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal) { folder };
        var first = files.Count;
        foreach (var (path, isFolder) in Names(root, folder, NoLinks))
        {
            if (isFolder)
            {
                folders.Add(path);
            }
            else
            {
                files.Add(new ListedFile(root, path, IsLink: false));
            }
        }

        if (Count(root, folder, folders) != files.Count - first + folders.Count - 1)
        {
            foreach (var path in folders)
            {
                Ask(root, path, files);
            }
        }
    }

    /// <summary>Adds what the listing of a folder marks as links. What a cloud drive keeps elsewhere is marked too.</summary>
    private static void Ask(string root, string folder, List<ListedFile> files)
    {
        foreach (var (path, isFolder) in Names(root, folder, Marked))
        {
            var found = new FileInfo(Path.Join(root, path));
            if (found.Attributes is Gone || !found.Attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                continue;
            }

            var isLink = OutputTree.IsLink(found.Attributes, found.FullName);
            if (isFolder && !isLink)
            {
                Enter(root, path, files);
            }
            else
            {
                files.Add(new ListedFile(root, path, isLink));
            }
        }
    }

    private static FileSystemEnumerable<(string Path, bool IsFolder)> Names(string root, string folder, EnumerationOptions options) =>
        new(Path.Join(root, folder), (ref FileSystemEntry entry) => (PathOf(ref entry, folder), entry.IsDirectory), options)
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => !IsIgnored(entry.FileName),
            ShouldRecursePredicate = static (ref FileSystemEntry entry) => !IsIgnored(entry.FileName),
        };

    /// <summary>
    /// How many names folders have, links among them: to list them once more costs less than to ask for the attributes of each name.
    /// </summary>
    private static int Count(string root, string folder, HashSet<string> folders) => new FileSystemEnumerable<bool>(
        Path.Join(root, folder), static (ref FileSystemEntry _) => true, All)
    {
        ShouldIncludePredicate = static (ref FileSystemEntry entry) => !IsIgnored(entry.FileName),
        ShouldRecursePredicate = (ref FileSystemEntry entry) => folders.Contains(PathOf(ref entry, folder)),
    }.Count();

    private static string PathOf(ref FileSystemEntry entry, string folder)
    {
        var path = string.Concat(folder, entry.Directory[entry.RootDirectory.Length..], "/", entry.FileName);
        return Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
    }

    private static List<ListedFile> WithoutTwins(List<ListedFile> sorted)
    {
        var files = new List<ListedFile>(sorted.Count);
        foreach (var file in sorted)
        {
            if (files.Count == 0 || files[^1].Path != file.Path)
            {
                files.Add(file);
            }
            else if (files[^1].Twin is null)
            {
                files[^1] = files[^1] with { Twin = file.PhysicalPath };
            }
        }

        return files;
    }
}
