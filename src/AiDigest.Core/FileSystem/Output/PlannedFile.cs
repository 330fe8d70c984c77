namespace AiDigest.Core.FileSystem.Output;

/// <summary>One file of the plan on its way to the disk. Each is put by one thread.</summary>
internal sealed class PlannedFile(string path, PathKind standing, FileStamp stamp)
{
    public string Path { get; } = path;

    /// <summary>What was at its place before the build.</summary>
    public PathKind Kind { get; } = standing;

    /// <summary>The stamp of the file that was there.</summary>
    public FileStamp Stamp { get; } = stamp;

    /// <summary>A file of someone else is there, and its bytes have not been found equal.</summary>
    public bool IsContested { get; set; }

    /// <summary>Where its bytes wait; null where they do not.</summary>
    public string? Staged { get; set; }

    /// <summary>
    /// The stamp of the file that this build wrote for it, taken before anyone else could reach it; null where it wrote none.
    /// </summary>
    public FileStamp? Written { get; set; }

    /// <summary>The site has no such file after all: the one that is there is stale.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>This build made the file at its place.</summary>
    public bool IsCreated { get; set; }
}
