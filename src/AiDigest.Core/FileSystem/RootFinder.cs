namespace AiDigest.Core.FileSystem;

/// <summary>Finds the site that a folder belongs to.</summary>
public static class RootFinder
{
    /// <summary>The nearest folder, from this one upwards, that has a folder <c>content</c>; null where none has.</summary>
    public static string? Find(string folder)
    {
        for (string? at = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)); at is not null; at = Path.GetDirectoryName(at))
        {
            if (Directory.Exists(Path.Combine(at, "content")))
            {
                return at;
            }
        }

        return null;
    }
}
