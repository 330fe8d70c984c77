using System.Globalization;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Model;

namespace AiDigest.Core.Import;

/// <summary>Reads facts as exports write them.</summary>
internal static class Facts
{
    /// <summary>The day of a date or moment in any of the usual forms; null where there is none.</summary>
    public static DateOnly? Day(string? text)
    {
        text = text?.Trim() ?? "";
        if (DateParser.Read(text, out var date) is null)
        {
            return date.Day ?? DateOnly.FromDateTime(date.Moment!.Value.DateTime);
        }

        // RFC 822, as RSS and arXiv's OAI records write it; the obsolete names of zones are left aside.
        if (Moment(text) is { } moment)
        {
            return DateOnly.FromDateTime(moment.DateTime);
        }

        var parts = text.Length >= 10 ? text[..10].Replace('/', '-') : text.Trim('/').Replace('/', '-');
        string[] forms = ["yyyy-MM-dd", "yyyy-M-d", "yyyy-MM", "yyyy-M", "yyyy"];
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

        var zone = text.EndsWith(" GMT", StringComparison.Ordinal) || text.EndsWith(" UTC", StringComparison.Ordinal)
            || text.EndsWith(" UT", StringComparison.Ordinal) || text.EndsWith(" Z", StringComparison.Ordinal);
        var plain = zone ? text[..text.LastIndexOf(' ')] + " +0000" : text;
        plain = plain[(plain.IndexOf(',', StringComparison.Ordinal) + 1)..].Trim();
        plain = plain.Length > 5 && plain[^5] is '+' or '-' ? plain[..^2] + ":" + plain[^2..] : plain;
        string[] forms = ["d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm zzz", "d MMM yy HH:mm:ss zzz"];
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
