using System.Text;
using System.Xml.Linq;
using AiDigest.Tests.Fixtures;
using Ganss.Xss;
using Xunit;

namespace AiDigest.Tests.Hostile;

/// <content>
/// A second judge that shares no code with the tool: HtmlSanitizer, which many sites trust with foreign HTML. In a build it would cost four
/// times the build itself.
/// </content>
public sealed partial class PayloadTests
{
    private static readonly string[] Tags =
    [
        // Of bodies and what is around them.
        "article", "header", "footer", "nav", "section", "h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "a", "b", "em",
        "strong", "del", "i", "code", "pre", "kbd", "mark", "time", "cite", "q", "blockquote", "br", "hr", "ol", "ul", "li",
        "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "caption", "figure", "figcaption", "picture", "source",
        "img", "sup", "sub", "label", "input", "details", "summary", "wbr",

        // Of MathML Core.
        "math", "semantics", "annotation", "mrow", "mi", "mn", "mo", "mtext", "ms", "mspace", "mfrac", "msqrt", "mroot", "msub",
        "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mprescripts", "mtable", "mtr", "mtd", "mstyle",
        "mpadded", "mphantom", "merror", "menclose",
    ];

    private static readonly string[] Attributes =
    [
        "id", "class", "href", "src", "alt", "width", "height", "loading", "decoding", "lang", "dir", "title", "datetime",
        "cite", "colspan", "rowspan", "scope", "start", "type", "checked", "disabled", "rel", "role", "tabindex", "hidden",
        "open", "translate", "srcset", "sizes",

        // Of MathML Core.
        "display", "encoding", "mathvariant", "stretchy", "fence", "separator", "lspace", "rspace", "form", "accent",
        "accentunder", "largeop", "movablelimits", "symmetric", "minsize", "maxsize", "linethickness", "displaystyle",
        "scriptlevel", "depth", "voffset", "columnspan", "columnalign", "rowspacing", "columnspacing", "notation", "xmlns",
    ];

    [Fact]
    public void A_sanitizer_of_html_finds_nothing_to_remove()
    {
        var removed = new List<string>();
        var sanitizer = Sanitizer(removed);
        var judged = 0;
        foreach (var path in payloads.Site.HtmlPaths())
        {
            foreach (var article in payloads.Site.Page(path).QuerySelectorAll("article"))
            {
                Judge(path, article.OuterHtml);
            }
        }

        foreach (var (path, bytes) in payloads.Site.Tree().Where(file => file.Key.EndsWith("feed.xml", StringComparison.Ordinal)))
        {
            foreach (var content in XDocument.Parse(Encoding.UTF8.GetString(bytes)).Descendants()
                .Where(element => element.Name.LocalName == "content" && (string?)element.Attribute("type") == "html"))
            {
                Judge(path, content.Value);
            }
        }

        Assert.True(judged > 2 * Payloads.All.Length, $"{judged} texts");
        Assert.Equal([], removed.Distinct().Take(30));

        void Judge(string path, string html)
        {
            var before = removed.Count;
            sanitizer.Sanitize(html);
            judged++;
            for (var i = before; i < removed.Count; i++)
            {
                removed[i] = $"{path}: {removed[i]}";
            }
        }
    }

    [Theory]
    [InlineData("<p onclick='x()'>a</p>", "onclick")]
    [InlineData("<script>x()</script>", "script")]
    [InlineData("<a href='javascript:x()'>a</a>", "href")]
    [InlineData("<img src='data:image/svg+xml,x'>", "src")]
    [InlineData("<math><annotation-xml encoding='text/html'><b>x</b></annotation-xml></math>", "annotation-xml")]
    [InlineData("<p style='color:red'>a</p>", "style")]
    [InlineData("<iframe src='https://e.example/'></iframe>", "iframe")]
    public void The_sanitizer_removes_what_acts(string html, string name)
    {
        var removed = new List<string>();
        Sanitizer(removed).Sanitize(html);
        Assert.Contains(removed, found => found.Contains(name, StringComparison.Ordinal));
    }

    private static HtmlSanitizer Sanitizer(List<string> removed)
    {
        var sanitizer = new HtmlSanitizer();
        sanitizer.AllowedTags.Clear();
        sanitizer.AllowedTags.UnionWith(Tags);
        sanitizer.AllowedAttributes.Clear();
        sanitizer.AllowedAttributes.UnionWith(Attributes);
        sanitizer.AllowedSchemes.Clear();
        sanitizer.AllowedSchemes.UnionWith(["http", "https", "mailto"]);
        sanitizer.AllowDataAttributes = true;
        sanitizer.RemovingTag += (_, e) => removed.Add($"<{e.Tag.LocalName}>: {e.Reason}");
        sanitizer.RemovingAttribute += (_, e) =>
        {
            // Names that only screen readers use.
            if (!e.Attribute.Name.StartsWith("aria-", StringComparison.Ordinal))
            {
                removed.Add($"<{e.Tag.LocalName} {e.Attribute.Name}=\"{e.Attribute.Value}\">: {e.Reason}");
            }
        };
        sanitizer.RemovingComment += (_, e) => removed.Add($"comment {e.Comment.Data}");
        return sanitizer;
    }
}
