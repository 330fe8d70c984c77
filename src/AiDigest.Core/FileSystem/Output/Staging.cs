namespace AiDigest.Core.FileSystem.Output;

/// <summary>
/// The folder in the output folder where files wait: new bytes for their place, old files for the end of the build. It lies in
/// the output folder because only there a rename is certain to be one step. Its files are named by numbers; nothing else in it
/// is ours, and a link in its place is not entered. It is made when the first file comes.
/// </summary>
internal sealed class Staging
{
    private readonly string _folder;
    private readonly Lazy<DirectoryInfo> _made;
    private int _last;

    public Staging(string output)
    {
        _folder = Path.Combine(output, Manifest.StagingName);
        _made = new Lazy<DirectoryInfo>(() => Directory.CreateDirectory(_folder));
    }

    /// <summary>Keeps new bytes; from any thread. A file that fails half-way is removed with the rest by <see cref="Clear"/>.</summary>
    /// <returns>The path of the file, and its stamp, which a rename does not change.</returns>
    public (string Path, FileStamp Stamp) Write(ReadOnlySpan<byte> bytes)
    {
        var path = NextPath();
        var created = false;
        return (path, FileBytes.WriteNew(path, bytes, ref created));
    }

    /// <summary>A path where there is nothing yet.</summary>
    public string NextPath()
    {
        _ = _made.Value;
        return Path.Combine(_folder, Interlocked.Increment(ref _last).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Removes our files, whichever build made them, and the folder if nothing else is in it.</summary>
    public void Clear() => Clear(CleanupDeadline.None);

    /// <summary>The same, as far as there is time.</summary>
    public void Clear(CleanupDeadline haste)
    {
        if (!Directory.Exists(_folder) || new DirectoryInfo(_folder).LinkTarget is not null)
        {
            return;
        }

        var others = false;
        foreach (var file in new DirectoryInfo(_folder).EnumerateFileSystemInfos())
        {
            if (file.Name.All(char.IsAsciiDigit) && (!file.Attributes.HasFlag(FileAttributes.Directory) || file.LinkTarget is not null))
            {
                if (haste.IsOver)
                {
                    return;
                }

                file.Delete();
            }
            else
            {
                others = true;
            }
        }

        if (!others)
        {
            Directory.Delete(_folder);
        }
    }
}
