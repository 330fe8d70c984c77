using System.IO.Enumeration;

namespace AiDigest.Core.FileSystem.Output;

/// <summary>
/// What is in the output folder as far as the build asks: each path is looked at alone, and only after the folders above it. So a path
/// beyond a link does not count, and is neither compared, written nor deleted; and a folder with a million files of someone else costs
/// nothing. (To list whole folders instead took five times as long: a site has nearly as many folders as files. But where many folders are
/// looked for in one, to list that one is quicker than to ask for each.) For one thread.
/// </summary>
internal sealed class OutputTree(string root)
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        RecurseSubdirectories = true,
    };

    // Without what the listing of a folder marks as links, for which the system need not be asked for each name.
    private static readonly EnumerationOptions NoLinks =
        new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    // Folders that are looked for in one from which on it is listed.
    private const int Many = 16;

    private readonly Dictionary<string, PathKind> _folders =
        new(RealPath.Comparer) { [""] = Directory.Exists(root) ? PathKind.Folder : PathKind.Nothing };

    private readonly Dictionary<string, (PathKind Standing, FileStamp Stamp)> _looked = new(RealPath.Comparer);

    /// <summary>
    /// Looks at many paths side by side, so that they need not be asked for one after another; not again at those that were looked at.
    /// </summary>
    /// <param name="set">They, and the folders above them.</param>
    /// <param name="sideBySide">Runs numbered pieces of work on several threads; null: one after another.</param>
    public void Look(PathSet set, Action<int, Action<int>>? sideBySide)
    {
        _folders.EnsureCapacity(set.Folders.Count);
        _looked.EnsureCapacity(set.Paths.Count + set.Folders.Count);
        List(_looked.Count == 0 ? set.Folders : set.Folders.Where(folder => !_looked.ContainsKey(folder)).ToHashSet(RealPath.Comparer));
        var paths = set.Paths.Concat(set.Folders).Where(path => !_looked.ContainsKey(path)).ToList();
        var found = new (PathKind, FileStamp)?[paths.Count];
        void Find(int i) => OutputPaths.Attempt(() => found[i] = (Ask(paths[i], out var stamp), stamp));
        if (sideBySide is not null)
        {
            sideBySide(paths.Count, Find);
        }
        else
        {
            for (var i = 0; i < found.Length; i++)
            {
                Find(i);
            }
        }

        for (var i = 0; i < found.Length; i++)
        {
            // What cannot be asked may be beyond a link, where it is never asked for; if it is, the question fails then.
            if (found[i] is { } answer)
            {
                _looked[paths[i]] = answer;
            }
        }
    }

    /// <summary>Finds in one go which of many folders exist; what is not found here is asked for by itself.</summary>
    private void List(HashSet<string> wanted)
    {
        var byName = wanted.GetAlternateLookup<ReadOnlySpan<char>>();
        var parents = wanted.CountBy(OutputPaths.Parent, RealPath.Comparer).Where(parent => parent.Value >= Many)
            .Select(parent => parent.Key);
        foreach (var parent in parents.Order(StringComparer.Ordinal).Where(parent => Folder(parent) == PathKind.Folder))
        {
            var start = parent.Length == 0 ? "" : parent + "/";
            OutputPaths.Attempt(() =>
            {
                var known =
                    new FileSystemEnumerable<string?>(Path.Combine(root, parent), (ref FileSystemEntry entry) =>
                        Find(byName, start, entry.FileName), NoLinks)
                    {
                        ShouldIncludePredicate = static (ref FileSystemEntry entry) => entry.IsDirectory,
                    };
                foreach (var path in known.OfType<string>())
                {
                    _looked[path] = (PathKind.Folder, default);
                }
            });
        }
    }

    /// <summary>Whether a folder was asked for and exists.</summary>
    public bool IsKnown(string folder) => _folders.TryGetValue(folder, out var standing) && standing == PathKind.Folder;

    /// <summary>The path of a name, if it is among those that are looked for.</summary>
    private static string? Find(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> wanted, string start, ReadOnlySpan<char> name)
    {
        Span<char> path = stackalloc char[512];
        return path.TryWrite($"{start}{name}", out var length)
            ? wanted.TryGetValue(path[..length], out var found) ? found : null
            : wanted.TryGetValue(string.Concat(start, name), out found) ? found : null;
    }

    /// <summary>The folders that were asked for and exist.</summary>
    public IEnumerable<string> Folders => _folders.Where(pair => pair.Value == PathKind.Folder).Select(pair => pair.Key);

    /// <summary>The folders that were asked for and are links.</summary>
    public IEnumerable<string> Links => _folders.Where(pair => pair.Value == PathKind.Link).Select(pair => pair.Key);

    /// <summary>A link of the file system; on Windows not every reparse point is one (files of a cloud drive are not).</summary>
    public static bool IsLink(FileAttributes attributes, string fullPath) =>
        attributes.HasFlag(FileAttributes.ReparsePoint) && (!OperatingSystem.IsWindows() || new FileInfo(fullPath).LinkTarget is not null);

    /// <summary>What is at a path, and of a file its stamp.</summary>
    public PathKind At(string path, out FileStamp stamp)
    {
        stamp = default;
        var parent = path.AsSpan(0, Math.Max(0, path.LastIndexOf('/')));
        if (
            (_folders.GetAlternateLookup<ReadOnlySpan<char>>()
            .TryGetValue(parent, out var above) ? above : Folder(parent.ToString())) != PathKind.Folder)
        {
            return PathKind.Nothing;
        }

        if (!_looked.TryGetValue(path, out var found))
        {
            return Ask(path, out stamp);
        }

        stamp = found.Stamp;
        return found.Standing;
    }

    private PathKind Ask(string path, out FileStamp stamp)
    {
        stamp = default;
        if (FileStatus.Of(root, path) is { } status)
        {
            stamp = status.Kind == PathKind.File ? status.Stamp : default;
            return status.Kind;
        }

        // One call of the system, and no exception where there is nothing: then the attributes are all ones.
        var found = new FileInfo(Path.Combine(root, path));
        var attributes = found.Attributes;
        if ((int)attributes == -1)
        {
            return PathKind.Nothing;
        }

        if (IsLink(attributes, found.FullName))
        {
            return PathKind.Link;
        }

        if (attributes.HasFlag(FileAttributes.Directory))
        {
            return PathKind.Folder;
        }

        stamp = new FileStamp(found.Length, found.LastWriteTimeUtc.Ticks);
        return PathKind.File;
    }

    public PathKind At(string path) => At(path, out _);

    /// <summary>What is at the path of a folder; asked of the file system once.</summary>
    public PathKind Folder(string path)
    {
        if (!_folders.TryGetValue(path, out var standing))
        {
            standing = At(path);
            _folders[path] = standing;
        }

        return standing;
    }

    /// <summary>Everything below a folder that exists, at any depth; links are not entered.</summary>
    public IEnumerable<(string Path, PathKind Standing)> Below(string folder)
    {
        var start = Path.Combine(root, folder);
        return new FileSystemEnumerable<(string, PathKind)>(
            start,
            (ref FileSystemEntry entry) => (
                folder + Relative(ref entry),
                IsLink(ref entry) ? PathKind.Link : entry.IsDirectory ? PathKind.Folder : PathKind.File),
            Everything)
        {
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry),
        };
    }

    private static bool IsLink(ref FileSystemEntry entry) =>
        entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && IsLink(entry.Attributes, entry.ToFullPath());

    private static string Relative(ref FileSystemEntry entry)
    {
        var path = string.Concat(entry.Directory[entry.RootDirectory.Length..], "/", entry.FileName);
        return Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
    }
}
