using System.Collections.Immutable;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Outputs;

namespace AiDigest.Core.Site;

/// <summary>
/// One kind of output: a row of the table of all kinds. The row gives its name in <c>outputs</c> of <c>site.yaml</c>, its outputs, the
/// addresses that links of sources may name, its address in templates, and its feeds. Schemas and hints follow from the row too.
/// The table is at the top of this folder. What is below it and depends on kinds gets a column as a parameter.
/// </summary>
/// <param name="Name">In <c>outputs</c>.</param>
/// <param name="Plans">
/// Its outputs. None for related links, pages and the site map: they need more than the settled site, and <see cref="Planner"/> has them.
/// </param>
public sealed record OutputKind(string Name, params ImmutableArray<OutputPlan> Plans)
{
    /// <summary>The first part of the addresses of its pages; null: it has none.</summary>
    public string? Section { get; init; }

    /// <summary>Whether an address is a file of this kind, whatever section holds it.</summary>
    public Func<string, bool>? OwnsFile { get; init; }

    /// <summary>Where it begins, which templates see as <c>site.NAME_url</c>; null: they do not see it.</summary>
    public string? Start { get; init; }

    /// <summary>The format of feed that it is; null: it is none.</summary>
    public FeedFormat? Feed { get; init; }

    /// <summary>All kinds in the order of the documents. No two own one address.</summary>
    public static ImmutableArray<OutputKind> All { get; } =
    [
        new(OutputNames.Home, HomePlan.Outputs) { OwnsFile = address => address.Length == 0, Start = "" },
        new(OutputNames.Papers, EntryPlan.Outputs) { Section = "papers" },
        new(OutputNames.Tags, TagPlan.Outputs) { Section = "tags", Start = "tags/" },
        new(OutputNames.Pairs, PairPlan.Outputs),
        new(OutputNames.Related),
        new(OutputNames.Archive, ArchivePlan.Outputs) { Section = "archive", Start = "archive/" },
        new(OutputNames.Authors, AuthorPlan.Outputs) { Section = "authors", Start = "authors/" },
        new(OutputNames.Pages),
        new(OutputNames.Search, StaticPagePlan.Search) { Section = "search", Start = "search/" },
        OfFeed(new FeedFormat(OutputNames.Atom, "Atom", "feed.xml", "atom.xml", "application/atom+xml")),
        OfFeed(new FeedFormat(OutputNames.Rss, "RSS", "rss.xml", "rss.xml", "application/rss+xml")),
        OfFeed(new FeedFormat(OutputNames.Json, "JSON Feed", "feed.json", "feed.json", "application/feed+json")),
        new("opml", FeedPlan.Opml) { OwnsFile = address => address == "opml.xml", Start = "opml.xml" },
        new(OutputNames.Sitemap) { OwnsFile = address => address == "sitemap.xml" },
        new("robots", SitemapPlan.Robots) { OwnsFile = address => address == "robots.txt" },
        new(OutputNames.Bibtex, EntryPlan.Citations, MachinePlan.Bibtex)
        {
            OwnsFile = address =>
                (Ends(address, "papers.bib") && IsIn("tags", address)) || (Ends(address, "cite.bib") && IsIn("papers", address)),
        },
        new(OutputNames.Api, MachinePlan.Api) { Section = "api" },
        new("llms", MachinePlan.Llms) { OwnsFile = address => address == "llms.txt" },
        new(OutputNames.Markdown, EntryPlan.Twins) { OwnsFile = address => Ends(address, "index.md") && IsIn("papers", address) },
    ];

    /// <summary>What <c>outputs</c> may hold.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(kind => kind.Name)];

    /// <summary>The formats of feeds.</summary>
    public static ImmutableArray<FeedFormat> Feeds { get; } = [.. All.Select(kind => kind.Feed).OfType<FeedFormat>()];

    /// <summary>The kind that makes an address; null where only the list of static pages can tell.</summary>
    public static OutputKind? Of(string address)
    {
        var section = address.Split('/')[0];
        return All.FirstOrDefault(kind => kind.OwnsFile?.Invoke(address) == true)
            ?? All.FirstOrDefault(kind => kind.Section == (IsYear(section) ? "archive" : section));
    }

    private static OutputKind OfFeed(FeedFormat format) => new(format.Kind, context => FeedPlan.Outputs(context, format))
    {
        OwnsFile = address => Ends(address, format.File),
        Feed = format,
    };

    private static bool Ends(string address, string file) => address.EndsWith(file, StringComparison.Ordinal);

    private static bool IsIn(string section, string address) => address.Split('/')[0] == section;

    private static bool IsYear(string section) => section.Length == 4 && section.All(char.IsAsciiDigit);
}
