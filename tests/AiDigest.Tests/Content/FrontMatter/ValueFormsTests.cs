using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Model;
using Xunit;

namespace AiDigest.Tests.Content.FrontMatter;

public class ValueFormsTests
{
    [Theory]
    [InlineData("2026-11-14")]
    [InlineData("2024-02-29")]
    [InlineData("1900-01-01")]
    [InlineData("2199-12-31")]
    public void Days(string text)
    {
        Assert.Null(DateParser.Read(text, out var date));
        Assert.Equal(text, date.Day!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Null(date.Moment);
    }

    [Theory]
    [InlineData("2026-11-14T09:00+03:00", "2026-11-14T09:00:00.0000000+03:00")]
    [InlineData("2026-11-14t09:00z", "2026-11-14T09:00:00.0000000+00:00")]
    [InlineData("2026-11-14 09:00:59Z", "2026-11-14T09:00:59.0000000+00:00")]
    [InlineData("2026-11-14T23:59:59.123456789-14:00", "2026-11-14T23:59:59.1234567-14:00")]
    [InlineData("2026-11-14T00:00-00:00", "2026-11-14T00:00:00.0000000+00:00")]
    public void Moments(string text, string moment)
    {
        Assert.Null(DateParser.Read(text, out var date));
        Assert.Equal(moment, date.Moment!.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Null(date.Day);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-1-5")]
    [InlineData("2026-13-01")]
    [InlineData("2026-00-01")]
    [InlineData("2026-02-29")]
    [InlineData("1899-12-31")]
    [InlineData("2200-01-01")]
    [InlineData("+026-01-01")]
    [InlineData("٢٠٢٦-٠١-٠١")]
    [InlineData("2026-11-14T")]
    [InlineData("2026-11-14T24:00Z")]
    [InlineData("2026-11-14T09:60Z")]
    [InlineData("2026-11-14T09:00:60Z")]
    [InlineData("2026-11-14T09:00:00.Z")]
    [InlineData("2026-11-14T09:00:1Z")]
    [InlineData("2026-11-14T09:00")]
    [InlineData("2026-11-14T09:00+3:00")]
    [InlineData("2026-11-14T09:00+0300")]
    [InlineData("2026-11-14T09:00+14:01")]
    [InlineData("2026-11-14T09:00+03:60")]
    [InlineData("2026-11-14X09:00Z")]
    [InlineData("2026-11-14T09:00Zx")]
    [InlineData("tomorrow")]
    public void No_dates(string text) => Assert.NotNull(DateParser.Read(text, out _));

    [Theory]
    [InlineData("14.11.2026", "2026-11-14")]
    [InlineData("2026/11/14", "2026-11-14")]
    [InlineData("2026-1-5", "2026-01-05")]
    [InlineData("11/14/2026", null)]
    [InlineData("14-11-2026", null)]
    [InlineData("31.02.2026", null)]
    [InlineData("tomorrow", null)]
    public void Dates_that_are_meant(string text, string? meant) => Assert.Equal(meant, DateParser.Meant(text));

    [Theory]
    [InlineData("2411.10510", true)]
    [InlineData("0704.0001", true)]
    [InlineData("2411.19108v2", true)]
    [InlineData("2411.19108v12", true)]
    [InlineData("hep-th/9901001", true)]
    [InlineData("math.GT/0309136v1", true)]
    [InlineData("cs/0112017", true)]
    [InlineData("2413.10510", false)]
    [InlineData("2400.10510", false)]
    [InlineData("1412.1051", true)]
    [InlineData("1412.10510", false)]
    [InlineData("1501.1051", false)]
    [InlineData("2411.1051", false)]
    [InlineData("2411.105", false)]
    [InlineData("2411.105100", false)]
    [InlineData("2411.1051O", false)]
    [InlineData("2411.10510v0", false)]
    [InlineData("2411.10510v", false)]
    [InlineData("2411.10510 ", false)]
    [InlineData("2411-10510", false)]
    [InlineData("hep-th/9913001", false)]
    [InlineData("hep-th/990100", false)]
    [InlineData("math.gt/0309136", false)]
    [InlineData("/9901001", false)]
    [InlineData("", false)]
    [InlineData("v2", false)]
    public void Arxiv_ids(string text, bool valid) => Assert.Equal(valid, ArxivId.IsValid(text));

    [Theory]
    [InlineData("arXiv:2411.10510v2", "2411.10510v2")]
    [InlineData("arxiv: hep-th/9901001", "hep-th/9901001")]
    [InlineData("https://arxiv.org/abs/2411.10510", "2411.10510")]
    [InlineData("http://www.arxiv.org/pdf/2411.10510.pdf?x#y", "2411.10510")]
    [InlineData("arxiv.org/abs/hep-th/9901001/", "hep-th/9901001")]
    [InlineData("https://arxiv.org/", null)]
    [InlineData("2411", null)]
    public void Arxiv_ids_that_are_meant(string text, string? meant) => Assert.Equal(meant, ArxivId.Meant(text));

    [Theory]
    [InlineData("10.1000/x", true)]
    [InlineData("10.48550/arXiv.2411.19108", true)]
    [InlineData("10.123456789/a(b)<c>/d", true)]
    [InlineData("10.100/x", false)]
    [InlineData("10.1234567890/x", false)]
    [InlineData("10.1000/", false)]
    [InlineData("10.1000/a b", false)]
    [InlineData("11.1000/x", false)]
    [InlineData("10.10a0/x", false)]
    [InlineData("", false)]
    public void Dois(string text, bool valid) => Assert.Equal(valid, DoiName.IsValid(text));

    [Theory]
    [InlineData("https://a.example")]
    [InlineData("HTTP://A.example/x?y#z")]
    [InlineData("http://localhost:4000/")]
    [InlineData("https://user@a.example:8080/")]
    [InlineData("https://[::1]:80/")]
    [InlineData("https://пример.рф/страница")]
    [InlineData("https://a.example/{path}")]
    public void Addresses(string text) => Assert.Null(WebAddress.Problem(text));

    [Theory]
    [InlineData("")]
    [InlineData("a.example")]
    [InlineData("//a.example")]
    [InlineData("https:/a.example")]
    [InlineData("https:a.example")]
    [InlineData("https://")]
    [InlineData("https://?x")]
    [InlineData("https://:80/")]
    [InlineData("https://a.example:x/")]
    [InlineData("https://a b/")]
    [InlineData("https://a.example/\u00a0")]
    [InlineData("mailto:a@b.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    public void No_addresses(string text) => Assert.NotNull(WebAddress.Problem(text));

    [Theory]
    [InlineData("/old/", "old/")]
    [InlineData("a/b.html", "a/b.html")]
    [InlineData("caf%C3%A9/", "café/")]
    [InlineData("новости/", "новости/")]
    [InlineData("100%/", "100%/")]
    public void Site_paths(string text, string expected)
    {
        Assert.Null(SitePath.Read(text, out var path));
        Assert.Equal(expected, path);
    }

    [Theory]
    [InlineData("~", null)]
    [InlineData("null", null)]
    [InlineData("NULL", null)]
    [InlineData("true", true)]
    [InlineData("FALSE", false)]
    [InlineData("tRUE", "tRUE")]
    [InlineData("yes", "yes")]
    [InlineData("12", 12L)]
    [InlineData("+12", 12L)]
    [InlineData("-012", -12L)]
    [InlineData("0x1F", 31L)]
    [InlineData("0o17", 15L)]
    [InlineData("0o18", "0o18")]
    [InlineData("0xG", "0xG")]
    [InlineData("0x", "0x")]
    [InlineData("0x7fffffffffffffff", long.MaxValue)]
    [InlineData("0x8000000000000000", 9223372036854775808d)]
    [InlineData("9223372036854775808", 9223372036854775808d)]
    [InlineData("1.5", 1.5)]
    [InlineData("1.", 1d)]
    [InlineData(".5", 0.5)]
    [InlineData("-1e3", -1000d)]
    [InlineData("1e+3", 1000d)]
    [InlineData("1e", "1e")]
    [InlineData(".", ".")]
    [InlineData("+", "+")]
    [InlineData("1_000", "1_000")]
    [InlineData("1,5", "1,5")]
    [InlineData(".inf", double.PositiveInfinity)]
    [InlineData("-.INF", double.NegativeInfinity)]
    [InlineData(".NaN", double.NaN)]
    [InlineData("2026-11-14", "2026-11-14")]
    [InlineData("1.2.3", "1.2.3")]
    public void Core_schema(string text, object? expected)
    {
        object? value = CoreSchema.Of(text) switch
        {
            ExtraValue.Null => null,
            ExtraValue.Flag flag => flag.Value,
            ExtraValue.Whole whole => whole.Value,
            ExtraValue.Real real => real.Value,
            ExtraValue.Text written => written.Value,
            _ => throw new InvalidOperationException(),
        };

        Assert.Equal(expected, value);
    }
}
