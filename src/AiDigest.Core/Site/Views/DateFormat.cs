using System.Globalization;

namespace AiDigest.Core.Site.Views;

/// <summary>Dates as machines read them, without the system's culture.</summary>
public static class DateFormat
{
    /// <summary>RFC 3339: <c>2026-11-14T00:00:00+03:00</c>.</summary>
    public static string Rfc3339(DateTimeOffset moment) =>
        string.Create("yyyy-MM-ddTHH:mm:ss+hh:mm".Length, moment, static (text, moment) =>
    {
        // The runtime writes its standard formats several times as fast as those that it must read first.
        moment.DateTime.TryFormat(text, out var length, "s", CultureInfo.InvariantCulture);
        Offset(moment.Offset, text[length..], text[^2..]);
        text[^3] = ':';
    });

    /// <summary>RFC 822 with the year of four digits that RSS 2.0 asks for: <c>Sat, 14 Nov 2026 00:00:00 +0300</c>.</summary>
    public static string Rfc822(DateTimeOffset moment) =>
        string.Create("ddd, dd MMM yyyy HH:mm:ss +hhmm".Length, moment, static (text, moment) =>
    {
        Span<char> standard = stackalloc char["ddd, dd MMM yyyy HH:mm:ss GMT".Length];
        moment.DateTime.TryFormat(standard, out _, "r", CultureInfo.InvariantCulture);
        standard[..^3].CopyTo(text);
        Offset(moment.Offset, text[^5..], text[^2..]);
    });

    public static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The address of a day's page: <c>2026/11/14/</c>.</summary>
    public static string Address(DateOnly day) => day.ToString("yyyy'/'MM'/'dd'/'", CultureInfo.InvariantCulture);

    private static void Offset(TimeSpan offset, Span<char> hours, Span<char> minutes)
    {
        hours[0] = offset < TimeSpan.Zero ? '-' : '+';
        Math.Abs(offset.Hours).TryFormat(hours[1..], out _, "00", CultureInfo.InvariantCulture);
        Math.Abs(offset.Minutes).TryFormat(minutes, out _, "00", CultureInfo.InvariantCulture);
    }
}
