using AiDigest.Core.Site;
namespace AiDigest.Core.Model;

/// <summary>
/// The names in <c>outputs</c> of the kinds that other pages link to or depend on. <c>Site/OutputKind.cs</c> is the table of all kinds.
/// </summary>
public static class OutputNames
{
    public const string Home = "home";
    public const string Papers = "papers";
    public const string Tags = "tags";

    /// <summary>Pages of two tags together.</summary>
    public const string Pairs = "pairs";

    /// <summary>Links to similar entries on the page of an entry.</summary>
    public const string Related = "related";

    public const string Archive = "archive";
    public const string Authors = "authors";
    public const string Pages = "pages";
    public const string Search = "search";
    public const string Atom = "atom";
    public const string Rss = "rss";
    public const string Json = "json";
    public const string Sitemap = "sitemap";
    public const string Bibtex = "bibtex";
    public const string Api = "api";

    /// <summary>The one kind that is off by default: it costs a file for each entry.</summary>
    public const string Markdown = "markdown";
}
