using AiDigest.Core.Model;
using Xunit;

namespace AiDigest.Tests.Model;

public class PercentEncodingTests
{
    [Theory]
    [InlineData("https://user.example/дайджест/", "https://user.example/%D0%B4%D0%B0%D0%B9%D0%B4%D0%B6%D0%B5%D1%81%D1%82/")]
    [InlineData("https://пример.рф/a", "https://xn--e1afmkfd.xn--p1ai/a")]
    [InlineData("https://пример.рф:8080/ж?q=ы#ю", "https://xn--e1afmkfd.xn--p1ai:8080/%D0%B6?q=%D1%8B#%D1%8E")]
    [InlineData("https://user.example/%d0%b4/%7euser/%2f", "https://user.example/%D0%B4/~user/%2F")]
    [InlineData("https://user.example/a b\"<>|^`\\", "https://user.example/a%20b%22%3C%3E%7C%5E%60%5C")]
    [InlineData("https://user.example/100%", "https://user.example/100%25")]
    [InlineData("https://user.example/?a=1&b=2#c", "https://user.example/?a=1&b=2#c")]
    [InlineData("http://localhost:4000/", "http://localhost:4000/")]
    [InlineData("https://[2001:db8::1]/ж", "https://[2001:db8::1]/%D0%B6")]
    [InlineData("https://user.example/\uD83D\uDE00", "https://user.example/%F0%9F%98%80")]
    [InlineData("https://user.example/\uFFFE", "https://user.example/%EF%BF%BE")]
    public void Every_address_has_one_form(string written, string form)
    {
        Assert.Equal(form, PercentEncoding.OfAddress(written));
        Assert.Equal(form, PercentEncoding.OfAddress(form));
    }
}
