using System.Text;
using System.Text.RegularExpressions;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Import.Html;
using AiDigest.Core.Import.Markup;

namespace AiDigest.Core.Import.Posts;

/// <summary>
/// HTML in the Markdown of a post. Whole blocks go through <see cref="HtmlMarkdown"/>; tags around Markdown become its marks, or go.
/// </summary>
internal static partial class PostHtml
{
    private const int MostLines = 400;

    private static readonly string[] Blocks =
        ["div", "p", "table", "figure", "section", "center", "details", "blockquote", "ul", "ol", "dl", "pre", "iframe", "video", "audio",
            "script", "style", "form", "article", "aside", "header", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "object", "nav",
            "svg"];
    private static readonly string[] Wrappers =
        ["div", "section", "center", "details", "article", "aside", "header", "footer", "figure", "p", "blockquote", "nav"];

    public static string Replace(string text, ImportNotes notes)
    {
        text = Comment().Replace(text, match =>
        {
            if (match.Groups[1].Value.Trim() is not ("more" or "more-" or "excerpt" or "truncate"))
            {
                notes.Lost(Messages.LostComment(match.Value));
            }

            return "";
        });
        return BlocksOf(text, notes);
    }

    /// <summary>Tags inside a paragraph.</summary>
    public static string Inline(string text, ImportNotes notes)
    {
        if (!text.Contains('<', StringComparison.Ordinal))
        {
            return text;
        }

        text = Script()
            .Replace(text, match => Raised(match.Groups[1].Value.Equals("sup", StringComparison.OrdinalIgnoreCase), match.Groups[2].Value));
        text = Anchor().Replace(text, match => $"[{match.Groups[2].Value}](<{match.Groups[1].Value}>)");
        return Tag().Replace(text, match => Mark(match, notes));
    }

    private static string BlocksOf(string text, ImportNotes notes)
    {
        var lines = text.Split('\n');
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < lines.Length;)
        {
            var open = BlockStart().Match(lines[i]);
            var name = open.Success ? open.Groups[1].Value.ToLowerInvariant() : "";
            if (!open.Success || !Blocks.Contains(name))
            {
                result.Append(lines[i++]).Append(i < lines.Length ? "\n" : "");
                continue;
            }

            var end = End(lines, i, name);
            result.Append(Block(string.Join('\n', lines[i..end]), name, notes)).Append(end < lines.Length ? "\n" : "");
            i = end;
        }

        return result.ToString();
    }

    /// <summary>The line behind the block: where its tag is closed, or else the next blank line.</summary>
    private static int End(string[] lines, int start, string name)
    {
        var depth = 0;
        var blank = -1;
        for (var i = start; i < Math.Min(lines.Length, start + MostLines); i++)
        {
            depth += Count(lines[i], "<" + name) - Count(lines[i], "</" + name);
            if (depth <= 0)
            {
                return i + 1;
            }

            blank = blank < 0 && lines[i].Trim().Length == 0 ? i : blank;
        }

        return blank > start ? blank : lines.Length < start + MostLines ? lines.Length : start + 1;
    }

    private static string Block(string html, string name, ImportNotes notes)
    {
        var holdsMarkdown = html.Contains("\n\n", StringComparison.Ordinal) || html.Contains("markdown=", StringComparison.Ordinal);
        if (holdsMarkdown && Wrappers.Contains(name))
        {
            html = Summary().Replace(html, "**$1**");
            return Wrapper().Replace(html, "");
        }

        try
        {
            return "\n" + HtmlMarkdown.Convert(html, null, notes, keepsRelative: true) + "\n";
        }
        catch (UnreadableException e)
        {
            notes.Lost(Messages.LostHtmlBlock(e.Text));
            return "";
        }
    }

    private static string Raised(bool isUp, string text) =>
        TextScripts.Of(text, isUp)
            ?? (TexFormulas.Clean(text) is { } tex
            && !text.Contains('<', StringComparison.Ordinal) ? $"${(isUp ? '^' : '_')}{{\\text{{{tex}}}}}$" : text);

    private static string Mark(Match match, ImportNotes notes)
    {
        var (isEnd, name, attributes) = (match.Groups[1].Length > 0, match.Groups[2].Value.ToLowerInvariant(), match.Groups[3].Value);
        switch (name)
        {
            case "br":
                return "\\\n";
            case "b" or "strong":
                return "**";
            case "i" or "em":
                return "*";
            case "s" or "del" or "strike":
                return "~~";
            case "code" or "kbd" or "samp" or "tt":
                return "`";
            case "hr":
                return "\n\n---\n\n";
            case "img" when Shortcodes.Named(attributes, "src") is { } source:
                return $"![{Shortcodes.Named(attributes, "alt") ?? ""}](<{source}>)";
            case "u" or "span" or "small" or "big" or "mark" or "abbr" or "font" or "center" or "ins" or "cite" or "q" or "wbr" or "nobr"
                or "time" or "label" or "div" or "p" or "sub" or "sup" or "a"
                or "section" or "figure" or "figcaption" or "picture" or "source" or "summary" or "details":
                if (!isEnd)
                {
                    notes.Lost(Messages.LostTag(match.Value));
                }

                return "";
            default:
                return match.Value;
        }
    }

    private static int Count(string line, string tag)
    {
        var count = 0;
        for (
            var at =
                line.IndexOf(tag, StringComparison.OrdinalIgnoreCase); at >= 0; at =
                    line.IndexOf(tag, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var next = at + tag.Length < line.Length ? line[at + tag.Length] : '>';
            count += char.IsLetterOrDigit(next) ? 0 : 1;
        }

        return count;
    }

    [GeneratedRegex(@"<!--(.*?)-->", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^ {0,3}<([A-Za-z][A-Za-z0-9]*)(?=[\s/>])", RegexOptions.CultureInvariant)]
    private static partial Regex BlockStart();

    [GeneratedRegex(@"<summary[^<>]*>([^<]*)</summary>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Summary();

    [GeneratedRegex(
        @"</?(?:div|section|center|details|article|aside|header|footer|figure|p|blockquote|nav)(?:\s[^<>]*)?>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wrapper();

    [GeneratedRegex(@"<(sub|sup)>([^<\n]{0,200})</\1>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Script();

    [GeneratedRegex(
        @"<a\s[^<>]{0,1000}?href\s*=\s*[""']([^""'<>]*)[""'][^<>]*>([^\n]{0,2000}?)</a>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Anchor();

    [GeneratedRegex(@"<(/?)([A-Za-z][A-Za-z0-9]*)((?:\s[^<>]*)?)/?>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
