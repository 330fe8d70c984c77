using System.Globalization;
using System.Text;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Import;

/// <summary>
/// Writes the file of an entry: front matter, then Markdown. Whatever the texts hold, they stay inside their values: control characters
/// go, line ends become spaces, and what is not plainly a text is in quotes. A value that the format would refuse is left out.
/// </summary>
public static class EntryText
{
    /// <summary>The key below <c>extra</c> that names what an entry was imported from.</summary>
    public const string ImportedFrom = "imported_from";

    /// <param name="blanks">Keys that an author is expected to fill in are written empty.</param>
    /// <param name="notes">Gets the values that are left out, since an entry may not hold them.</param>
    public static string Of(EntryDraft draft, DateOnly day, bool blanks = false, ImportNotes? notes = null)
    {
        Tell(draft, notes);
        var text = new StringBuilder("---\n");
        Key(text, "title", draft.Title);
        text.Append(
            CultureInfo.InvariantCulture,
            $"date: {(draft.Moment is { } moment ? Moment(moment) : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))}\n");
        text.Append(CultureInfo.InvariantCulture, $"tags: [{string.Join(", ", draft.Tags.Select(YamlScalars.Item))}]\n");
        Optional(text, "lead", draft.Lead);
        Optional(text, "takeaway", draft.Takeaway);
        text.Append(draft.Draft ? "draft: true\n" : "");
        Date(text, "updated", draft.Updated);
        List(text, "aliases", [.. draft.Aliases.Where(alias => SitePath.Read(alias, out _) is null)]);
        Optional(text, "image", draft.Image);
        Optional(text, "image_alt", draft.Image is null ? null : draft.ImageAlt);
        Paper(text, draft, blanks);
        Optional(text, "by", draft.By, blanks);
        if (draft.ImportedFrom is { } from && YamlScalars.Line(from).Length > 0)
        {
            text.Append("extra:\n  ").Append(ImportedFrom).Append(": ").Append(YamlScalars.Text(from)).Append('\n');
        }

        Note(text, draft.Note);
        text.Append("---\n\n").Append(Body(draft.Body));
        return text.ToString();
    }

    private static void Tell(EntryDraft draft, ImportNotes? notes)
    {
        foreach (var address in ((string?[])[draft.Url, draft.Pdf, draft.Project, draft.ModelUrl, draft.Dataset, .. draft.Code])
            .Where(address => !string.IsNullOrWhiteSpace(address) && Address(address) is null))
        {
            notes?.Lost(Messages.LostAddress(address!));
        }

        if (draft.Arxiv is { } arxiv && !ArxivId.IsValid(arxiv))
        {
            notes?.Lost(Messages.LostArxiv(arxiv));
        }

        if (draft.Doi is { } doi && !DoiName.IsValid(doi))
        {
            notes?.Lost(Messages.LostDoi(doi));
        }
    }

    private static void Paper(StringBuilder text, EntryDraft draft, bool blanks)
    {
        Optional(text, "paper_title", draft.PaperTitle, blanks);
        List(text, "authors", draft.Authors, blanks);
        Optional(text, "venue", draft.Venue);
        Date(text, "published", draft.Published);
        Optional(text, "arxiv", draft.Arxiv is { } arxiv && ArxivId.IsValid(arxiv) ? arxiv : null, blanks);
        Optional(text, "doi", draft.Doi is { } doi && DoiName.IsValid(doi) ? doi : null);
        Optional(text, "url", Address(draft.Url));
        Optional(text, "pdf", Address(draft.Pdf));
        List(text, "code", [.. draft.Code.Where(code => Address(code) is not null)]);
        Optional(text, "project", Address(draft.Project));
        Optional(text, "model", Address(draft.ModelUrl));
        Optional(text, "dataset", Address(draft.Dataset));
    }

    private static string Moment(DateTimeOffset moment) =>
        moment.ToString(moment.Offset == TimeSpan.Zero ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string? Address(string? address) => address is not null && WebAddress.Problem(address) is null ? address : null;

    private static void Key(StringBuilder text, string key, string value) =>
        text.Append(key).Append(": ").Append(YamlScalars.Scalar(value)).Append('\n');

    private static void Optional(StringBuilder text, string key, string? value, bool blank = false)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            Key(text, key, value);
        }
        else if (blank)
        {
            text.Append(key).Append(":\n");
        }
    }

    private static void Date(StringBuilder text, string key, DateOnly? day) =>
        text.Append(day is { } date ? string.Create(CultureInfo.InvariantCulture, $"{key}: {date:yyyy-MM-dd}\n") : "");

    private static void List(StringBuilder text, string key, IReadOnlyList<string> items, bool blank = false)
    {
        var lines = items.Select(YamlScalars.Line).Where(item => item.Length > 0).ToList();
        text.Append(lines.Count > 0 || blank ? key + ":\n" : "");
        foreach (var line in lines)
        {
            text.Append("  - ").Append(YamlScalars.Scalar(line)).Append('\n');
        }
    }

    private static void Note(StringBuilder text, string? note)
    {
        if (note is null)
        {
            return;
        }

        var line = new StringBuilder("#");
        foreach (var word in YamlScalars.Line(note).Split(' '))
        {
            if (line.Length + word.Length > 100)
            {
                text.Append(line).Append('\n');
                line.Clear().Append('#');
            }

            line.Append(' ').Append(word);
        }

        text.Append(line).Append('\n');
    }

    private static string Body(string body)
    {
        var clean = Unprintable.IsIn(body) ? Unprintable.Without(body) : body;
        clean = clean.ReplaceLineEndings("\n").Trim('\n', ' ');
        return clean.Length == 0 ? "" : clean + "\n";
    }
}
