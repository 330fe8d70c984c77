using System.Collections.Immutable;
using System.Globalization;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site.Outputs;

/// <summary>
/// The heart of the site: each tag's page with the full summaries of its newest entries, its numbered pages, and the index of tags.
/// </summary>
public static class TagPlan
{
    /// <summary>Tags that are offered beside a tag.</summary>
    private const int MostNeighbours = 12;

    public static IEnumerable<RenderedOutput> Outputs(PlanContext context)
    {
        yield return Index(context);
        var neighbours = PairPlan.Neighbours(context);
        foreach (var tag in context.Site.Tags)
        {
            var pages = Pagination.Pages(tag.Entries, context.Settings.PageSize).ToList();
            for (var i = 0; i < pages.Count; i++)
            {
                var newer = i == 0 ? null : Address(tag.Of, pages[i - 1].Number);
                var older = i + 1 < pages.Count ? Address(tag.Of, pages[i + 1].Number) : null;
                IReadOnlyList<IView> beside = pages[i].Number is null ? [.. neighbours[tag.Of].Take(MostNeighbours)] : [];
                var pager = new PagerView(
                    pages[i].Number, newer is null ? null : context.Addresses.Local(newer), older is null ? null
                        : context.Addresses.Local(older),
                    i == 0 ? null : Range(context, pages[i].Items), i == 0 ? ByMonth(context, tag.Of, pages) : []);
                yield return Page(context, tag, pages[i].Number, pages[i].Items, pager, beside);
            }
        }
    }

    /// <summary>The tags with the most entries, in the order of their names.</summary>
    public static IReadOnlyList<IView> MostUsed(PlanContext context, int most) =>
    [
        .. ByUse(context).Take(most).OrderBy(tag => tag.Of.Key, StringComparer.Ordinal)
            .Select(tag => Counted(context, tag)),
    ];

    private static IEnumerable<Group<Tag>> ByUse(PlanContext context) => context.Site.Tags
        .OrderByDescending(tag => tag.Entries.Length).ThenBy(tag => tag.Of.Key, StringComparer.Ordinal);

    private static string Address(Tag tag, int? number) =>
        number is { } n ? $"{tag.Address}page/{n.ToString(CultureInfo.InvariantCulture)}/" : tag.Address;

    private static GroupView Counted(PlanContext context, Group<Tag> tag) => new(
        tag.Of.Title, tag.Of.Slug, context.Url(OutputNames.Tags, tag.Of.Address), context.Views.Typeset(tag.Of.Description),
            tag.Entries.Length);

    private static PageOutput Index(PlanContext context)
    {
        var title = context.Strings.Text("tags.heading");
        ImmutableArray<GroupView> tags = [.. context.Site.Tags.Select(tag => Counted(context, tag))];
        return PageFactory.List(
            context, "tags", "tags/", title, context.Strings.Text("tags.description"), context.Trail(new LinkView(title, null)),
            [
                Part.Many("tags", tags),
                Part.Many("most_used", [.. ByUse(context).Take(12).Select(tag => Counted(context, tag))]),
                Part.Many("letters", LetterView.Of(tags)),
            ]);
    }

    private static string Range(PlanContext context, ImmutableArray<SiteEntry> newestFirst) => context.Strings.Days(newestFirst[^1].Day,
        newestFirst[0].Day);

    /// <summary>The numbered pages by the month of their newest entry. They keep their content, so this list changes only when a page is
    /// added.</summary>
    private static IReadOnlyList<IView> ByMonth(PlanContext context, Tag tag, List<(int? Number, ImmutableArray<SiteEntry> Items)> pages) =>
    [
        .. pages.Skip(1).GroupBy(page => (page.Items[0].Day.Year, page.Items[0].Day.Month)).Select(month => new MonthPagesView(
            context.Strings.Month(month.Key.Year, month.Key.Month),
            [.. month.Select(page => new LinkView(Range(context, page.Items), context.Addresses.Local(Address(tag, page.Number))))])),
    ];

    private static PageOutput Page(
        PlanContext context, Group<Tag> tag, int? number, ImmutableArray<SiteEntry> entries, PagerView pager,
            IReadOnlyList<IView> neighbours)
    {
        var heading = context.Strings.Text("tag.heading", ("tag", tag.Of.Title));
        var title = number is { } n
            ? context.Strings.Text("tag.numbered", ("heading", heading), ("n", context.Strings.Number(n)))
            : heading;
        var trail = context.Trail(
            new LinkView(context.Strings.Text("tags.heading"), context.Url(OutputNames.Tags, "tags/")),
            new LinkView(tag.Of.Title, number is null ? null : context.Addresses.Local(tag.Of.Address)));
        var local = context.Addresses;
        var description = context.Views.Typeset(tag.Of.Description);
        var page = PageFactory.List(
            context, "tag", Address(tag.Of, number), title,
            description ?? context.Strings.Text("tag.description", ("tag", tag.Of.Title)), trail,
            [
                Part.One(
                    "tag", new GroupView(
                        tag.Of.Title, tag.Of.Slug, local.Local(tag.Of.Address), description, number is null ? tag.Entries.Length : null)),
                Part.One("bibtex", new LinkView("BibTeX", context.Url(OutputNames.Bibtex, MachinePlan.BibtexAddress(tag.Of)))),
                Part.Many("neighbours", neighbours),
                Part.One("trend", number is null ? Trend.Of(context, tag.Entries) : null),
                Part.Many("papers", context.Papers(entries)),
                Part.One("pager", pager),
            ]);
        var view = page.View with
        {
            Heading = heading,
            BodyLevel = 3,
            Feeds = [.. context.Feeds(tag.Of.Address, $"{context.Settings.Title}: {tag.Of.Title}"), .. page.View.Feeds],
        };
        return page.Showing(view) with { Changed = () => context.Latest(entries) };
    }
}
