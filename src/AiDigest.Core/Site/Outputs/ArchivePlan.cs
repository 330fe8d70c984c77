using System.Collections.Immutable;
using System.Globalization;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site.Outputs;

/// <summary>
/// The archive: years and months with counts and the titles of the newest month, a page a year with calendars, a page a month with
/// titles, a page a day
/// with full summaries. The archive and the years do not grow with the number of entries.
/// </summary>
public static class ArchivePlan
{
    public static IEnumerable<RenderedOutput> Outputs(PlanContext context)
    {
        var years = context.Site.Days.GroupBy(day => day.Of.Year).ToList();
        yield return Archive(context, years);
        for (var y = 0; y < years.Count; y++)
        {
            yield return Year(context, years[y], y > 0 ? years[y - 1].Key : null, y + 1 < years.Count ? years[y + 1].Key : null);
        }

        var months = context.Site.Days.GroupBy(day => (day.Of.Year, day.Of.Month)).ToList();
        for (var m = 0; m < months.Count; m++)
        {
            yield return Month(context, months[m], m > 0 ? months[m - 1].Key : null, m + 1 < months.Count ? months[m + 1].Key : null);
        }

        for (var d = 0; d < context.Site.Days.Length; d++)
        {
            var pages = Pagination.OfDay(context.Site.Days[d].Entries, context.Settings.DayMax).ToList();
            for (var p = 0; p < pages.Count; p++)
            {
                yield return Day(context, d, pages[p].Number, pages[p].Items, p == 0 ? null : pages[p - 1].Number
                    ?? 0, p + 1 < pages.Count ? pages[p + 1].Number : null);
            }
        }
    }

    private static PageOutput Archive(PlanContext context, IEnumerable<IGrouping<int, Group<DateOnly>>> years)
    {
        var title = context.Strings.Text("archive.heading");
        var newest = context.Site.Days.IsEmpty ? default : context.Site.Days[0].Of;
        return PageFactory.List(
            context, "archive", "archive/", title, context.Strings.Text("archive.description"), context.Trail(new LinkView(title, null)),
            [Part.Many("years", [.. years.Select(year => new PeriodView(
                YearText(year.Key), YearText(year.Key), context.Addresses.Local(YearText(year.Key) + "/"), Count(year), "months",
                Months(context, year, month => month == (newest.Year, newest.Month))))])]);
    }

    private static PageOutput Year(PlanContext context, IGrouping<int, Group<DateOnly>> days, int? newer, int? older)
    {
        var title = context.Strings.Text("year.heading", ("year", YearText(days.Key)));
        var page = PageFactory.List(
            context, "year", YearText(days.Key) + "/", title, context.Strings.Text("period.description", ("period", title)),
            context.Trail(ArchiveLink(context), new LinkView(YearText(days.Key), null)),
            [
                Part.Many("months", Months(context, days, _ => false, days.Max(day => day.Entries.Length))),
                Part.One("previous", YearLink(context, older)),
                Part.One("next", YearLink(context, newer)),
            ]);
        return page with { Changed = () => context.Latest(days.SelectMany(day => day.Entries)) };
    }

    private static PageOutput Month(
        PlanContext context, IGrouping<(int Year, int Month), Group<DateOnly>> days, (int Year, int Month)? newer,
            (int Year, int Month)? older)
    {
        var (year, month) = days.Key;
        var title = context.Strings.Month(year, month);
        var page = PageFactory.List(
            context, "month", MonthAddress(year, month), title, context.Strings.Text("period.description", ("period", title)),
            context.Trail(
                ArchiveLink(context), new LinkView(YearText(year), context.Addresses.Local(YearText(year) + "/")),
                new LinkView(title, null)),
            [
                Part.Many("days", [.. days.Select(day => new PeriodView(
                    context.Strings.Day(day.Of), DateFormat.Iso(day.Of), context.Addresses.Local(DateFormat.Address(day.Of)),
                        day.Entries.Length, "papers", context.Lines(day.Entries)))]),
                Part.Many("weeks", Weeks(context, year, month, days, days.Max(day => day.Entries.Length))),
                Part.One("previous", MonthLink(context, older)),
                Part.One("next", MonthLink(context, newer)),
            ]);
        return page with { Changed = () => context.Latest(days.SelectMany(day => day.Entries)) };
    }

    /// <summary>The address of a page of a day; its own page has no number, or 0.</summary>
    public static string DayAddress(DateOnly day, int? number) =>
        DateFormat.Address(day) + (number is > 0 and var n ? $"page/{n.ToString(CultureInfo.InvariantCulture)}/" : "");

