using AiDigest.Core.Site.Views;
using Xunit;

namespace AiDigest.Tests.Site.Views;

public class DateFormatTests
{
    [Theory]
    [InlineData("2026-11-14T00:00:00+03:00", "Sat, 14 Nov 2026 00:00:00 +0300")]
    [InlineData("2026-01-02T23:59:08-03:30", "Fri, 02 Jan 2026 23:59:08 -0330")]
    [InlineData("0900-06-01T07:05:00+00:00", "Tue, 01 Jun 0900 07:05:00 +0000")]
    [InlineData("9999-12-31T01:02:03-11:00", "Fri, 31 Dec 9999 01:02:03 -1100")]
    [InlineData("2024-02-29T12:00:00+12:45", "Thu, 29 Feb 2024 12:00:00 +1245")]
    public void A_moment_is_written_in_its_own_offset(string rfc3339, string rfc822)
    {
        var moment = DateTimeOffset.Parse(rfc3339, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(rfc3339, DateFormat.Rfc3339(moment));
        Assert.Equal(rfc822, DateFormat.Rfc822(moment));
    }

    [Fact]
    public void A_day_is_written_with_all_its_digits()
    {
        Assert.Equal("0987-03-04", DateFormat.Iso(new DateOnly(987, 3, 4)));
        Assert.Equal("0987/03/04/", DateFormat.Address(new DateOnly(987, 3, 4)));
    }
}
