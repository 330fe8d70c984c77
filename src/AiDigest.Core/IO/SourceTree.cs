using System.IO.Enumeration;
using System.Text;

namespace AiDigest.Core.IO;

/// <summary>
/// Lists and reads the sources. A listing is the same on every file system: sorted by path, ordinal, in NFC, without the names
/// that the contract ignores (those that begin with <c>.</c> or <c>_</c>, and <c>README.md</c>). Links are listed and not
/// followed, so no link leads a build out of its folder or round in a circle.
/// </summary>
public static class SourceTree
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        RecurseSubdirectories = true,
    };

    /// <summary>All files below a folder of the site root, at any depth; nothing where the folder is missing.</summary>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be read.</exception>
    public static IReadOnlyList<SourceFile> List(string root, string folder)
    {
        var start = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(root, folder)));
        if (!Directory.Exists(start))
        {
            return [];
        }

        var files = new FileSystemEnumerable<SourceFile>(
            start, (ref FileSystemEntry entry) => Describe(ref entry, start.Length, folder), Everything)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !IsIgnored(entry.FileName) && (!entry.IsDirectory || IsLink(ref entry)),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsIgnored(entry.FileName) && !IsLink(ref entry),
        }.ToArray();
        Array.Sort(files, static (left, right) =>
            string.CompareOrdinal(left.Path, right.Path) is var order and not 0 ? order : string.CompareOrdinal(left.PhysicalPath, right.PhysicalPath));
        return WithoutTwins(files);
    }

    /// <summary>Whether a path of the site root names a file itself, and no link or folder.</summary>
    public static bool IsFile(string root, string path)
    {
        var full = Path.Combine(root, path);
        return File.Exists(full) && !OutputTree.IsLink(File.GetAttributes(full), full);
    }

    /// <summary>All bytes of a file, in one allocation.</summary>
    /// <exception cref="IOException">The file cannot be read, or is no longer there.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static byte[] Read(SourceFile file) => FileBytes.Read(file.PhysicalPath);

    /// <summary>All bytes of a file in a buffer, or in a new one where they do not fit.</summary>
    /// <exception cref="IOException">The file cannot be read, or is no longer there.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ReadOnlyMemory<byte> ReadInto(SourceFile file, byte[] buffer) => FileBytes.ReadInto(file.PhysicalPath, buffer);

    private static bool IsIgnored(ReadOnlySpan<char> name) => name[0] is '.' or '_' || name is "README.md";

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && OutputTree.IsLink(entry.Attributes, entry.ToFullPath());

    private static SourceFile Describe(ref FileSystemEntry entry, int startLength, string folder)
    {
        var path = string.Concat(folder, entry.Directory[startLength..], "/", entry.FileName);
        if (Path.DirectorySeparatorChar != '/')
        {
            path = path.Replace(Path.DirectorySeparatorChar, '/');
        }

        return new SourceFile(Nfc(path), entry.ToFullPath(), entry.Length, IsLink(ref entry));
    }

    // Normalize throws on half a surrogate pair, which Windows allows in a name; such a name stays as it is.
    private static string Nfc(string path)
    {
        try
        {
            return Ascii.IsValid(path) || path.IsNormalized(NormalizationForm.FormC) ? path : path.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return path;
        }
    }

    private static List<SourceFile> WithoutTwins(SourceFile[] sorted)
    {
        var files = new List<SourceFile>(sorted.Length);
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
