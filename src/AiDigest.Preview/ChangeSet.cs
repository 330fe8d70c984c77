using System.Collections.Immutable;

namespace AiDigest.Preview;

/// <summary>The sources that changed since the last build.</summary>
/// <param name="Paths">Relative to the site root, with <c>/</c>, sorted, each once; files, and folders that came or went.</param>
/// <param name="Unknown">Anything else may have changed too: the system lost events, or a whole folder came back.</param>
internal sealed record ChangeSet(ImmutableArray<string> Paths, bool Unknown)
{
    public static readonly ChangeSet Everything = new([], Unknown: true);

    private static readonly string[] Texts = [".md", ".yaml", ".html", ".xml"];

    /// <summary>Nothing but style sheets of the theme.</summary>
    public bool IsStyle => !Unknown && Paths.All(IsSheet);

    /// <summary>
    /// Whether a page may look different though its own bytes are the same: an image, say, whose address does not follow its
    /// bytes. Texts and style sheets show in the bytes of the pages that they touch.
    /// </summary>
    public bool IsOpaque => Unknown || Paths.Any(path =>
        path.StartsWith("content/static/", StringComparison.Ordinal)
            || !(IsSheet(path) || Texts.Contains(Path.GetExtension(path), StringComparer.Ordinal)));

    /// <summary>Whether templates, or the words that they use, may have changed.</summary>
    public bool IsOfTheme => Unknown || Paths.Any(path => path.StartsWith("templates/", StringComparison.Ordinal));

    public ChangeSet And(ChangeSet other) =>
        new([.. Paths.Union(other.Paths, StringComparer.Ordinal).Order(StringComparer.Ordinal)], Unknown || other.Unknown);

    private static bool IsSheet(string path) =>
        path.StartsWith("templates/assets/", StringComparison.Ordinal) && path.EndsWith(".css", StringComparison.Ordinal);
}
