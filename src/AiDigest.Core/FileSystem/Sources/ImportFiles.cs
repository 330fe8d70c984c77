using System.IO.Compression;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.FileSystem.Sources;

/// <summary>Reads what is imported: one file, packed by gzip or not, or the posts of a folder.</summary>
public static class ImportFiles
{
    /// <summary>Unpacked bytes of one file; a small file can unpack to anything.</summary>
    private const long Most = 1L << 28;

    public static bool IsFolder(string path) => Directory.Exists(path);

    // Folders of Hugo and Jekyll that hold no posts.
    private static readonly string[] NoPosts =
        ["_site", "_layouts", "_includes", "_sass", "_data", "node_modules", "vendor", "themes", "layouts", "archetypes", "static",
            "public", "resources"];
    private static readonly string[] Configurations =
        ["_config.yml", "_config.yaml", "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml", "config.yml"];

    /// <summary>
    /// The Markdown files of a folder at any depth, sorted, with their paths below it; folders that begin with a dot, and links, are left
    /// out.
    /// </summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Posts(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        var files = Directory.EnumerateFiles(folder, "*", options)
            .Select(file => (Name: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .Where(file =>
                file.Name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
                    || file.Name.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase))
            .Where(file => !file.Name.Split('/').Any(part => part[0] is '.' || part.StartsWith("_index.", StringComparison.Ordinal)))
            .Where(file => !file.Name.Split('/')[..^1].Any(part => NoPosts.Contains(part)))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
        return [.. files.Select(file => (file.Name, FileBytes.Read(file.File)))];
    }

    /// <summary>
    /// The root of the site of Hugo or Jekyll that a folder of posts belongs to: up to three levels above, the one with its configuration;
    /// else the folder itself.
    /// </summary>
    public static string SiteOfPosts(string folder)
    {
        var at = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var above = at;
        for (var level = 0; level < 4 && above is not null; level++, above = Path.GetDirectoryName(above))
        {
            if (Configuration(above) is not null)
            {
                return above;
            }
        }

        return Path.GetFileName(at) is "_posts" or "content" or "_drafts" && Path.GetDirectoryName(at) is { } parent ? parent : at;
    }

    /// <summary>The name and bytes of the configuration of Hugo or Jekyll in a folder; null where there is none.</summary>
    public static (string Name, byte[] Bytes)? Configuration(string folder)
    {
        foreach (var name in Configurations)
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(path) && new FileInfo(path) is { LinkTarget: null, Length: < 1 << 20 })
            {
                return (name, FileBytes.Read(path));
            }
        }

        return null;
    }

    /// <summary>
    /// The full path of a file below a folder; null where there is none, it leads out of the folder, or a link is on the way to it.
    /// </summary>
    public static string? Inside(string folder, string relative)
    {
        if (relative.AsSpan().IndexOfAny('\0', ':') >= 0 || Path.IsPathRooted(relative))
        {
            return null;
        }

        var full = Path.GetFullPath(Path.Combine(folder, relative));
        if (!full.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            || !File.Exists(full))
        {
            return null;
        }

        for (var at = full; at.Length > folder.Length; at = Path.GetDirectoryName(at)!)
        {
            if (new FileInfo(at).LinkTarget is not null)
            {
                return null;
            }
        }

        return full;
    }

    /// <summary>The bytes of a picture or other file that goes along with a post.</summary>
    public static byte[] Picture(string path) => FileBytes.Read(path);

    /// <exception cref="IOException">The file cannot be read, is broken, or unpacks to more than 256 MiB.</exception>
    public static byte[] Read(string path)
    {
        var bytes = FileBytes.Read(path);
        if (bytes is not [0x1F, 0x8B, ..])
        {
            return bytes;
        }

        try
        {
            using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int count; (count = packed.Read(buffer)) > 0;)
            {
                unpacked.Write(buffer, 0, count);
                if (unpacked.Length > Most)
                {
                    throw new ExplainedIOException(Messages.UnpacksToMore(path, Most >> 20));
                }
            }

            return unpacked.ToArray();
        }
        catch (InvalidDataException e)
        {
            throw new ExplainedIOException(Messages.CannotBeUnpacked(path, e.Message), e);
        }
    }
}
