namespace AiDigest.Core.Model;

/// <summary>
/// One kind of output. A row here gives it its name in <c>outputs</c> of <c>site.yaml</c>, its place in the schema, the addresses that
/// links of sources may name, and its address in templates. A row of <c>Planner.Kinds</c> gives it its plan.
/// </summary>
/// <param name="Name">In <c>outputs</c>.</param>
/// <param name="Section">The first part of the addresses of its pages; null: it has none.</param>
/// <param name="OwnsFile">Whether an address is a file of this kind, whatever section holds it.</param>
/// <param name="Start">Where it begins, which templates see as <c>site.NAME_url</c>; null: they do not see it.</param>
public sealed record OutputKind(
    OutputKinds Flag, string Name, string? Section = null, Func<string, bool>? OwnsFile = null, string? Start = null)
{
    /// <summary>All kinds in the order of the contract. No two own one address.</summary>
    public static IReadOnlyList<OutputKind> All { get; } =
    [
        new(OutputKinds.Home, "home", OwnsFile: address => address.Length == 0, Start: ""),
        new(OutputKinds.Papers, "papers", "papers"),
        new(OutputKinds.Tags, "tags", "tags", Start: "tags/"),
        new(OutputKinds.Archive, "archive", "archive", Start: "archive/"),
        new(OutputKinds.Authors, "authors", "authors", Start: "authors/"),
        new(OutputKinds.Pages, "pages"),
        new(OutputKinds.Search, "search", "search", Start: "search/"),
        new(OutputKinds.Atom, "atom", OwnsFile: address => Ends(address, "feed.xml")),
        new(OutputKinds.Rss, "rss", OwnsFile: address => Ends(address, "rss.xml")),
        new(OutputKinds.Json, "json", OwnsFile: address => Ends(address, "feed.json")),
        new(OutputKinds.Opml, "opml", OwnsFile: address => address == "opml.xml", Start: "opml.xml"),
        new(OutputKinds.Sitemap, "sitemap", OwnsFile: address => address == "sitemap.xml"),
        new(OutputKinds.Robots, "robots", OwnsFile: address => address == "robots.txt"),
        new(OutputKinds.Bibtex, "bibtex", OwnsFile: address =>
            (Ends(address, "papers.bib") && IsIn("tags", address)) || (Ends(address, "cite.bib") && IsIn("papers", address))),
        new(OutputKinds.Api, "api", "api"),
        new(OutputKinds.Llms, "llms", OwnsFile: address => address == "llms.txt"),
        new(OutputKinds.Markdown, "markdown", OwnsFile: address => Ends(address, "index.md") && IsIn("papers", address)),
        new(OutputKinds.Pairs, "pairs"),
        new(OutputKinds.Related, "related"),
    ];

    /// <summary>The kind that makes an address; null where only the list of static pages can tell.</summary>
    public static OutputKind? Of(string address)
    {
        var section = address.Split('/')[0];
        return All.FirstOrDefault(kind => kind.OwnsFile?.Invoke(address) == true)
            ?? All.FirstOrDefault(kind => kind.Section == (IsYear(section) ? "archive" : section));
    }

    private static bool Ends(string address, string file) => address.EndsWith(file, StringComparison.Ordinal);

    private static bool IsIn(string section, string address) => address.Split('/')[0] == section;

    private static bool IsYear(string section) => section.Length == 4 && section.All(char.IsAsciiDigit);
}
