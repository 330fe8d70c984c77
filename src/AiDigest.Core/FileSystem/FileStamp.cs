namespace AiDigest.Core.FileSystem;

/// <summary>What a file system says of a file without opening it: enough to notice that someone else has changed it.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Modified">Time of the last change: ticks of 100 ns, UTC.</param>
public readonly record struct FileStamp(long Size, long Modified);
