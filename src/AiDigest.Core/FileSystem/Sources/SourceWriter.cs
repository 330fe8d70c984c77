namespace AiDigest.Core.FileSystem.Sources;

/// <summary>
/// Writes sources, each whole or not at all: what a reader of the folder sees is the old file or the new one. The only writer below
/// <c>content/</c>, and only on the author's word: <c>check --fix</c>, <c>new</c>, <c>import</c>.
/// </summary>
public static class SourceWriter
{
    /// <summary>Makes a new file with the folders it needs.</summary>
    /// <returns>False where something is at the path already, which stays as it is.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static bool Create(string fullPath, ReadOnlySpan<byte> bytes)
    {
        if (Path.Exists(fullPath))
        {
            return false;
        }

        var folder = Path.GetDirectoryName(fullPath)!;
        Directory.CreateDirectory(folder);
        var temporary = Temporary(folder);
        Write(temporary, bytes);
        try
        {
            // Never over a file that has come since: this is the one move that looks and acts at once.
            File.Move(temporary, fullPath, overwrite: false);
            return true;
        }
        catch (IOException) when (Path.Exists(fullPath))
        {
            File.Delete(temporary);
            return false;
        }
    }

    /// <summary>Replaces the bytes of a file that exists.</summary>
    /// <exception cref="IOException">The disk failed; the file is as it was.</exception>
    public static void Replace(string fullPath, ReadOnlySpan<byte> bytes)
    {
        var temporary = Temporary(Path.GetDirectoryName(fullPath)!);
        Write(temporary, bytes);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(fullPath));
        }

        File.Move(temporary, fullPath, overwrite: true);
    }

    // The leading dot hides it from every listing of sources.
    private static string Temporary(string folder) => Path.Combine(folder, $".aidigest-{Environment.ProcessId}.tmp");

    private static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        File.Delete(path);
        var created = false;
        try
        {
            FileBytes.WriteNew(path, bytes, ref created);
        }
        catch when (created)
        {
            File.Delete(path);
            throw;
        }
    }
}
