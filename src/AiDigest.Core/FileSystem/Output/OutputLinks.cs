namespace AiDigest.Core.FileSystem.Output;

/// <summary>
/// Looks for symbolic links below an output folder. The tool makes none, so each was put there by someone else, a checkout perhaps, and
/// shows or overwrites a file elsewhere.
/// </summary>
internal static class OutputLinks
{
    private static readonly EnumerationOptions All = new() { AttributesToSkip = 0, IgnoreInaccessible = true };

    // The listing of a folder tells which names are links. To compare two counts is cheaper than to ask for the attributes of each name.
    private static readonly EnumerationOptions NoLinks =
        new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };

    /// <summary>A link below a folder, at any depth; null where there is none, or no folder. Links are not followed.</summary>
    /// <returns>Its path in the folder, with <c>/</c>.</returns>
    public static string? Find(string output)
    {
        if (!Directory.Exists(output))
        {
            return null;
        }

        var folders = new Stack<string>([output]);
        while (folders.TryPop(out var folder))
        {
            var names = 0;
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", NoLinks))
            {
                names++;
                if (entry is DirectoryInfo)
                {
                    folders.Push(entry.FullName);
                }
            }

            if (names != Directory.EnumerateFileSystemEntries(folder, "*", All).Count() && LinkIn(folder, folders) is { } link)
            {
                return Path.GetRelativePath(output, link).Replace('\\', '/');
            }
        }

        return null;
    }

    /// <summary>The first link of a folder. What a cloud drive keeps elsewhere is marked like one, and is entered.</summary>
    private static string? LinkIn(string folder, Stack<string> folders)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", All)
            .OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (OutputTree.IsLink(entry.Attributes, entry.FullName))
            {
                return entry.FullName;
            }

            if (entry is DirectoryInfo && entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                folders.Push(entry.FullName);
            }
        }

        return null;
    }
}
