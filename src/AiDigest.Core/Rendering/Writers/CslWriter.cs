using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Rendering.Writers;

/// <summary>
/// Papers as CSL-JSON, which Zotero, Pandoc and citeproc read. The item is the <i>paper</i>; what this site says of it is in <c>custom</c>,
/// the one place that the schema keeps for others (https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json).
/// </summary>
internal static class CslWriter
{
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Small words that begin a family name, as in "Laurens van der Maaten".</summary>
    private static readonly string[] Particles =
        ["af", "al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "la", "le", "ten", "ter", "van", "von",
            "zu"];

    /// <summary>Words of names that no person has.</summary>
    private static readonly string[] Bodies = ["collaboration", "consortium", "group", "lab", "labs", "project", "research", "team"];

    /// <summary>A part: an array of items.</summary>
    public static void WritePart(PageView view, Utf8Output output) => Write(output, json => Items(json, view.Parts[0].Views!));

    /// <summary>The index: the site, its parts, and the newest items.</summary>
    public static void WriteIndex(PageView view, Utf8Output output) => Write(output, json =>
    {
        var facts = (MachineFactsView)view.Parts[0].View!;
        json.WriteStartObject();
        json.WriteString("title", facts.Title);
        json.WriteString("home_page_url", facts.Url);
        json.WriteString("language", facts.Language);
        json.WriteNumber("count", facts.Count);
        json.WriteStartArray("parts");
        foreach (var part in view.Parts[1].Views!.Cast<ApiPartView>())
        {
            json.WriteStartObject();
            json.WriteString("month", part.Month);
            json.WriteString("url", part.Url);
            json.WriteNumber("count", part.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("items");
        Items(json, view.Parts[2].Views!);
        json.WriteEndObject();
    });

    private static void Write(Utf8Output output, Action<Utf8JsonWriter> write)
    {
        output.Clear();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            write(json);
        }

        output.Write("\n"u8);
    }

    private static void Items(Utf8JsonWriter json, IReadOnlyList<IView> papers)
    {
        json.WriteStartArray();
        foreach (var paper in papers.Cast<EntryView>())
        {
            Item(json, paper);
        }

        json.WriteEndArray();
    }

    private static void Item(Utf8JsonWriter json, EntryView view)
    {
        var paper = view.Paper;
        json.WriteStartObject();
        json.WriteString("id", paper.Slug.Text);
        json.WriteString("type", paper.Venue is null ? "article" : "paper-conference");
        json.WriteString("title", view.PaperTitle ?? (view.Formulas is null ? paper.Title.Text : view.Title));
        Authors(json, paper.Authors.Select(author => author.Text));
        Issued(json, view);
        Optional(json, "container-title", paper.Venue);
        Optional(json, "publisher", paper.Venue is null && paper.Arxiv is not null ? "arXiv" : null);
        Optional(json, "number", paper.Arxiv is { } arxiv ? "arXiv:" + arxiv : null);
        Optional(json, "DOI", view.PaperDoi);
        Optional(json, "URL", view.PublicUrl);
        json.WriteString("keyword", string.Join(", ", view.Tags.Cast<GroupView>().Select(tag => tag.Title)));
        Custom(json, view);
        json.WriteEndObject();
    }

    /// <summary>What this site says of the paper.</summary>
    private static void Custom(Utf8JsonWriter json, EntryView view)
    {
        var paper = view.Paper;
        json.WriteStartObject("custom");
        json.WriteString("url", view.AbsoluteUrl);
        json.WriteString("title", view.Title);
        json.WriteString("day", view.Day.Iso);
        json.WriteString("published", view.Published);
        json.WriteString("updated", view.Updated.Iso);
        Optional(json, "lead", view.Lead.Length > 0 ? view.Lead : null);
        Texts(json, "tags", view.Tags.Cast<GroupView>().Select(tag => tag.Slug));
        Optional(json, "by", paper.By);
        Optional(json, "reviewed_by", paper.ReviewedBy);
        Optional(json, "arxiv", paper.Arxiv);
        Optional(json, "pdf", view.PdfUrl);
        Texts(json, "code", paper.Code);
        Optional(json, "project", paper.Project);
        Optional(json, "model", paper.ModelUrl);
        Optional(json, "dataset", paper.Dataset);
        json.WriteEndObject();
    }

    private static void Authors(Utf8JsonWriter json, IEnumerable<string> authors)
    {
        json.WriteStartArray("author");
        foreach (var author in authors)
        {
            var (family, given) = Name(author);
            json.WriteStartObject();
            Optional(json, given is null ? "literal" : "family", family);
            Optional(json, "given", given);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Family and given name; a name that cannot be parted safely stays whole.</summary>
    internal static (string Family, string? Given) Name(string name)
    {
        if (name.Split(',') is [var before, var after] && before.Trim().Length > 0 && after.Trim().Length > 0)
        {
            return (before.Trim(), after.Trim());
        }

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 5 || name.Contains(',', StringComparison.Ordinal)
            || words.Any(word => Bodies.Contains(word.ToLowerInvariant()) || word is "and" or "the" or "The" or "for" or "of"))
        {
            return (name, null);
        }

        var start = words.Length - 1;
        while (start > 1 && Particles.Contains(words[start - 1]))
        {
            start--;
        }

        return (string.Join(' ', words[start..]), string.Join(' ', words[..start]));
    }

    /// <summary>The day of the paper where it is known, else what its year and month can be told from.</summary>
    private static void Issued(Utf8JsonWriter json, EntryView view)
    {
        var parts = view.PaperPublished?.Iso.Split('-').Select(int.Parse).ToArray()
            ?? (ArxivMonth.Of(view.Paper.Arxiv) is { } month
                ? [month.Year, month.Month]
                : [int.Parse(view.Day.Iso.AsSpan(0, 4), CultureInfo.InvariantCulture)]);
        json.WriteStartObject("issued");
        json.WriteStartArray("date-parts");
        json.WriteStartArray();
        foreach (var part in parts)
        {
            json.WriteNumberValue(part);
        }

        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
