using AiDigest.Core.FileSystem;

namespace AiDigest.Core.Build.Cache;

/// <summary>One output as the last build left it.</summary>
/// <param name="Content">Of its bytes.</param>
/// <param name="Size">Of its file, in bytes.</param>
/// <param name="Modified">Time of its file's last change, in ticks of UTC; -1 where that is not certain.</param>
public readonly record struct LastOutput(string Path, OutputKey Key, Digest Content, long Size, long Modified, Decision Decision);
