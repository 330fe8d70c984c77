using System.Collections.Immutable;

namespace AiDigest.Core.Model;

/// <summary>The kinds of output that <c>outputs</c> of <c>site.yaml</c> names, in the order of the contract.</summary>
[Flags]
public enum OutputKinds
{
    None = 0,
    Home = 1,
    Papers = 1 << 1,
    Tags = 1 << 2,
    Archive = 1 << 3,
    Authors = 1 << 4,
    Pages = 1 << 5,
    Search = 1 << 6,
    Atom = 1 << 7,
    Rss = 1 << 8,
    Json = 1 << 9,
    Opml = 1 << 10,
    Sitemap = 1 << 11,
    Robots = 1 << 12,
    Bibtex = 1 << 13,
    Api = 1 << 14,
    Llms = 1 << 15,
    Markdown = 1 << 16,

    /// <summary>Pages of two tags together.</summary>
    Pairs = 1 << 17,

    /// <summary>Links to similar entries on the page of an entry.</summary>
    Related = 1 << 18,

    /// <summary>All but <see cref="Markdown"/>, which costs a file for each entry.</summary>
    Default = ((1 << 19) - 1) & ~Markdown,
}
