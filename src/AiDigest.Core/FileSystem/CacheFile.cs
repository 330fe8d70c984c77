using AiDigest.Core.FileSystem.Sources;

namespace AiDigest.Core.FileSystem;

/// <summary>A file of the cache, whose loss costs time and nothing else.</summary>
public static class CacheFile
{
    /// <summary>Its bytes; null where it is missing or cannot be read.</summary>
    public static byte[]? Read(string fullPath)
    {
        try
        {
            return File.Exists(fullPath) ? FileBytes.Read(fullPath) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes it whole.</summary>
    public static void Write(string fullPath, ReadOnlySpan<byte> bytes)
    {
        if (File.Exists(fullPath))
        {
            SourceWriter.Replace(fullPath, bytes);
        }
        else
        {
            SourceWriter.Create(fullPath, bytes);
        }
    }
}
