using AiDigest.Core.FileSystem;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// The parts of a key that all outputs of one template share. A part that the template does not use is zero, so that its change
/// leaves the output alone.
/// </summary>
/// <param name="Name">Of the template, or of a writer of the tool; empty for copied files, which depend on their bytes alone.</param>
public sealed record TemplateKey(string Name, Digest Template, Digest Site, Digest Strings, Digest Assets, Digest Place, Digest Tool)
{
    /// <summary>Of copied files and assets.</summary>
    public static TemplateKey Copy { get; } = new("", default, default, default, default, default, default);

    /// <summary>Of compressed copies: another version of the tool may compress in another way.</summary>
    public static TemplateKey Compressed(Digest tool) => Copy with { Tool = tool };

    /// <summary>The parts, in the order in which they are told.</summary>
    public IEnumerable<(KeyParts Part, Digest Digest)> Parts =>
    [
        (KeyParts.Template, Template), (KeyParts.Site, Site), (KeyParts.Strings, Strings), (KeyParts.Assets, Assets),
            (KeyParts.Place, Place), (KeyParts.Tool, Tool),
    ];

    public KeyParts Differences(TemplateKey other) =>
        Part(Name != other.Name || Template != other.Template, KeyParts.Template)
        | Part(Site != other.Site, KeyParts.Site)
        | Part(Strings != other.Strings, KeyParts.Strings)
        | Part(Assets != other.Assets, KeyParts.Assets)
        | Part(Place != other.Place, KeyParts.Place)
        | Part(Tool != other.Tool, KeyParts.Tool);

    private static KeyParts Part(bool differs, KeyParts part) => differs ? part : KeyParts.None;
}
