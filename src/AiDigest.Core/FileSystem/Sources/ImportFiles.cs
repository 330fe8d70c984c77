using System.IO.Compression;

namespace AiDigest.Core.FileSystem.Sources;

/// <summary>Reads what is imported: one file, packed by gzip or not, or the posts of a folder.</summary>
public static class ImportFiles
{
    /// <summary>Unpacked bytes of one file; a small file can unpack to anything.</summary>
    private const long Most = 1L << 28;

    public static bool IsFolder(string path) => Directory.Exists(path);

    /// <summary>The Markdown files of a folder at any depth, sorted, with their paths below it; folders that begin with a dot, and links, are left out.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Posts(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        var files = Directory.EnumerateFiles(folder, "*", options)
            .Select(file => (Name: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .Where(file => file.Name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || file.Name.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase))
            .Where(file => !file.Name.Split('/').Any(part => part[0] is '.' || part.StartsWith("_index.", StringComparison.Ordinal)))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
        return [.. files.Select(file => (file.Name, FileBytes.Read(file.File)))];
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
                    throw new IOException($"'{path}' unpacks to more than {Most >> 20} MiB");
                }
            }

            return unpacked.ToArray();
        }
        catch (InvalidDataException e)
        {
            throw new IOException($"'{path}' cannot be unpacked: {e.Message}", e);
        }
    }
}
