using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using NodaTime;
using NodaTime.TimeZones;

namespace AiDigest.Core.Site;

/// <summary>
/// The calendar of the site: which day a moment falls on, and when a day begins, in the site's time zone. The database of zones
/// is the one that NodaTime ships, so that the machine's own (or its absence) changes nothing. The one user of NodaTime.
/// </summary>
public sealed class SiteTime
{
    private readonly DateTimeZone _zone;

    private SiteTime(DateTimeZone zone) => _zone = zone;

    /// <summary>For a message, what an unknown zone may mean: short names (MSK, MST) are too alike to guess among.</summary>
    public static string? Near(string zone)
    {
        var places = DateTimeZoneProviders.Tzdb.Ids.Where(id => id.Contains('/', StringComparison.Ordinal));
        return zone.Contains('/', StringComparison.Ordinal)
            ? NearestName.Of(zone, places)
            : places.FirstOrDefault(id => id.EndsWith("/" + zone, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The calendar of a zone of the IANA database, or null where it has no such name.</summary>
    public static SiteTime? Find(string zone) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } found ? new SiteTime(found) : null;

    public DateOnly Day(EntryDate date) => date.Day ?? Local(date.Moment!.Value).Date.ToDateOnly();

    /// <summary>The moment itself, or that at which its day begins here; in the site's offset.</summary>
    public DateTimeOffset Moment(EntryDate date) => date.Moment is { } moment
        ? Local(moment).ToDateTimeOffset()
        : StartOfDay(date.Day!.Value);

    public DateTimeOffset StartOfDay(DateOnly day) => _zone.AtStartOfDay(LocalDate.FromDateOnly(day)).ToDateTimeOffset();

    private ZonedDateTime Local(DateTimeOffset moment) => Instant.FromDateTimeOffset(moment).InZone(_zone);
}
