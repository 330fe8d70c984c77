namespace AiDigest.Core.FileSystem.Sources;

/// <summary>
/// Marks files that are read from now on, so that a later build tells without reading them that they have not been written since: the
/// <see cref="FileStatus.Digest"/> of what the file system says. A write after the mark moves the file's own moment of change, which no
/// program can set; but a file system's clock goes in steps, so a file that was changed within the last step before the reading began gets
/// no mark, and neither does one elsewhere than the clock that was looked at.
/// </summary>
internal sealed class SourceStamps
{
    /// <summary>More than a step of the clock of a file system, which is of 1 to 10 ms as a rule.</summary>
    public const int StepMilliseconds = 40;

    private const long Step = StepMilliseconds * 1_000_000L;

    // Where it goes in steps of 10 ms to 2 s (FAT, exFAT, ext4 with small inodes), moments are whole hundredths of a second.
    private const long Coarse = 10_000_000;

    // File systems of which it is known that every write moves the moment of change, in finer steps.
    private static readonly string[] Trusted = ["bcachefs", "btrfs", "ext4", "f2fs", "overlay", "tmpfs", "xfs", "zfs"];

    private readonly FileStatus? _began;

    private SourceStamps(FileStatus? began) => _began = began;

    /// <summary>Marks nothing.</summary>
    public static SourceStamps None { get; } = new(null);

    /// <summary>Looks at the clock of the file system on which a folder is, by a file that is made there and removed.</summary>
    /// <exception cref="IOException">No file can be made there.</exception>
    /// <exception cref="UnauthorizedAccessException">No file may be made there.</exception>
    public static SourceStamps Begin(string folder, string name)
    {
        if (!OperatingSystem.IsLinux() || !Trusted.Contains(new DriveInfo(folder).DriveFormat, StringComparer.Ordinal))
        {
            return None;
        }

        // A new file, so that no link can be put in its place.
        using var file =
            File.OpenHandle(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.DeleteOnClose);
        return new SourceStamps(FileStatus.Of(file));
    }

    /// <summary>The mark of a file whose status was told before it was read; zero where it gets none.</summary>
    public Digest Of(FileStatus? status) =>
        status is { Kind: PathKind.File } file && _began is { } began && file.Device == began.Device
            && file.Changed < began.Changed - Step && file.Changed % Coarse != 0
            ? file.Digest
            : default;
}
