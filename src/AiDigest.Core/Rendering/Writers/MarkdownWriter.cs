using System.Globalization;
using System.Text;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Rendering.Writers;

/// <summary>
/// An entry as Markdown: the twin of its page, for programs that read text. It is made from the rendered body, not copied from the source:
/// so links lead where those of the page lead, and the twin says what the page says.
/// </summary>
internal static class MarkdownWriter
{
    public static void Write(PageView view, BodyPlace place, Addresses addresses, Utf8Output output, Utf8Output scratch)
    {
        var entry = (EntryView)view.Parts[0].View!;
        scratch.Clear();
        BodyFiller.Write(entry.Body, place, addresses, scratch);
        var text = new StringBuilder($"# {Escape(entry.Title)}\n\n");
        Facts(text, entry);
        var body = Blocks(HtmlNode.Parse(Encoding.UTF8.GetString(scratch.Written.Span)).Children);
        output.Clear();
        output.Write(text.ToString());
        output.Write(body.Length > 0 ? body + "\n" : "");
    }

    private static void Facts(StringBuilder text, EntryView entry)
    {
        void Line(string name, string? value)
        {
            if (value is { Length: > 0 })
            {
                text.Append("- ").Append(name).Append(": ").Append(value).Append('\n');
            }
        }

        Line("URL", entry.AbsoluteUrl);
        Line("Date", entry.Day.Iso);
        Line("Tags", string.Join(", ", entry.Tags.Cast<GroupView>().Select(tag => Escape(tag.Title))));
        Line("Paper", entry.Paper.PaperTitle is { } title ? Escape(title) : null);
        Line("Authors", string.Join(", ", entry.Paper.Authors.Select(author => Escape(author.Text))));
        Line("Source", entry.PublicUrl);
        text.Append('\n');
    }

    private static string Blocks(IEnumerable<HtmlNode> nodes)
    {
        var blocks = new List<string>();
        var inline = new List<HtmlNode>();
        void Flush()
        {
            if (Inline(inline).Trim() is { Length: > 0 } text)
            {
                blocks.Add(text);
            }

            inline.Clear();
        }

        foreach (var node in nodes)
        {
            if (Block(node) is { } block)
            {
                Flush();
                blocks.Add(block);
            }
            else
            {
                inline.Add(node);
            }
        }

        Flush();
        return string.Join("\n\n", blocks.Where(block => block.Length > 0));
    }

    /// <summary>A block; null where the node is within a line.</summary>
    private static string? Block(HtmlNode node) => node.Name switch
    {
        "p" => Inline(node.Children).Trim(),
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => new string('#', node.Name[1] - '0') + " " + Inline(node.Children).Trim(),
        "ul" => List(node, _ => "- "),
        "ol" => List(node, number => number.ToString(CultureInfo.InvariantCulture) + ". "),
        "blockquote" => Indent(Blocks(node.Children), "> ", "> "),
        "pre" => Code(node),
        "hr" => "---",
        "table" => Table(node),
        "dl" => Definitions(node),
        "div" when node.Attribute("class") == "math-display" => $"$$\n{Tex(node)}\n$$",
        "div" when node.Attribute("class") == "footnotes" => Notes(node),
        "div" or "section" or "figure" or "details" => Blocks(node.Children),
        _ => null,
    };

    private static string List(HtmlNode list, Func<int, string> marker)
    {
        var first = int.TryParse(list.Attribute("start"), CultureInfo.InvariantCulture, out var start) ? start : 1;
        var items = list.Children.Where(child => child.Name == "li").Select((item, index) =>
        {
            var mark = marker(first + index);
            return Indent(Blocks(item.Children).Replace("\n\n- ", "\n- ", StringComparison.Ordinal), mark, new string(' ', mark.Length));
        });
        return string.Join('\n', items);
    }

    private static string Code(HtmlNode node)
    {
        var language = node.Find("code")?.Attribute("class") ?? "";
        var text = node.AllText().TrimEnd('\n');
        var fence = "```";
        while (text.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        var name = language.StartsWith("language-", StringComparison.Ordinal) ? language["language-".Length..] : "";
        return $"{fence}{name}\n{text}\n{fence}";
    }

    private static string Table(HtmlNode table)
    {
        var rows = Rows(table).ToList();
        var text = new StringBuilder();
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = rows[i].Children.Where(cell => cell.Name is "th" or "td").ToList();
            text.Append(i > 0 ? "\n" : "").Append("| ")
                .AppendJoin(" | ", cells.Select(cell => Inline(cell.Children).Trim().Replace("|", "\\|", StringComparison.Ordinal)))
                .Append(" |");
            if (i == 0)
            {
                text.Append("\n|")
                    .AppendJoin(
                        "|", cells.Select(cell =>
                            cell.Attribute("class") switch { "align-right" => "--:", "align-center" => ":-:", _ => "---" })).Append('|');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<HtmlNode> Rows(HtmlNode node) =>
        node.Children.SelectMany(child => child.Name == "tr" ? [child] : Rows(child));

    private static string Definitions(HtmlNode list) =>
        string.Join('\n', list.Children.Where(child => child.Name.Length > 0).Select(child =>
        child.Name == "dt" ? Inline(child.Children).Trim() : Indent(Blocks(child.Children), ": ", "  ")));

    private static string Notes(HtmlNode node) =>
        string.Join("\n\n", node.Find("ol")!.Children.Where(child => child.Name == "li").Select((note, index) =>
        Indent(Blocks(note.Children), $"[^{(index + 1).ToString(CultureInfo.InvariantCulture)}]: ", "    ")));

    private static string Inline(IEnumerable<HtmlNode> nodes) => string.Concat(nodes.Select(Inline));

    private static string Inline(HtmlNode node) => node.Name switch
    {
        "" => Escape(node.Text),
        "em" or "i" => Wrapped(node, "*"),
        "strong" or "b" => Wrapped(node, "**"),
        "del" => Wrapped(node, "~~"),
        "code" => CodeSpan(node.AllText()),
        "br" => "\\\n",
        "img" => $"![{Escape(node.Attribute("alt"))}]({node.Attribute("src")})",
        "math" => $"${Tex(node)}$",
        "input" => node.Has("checked") ? "[x]" : "[ ]",
        "sup" when node.Attribute("class") == "footnote-ref" => $"[^{node.AllText()}]",
        "a" when node.Attribute("class").Contains("footnote-back", StringComparison.Ordinal) => "",
        "a" => $"[{Inline(node.Children)}]({node.Attribute("href")})",
        _ => Inline(node.Children),
    };

    private static string Wrapped(HtmlNode node, string mark) => mark + Inline(node.Children) + mark;

    private static string CodeSpan(string text) => text.Contains('`', StringComparison.Ordinal) ? $"`` {text} ``" : $"`{text}`";

    private static string Tex(HtmlNode node) => node.Find("annotation")?.AllText() ?? node.AllText();

    private static string Indent(string text, string first, string rest) =>
        first + text.Replace("\n", "\n" + rest, StringComparison.Ordinal)
            .Replace("\n" + rest + "\n", "\n" + rest.TrimEnd() + "\n", StringComparison.Ordinal);

    /// <summary>Escapes what Markdown would read as its own.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            escaped.Append(c is '\\' or '*' or '_' or '`' or '[' or ']' or '<' or '$' or '~' ? "\\" : "").Append(c);
        }

        return escaped.ToString();
    }
}
