using System.Collections.Immutable;
using System.Globalization;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site.Outputs;

/// <summary>
/// What programs read: <c>/api/papers.json</c> with a part for each month (CSL-JSON), <c>/tags/TAG/papers.bib</c> (BibTeX) and
/// <c>/llms.txt</c> (https://llmstxt.org).
/// </summary>
public static class MachinePlan
{
    public const string ApiAddress = "api/papers.json";

    public const string LlmsAddress = "llms.txt";

    /// <summary>The file with the citations of all papers of a tag.</summary>
    public static string BibtexAddress(Tag tag) => tag.Address + "papers.bib";

    /// <summary>The parts of the list of papers, newest month first, and their index with the newest papers.</summary>
    public static IEnumerable<RenderedOutput> Api(PlanContext context)
    {
        var months = context.Site.Days.GroupBy(day => (day.Of.Year, day.Of.Month)).ToList();
        var parts = new List<IView>();
        foreach (var month in months)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{month.Key.Year:0000}-{month.Key.Month:00}");
            var address = $"api/papers/{name}.json";
            ImmutableArray<SiteEntry> entries = [.. month.SelectMany(day => day.Entries)];
            parts.Add(new ApiPartView(name, context.Addresses.Absolute(address), entries.Length));
            yield return Output(context, address, "api-part.json", () => [Part.Many("papers", context.Papers(entries))]);
        }

        var newest = Newest(context);
        yield return Output(
            context, ApiAddress, "api.json",
            () => [Part.One("api", Facts(context)), Part.Many("parts", parts), Part.Many("papers", context.Papers(newest))]);
    }

    /// <summary>The citations of each tag.</summary>
    public static IEnumerable<RenderedOutput> Bibtex(PlanContext context) => !context.Has(OutputNames.Tags)
        ? []
        : context.Site.Tags.Select(tag => Output(
            context, BibtexAddress(tag.Of), "papers.bib",
            () => [Part.Many(
                "citations", new EntryList(tag.Entries, context.Views.Citation, hasBodies: false))]));

    public static IEnumerable<RenderedOutput> Llms(PlanContext context)
    {
        var newest = context.Has(OutputNames.Papers) ? Newest(context) : [];
        yield return Output(context, LlmsAddress, "llms.txt", () =>
        [
            Part.One("facts", Facts(context)),
            Part.Many("lists", Lists(context)),
            Part.Many("tags", context.Has(OutputNames.Tags) ? [.. context.Site.Tags.Select(tag => Section(context, tag))] : []),
            Part.Many("papers", context.Papers(newest)),
        ]);
    }

    private static GroupView Section(PlanContext context, Group<Tag> tag) =>
        new(tag.Of.Title, tag.Of.Slug, context.Addresses.Absolute(tag.Of.Address), tag.Of.Description);

    /// <summary>The lists of all entries that a program can read.</summary>
    private static IReadOnlyList<IView> Lists(PlanContext context)
    {
        (string Kind, string Name, string Address)[] lists =
        [
            (OutputNames.Api, "CSL-JSON", ApiAddress), (OutputNames.Atom, "Atom", "feed.xml"), (OutputNames.Rss, "RSS", "rss.xml"),
            (OutputNames.Json, "JSON Feed", "feed.json"), (OutputNames.Sitemap, "Sitemap", "sitemap.xml"),
        ];
        return [.. lists.Where(list => context.Has(list.Kind))
            .Select(list => new LinkView(list.Name, context.Addresses.Absolute(list.Address)))];
    }

    private static ImmutableArray<SiteEntry> Newest(PlanContext context) => [.. context.Site.Published.Take(context.Settings.FeedSize)];

    private static MachineFactsView Facts(PlanContext context) => new(
        context.Settings.Title, context.Settings.Description.Length > 0 ? context.Settings.Description : context.Settings.Tagline,
        context.Settings.Language, context.Addresses.Absolute(""), context.Site.Published.Length);

    private static PageOutput Output(PlanContext context, string address, string template, Func<ImmutableArray<Part>> parts) =>
        new(address, template, () => new PageView
        {
            Kind = template.Split('.')[0],
            Address = address,
            Title = context.Settings.Title,
            Canonical = context.Addresses.Absolute(address),
            AbsoluteLinks = true,
            Parts = parts(),
        });
}
