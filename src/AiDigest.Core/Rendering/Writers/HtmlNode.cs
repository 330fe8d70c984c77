using System.Net;

namespace AiDigest.Core.Rendering.Writers;

/// <summary>
/// An element of a rendered body, or a text in it. The tool has written this HTML itself, so the reader is small: each tag is closed but
/// those that have no end, and each value of an attribute is quoted.
/// </summary>
internal sealed class HtmlNode(string name, string text)
{
    private static readonly string[] Void = ["br", "hr", "img", "input", "wbr"];

    /// <summary>Empty for a text.</summary>
    public string Name { get; } = name;

    public string Text { get; } = text;

    public List<HtmlNode> Children { get; } = [];

    private Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    public string Attribute(string name) => Attributes.GetValueOrDefault(name, "");

    public bool Has(string name) => Attributes.ContainsKey(name);

    /// <summary>All text in it.</summary>
    public string AllText() => Name.Length == 0 ? Text : string.Concat(Children.Select(child => child.AllText()));

    /// <summary>The first element of a name in it, at any depth; null where there is none.</summary>
    public HtmlNode? Find(string name)
    {
        foreach (var child in Children)
        {
            if ((child.Name == name ? child : child.Find(name)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Reads a body into one element that holds it.</summary>
    public static HtmlNode Parse(string html)
    {
        var root = new HtmlNode("body", "");
        var open = new Stack<HtmlNode>([root]);
        for (var at = 0; at < html.Length;)
        {
            if (html[at] != '<')
            {
                var end = html.IndexOf('<', at);
                end = end < 0 ? html.Length : end;
                open.Peek().Children.Add(new HtmlNode("", WebUtility.HtmlDecode(html[at..end])));
                at = end;
            }
            else if (html[at + 1] == '/')
            {
                open.Pop();
                at = html.IndexOf('>', at) + 1;
            }
            else
            {
                at = Open(html, at + 1, open);
            }
        }

        return root;
    }

    private static int Open(string html, int at, Stack<HtmlNode> open)
    {
        var start = at;
        while (char.IsAsciiLetterOrDigit(html[at]))
        {
            at++;
        }

        var node = new HtmlNode(html[start..at], "");
        open.Peek().Children.Add(node);
        while (html[at] != '>')
        {
            at = html[at] is ' ' or '/' or '\n' ? at + 1 : AddAttribute(html, at, node);
        }

        if (!Void.Contains(node.Name) && html[at - 1] != '/')
        {
            open.Push(node);
        }

        return at + 1;
    }

    private static int AddAttribute(string html, int at, HtmlNode node)
    {
        var start = at;
        while (html[at] is not ('=' or ' ' or '>' or '/'))
        {
            at++;
        }

        var name = html[start..at];
        if (html[at] != '=')
        {
            node.Attributes[name] = "";
            return at;
        }

        var end = html.IndexOf('"', at + 2);
        node.Attributes[name] = WebUtility.HtmlDecode(html[(at + 2)..end]);
        return end + 1;
    }
}
