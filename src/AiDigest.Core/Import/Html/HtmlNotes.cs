using AngleSharp.Dom;

namespace AiDigest.Core.Import.Html;

/// <summary>
/// Footnotes, as Hugo, Jekyll, GitHub, pandoc and this tool write them: a list at the end, whose items have the ids that marks in the text
/// lead to.
/// </summary>
internal sealed class HtmlNotes
{
    private const string Containers =
        "section.footnotes, div.footnotes, ol.footnotes, section[role=doc-endnotes], div[role=doc-endnotes], aside.footnotes";

    private readonly Dictionary<string, IElement> _byId = new(StringComparer.Ordinal);
    private readonly HashSet<IElement> _containers = [];
    private readonly List<(string Name, IElement Element)> _cited = [];

    public HtmlNotes(INode body)
    {
        foreach (var container in body is IElement root ? root.QuerySelectorAll(Containers).ToArray() : [])
        {
            _containers.Add(container);
            foreach (var note in container.QuerySelectorAll("li[id]"))
            {
                _byId.TryAdd(note.Id!, note);
            }
        }
    }

    public bool IsContainer(IElement element) => _containers.Contains(element);

    /// <summary>The name of the note that a link leads to; null where it leads elsewhere.</summary>
    public string? Name(IElement link)
    {
        var fragment = (link.GetAttribute("href") ?? "") is var href
            && href.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? Uri.UnescapeDataString(href[(at + 1)..]) : "";
        if (fragment.Length == 0 || !_byId.TryGetValue(fragment, out var note))
        {
            return null;
        }

        var index = _cited.FindIndex(cited => cited.Element == note);
        if (index < 0)
        {
            index = _cited.Count;
            _cited.Add(($"{index + 1}", note));
        }

        return _cited[index].Name;
    }

    /// <summary>The notes that the text cites, in its order. Notes of notes come as they are found.</summary>
    public IEnumerable<(string Name, IElement Element)> Cited()
    {
        for (var i = 0; i < _cited.Count; i++)
        {
            yield return _cited[i];
        }
    }

    /// <summary>The link from a note back to its mark.</summary>
    public bool IsBackLink(IElement link) =>
        link.GetAttribute("role") == "doc-backlink" || link.GetAttribute("rev") == "footnote" || link.ClassList.Contains("footnote-backref")
            || link.ClassList.Contains("reversefootnote")
        || (link.Closest("li[id]") is { } note && _byId.ContainsKey(note.Id!)
            && link.GetAttribute("href")?.Contains('#', StringComparison.Ordinal) == true
            && link.TextContent.Trim().TrimStart('\u21a9').Length <= 2);
}
