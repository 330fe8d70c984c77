using System.Globalization;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Import;

/// <summary>Reads facts as exports write them.</summary>
internal static class Facts
{
    // RFC 822, section 5.1, and what Russian feeds write.
    private static readonly (string Name, string Offset)[] Zones =
    [
        ("GMT", "+0000"), ("UTC", "+0000"), ("UT", "+0000"), ("Z", "+0000"), ("EST", "-0500"), ("EDT", "-0400"), ("CST", "-0600"),
        ("CDT", "-0500"), ("MST", "-0700"), ("MDT", "-0600"), ("PST", "-0800"), ("PDT", "-0700"), ("MSK", "+0300"),
    ];

    /// <summary>The day of a date; one that cannot be read is told.</summary>
    public static DateOnly? Day(string? text, ImportNotes notes)
    {
        var day = Day(text);
        if (day is null && !string.IsNullOrWhiteSpace(text))
        {
            notes.Lost(Messages.LostDate(YamlScalars.Line(text)));
        }

        return day;
    }

    /// <summary>The day of a date or moment in any of the usual forms; null where there is none.</summary>
    public static DateOnly? Day(string? text)
    {
        text = text?.Trim() ?? "";
        if (DateParser.Read(text, out var date) is null)
        {
            return date.Day ?? DateOnly.FromDateTime(date.Moment!.Value.DateTime);
        }

        // RFC 822, as RSS and arXiv's OAI records write it.
        if (Moment(text) is { } moment)
        {
            return DateOnly.FromDateTime(moment.DateTime);
        }

        var parts = text.Length >= 10 ? text[..10].Replace('/', '-') : text.Trim('/').Replace('/', '-');
        string[] forms = ["yyyy-MM-dd", "yyyy-M-d", "yyyy-MM", "yyyy-M", "yyyy"];
        string[] words = ["d MMM yyyy", "d MMMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "ddd, d MMM yyyy"];
        if (DateOnly.TryParseExact(text, words, CultureInfo.InvariantCulture, DateTimeStyles.None, out var worded)
            && worded.Year is >= 1900 and < 2200)
        {
            return worded;
        }

        return DateOnly.TryParseExact(parts.TrimEnd('-'), forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1900 and < 2200 ? day : null;
    }

    /// <summary>The moment of RFC 3339 or RFC 822; null where the text has no time of the day or cannot be read.</summary>
    public static DateTimeOffset? Moment(string? text)
    {
        text = text?.Trim() ?? "";
        if (DateParser.Read(text, out var date) is null)
        {
            return date.Moment;
        }

        if (text.Length < 12 || !char.IsLetterOrDigit(text[0]) || !text.Contains(' ', StringComparison.Ordinal))
        {
            return null;
        }

        var zone = text.LastIndexOf(' ') + 1;
        var plain = Array.Find(Zones, known => text.AsSpan(zone).SequenceEqual(known.Name)) is { Offset: { } offset }
            ? text[..zone] + offset
            : text;
        plain = plain[(plain.IndexOf(',', StringComparison.Ordinal) + 1)..].Trim();
        plain = plain.Length > 5 && plain[^5] is '+' or '-' ? plain[..^2] + ":" + plain[^2..] : plain;
        string[] forms = ["d MMM yyyy H:mm:ss zzz", "d MMM yyyy H:mm zzz", "d MMM yy H:mm:ss zzz", "d MMM yy H:mm zzz"];
        return DateTimeOffset.TryParseExact(plain, forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var moment)
            && moment.Year is >= 1900 and < 2200 ? moment : null;
    }

    /// <summary>The arXiv id in an id, prefix or address; null where there is none.</summary>
    public static string? Arxiv(string? text)
    {
        text = text?.Trim();
        return string.IsNullOrEmpty(text) ? null : ArxivId.IsValid(text) ? text : ArxivId.Meant(text);
    }

    public static string? Doi(string? text)
    {
        text = text?.Trim();
        return string.IsNullOrEmpty(text) ? null : DoiName.IsValid(text) ? text : DoiName.Meant(text);
    }

    /// <summary>A slug no longer than a file name should be, cut at a word.</summary>
    public static string Slugged(string title)
    {
        const int Longest = 70;
        var slug = Slug.Of(title);
        if (slug.Length <= Longest)
        {
            return slug;
        }

        var cut = slug.LastIndexOf('-', Longest);
        return slug[..(cut > 20 ? cut : Longest)].TrimEnd('-');
    }
}
