namespace AiDigest.Core.FileSystem;

/// <summary>A folder for the files of one run, readable by this user only; it is deleted with its contents in the end.</summary>
public sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("aidigest-").FullName;

    /// <summary>Writes a file of this folder.</summary>
    /// <returns>Its full path.</returns>
    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        var full = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(full, bytes);
        return full;
    }

    /// <summary>The bytes of a file of this folder; null where there is none.</summary>
    public byte[]? Read(string name) =>
        System.IO.Path.Combine(Path, name) is var full && File.Exists(full) ? File.ReadAllBytes(full) : null;

    /// <summary>Makes a folder in this one.</summary>
    /// <returns>Its full path.</returns>
    public string Folder(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    public void Dispose()
    {
        // Git writes its objects read-only, which Windows does not delete.
        foreach (var file in OperatingSystem.IsWindows() ? Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories) : [])
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(Path, recursive: true);
    }
}
