using System.Text;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Import.Markup;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace AiDigest.Core.Import.Html;

/// <summary>
/// HTML of feeds and posts as Markdown. AngleSharp, the one library of this folder, reads it as a browser does; the tree is then written
/// block by block. What Markdown has no word for is told to the notes of the item. See docs/decisions/0040-html-to-markdown.md.
/// </summary>
internal sealed class HtmlMarkdown
{
    private const int Longest = 4 << 20;
    private const int Deepest = 100;

    private static readonly string[] Closing = ["p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "rt", "rp"];
    private static readonly string[] Void =
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "path", "use"];

    private readonly ImportNotes _notes;
    private readonly HtmlInlines _inlines;
    private readonly HtmlNotes _footnotes;

    private HtmlMarkdown(INode body, string? address, bool readsFormulas, bool keepsRelative, ImportNotes notes)
    {
        _notes = notes;
        _footnotes = new HtmlNotes(body);
        _inlines = new HtmlInlines(address, readsFormulas, keepsRelative, _footnotes, notes);
    }

    /// <param name="address">What relative addresses are relative to; null where that is unknown.</param>
    /// <param name="keepsRelative">Addresses without a host stay as they are, and so do pictures.</param>
    /// <exception cref="UnreadableException">It is nested deeper than anyone writes, or larger than 4 million characters.</exception>
    public static string Convert(string html, string? address, ImportNotes notes, bool keepsRelative = false)
    {
        html = YamlScalars.Printable(html);
        if (html.Length > Longest || IsTooDeep(html))
        {
            throw new UnreadableException(html.Length > Longest
                ? Messages.HtmlTooLong(Longest)
                : Messages.HtmlTooDeep(Deepest));
        }

        var document = new HtmlParser().ParseDocument("<body>" + html);
        if (document.Body is not { } body)
        {
            return "";
        }

        // Where formulas came as MathML, a dollar in the text is a dollar.
        var readsFormulas = body.QuerySelector("math") is null;
        var writer = new HtmlMarkdown(body, address, readsFormulas, keepsRelative, notes);
        var blocks = writer.Blocks(body);
        blocks.AddRange(writer._footnotes.Cited()
            .Select(note => $"[^{note.Name}]: " + Indented(string.Join("\n\n", writer.Blocks(note.Element)), "    ")));
        return string.Join("\n\n", blocks).Normalize(NormalizationForm.FormC);
    }

    /// <summary>One line for the front matter.</summary>
    public static string Line(string html, ImportNotes notes)
    {
        html = YamlScalars.Printable(html);
        return html.Length > Longest || IsTooDeep(html) || new HtmlParser().ParseDocument("<body>" + html).Body is not { } body
            ? YamlScalars.Line(html)
            : InlineText.Write(new HtmlInlines(null, true, false, new HtmlNotes(body), notes).Of(body)).Normalize(NormalizationForm.FormC);
    }

    /// <summary>Counts tags before the tree is built, since a parser takes quadratic time for a million open elements.</summary>
    private static bool IsTooDeep(string html)
    {
        var depth = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var isEnd = html[at + 1] == '/';
            var start = at + (isEnd ? 2 : 1);
            var end = start;
            while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]))
            {
                end++;
            }

            var name = html[start..end].ToLowerInvariant();
            if (name.Length == 0 || Closing.Contains(name) || Void.Contains(name))
            {
                continue;
            }

            depth = Math.Max(0, depth + (isEnd ? -1 : 1));
            if (depth > Deepest)
            {
                return true;
            }
        }

        return false;
    }

    private List<string> Blocks(INode parent)
    {
        var blocks = new List<string>();
        var open = new List<INode>();
        void Close()
        {
            if (open.Count > 0 && InlineMarkdown.Paragraphs(_inlines.Of(open)) is { Length: > 0 } paragraph)
            {
                blocks.Add(paragraph);
            }

            open.Clear();
        }

        foreach (var child in parent.ChildNodes)
        {
            if (child is IElement element && HtmlNames.IsBlock(element))
            {
                Close();
                blocks.AddRange(Block(element).Where(block => block.Length > 0));
            }
            else
            {
                open.Add(child);
            }
        }

        Close();
        return blocks;
    }

    private List<string> Block(IElement element)
    {
        if (_footnotes.IsContainer(element))
        {
            return [];
        }

        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                return InlineMarkdown.Words(_inlines.Of(element)) is { Length: > 0 } words
                    ? [$"{new string('#', element.LocalName[1] - '0')} {words}"]
                    : [];
            case "ul" or "ol":
                return [List(element)];
            case "blockquote":
                return Blocks(element) is { Count: > 0 } quoted
                    ? [string.Join('\n', string.Join("\n\n", quoted).Split('\n').Select(line => line.Length == 0 ? ">" : "> " + line))]
                    : [];
            case "pre":
                return [HtmlCode.Fence(element)];
            case "table":
                return HtmlTable.Write(element, _inlines, _notes) is { } table ? [table] : Blocks(element);
            case "hr":
                return ["---"];
            case "dl":
                return [Definitions(element)];
            case "figcaption" or "summary":
                return [InlineMarkdown.Line(
                    [new Inline.Styled(element.LocalName == "summary" ? TextStyle.Strong : TextStyle.Emphasis,
                    [.. _inlines.Of(element)])])];
            case "iframe" or "video" or "audio" or "object" or "embed":
                return [InlineMarkdown.Line(_inlines.Embedded(element))];
            case "script" or "style" or "template" or "noscript" or "form" or "nav" or "canvas":
                return Dropped(element);
            default:
                return Blocks(element);
        }
    }

    private List<string> Dropped(IElement element)
    {
        if (element.LocalName == "script" && element.GetAttribute("type")?.StartsWith("math/tex", StringComparison.Ordinal) == true)
        {
            return [InlineMarkdown.Paragraphs(_inlines.Of([element]))];
        }

        if (element.LocalName is not "style")
        {
            _notes.Lost(Messages.LostElement(element.LocalName));
        }

        return [];
    }

    private string List(IElement list)
    {
        var number = int.TryParse(list.GetAttribute("start"), out var first) && first is >= 0 and < 1_000_000 ? first : 1;
        var items = new List<string>();
        var isTight = true;
        foreach (var item in list.Children.Where(child => child.LocalName == "li"))
        {
            var blocks = Blocks(item);
            var mark = list.LocalName == "ol" ? $"{number++}. " : "- ";
            var isShort = blocks.Count <= 1 || (blocks.Count == 2 && item.Children.Any(child => child.LocalName is "ul" or "ol"));
            isTight &= isShort;
            items.Add(mark + Indented(string.Join(isShort ? "\n" : "\n\n", blocks), new string(' ', mark.Length)));
        }

        return string.Join(isTight ? "\n" : "\n\n", items);
    }

    private string Definitions(IElement list)
    {
        var text = new StringBuilder();
        var wasDefinition = false;
        foreach (var child in list.QuerySelectorAll("dt, dd"))
        {
            var isTerm = child.LocalName == "dt";
            text.Append(text.Length == 0 ? "" : isTerm && wasDefinition ? "\n\n" : "\n");
            text.Append(isTerm ? InlineMarkdown.Words(_inlines.Of(child)) : ":   " + Indented(string.Join("\n\n", Blocks(child)), "    "));
            wasDefinition = !isTerm;
        }

        return text.ToString();
    }

    private static string Indented(string text, string by) =>
        string.Join('\n', text.Split('\n').Select((line, i) => i == 0 || line.Length == 0 ? line : by + line));
}
