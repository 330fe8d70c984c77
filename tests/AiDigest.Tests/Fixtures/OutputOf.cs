namespace AiDigest.Tests.Fixtures;

/// <summary>A separate output folder for the large site.</summary>
internal sealed class OutputOf(LargeSite site) : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(site.Root, "out-" + Guid.NewGuid().ToString("N"));

    public SortedDictionary<string, byte[]> Tree() => ScratchSite.Tree(Path);

    public int Count() => CountIn(Path, SearchOption.AllDirectories);

    public int CountStaged() => CountIn(System.IO.Path.Combine(Path, ".aidigest-staging"), SearchOption.TopDirectoryOnly);

    public bool Holds(string path, byte[] bytes)
    {
        try
        {
            return File.ReadAllBytes(System.IO.Path.Combine(Path, path)).AsSpan().SequenceEqual(bytes);
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    private static int CountIn(string folder, SearchOption depth)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", depth).Count() : 0;
        }
        catch (IOException)
        {
            // Folders come and go while they are counted.
            return 0;
        }
    }
}
