using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace AiDigest.Core.Import;

/// <summary>The text of HTML in an export: tags go, blocks become paragraphs.</summary>
internal static class HtmlText
{
    private static readonly string[] Blocks = ["p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote", "pre", "tr"];

    public static string Plain(string html)
    {
        var text = new System.Text.StringBuilder(html.Length);
        for (var i = 0; i < html.Length; i++)
        {
            var end = html[i] == '<' ? html.IndexOf('>', i) : -1;
            if (end < 0)
            {
                text.Append(html[i]);
                continue;
            }

            var name = string.Concat(html[(i + 1)..end].TrimStart('/').TakeWhile(char.IsAsciiLetterOrDigit));
            text.Append(Blocks.Contains(name, StringComparer.OrdinalIgnoreCase) ? "\n\n" : "");
            i = end;
            if (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase))
            {
                var close = html.IndexOf("</" + name, i, StringComparison.OrdinalIgnoreCase);
                i = close < 0 ? html.Length : html.IndexOf('>', close) is >= 0 and var at ? at : html.Length;
            }
        }

        return System.Net.WebUtility.HtmlDecode(text.ToString());
    }
}
