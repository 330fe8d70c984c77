namespace AiDigest.Core.FileSystem.Output;

/// <param name="Files">Files of the manifest that were there, without the manifest itself.</param>
/// <param name="Folders">Folders that were empty without them.</param>
public readonly record struct CleanResult(int Files, int Folders);

/// <summary>Removes what the tool wrote, and nothing else. The caller holds the <see cref="BuildLock"/>.</summary>
public static class Clean
{
    /// <summary>
    /// Removes the manifest's files, the folders that are empty without them, staged files, and last the manifest: a clean that is
    /// killed can be begun again. The output folder itself stays.
    /// </summary>
    public static CleanResult Output(string fullOutputPath)
    {
        using var output = OutputFolder.Open(fullOutputPath);
        output.Recover();
        var owned = new OutputInspector(new OutputTree(output.FullPath), new PathSet(output.Owned), []);
        var folders = 0;
        foreach (var path in owned.Result.Stale)
        {
            OutputPaths.Delete(Path.Combine(output.FullPath, path));
        }

        foreach (var folder in owned.Emptied(inTheWay: false))
        {
            folders += OutputPaths.DeleteEmpty(Path.Combine(output.FullPath, folder)) ? 1 : 0;
        }

        if (owned.Tree.At(Manifest.FileName) == PathKind.File)
        {
            File.Delete(Path.Combine(output.FullPath, Manifest.FileName));
        }

        return new CleanResult(owned.Result.Stale.Count, folders);
    }

    /// <summary>Removes the cache of a site; where a link is in its place, the link alone.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool Cache(string root)
    {
        var cache = new DirectoryInfo(Path.Combine(root, CacheFiles.FolderName));
        if (cache.LinkTarget is not null)
        {
            OutputPaths.Delete(cache.FullName);
            return true;
        }

        if (!cache.Exists)
        {
            return false;
        }

        cache.Delete(recursive: true);
        return true;
    }
}
