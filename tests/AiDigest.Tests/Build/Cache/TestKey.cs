using AiDigest.Core.FileSystem;

namespace AiDigest.Tests.Build.Cache;

/// <summary>Keys of sealed files in tests.</summary>
internal static class TestKey
{
    public static SealKey Value { get; } = new(1, 2, 3);

    /// <summary>Of the user whose cache folder is that of these tests.</summary>
    public static SealKey OfUser =>
        UserSecret.Find(UserSecret.Folder(), Path.Combine(Path.GetTempPath(), "aidigest-no-site"), make: true)
            ?? throw new InvalidOperationException("no user's cache folder");
}
