using System.Globalization;
using System.Text.RegularExpressions;

namespace AiDigest.Core.Import.Bibliography;

/// <summary>A date of which the day, or the month and the day, may be unknown. Years are 1900 to 2199.</summary>
/// <param name="Month">1 to 12, or 0.</param>
/// <param name="Day">1 to 31, or 0.</param>
internal readonly partial record struct PartialDate(int Year, int Month, int Day)
{
    private static readonly string[] Months =
    [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        "янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
    ];

    /// <summary>The first day that it may be.</summary>
    public DateOnly First => new(Year, Math.Max(1, Month), Math.Clamp(Day, 1, DateTime.DaysInMonth(Year, Math.Max(1, Month))));

    /// <summary>
    /// Reads ISO dates and biblatex's forms of them (EDTF, ISO 8601-2): ranges give their beginning, <c>~</c> and <c>?</c> are left aside,
    /// seasons (months 21 to 24) give a year. Slashes may stand for hyphens, as in RIS.
    /// </summary>
    public static PartialDate? Read(string? text)
    {
        var match = IsoForm.Match(text ?? "");
        return match.Success ? Of(Number(match, 1), Number(match, 2), Number(match, 3)) : null;
    }

    /// <summary>The text gives a month or a day that the date does not have.</summary>
    public static bool HasMore(string text, PartialDate date) =>
        IsoForm.Match(text) is { Success: true } match
            && ((date.Month == 0 && Number(match, 2) > 0) || (date.Day == 0 && Number(match, 3) > 0));

    /// <summary>
    /// Reads the fields of BibTeX: a year, and a month that may bring its day: <c>jun # "~12"</c>, <c>12~June</c>, <c>6</c>,
    /// <c>jul/aug</c>.
    /// </summary>
    public static PartialDate? Read(string? year, string? month, string? day)
    {
        var found = Year4().Match(year ?? "");
        if (!found.Success)
        {
            return null;
        }

        var (monthNumber, dayNumber) = Month12(month ?? "");
        return Of(int.Parse(found.Value, CultureInfo.InvariantCulture), monthNumber, dayNumber > 0
            ? dayNumber
            : Number(Digits().Match(day ?? ""), 0));
    }

    private static PartialDate? Of(int year, int month, int day) => year is < 1900 or > 2199 ? null
        : month is < 1 or > 12 ? new PartialDate(year, 0, 0)
        : new PartialDate(year, month, day >= 1 && day <= DateTime.DaysInMonth(year, month) ? day : 0);

    private static (int Month, int Day) Month12(string text)
    {
        text = text.Replace('~', ' ').ToLowerInvariant();
        var first = text.IndexOf("--", StringComparison.Ordinal) is > 0 and var range ? text[..range] : text;
        var month = 0;
        foreach (Match word in Words().Matches(first))
        {
            month = month > 0
                ? month
                : (System.Array.FindIndex(Months, name => word.Value.StartsWith(name, StringComparison.Ordinal)) % 12) + 1;
        }

        var numbers = Digits().Matches(first).Select(match => Number(match, 0)).ToList();
        return month > 0 ? (month, numbers.Count > 0 ? numbers[0] : 0)
            : numbers.Count > 0 ? (numbers[0], numbers.Count > 1 && !first.Contains('/', StringComparison.Ordinal) ? numbers[1] : 0)
            : (0, 0);
    }

    private static int Number(Match match, int group) =>
        match.Groups[group] is { Success: true, Length: > 0 } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"(?<![0-9])(19|20|21)[0-9]{2}")]
    private static partial Regex Year4();

    [GeneratedRegex(@"[0-9]{1,2}")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Words();

    [GeneratedRegex(@"^[\s/~?.]*([0-9]{4})(?:[-/.]([0-9]{1,2})(?![0-9])(?:[-/.]([0-9]{1,2})(?![0-9]))?)?")]
    private static partial Regex IsoForm { get; }
}
