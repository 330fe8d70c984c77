using System.IO.Enumeration;

namespace AiDigest.Core.IO;

/// <summary>What stands at a path of the output folder; a link is a link, whatever it leads to.</summary>
internal enum Standing : byte
{
    Nothing,
    File,
    Folder,
    Link,
}

/// <summary>
/// What stood in the output folder when the build looked, as far as it concerns the build: everything in the folders that hold,
/// or shall hold, files of the site. Other people's folders are seen, but not entered, and nor are links: so a path that lies
/// beyond a link stands nowhere, and is neither compared, written nor deleted.
/// </summary>
internal sealed class OutputTree
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        RecurseSubdirectories = true,
    };

    private readonly Dictionary<string, (Standing Standing, FileStamp Stamp)> _found;

    private OutputTree(Dictionary<string, (Standing, FileStamp)> found) => _found = found;

    public IEnumerable<string> Folders => _found.Where(pair => pair.Value.Standing == Standing.Folder).Select(pair => pair.Key);

    /// <summary>Looks at a folder and at those below it that the set names, by relative path with <c>/</c>.</summary>
    public static OutputTree Scan(string root, IReadOnlySet<string> folders)
    {
        var found = new Dictionary<string, (Standing, FileStamp)>(RealPath.Comparer);
        if (!Directory.Exists(root))
        {
            return new OutputTree(found);
        }

        var entries = new FileSystemEnumerable<(string Path, Standing Standing, FileStamp Stamp)>(root, Describe, Everything)
        {
            ShouldRecursePredicate = (ref FileSystemEntry entry) => folders.Contains(Relative(ref entry)) && !IsLink(ref entry),
        };
        foreach (var entry in entries)
        {
            found[entry.Path] = (entry.Standing, entry.Stamp);
        }

        return new OutputTree(found);
    }

    /// <summary>A link of the file system; on Windows not every reparse point is one (files of a cloud drive are not).</summary>
    public static bool IsLink(ref FileSystemEntry entry) =>
        entry.Attributes.HasFlag(FileAttributes.ReparsePoint)
        && (!OperatingSystem.IsWindows() || new FileInfo(entry.ToFullPath()).LinkTarget is not null);

    public Standing At(string path) => _found.GetValueOrDefault(path).Standing;

    /// <summary>The stamp of a file; null where no file stands.</summary>
    public FileStamp? StampAt(string path) =>
        _found.TryGetValue(path, out var entry) && entry.Standing == Standing.File ? entry.Stamp : null;

    /// <summary>Everything below a folder, at any depth.</summary>
    public IEnumerable<(string Path, Standing Standing)> Below(string folder) =>
        _found.Where(pair => pair.Key.StartsWith(folder + "/", RealPath.Comparison)).Select(pair => (pair.Key, pair.Value.Standing));

    private static (string Path, Standing Standing, FileStamp Stamp) Describe(ref FileSystemEntry entry)
    {
        var standing = IsLink(ref entry) ? Standing.Link : entry.IsDirectory ? Standing.Folder : Standing.File;
        var stamp = standing == Standing.File ? new FileStamp(entry.Length, entry.LastWriteTimeUtc.UtcTicks) : default;
        return (Relative(ref entry), standing, stamp);
    }

    private static string Relative(ref FileSystemEntry entry)
    {
        var folder = entry.Directory[entry.RootDirectory.Length..].TrimStart(Path.DirectorySeparatorChar);
        var path = folder.IsEmpty ? entry.FileName.ToString() : string.Concat(folder, "/", entry.FileName);
        return Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
    }
}
