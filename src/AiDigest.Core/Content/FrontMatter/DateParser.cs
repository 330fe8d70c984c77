using System.Globalization;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content.FrontMatter;

/// <summary>
/// Dates as authors write them: <c>YYYY-MM-DD</c>, or RFC 3339 (section 5.6) with an offset, of which the seconds may be left
/// out. The years are 1900 to 2199: others are slips of the keyboard.
/// </summary>
internal static class DateParser
{
    /// <returns>Null where the date is good, else the end of a message.</returns>
    public static Message? Read(ReadOnlySpan<char> text, out EntryDate date)
    {
        date = default;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-'
            || Number(text[..4]) is not (>= 0 and var year) || Number(text[5..7]) is not (>= 0 and var month)
                || Number(text[8..10]) is not (>= 0 and var day))
        {
            return Messages.DateForm(text.ToString());
        }

        if (year is < 1900 or > 2199)
        {
            return Messages.YearOutOfBounds(year);
        }

        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return Messages.NoSuchDay(text[..10].ToString());
        }

        if (text.Length == 10)
        {
            date = EntryDate.Of(new DateOnly(year, month, day));
            return null;
        }

        if (text[10] is not ('T' or 't' or ' '))
        {
            return Messages.DateForm(text.ToString());
        }

        return Moment(text[11..], new DateTime(year, month, day), out date);
    }

    private static Message? Moment(ReadOnlySpan<char> time, DateTime day, out EntryDate date)
    {
        date = default;
        if (time.Length < 5 || time[2] != ':' || Number(time[..2]) is not (>= 0 and var hour)
            || Number(time[3..5]) is not (>= 0 and var minute))
        {
            return Messages.TimeMalformed;
        }

        var rest = time[5..];
        var ticks = 0L;
        if (rest.Length > 0 && rest[0] == ':' && Seconds(ref rest, out ticks) is false)
        {
            return Messages.SecondsMalformed;
        }

        if (hour > 23 || minute > 59)
        {
            return Messages.NoSuchTime;
        }

        if (rest.IsEmpty)
        {
            return Messages.TimeWithoutOffset;
        }

        if (Offset(rest) is not { } offset)
        {
            return Messages.OffsetMalformed(rest.ToString());
        }

        date = EntryDate.Of(new DateTimeOffset(day.AddHours(hour).AddMinutes(minute).AddTicks(ticks), offset));
        return null;
    }

    private static bool Seconds(ref ReadOnlySpan<char> rest, out long ticks)
    {
        ticks = 0;
        if (rest.Length < 3 || Number(rest[1..3]) is not (>= 0 and <= 59 and var second))
        {
            return false;
        }

        ticks = second * TimeSpan.TicksPerSecond;
        rest = rest[3..];
        if (rest.Length == 0 || rest[0] != '.')
        {
            return true;
        }

        var digits = 0;
        for (var unit = TimeSpan.TicksPerSecond / 10; digits + 1 < rest.Length && char.IsAsciiDigit(rest[digits + 1]); digits++, unit /= 10)
        {
            ticks += unit * (rest[digits + 1] - '0');
        }

        rest = rest[(digits + 1)..];
        return digits > 0;
    }

    private static TimeSpan? Offset(ReadOnlySpan<char> text)
    {
        if (text is "Z" or "z")
        {
            return TimeSpan.Zero;
        }

        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':'
            || Number(text[1..3]) is not (>= 0 and <= 14 and var hours) || Number(text[4..]) is not (>= 0 and <= 59 and var minutes)
                || (hours == 14 && minutes > 0))
        {
            return null;
        }

        var offset = new TimeSpan(hours, minutes, 0);
        return text[0] == '-' ? -offset : offset;
    }

    /// <summary>The date that <c>14.11.2026</c>, <c>2026/11/14</c> or <c>2026-1-5</c> stands for; null where that is not certain.</summary>
    public static string? Meant(string text)
    {
        var parts = text.Split('-', '.', '/');
        if (parts.Length != 3 || parts.Any(part => part.Length is 0 or > 4 || Number(part) < 0))
        {
            return null;
        }

        var (year, month, day) = parts[0].Length == 4 ? (parts[0], parts[1], parts[2])
            : parts[2].Length == 4 && text.Contains('.', StringComparison.Ordinal) ? (parts[2], parts[1], parts[0])
            : ("", "", "");
        var meant = string.Create(CultureInfo.InvariantCulture, $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}");
        return meant != text && meant.Length == 10 && Read(meant, out _) is null ? meant : null;
    }

    /// <summary>The number of plain digits, or -1.</summary>
    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
            {
                return -1;
            }

            number = (number * 10) + (c - '0');
        }

        return number;
    }
}
