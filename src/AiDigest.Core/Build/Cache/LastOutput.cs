using AiDigest.Core.FileSystem;

namespace AiDigest.Core.Build.Cache;

/// <summary>One output as the last build left it.</summary>
/// <param name="Content">Of its bytes.</param>
/// <param name="Size">Of its file, in bytes; <see cref="NoFile"/> where a compressed copy would not be smaller.</param>
/// <param name="Modified">Time of its file's last change, in ticks of UTC; -1 where that is not certain.</param>
public readonly record struct LastOutput(string Path, OutputKey Key, Digest Content, long Size, long Modified, Decision Decision)
{
    /// <summary>The size of an output that has no file.</summary>
    public const long NoFile = -1;

    public bool HasFile => Size != NoFile;
}
