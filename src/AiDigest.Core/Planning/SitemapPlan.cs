using System.Globalization;
using AiDigest.Core.Model;

namespace AiDigest.Core.Planning;

/// <summary>The sitemap of the pages that are to be found (sitemaps.org protocol 0.9), parted where it holds too many, and <c>robots.txt</c>.</summary>
public static class SitemapPlan
{
    /// <summary>Addresses that one file may hold by the protocol.</summary>
    public const int MostInOneFile = 50_000;

    public static IEnumerable<RenderedOutput> Outputs(PlanContext context, IReadOnlyList<RenderedOutput> pages)
    {
        var lines = pages
            .Where(page => page.View.Index && page.Template.EndsWith(".html", StringComparison.Ordinal))
            .OrderBy(page => page.View.Address, StringComparer.Ordinal)
            .Select(page => (IView)new SitemapLineView(page.View.Canonical, page.Modified))
            .ToList();
        if (lines.Count <= MostInOneFile)
        {
            yield return Map(context, "sitemap.xml", lines);
            yield break;
        }

        var parts = lines.Chunk(MostInOneFile).ToList();
        var index = new List<IView>();
        for (var i = 0; i < parts.Count; i++)
        {
            var path = $"sitemap-{(i + 1).ToString(CultureInfo.InvariantCulture)}.xml";
            index.Add(new SitemapLineView(context.Addresses.Absolute(path), null));
            yield return Map(context, path, parts[i]);
        }

        yield return Output(context, "sitemap.xml", "sitemap-index.xml", Part.Many("maps", index));
    }

    public static IEnumerable<RenderedOutput> Robots(PlanContext context)
    {
        var sitemap = context.Has(OutputKinds.Sitemap) ? context.Addresses.Absolute("sitemap.xml") : null;
        yield return Output(context, "robots.txt", "robots.txt", Part.One("sitemap", new LinkView("sitemap", sitemap)));
    }

    private static RenderedOutput Map(PlanContext context, string path, IReadOnlyList<IView> lines) =>
        Output(context, path, "sitemap.xml", Part.Many("locations", lines));

    private static RenderedOutput Output(PlanContext context, string path, string template, Part part) => new(path, template, new PageView
    {
        Kind = path.StartsWith("robots", StringComparison.Ordinal) ? "robots" : "sitemap",
        Address = path,
        Title = context.Settings.Title,
        Canonical = context.Addresses.Absolute(path),
        Parts = [part],
    });
}
