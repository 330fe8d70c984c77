using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.FileSystem;

/// <summary>Where a path really leads: absolute, with every symbolic link on the way resolved.</summary>
internal static class RealPath
{
    // As many as Linux follows in one path.
    private const int MostLinks = 40;

    /// <summary>Whether names that differ only in case name one file, as the operating systems have it by default.</summary>
    public static StringComparison Comparison { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>The same as <see cref="Comparison"/>, for sets of names.</summary>
    public static StringComparer Comparer { get; } = StringComparer.FromComparison(Comparison);

    /// <summary>Resolves a path of which any part may not exist yet: what is missing stays as written.</summary>
    /// <exception cref="IOException">The links go round in a circle.</exception>
    public static string Of(string path) => Of(path, []);

    /// <param name="links">Takes the links on the way: each by the real path of its folder, and its name.</param>
    /// <exception cref="IOException">The links go round in a circle.</exception>
    public static string Of(string path, List<string> links) => Resolve(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)), links);

    /// <summary>Whether a real path is a folder's real path or lies below it.</summary>
    public static bool IsWithin(string path, string folder) =>
        path.Equals(folder, Comparison)
        || (path.StartsWith(folder, Comparison)
            && (Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar));

    private static string Resolve(string full, List<string> links)
    {
        if (Path.GetDirectoryName(full) is not { } parent)
        {
            return full;
        }

        var real = Path.Combine(Resolve(parent, links), Path.GetFileName(full));
        if (new FileInfo(real).LinkTarget is not { } target)
        {
            return real;
        }

        links.Add(real);
        if (links.Count > MostLinks)
        {
            throw new ExplainedIOException(Messages.LinksInACircle(full));
        }

        return Resolve(Path.TrimEndingDirectorySeparator(Path.GetFullPath(target, Path.GetDirectoryName(real)!)), links);
    }
}
