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
