using AiDigest.Core.FileSystem;

namespace AiDigest.Core.Build.Cache;

/// <summary>The named parts of a key.</summary>
[Flags]
public enum KeyParts : byte
{
    None = 0,

    /// <summary>All that the page shows; for a copied file its bytes.</summary>
    View = 1,

    /// <summary>Its template with every template that it includes.</summary>
    Template = 1 << 1,

    /// <summary>What every template sees as <c>site</c>.</summary>
    Site = 1 << 2,

    /// <summary>The words of the language.</summary>
    Strings = 1 << 3,

    /// <summary>Names and addresses of the theme's assets.</summary>
    Assets = 1 << 4,

    /// <summary>Where the site is published: what every address begins with.</summary>
    Place = 1 << 5,

    /// <summary>The version of the tool.</summary>
    Tool = 1 << 6,
}

/// <summary>
/// The parts of a key that all outputs of one template share. A part that the template does not use is zero, so that its change
/// leaves the output alone.
/// </summary>
/// <param name="Name">Of the template, or of a writer of the tool; empty for copied files, which depend on their bytes alone.</param>
public sealed record TemplateKey(string Name, Digest Template, Digest Site, Digest Strings, Digest Assets, Digest Place, Digest Tool)
{
    /// <summary>Of copied files and assets.</summary>
    public static TemplateKey Copy { get; } = new("", default, default, default, default, default, default);

    /// <summary>The parts, in the order in which they are told.</summary>
    public IEnumerable<(KeyParts Part, Digest Digest)> Parts =>
    [
        (KeyParts.Template, Template), (KeyParts.Site, Site), (KeyParts.Strings, Strings), (KeyParts.Assets, Assets), (KeyParts.Place, Place), (KeyParts.Tool, Tool),
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

/// <summary>All that the bytes of an output depend on: equal keys are equal bytes.</summary>
public readonly record struct OutputKey(TemplateKey Frame, Digest View)
{
    public KeyParts Differences(OutputKey other) =>
        Frame.Differences(other.Frame) | (View == other.View ? KeyParts.None : KeyParts.View);
}
