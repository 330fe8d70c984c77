using System.Collections.Immutable;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site.Outputs;

/// <summary>
/// Home: the newest whole days, as many as fit <c>page_size</c> entries, at least one; older days have their own pages.
/// </summary>
public static class HomePlan
{
    public static IEnumerable<RenderedOutput> Outputs(PlanContext context)
    {
        var days = Newest(context.Site.Days, context.Settings.PageSize);
        var older = context.Site.Days.Length > days.Length ? context.Site.Days[days.Length].Of : (DateOnly?)null;
        var settings = context.Settings;
        var page = PageFactory.List(
            context, "home", "", settings.Title, context.Views.Typeset(settings.Description.Length > 0 ? settings.Description
                : settings.Tagline), [],
            [
                Part.Many("days", [.. days.Select(day => Day(context, day))]),
                Part.One("older", older is { } next
                    ? new LinkView(context.Strings.Day(next), context.Url(OutputNames.Archive, DateFormat.Address(next)))
                    : null),
                Part.Many("tags", TagPlan.MostUsed(context, 30)),
            ],
            "WebSite");
        yield return page.Showing(page.View with { BodyLevel = 4 }) with
        {
            Changed = () =>
            context.Latest(days.SelectMany(day => day.Entries))
        };
    }

    private static ImmutableArray<Group<DateOnly>> Newest(ImmutableArray<Group<DateOnly>> days, int size)
    {
        var total = 0;
        return [.. days.TakeWhile((day, index) => (total += day.Entries.Length) <= size || index == 0)];
    }

    private static PeriodView Day(PlanContext context, Group<DateOnly> day)
    {
        var pages = Pagination.OfDay(day.Entries, context.Settings.DayMax).Take(2).ToList();
        return new PeriodView(
            context.Strings.Day(day.Of), DateFormat.Iso(day.Of), context.Url(OutputNames.Archive, DateFormat.Address(day.Of)),
            null, "papers", context.Papers(pages[0].Items))
        {
            Rest = pages.Count < 2 ? default
                : (context.Url(OutputNames.Archive, ArchivePlan.DayAddress(day.Of, pages[1].Number)),
                    day.Entries.Length - pages[0].Items.Length),
            HasRest = true,
            Weekday = context.Strings.Weekday(day.Of),
        };
    }
}
