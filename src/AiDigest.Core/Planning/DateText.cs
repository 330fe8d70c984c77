using System.Globalization;

namespace AiDigest.Core.Planning;

/// <summary>Dates as machines read them, without the system's culture.</summary>
public static class DateText
{
    /// <summary>RFC 3339: <c>2026-11-14T00:00:00+03:00</c>.</summary>
    public static string Rfc3339(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>RFC 822 with the year of four digits that RSS 2.0 asks for: <c>Sat, 14 Nov 2026 00:00:00 +0300</c>.</summary>
    public static string Rfc822(DateTimeOffset moment)
    {
        var text = moment.ToString("ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture);
        return text.Remove(text.Length - 3, 1);
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The address of a day's page: <c>2026/11/14/</c>.</summary>
    public static string Address(DateOnly day) => day.ToString("yyyy'/'MM'/'dd'/'", CultureInfo.InvariantCulture);
}
