using System.Collections.Immutable;
using System.Globalization;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site.Outputs;

/// <summary>
/// The sitemap of the pages that are to be found (sitemaps.org protocol 0.9), parted where it holds too many, and <c>robots.txt</c>.
/// </summary>
public static class SitemapPlan
{
    /// <summary>Addresses that one file may hold by the protocol.</summary>
    public const int MostInOneFile = 50_000;

    public static IEnumerable<RenderedOutput> Outputs(PlanContext context, IReadOnlyList<RenderedOutput> pages)
    {
        ImmutableArray<RenderedOutput> found =
            [.. pages.Where(page => page.Index && page.Template.EndsWith(".html", StringComparison.Ordinal))];
        var ordered =
            new Lazy<ImmutableArray<RenderedOutput>>(() => found.Sort((one, other) => Addresses.CompareAddresses(one.Path, other.Path)));
        IReadOnlyList<IView> Lines(int from) =>
        [
            .. ordered.Value.Skip(from).Take(MostInOneFile)
                .Select(page => new SitemapLineView(page.Absolute(context.Addresses), page.Modified)),
        ];
        if (found.Length <= MostInOneFile)
        {
            yield return Map(context, "sitemap.xml", () => Lines(0));
            yield break;
        }

        var index = new List<IView>();
        for (var from = 0; from < found.Length; from += MostInOneFile)
        {
            var (path, start) = ($"sitemap-{(index.Count + 1).ToString(CultureInfo.InvariantCulture)}.xml", from);
            index.Add(new SitemapLineView(context.Addresses.Absolute(path), null));
            yield return Map(context, path, () => Lines(start));
        }

        yield return Output(context, "sitemap.xml", "sitemap-index.xml", () => Part.Many("maps", index));
    }

    public static IEnumerable<RenderedOutput> Robots(PlanContext context)
    {
        var sitemap = context.Has(OutputNames.Sitemap) ? context.Addresses.Absolute("sitemap.xml") : null;
        yield return Output(context, "robots.txt", "robots.txt", () => Part.One("sitemap", new LinkView("sitemap", sitemap)));
    }

    private static PageOutput Map(PlanContext context, string path, Func<IReadOnlyList<IView>> lines) =>
        Output(context, path, "sitemap.xml", () => Part.Many("locations", lines()));

    private static PageOutput Output(PlanContext context, string path, string template, Func<Part> part) =>
        new(path, template, () => new PageView
        {
            Kind = path.StartsWith("robots", StringComparison.Ordinal) ? "robots" : "sitemap",
            Address = path,
            Title = context.Settings.Title,
            Canonical = context.Addresses.Absolute(path),
            Parts = [part()],
        });
}
