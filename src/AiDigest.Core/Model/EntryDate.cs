namespace AiDigest.Core.Model;

/// <summary>
/// A date as the author wrote it, before the site's time zone gives it its day: a bare day, or a moment with an offset
/// (RFC 3339, seconds optional). Exactly one of the two is set.
/// </summary>
public readonly record struct EntryDate(DateOnly? Day, DateTimeOffset? Moment)
{
    public static EntryDate Of(DateOnly day) => new(day, null);

    public static EntryDate Of(DateTimeOffset moment) => new(null, moment);
}

/// <summary>A correction that an entry's page shows.</summary>
public sealed record Correction(EntryDate Date, string Text);
