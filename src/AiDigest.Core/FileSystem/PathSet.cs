using AiDigest.Core.FileSystem.Output;

namespace AiDigest.Core.FileSystem;

/// <summary>Paths of the output folder, sorted by ordinal, each once, with the folders above them; from any thread.</summary>
internal sealed class PathSet(IReadOnlyList<string> paths)
{
    // Seldom asked for: most questions are answered by going through two lists side by side.
    private readonly Lazy<HashSet<string>> _names = new(() => new HashSet<string>(paths, RealPath.Comparer));
    private readonly Lazy<HashSet<string>> _folders = new(() => OutputPaths.Folders(paths));

    public IReadOnlyList<string> Paths => paths;

    /// <summary>Every folder above the paths, at any depth, without the output folder itself.</summary>
    public HashSet<string> Folders => _folders.Value;

    /// <summary>Whether one of the paths names this file.</summary>
    public bool Has(string path) => _names.Value.Contains(path);

    /// <summary>Tells of each path, by its place, whether one of another set names its file.</summary>
    public Func<int, bool> In(PathSet other)
    {
        if (ReferenceEquals(this, other))
        {
            return _ => true;
        }

        var places = SortedPaths.Places(paths, path => path, other.Paths, path => path);
        return RealPath.Comparison == StringComparison.Ordinal ? place => places[place] >= 0 : place =>
            places[place] >= 0 || other.Has(paths[place]);
    }
}
