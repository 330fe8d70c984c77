using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.FileSystem.Sources;

/// <summary>Makes files of a site that are not there yet. No link on the way is followed: it could lead out of the folder.</summary>
public static class NewFiles
{
    /// <param name="folder">The folder that the file goes into; it need not exist.</param>
    /// <param name="path">Relative to it, with <c>/</c>.</param>
    /// <returns>False where something has this name already; it stays as it is.</returns>
    /// <exception cref="IOException">The disk failed, or a folder of the path is a symbolic link.</exception>
    public static bool Create(string folder, string path, ReadOnlySpan<byte> bytes)
    {
        for (var end = path.IndexOf('/', StringComparison.Ordinal); end > 0; end = path.IndexOf('/', end + 1))
        {
            if (new DirectoryInfo(Path.Combine(folder, path[..end])).LinkTarget is not null)
            {
                throw new ExplainedIOException(Messages.NotWrittenThroughLink(path[..end]));
            }
        }

        var full = Path.Combine(folder, path);
        return new FileInfo(full).LinkTarget is null && SourceWriter.Create(full, bytes);
    }

    /// <summary>Whether a folder is a site: it has <c>content/</c>.</summary>
    public static bool IsSite(string folder) => Path.Exists(Path.Combine(folder, "content"));

    /// <summary>Whether something other than a folder has this path.</summary>
    public static bool IsFile(string path) => File.Exists(path);

    /// <summary>The bytes of a file; null where there is none.</summary>
    public static byte[]? Read(string path) => File.Exists(path) ? FileBytes.Read(path) : null;
}
