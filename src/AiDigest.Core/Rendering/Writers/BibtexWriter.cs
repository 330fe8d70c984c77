using System.Buffers;
using System.Text;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Rendering.Writers;

/// <summary>
/// The citation of a paper as BibTeX in UTF-8, which Zotero, BibLaTeX and JabRef read. A title is in double braces, so that no
/// style changes its capitals; what TeX would take for a command is escaped.
/// </summary>
internal static class BibtexWriter
{
    // What Escape replaces: TeX's own signs, and control characters (categories Cc, U+0000-001F and U+007F-009F).
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. "{}\\&%$#_~^", .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl)]);

    private static readonly SearchValues<char> WhiteButSpace = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(c => c != ' ' && char.IsWhiteSpace(c))]);

    private static readonly SearchValues<string> Separators =
        SearchValues.Create(["and", "others", "  "], StringComparison.OrdinalIgnoreCase);

    /// <summary>One paper.</summary>
    public static void Write(PageView view, Utf8Output output)
    {
        var text = new StringBuilder();
        Add(text, (CitationView)view.Parts[0].View!);
        output.Clear();
        output.Write(text.ToString());
    }

    /// <summary>A list of papers.</summary>
    public static void WriteAll(PageView view, Utf8Output output)
    {
        output.Clear();
        var text = new StringBuilder();
        var citations = view.Parts[0].Views!;
        for (var i = 0; i < citations.Count; i++)
        {
            Add(text.Clear().Append(i > 0 ? "\n" : ""), (CitationView)citations[i]);
            output.Write(text.ToString());
        }
    }

    private static void Add(StringBuilder text, CitationView citation)
    {
        var paper = citation.Paper;
        text.Append(paper.Venue is null ? "@misc{" : "@inproceedings{").Append(paper.Slug.Text);
        Field(text, "title", "{" + Escape(paper.PaperTitle ?? paper.Title.Text) + "}");
        if (!paper.Authors.IsEmpty)
        {
            Field(text, "author", string.Join(" and ", paper.Authors.Select(author => Name(author.Text))));
        }

        Field(text, "year", citation.Year);
        Field(text, "booktitle", paper.Venue is { } venue ? Escape(venue) : null);
        Field(text, "eprint", paper.Arxiv);
        Field(text, "archiveprefix", paper.Arxiv is null ? null : "arXiv");
        Field(text, "doi", paper.Doi is { } doi ? Escape(doi) : null);
        Field(text, "url", Address(paper));
        text.Append("\n}\n");
    }

    private static string? Address(EntryMetadata paper) =>
        paper.Url?.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal)
            .Replace("\\", "%5C", StringComparison.Ordinal)
        ?? (paper.Arxiv is { } arxiv ? "https://arxiv.org/abs/" + arxiv : null);

    private static void Field(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            text.Append(",\n  ").Append(name).Append(" = {").Append(value).Append('}');
        }
    }

    /// <summary>
    /// A name with the word "and" in it (a collaboration) would be taken for two, "others" for the rest of the list, and one of three
    /// commas for none. White space of every kind becomes a space, since BibTeX finds the word between tabs as well.
    /// </summary>
    private static string Name(string name)
    {
        if (!name.AsSpan().ContainsAny(WhiteButSpace) && !name.AsSpan().ContainsAny(Separators) && name.AsSpan().Count(',') < 3)
        {
            return Escape(name.Trim());
        }

        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var isPlain = name.AsSpan().Count(',') < 3 && !words.Any(word =>
            word.Equals("and", StringComparison.OrdinalIgnoreCase) || word.Equals("others", StringComparison.OrdinalIgnoreCase));
        var escaped = Escape(string.Join(' ', words));
        return isPlain ? escaped : "{" + escaped + "}";
    }

    /// <summary>BibTeX counts braces whatever comes before them, so a brace of the text is spelled as a command.</summary>
    private static string Escape(string value)
    {
        if (!value.AsSpan().ContainsAny(Special))
        {
            return value;
        }

        var text = new StringBuilder(value.Length + 8);
        foreach (var c in value)
        {
            text.Append(c switch
            {
                '{' => "\\textbraceleft{}",
                '}' => "\\textbraceright{}",
                '\\' => "\\textbackslash{}",
                '&' or '%' or '$' or '#' or '_' => "\\" + c,
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                _ when char.IsControl(c) => " ",
                _ => c.ToString(),
            });
        }

        return text.ToString();
    }
}
