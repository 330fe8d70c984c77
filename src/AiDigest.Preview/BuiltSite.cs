using AiDigest.Core.Rendering.Templates;

namespace AiDigest.Preview;

/// <summary>What is at an address.</summary>
internal abstract record Found
{
    /// <param name="Path">Of a file of the site: <c>papers/x/index.html</c>.</param>
    public sealed record AFile(string Path) : Found;

    /// <param name="Path">Where to go instead: a path, percent-encoded.</param>
    public sealed record Elsewhere(string Path) : Found;

    public sealed record Nothing : Found;
}

/// <summary>The site in memory as a host would serve its files.</summary>
/// <param name="Build">What is shown.</param>
/// <param name="Good">The last build of which every page is known to render: it replaces a page that does not; null: there is
/// none.</param>
/// <param name="BasePath">The path of its address, decoded, beginning and ending in <c>/</c>.</param>
internal sealed record BuiltSite(LiveBuild Build, LiveBuild? Good, string BasePath)
{
    public const string NotFoundPage = "404.html";

    private const string Index = "index.html";

    /// <summary>The path of its address as browsers write it.</summary>
    public string EncodedBasePath => Encode(BasePath);

    /// <param name="path">Decoded, as <see cref="RequestTarget"/> lets it through.</param>
    public Found Find(string path)
    {
        if (!path.StartsWith(BasePath, StringComparison.Ordinal))
        {
            return path == "/" || path + "/" == BasePath ? new Found.Elsewhere(EncodedBasePath) : new Found.Nothing();
        }

        var below = path[BasePath.Length..];
        if (below.Length == 0 || below.EndsWith('/'))
        {
            return Build.Has(below + Index) ? new Found.AFile(below + Index) : new Found.Nothing();
        }

        if (Build.Has(below))
        {
            return new Found.AFile(below);
        }

        return Build.Has(below + "/" + Index) ? new Found.Elsewhere(Encode(path) + "/") : new Found.Nothing();
    }

    /// <summary>A file; where its template fails, the one of the last good build.</summary>
    /// <exception cref="TemplateException">There is none that renders.</exception>
    public LiveFile? Open(string path)
    {
        try
        {
            return Build.Open(path);
        }
        catch (TemplateException) when (Good?.Has(path) == true)
        {
            return Good.Open(path);
        }
    }

    private static string Encode(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
