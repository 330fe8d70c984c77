using System.Collections.Immutable;
using System.Globalization;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site.Outputs;

/// <summary>
/// Draws how many entries each month has, from the month of the oldest entry to that of the newest. It asks no clock, so the line stays
/// while the tag gets no entry.
/// </summary>
internal static class Trend
{
    /// <summary>Months that are drawn; older ones are left out.</summary>
    private const int MostMonths = 36;

    private const int Step = 6;
    private const int Height = 24;

    /// <param name="entries">Newest first.</param>
    /// <returns>Null for fewer than three months: two points tell no trend.</returns>
    public static TrendView? Of(PlanContext context, ImmutableArray<SiteEntry> entries)
    {
        var last = Month(entries[0].Day);
        var first = Math.Max(Month(entries[^1].Day), last - MostMonths + 1);
        if (last - first < 2)
        {
            return null;
        }

        var counts = new int[last - first + 1];
        foreach (var entry in entries)
        {
            if (Month(entry.Day) >= first)
            {
                counts[Month(entry.Day) - first]++;
            }
        }

        var most = counts.Max();
        var points =
            counts.Select((count, at) =>
                string.Create(CultureInfo.InvariantCulture, $"{1 + (at * Step)},{Height - 2 - (count * (Height - 4) / most)}"));
        var text = context.Strings.Text(
            "trend.text", ("from", Name(context, first)), ("to", Name(context, last)),
                ("counts", string.Join(", ", counts.Select(count => context.Strings.Number(count)))));
        return new TrendView(string.Join(' ', points), ((counts.Length - 1) * Step) + 2, text);
    }

    private static int Month(DateOnly day) => (day.Year * 12) + day.Month - 1;

    private static string Name(PlanContext context, int month) => context.Strings.Month(month / 12, (month % 12) + 1);
}
