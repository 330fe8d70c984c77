namespace AiDigest.Serving;

/// <summary>What stands at an address.</summary>
internal abstract record Found
{
    public sealed record AFile(string FullPath) : Found;

    /// <param name="Path">Where to go instead: a path, percent-encoded.</param>
    public sealed record Elsewhere(string Path) : Found;

    public sealed record Nothing : Found;
}

/// <summary>The built site as a host would serve it.</summary>
/// <param name="Folder">Full path of its files.</param>
/// <param name="BasePath">The path of its address, decoded, beginning and ending in <c>/</c>.</param>
internal sealed record BuiltSite(string Folder, string BasePath)
{
    public string NotFoundPage => Path.Combine(Folder, "404.html");

    /// <summary>The path of its address as browsers write it.</summary>
    public string EncodedBasePath => Encode(BasePath);

    /// <param name="path">Decoded, as <see cref="RequestTarget"/> lets it through: no segment is <c>.</c> or <c>..</c>.</param>
    public Found Find(string path)
    {
        if (!path.StartsWith(BasePath, StringComparison.Ordinal))
        {
            return path == "/" || path + "/" == BasePath ? new Found.Elsewhere(EncodedBasePath) : new Found.Nothing();
        }

        var below = path[BasePath.Length..];
        var names = below.Split('/');
        if (names[..^1].Any(name => name.Length == 0) || names.Any(name => name.StartsWith('.')))
        {
            return new Found.Nothing();
        }

        var full = Path.GetFullPath(Path.Combine(Folder, below));
        if (full != Folder && !full.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return new Found.Nothing();
        }

        if (names[^1].Length == 0)
        {
            return AsFile(Path.Combine(full, "index.html"));
        }

        return Directory.Exists(full)
            ? File.Exists(Path.Combine(full, "index.html")) ? new Found.Elsewhere(Encode(path) + "/") : new Found.Nothing()
            : AsFile(full);
    }

    private static Found AsFile(string full) => File.Exists(full) ? new Found.AFile(full) : new Found.Nothing();

    private static string Encode(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