    private static PageOutput Day(PlanContext context, int index, int? number, ImmutableArray<SiteEntry> entries, int? newer, int? older)
    {
        var days = context.Site.Days;
        var day = days[index];
        var title = context.Strings.Day(day.Of);
        var month = context.Strings.Month(day.Of.Year, day.Of.Month);
        var numbered = number is { } n ? context.Strings.Text("tag.numbered", ("heading", title), ("n", context.Strings.Number(n))) : title;
        string? Local(int? page) => page is null ? null : context.Addresses.Local(DayAddress(day.Of, page));
        var page = PageFactory.List(
            context, "day", DayAddress(day.Of, number), numbered, context.Strings.Text("day.description", ("day", title)),
            context.Trail(
                ArchiveLink(context), new LinkView(YearText(day.Of.Year), context.Addresses.Local(YearText(day.Of.Year) + "/")),
                new LinkView(month, context.Addresses.Local(MonthAddress(day.Of.Year, day.Of.Month))),
                    new LinkView(title, number is null ? null : Local(0))),
            [
                Part.One("day", new DayView(DateFormat.Iso(day.Of), title, context.Strings.Weekday(day.Of))),
                Part.Many("papers", context.Papers(entries)),
                Part.One("pager", new PagerView(number, Local(newer), Local(older), null, [])),
                Part.One("previous", index + 1 < days.Length ? DayLink(context, days[index + 1].Of) : null),
                Part.One("next", index > 0 ? DayLink(context, days[index - 1].Of) : null),
            ]);
        return page.Showing(page.View with { Heading = title, BodyLevel = 3 }) with { Changed = () => context.Latest(entries) };
    }

    /// <param name="hasTitles">Whether the titles of a month are there.</param>
    /// <param name="fullest">Entries of the fullest day that the page shows; null: no calendars.</param>
    private static ImmutableArray<IView> Months(
        PlanContext context, IEnumerable<Group<DateOnly>> days, Func<(int Year, int Month), bool> hasTitles, int? fullest = null) =>
    [
        .. days.GroupBy(day => (day.Of.Year, day.Of.Month)).Select(month => new PeriodView(
            context.Strings.MonthName(month.Key.Month), $"{YearText(month.Key.Year)}-{month.Key.Month:00}",
            context.Addresses.Local(MonthAddress(month.Key.Year, month.Key.Month)), Count(month), "papers",
            hasTitles(month.Key) ? context.Lines(month.SelectMany(day => day.Entries)) : [])
        {
            Weeks = fullest is { } most ? Weeks(context, month.Key.Year, month.Key.Month, month, most) : null,
        }),
    ];

    /// <summary>The calendar of a month in weeks from Monday to Sunday.</summary>
    private static IReadOnlyList<IView> Weeks(PlanContext context, int year, int month, IEnumerable<Group<DateOnly>> days, int fullest)
    {
        var counts = days.ToDictionary(day => day.Of.Day, day => day.Entries.Length);
        var before = ((int)new DateOnly(year, month, 1).DayOfWeek + 6) % 7;
        var length = DateTime.DaysInMonth(year, month);
        return
        [
            .. Enumerable.Range(0, (before + length + 6) / 7 * 7).Select(cell => cell - before + 1).Select(day => day < 1 || day > length
                ? new CalendarDayView(null, null, null, null, null)
                : Cell(context, new DateOnly(year, month, day), counts.GetValueOrDefault(day), fullest))
                .Chunk(7).Select(week => new WeekView(week)),
        ];
    }

    private static CalendarDayView Cell(PlanContext context, DateOnly day, int count, int fullest) => count == 0
        ? new CalendarDayView(day.Day, null, null, null, null)
        : new CalendarDayView(
            day.Day, context.Addresses.Local(DateFormat.Address(day)), count, context.Strings.Day(day), ((3 * count)
                + fullest - 1) / fullest);

    private static LinkView ArchiveLink(PlanContext context) =>
        new(context.Strings.Text("archive.heading"), context.Addresses.Local("archive/"));

    private static EntryLinkView? YearLink(PlanContext context, int? year) => year is not { } y
        ? null
        : new EntryLinkView(YearText(y), null, context.Addresses.Local(YearText(y) + "/"));

    private static EntryLinkView DayLink(PlanContext context, DateOnly day) =>
        new(context.Strings.Day(day), null, context.Addresses.Local(DateFormat.Address(day)));

    private static EntryLinkView? MonthLink(PlanContext context, (int Year, int Month)? month) => month is not { } m
        ? null
        : new EntryLinkView(context.Strings.Month(m.Year, m.Month), null, context.Addresses.Local(MonthAddress(m.Year, m.Month)));

    private static string MonthAddress(int year, int month) => $"{YearText(year)}/{month.ToString("00", CultureInfo.InvariantCulture)}/";

    private static string YearText(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    private static int Count(IEnumerable<Group<DateOnly>> days) => days.Sum(day => day.Entries.Length);
}
