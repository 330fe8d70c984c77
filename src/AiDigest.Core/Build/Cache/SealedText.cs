using System.Text;
using AiDigest.Core.FileSystem;

namespace AiDigest.Core.Build.Cache;

/// <summary>A text in the cache of a site, sealed for one user. Its loss costs time and nothing else.</summary>
internal static class SealedText
{
    private const byte Version = 1;

    private static ReadOnlySpan<byte> Mark => "AIDIGEST-TEXT"u8;

    /// <param name="userCache">The folder of the user's secret.</param>
    /// <returns>Null where there is none, or no build of this user wrote it.</returns>
    public static string? Read(string root, string? userCache, string name) =>
        UserSecret.Find(userCache, root, make: false) is { } key && new CacheFiles(root).Read(name) is { } file
            && Sealed.Open(file.Bytes, key, Mark, Version) is { } text
            ? Encoding.UTF8.GetString(text.Span)
            : null;

    /// <summary>Writes it whole, or not at all.</summary>
    public static void Write(string root, string? userCache, string name, string text)
    {
        if (UserSecret.Find(userCache, root, make: true) is { } key)
        {
            var file = Sealed.Begin(Mark, Version, text.Length + 64);
            file.Raw(Encoding.UTF8.GetBytes(text));
            var bytes = Sealed.End(file, key);
            new CacheFiles(root).Write(name, write => write(bytes.Span));
        }
    }
}
