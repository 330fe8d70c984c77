namespace AiDigest.Core.FileSystem.Output;

/// <summary>Relative paths of the output folder: with <c>/</c>, without it at either end; <c>""</c> is the folder itself.</summary>
internal static class OutputPaths
{
    public static string Parent(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    /// <summary>Every folder above these paths, at any depth, without the output folder itself.</summary>
    public static HashSet<string> Folders(IEnumerable<string> paths)
    {
        var folders = new HashSet<string>(RealPath.Comparer);
        var known = folders.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var path in paths)
        {
            var rest = path.AsSpan();
            while (rest.LastIndexOf('/') is var slash and > 0 && known.Add(rest[..slash]))
            {
                rest = rest[..slash];
            }
        }

        return folders;
    }

    /// <summary>The folders with the deepest first, as they have to be removed.</summary>
    public static IEnumerable<string> DeepestFirst(IEnumerable<string> folders) => folders.OrderDescending(StringComparer.Ordinal);

    /// <summary>Deletes a file, or a link and not what it leads to.</summary>
    public static void Delete(string full)
    {
        if (OperatingSystem.IsWindows() && Directory.Exists(full))
        {
            Directory.Delete(full);
        }
        else
        {
            File.Delete(full);
        }
    }

    /// <summary>Deletes a folder if nothing is in it.</summary>
    /// <returns>Whether it did.</returns>
    public static bool DeleteEmpty(string full)
    {
        if (Directory.EnumerateFileSystemEntries(full).Any())
        {
            return false;
        }

        Directory.Delete(full);
        return true;
    }

    /// <summary>Runs a step on a path; a failure of the disk names that path, and not the staged file that was to go there.</summary>
    public static void At(string full, Action step)
    {
        try
        {
            step();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(full, e);
        }
    }

    /// <summary>A failure of the disk with the path that it kept from being written.</summary>
    public static Exception Failed(string full, Exception failure)
    {
        var message = $"Cannot write '{full}': {failure.Message}";
        return failure is UnauthorizedAccessException
            ? new UnauthorizedAccessException(message, failure)
            : new IOException(message, failure);
    }

    /// <summary>Runs a step of which a failing disk must not keep the following ones; returns the first failure of all.</summary>
    public static Exception? Attempt(Action step, Exception? first = null)
    {
        try
        {
            step();
            return first;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return first ?? e;
        }
    }
}
