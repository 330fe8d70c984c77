using System.Net;
using System.Text;
using System.Xml.Linq;
using AiDigest.Core.Import.Html;
using AiDigest.Core.Import.Markup;

namespace AiDigest.Core.Import.Feeds;

/// <summary>Text constructs of feeds (RFC 4287, section 3.1): plain, HTML, or XHTML as elements.</summary>
internal static class FeedText
{
    private static readonly string[] Empty = ["br", "hr", "img", "input", "wbr", "source", "embed"];

    /// <summary>A text of several paragraphs as Markdown.</summary>
    public static string Markdown(XElement element, string? address, ImportNotes notes) => Type(element) switch
    {
        "html" => HtmlMarkdown.Convert(element.Value, address, notes),
        "xhtml" => HtmlMarkdown.Convert(Html(element), address, notes),
        _ => MarkdownText.OfPlain(element.Value, notes),
    };

    /// <summary>A title on one line.</summary>
    public static string Line(XElement element, ImportNotes notes) => Type(element) switch
    {
        "html" => HtmlMarkdown.Line(element.Value, notes),
        "xhtml" => HtmlMarkdown.Line(Html(element), notes),
        _ => TexReader.Line(element.Value, TexDialect.Loose, notes),
    };

    /// <summary>RSS does not say whether a text is HTML: one with a tag or an entity is.</summary>
    public static bool IsHtml(string text) =>
        System.Text.RegularExpressions.Regex.IsMatch(
            text, "</?[A-Za-z][A-Za-z0-9]*(\\s[^<>]*)?/?>|&(#[0-9]+|#x[0-9A-Fa-f]+|[A-Za-z]+);",
            System.Text.RegularExpressions.RegexOptions.NonBacktracking);

    private static string Type(XElement element) => ((string?)element.Attribute("type"))?.ToLowerInvariant() switch
    {
        "html" or "text/html" => "html",
        "xhtml" or "application/xhtml+xml" => "xhtml",
        _ => "text",
    };

    private static string Html(XElement element)
    {
        var html = new StringBuilder();
        Write(html, element);
        return html.ToString();
    }

    private static void Write(StringBuilder html, XElement parent)
    {
        foreach (var node in parent.Nodes())
        {
            if (node is XText text)
            {
                html.Append(WebUtility.HtmlEncode(text.Value));
            }
            else if (node is XElement element)
            {
                var name = element.Name.LocalName;
                html.Append('<').Append(name);
                foreach (var attribute in element.Attributes())
                {
                    html.Append(' ').Append(attribute.Name.LocalName).Append("=\"").Append(WebUtility.HtmlEncode(attribute.Value))
                        .Append('"');
                }

                html.Append('>');
                Write(html, element);
                html.Append(Empty.Contains(name) ? "" : $"</{name}>");
            }
        }
    }
}
