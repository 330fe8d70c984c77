using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace AiDigest.Tests.Fixtures;

/// <summary>Reads built pages by what the contract says of them, and by nothing that a theme may change.</summary>
internal static class PageReading
{
    public static IHtmlDocument Page(this ScratchSite site, string path) => new HtmlParser().ParseDocument(site.Read(path));

    /// <summary>Slugs of the entries that a page shows in full, in its order: each has a heading that links to its page.</summary>
    public static string[] Summaries(this ScratchSite site, string path) =>
        [.. site.Page(path).QuerySelectorAll("main :is(h2, h3) a").Select(Slug).OfType<string>()];

    /// <summary>Slugs of all entries that a page links to, in its order, each once.</summary>
    public static string[] Entries(this ScratchSite site, string path) =>
        [.. site.Page(path).QuerySelectorAll("main a").Select(Slug).OfType<string>().Distinct(StringComparer.Ordinal)];

    public static string[] Links(this ScratchSite site, string path) =>
        [.. site.Page(path).QuerySelectorAll("a").Select(link => link.GetAttribute("href")).OfType<string>()];

    public static string Heading(this ScratchSite site, string path) => site.Page(path).QuerySelector("h1")!.TextContent.Trim();

    /// <summary>Every HTML page of the site.</summary>
    public static IEnumerable<string> HtmlPaths(this ScratchSite site) =>
        site.Tree().Keys.Where(path => path.EndsWith(".html", StringComparison.Ordinal));

    private static string? Slug(IElement link)
    {
        var parts = (link.GetAttribute("href") ?? "").Split("/papers/");
        return parts.Length == 2 && parts[1].IndexOf('/', StringComparison.Ordinal) == parts[1].Length - 1 ? parts[1][..^1] : null;
    }
}
