using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Markdown;

public class LinkTests
{
    [Theory]
    [InlineData("[a](https://b.c/d?e=1&f=2)", "https://b.c/d?e=1&amp;f=2")]
    [InlineData("[a](HTTP://B.c)", "HTTP://B.c")]
    [InlineData("[a](//b.c/d)", "//b.c/d")]
    [InlineData("[a](mailto:x@y.z)", "mailto:x@y.z")]
    [InlineData("<https://b.c/_x_>", "https://b.c/_x_")]
    [InlineData("<https://b.c/?d&amp;e>", "https://b.c/?d&amp;e")]
    [InlineData("<x@y.z>", "mailto:x@y.z")]
    [InlineData("[a][R]\n\n[r]: <https://b.c/d e> 'T'", "https://b.c/d%20e")]
    [InlineData("[a](https://b.c/путь?q=я#ю)", "https://b.c/%D0%BF%D1%83%D1%82%D1%8C?q=%D1%8F#%D1%8E")]
    [InlineData("[a](https://президент.рф/a)", "https://xn--d1abbgf6aiiy.xn--p1ai/a")]
    [InlineData("[a](<https://b.c/\"'\\<\\>[]`{}|^>)", "https://b.c/%22%27%3C%3E%5B%5D%60%7B%7D%7C%5E")]
    [InlineData("[a](https://b.c/%20%zz)", "https://b.c/%20%zz")]
    [InlineData("[a](https://b.c/😀)", "https://b.c/%F0%9F%98%80")]
    [InlineData("[a](&#9;https://b.c&#10;)", "https://b.c")]
    public void Addresses_outside_are_finished_html(string markdown, string href)
    {
        var body = Bodies.Render(markdown).Body;
        Assert.Empty(body.Links);
        Assert.Contains($"<a href=\"{href}\"", Bodies.Fill(body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("см. https://arxiv.org/abs/2411.10510.", "https://arxiv.org/abs/2411.10510")]
    [InlineData("(https://a.b/c_(d))", "https://a.b/c_(d)")]
    [InlineData("«https://a.b/c», да", "https://a.b/c")]
    [InlineData("**https://a.b/c_d_e**", "https://a.b/c_d_e")]
    [InlineData("http://a.b:80/?x[]=1;", "http://a.b:80/?x%5B%5D=1")]
    [InlineData("[http://a.b]", "http://a.b")]
    [InlineData("www.a.b/c", "http://www.a.b/c")]
    [InlineData("| https://a.b |\n|---|", "https://a.b")]
    [InlineData("https://a.b/x—это", "https://a.b/x%E2%80%94%D1%8D%D1%82%D0%BE")]
    public void Bare_addresses_are_links(string markdown, string href) =>
        Assert.Equal(href, Bodies.Page(markdown)
            .QuerySelector("a")!.GetAttribute("href")!.Replace("—", "%E2%80%94", StringComparison.Ordinal));

    [Theory]
    [InlineData("https://")]
    [InlineData("https://localhost/a")]
    [InlineData("xhttps://a.b")]
    [InlineData("ftp://a.b tel:+7 javascript:alert(1)")]
    [InlineData("`https://a.b`")]
    [InlineData("whale www. http:/a.b")]
    public void Other_text_is_no_link(string markdown) => Assert.DoesNotContain("<a", Bodies.Html(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("[http://a.b](https://c.d)", "https://c.d")]
    [InlineData("[x <http://a.b> y](https://c.d)", "https://c.d")]
    public void No_link_is_inside_a_link(string markdown, string href) =>
        Assert.Equal(href, Assert.Single(Bodies.Page(markdown).QuerySelectorAll("a")).GetAttribute("href"));

    [Theory]
    [InlineData("[a](../11/teacache.md)", "../11/teacache.md")]
    [InlineData("[a](/tags/)", "/tags/")]
    [InlineData("[a](#метод)", "#метод")]
    [InlineData("[a]()", "")]
    [InlineData("[a](<b c.md>)", "b c.md")]
    [InlineData("[a](b%20c.md?x&amp;y\\_z)", "b%20c.md?x&y_z")]
    [InlineData("[a]\n\n[a]: b.md", "b.md")]
    [InlineData("[a](?x=http:)", "?x=http:")]
    [InlineData("[a](1:2)", "1:2")]
    [InlineData("[a](тема:2)", "тема:2")]
    [InlineData("[a](x$|y$)", "x$|y$")]
    [InlineData("[a](&#1;b.md)", "b.md")]
    public void Addresses_inside_are_holes(string markdown, string target)
    {
        var body = Bodies.Render(markdown).Body;
        var link = Assert.Single(body.Links);
        Assert.Equal((target, false, ""), (link.Target, link.IsImage, link.Attributes));
        Assert.Equal(
            [PieceKind.Html, PieceKind.LinkOpen, PieceKind.Html, PieceKind.LinkClose, PieceKind.Html], body.Pieces.Select(p => p.Kind));
    }

    [Fact]
    public void A_title_is_an_attribute_of_the_opening_tag() =>
        Assert.Equal(
            " title=\"a &quot;b&quot; &lt;c&gt; &amp;\"",
            Assert.Single(Bodies.Render("[x](y.md 'a \"b\" <c> &amp;')").Body.Links).Attributes);

    [Theory]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JaVaScRiPt:alert(1))")]
    [InlineData("[a](&#106;avascript:alert(1))")]
    [InlineData("[a](java&#10;script:alert(1))")]
    [InlineData("[a](java&Tab;script:alert(1))")]
    [InlineData("[a](&#32;&#1;javascript:alert(1))")]
    [InlineData("[a](java&#0001;script:alert(1))")]
    [InlineData("[a](javascript&colon;alert(1))")]
    [InlineData("[a](javascript\\:alert(1))")]
    [InlineData("[a](<javascript:alert(1)>)")]
    [InlineData("[a][b]\n\n[b]: javascript:alert(1)")]
    [InlineData("[a](vbscript:x)")]
    [InlineData("[a](data:text/html;base64,xx)")]
    [InlineData("[a](file:///etc/passwd)")]
    [InlineData("[a](blob:x)")]
    [InlineData("[a](x-y.z+1:b)")]
    [InlineData("<ab:c>")]
    [InlineData("<javascript:alert(1)>")]
    public void Another_scheme_is_dropped_with_a_warning(string markdown)
    {
        var rendered = Bodies.Render(markdown);
        Assert.Equal(Catalogue.ActiveAddress, Assert.Single(rendered.Diagnostics).Rule);
        Assert.Equal((1, 1), (rendered.Diagnostics[0].Line, rendered.Diagnostics[0].Column));
        Assert.Empty(rendered.Body.Links);
        var page = Bodies.Parse(Bodies.Fill(rendered.Body));
        Assert.Empty(page.QuerySelectorAll("a"));
        Assert.Contains("a", page.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dropped_link_keeps_the_markup_of_its_text() =>
        Assert.Equal("<p><strong>a</strong> <code>b</code></p>\n", Bodies.Fill(Bodies.Render("[**a** `b`](javascript:x)").Body));

    [Fact]
    public void A_local_image_has_a_hole_for_its_address()
    {
        var body = Bodies.Render("x ![Схема *модели* \"A\" $x$ [б](c.md)](a/b.png \"Т<\")").Body;
        Assert.Equal(
            "<p>x <img src=\"a/b.png\" alt=\"Схема модели &quot;A&quot; x б\" title=\"Т&lt;\" loading=\"lazy\"></p>\n", Bodies.Fill(body));
        var image = Assert.Single(body.Links);
        Assert.Equal(("a/b.png", true, ""), (image.Target, image.IsImage, image.Attributes));
    }

    [Fact]
    public void A_picture_on_a_separate_line_is_a_figure_that_leads_to_its_full_size_with_its_title_as_caption()
    {
        Assert.Equal(
            "<figure>\n<a href=\"a.png\"><img src=\"a.png\" alt=\"Схема\" loading=\"lazy\"></a>\n<figcaption>Т &lt; 1</figcaption>\n</figure>\n",
            Bodies.Fill(Bodies.Render("![Схема](a.png \"Т < 1\")").Body));
        Assert.Equal("<figure>\n<a href=\"a.png\"><img src=\"a.png\" alt=\"\" loading=\"lazy\"></a>\n</figure>\n",
            Bodies.Fill(Bodies.Render("![](a.png)").Body));
        Assert.Equal("<p><a href=\"b.md\"><img src=\"a.png\" alt=\"\" loading=\"lazy\"></a></p>\n",
            Bodies.Fill(Bodies.Render("[![](a.png)](b.md)").Body));
    }

    [Theory]
    [InlineData("x ![a](https://b.c/d.png)", "1:3 AD0401")]
    [InlineData("![a](//b.c/d.png)", "1:1 AD0401")]
    [InlineData("[![a](http://b.c/d.png)](e.md)", "1:2 AD0401")]
    [InlineData("![a][b]\n\n[b]: HTTPS://c.d", "1:1 AD0401")]
    [InlineData("![a](data:image/png;base64,xx)", "1:1 AD0401")]
    public void A_remote_image_is_an_error(string markdown, string finding)
    {
        Assert.Equal(finding, Bodies.Findings(markdown));
        Assert.DoesNotContain("<img", Bodies.Fill(Bodies.Render(markdown).Body), StringComparison.Ordinal);
    }
}
