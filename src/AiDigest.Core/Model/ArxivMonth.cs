namespace AiDigest.Core.Model;

/// <summary>
/// The month in which arXiv gave an id. It is written in both forms of ids: <c>2411.10510</c> (since April 2007) and
/// <c>math.GT/0309136</c> (https://info.arxiv.org/help/arxiv_identifier.html).
/// </summary>
public static class ArxivMonth
{
    /// <summary>The first day of the month; null for no id, or one that holds no month.</summary>
    public static DateOnly? Of(string? id)
    {
        var digits = id.AsSpan();
        digits = digits[(digits.LastIndexOf('/') + 1)..];
        if (digits.Length < 4 || digits[..4].ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        var (year, month) = (((digits[0] - '0') * 10) + digits[1] - '0', ((digits[2] - '0') * 10) + digits[3] - '0');
        return month is >= 1 and <= 12 ? new DateOnly(FullYear(year), month, 1) : null;
    }

    /// <param name="year">Its last two digits; arXiv began in 1991.</param>
    private static int FullYear(int year) => year >= 91 ? 1900 + year : 2000 + year;
}
