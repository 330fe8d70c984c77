using System.Text;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Import.Bibliography;

/// <summary>
/// RIS as reference managers export it: a two-letter tag, two spaces, a hyphen and a value a line, from <c>TY</c> to <c>ER</c>.
/// </summary>
internal static class RisImport
{
    // What an entry has a place for, and what programs keep for themselves. All else is listed.
    private static readonly string[] Known =
    [
        "TY", "TI", "T1", "T2", "ST", "AU", "A1", "DA", "PY", "Y1", "Y2", "UR", "L1", "DO", "JO", "JF", "J2", "JA",
        "BT", "KW", "AB", "N2", "LA", "ER", "ID", "AN", "DB", "DP", "C3", "LK",
    ];

    public static IReadOnlyList<ImportedItem> Read(ImportFile file)
    {
        var items = new List<ImportedItem>();
        var fields = new List<(string Tag, StringBuilder Value)>();
        var (number, start) = (0, 0);
        foreach (var line in ImportText.Of(file).ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (IsTagged(line))
            {
                var (tag, value) = (line[..2], line[5..].Trim());
                if (tag == "ER" || (tag == "TY" && fields.Count > 0))
                {
                    // A record that the next one cuts off lacks its last line alone.
                    items.Add(Item($"{file.Name}:{start}", [.. fields.Select(field => (field.Tag, field.Value.ToString()))]));
                    fields.Clear();
                }

                start = tag == "TY" ? number : start;
                fields.AddRange(tag == "ER" ? [] : [(tag, new StringBuilder(value))]);
            }
            else if (fields.Count > 0 && line.Trim().Length > 0)
            {
                // A value goes on in the next line; a blank line within an abstract parts paragraphs.
                fields[^1].Value.Append('\n').Append(line.Trim());
            }
        }

        if (fields.Count > 0)
        {
            items.Add(ImportedItem.Failed($"{file.Name}:{start}", Messages.RecordWithoutEnd));
        }

        return items.Count > 0 ? items : throw new UnknownFormatException(Messages.NotRis(file.Name));
    }

    public static bool IsTagged(string line) =>
        line.Length >= 5 && char.IsAsciiLetterUpper(line[0]) && char.IsLetterOrDigit(line[1]) && line.AsSpan(2).StartsWith("  -");

    private static ImportedItem Item(string origin, List<(string Tag, string Value)> fields)
    {
        string? Get(params ReadOnlySpan<string> tags)
        {
            foreach (var tag in tags)
            {
                if (fields.Find(field => field.Tag == tag && field.Value.Length > 0) is { Value: { } value })
                {
                    return value;
                }
            }

            return null;
        }

        var notes = new ImportNotes();
        if (Get("TI", "T1") is not { } title)
        {
            return ImportedItem.Failed(origin, Messages.RecordWithoutTitle);
        }

        title = AiDigest.Core.Import.Markup.TexReader.Line(title, AiDigest.Core.Import.Markup.TexDialect.Loose, notes);
        var date = PartialDate.Read(Get("DA")) is { } whole
            && Get("PY", "Y1") is null ? whole : Better(PartialDate.Read(Get("DA")), PartialDate.Read(Get("PY", "Y1")));
        var (url, pdf) = (Web(Get("UR", "LK"), notes), Web(Get("L1"), null));
        var arxiv =
            ArxivMention.In(
                Get("AN"), url, Get("DO"), Get("JO"), Get("JF"), Get("T2"), Get("M1"), Get("N1"), Get("PB"), Get("VL"), Get("C1"));
        Precision(date, notes);
        return new ImportedItem(
            origin,
            new EntryDraft
            {
                Title = title,
                PaperTitle = title,
                Day = date?.First,
                Published = date is { Day: > 0 } ? date.Value.First : null,
                Authors =
                    [.. fields.Where(field => field.Tag is "AU" or "A1" && field.Value.Length > 0).Select(field => Name(field.Value))],
                Venue = Get("JO", "JF", "T2", "BT", "C3") is { } venue && !ArxivMention.IsVenue(venue) ? venue : null,
                Doi = Facts.Doi(Get("DO")),
                Arxiv = arxiv,
                Url = ArxivMention.In(url) is null ? url : null,
                Pdf = pdf,
                Tags = [.. fields.Where(field => field.Tag == "KW").SelectMany(field => field.Value.Split('\n', ';'))
                    .Select(word => word.Trim()).Where(word => word.Length > 0)],
                Body = MarkdownText.OfPlain(Get("AB", "N2") ?? "", notes),
            },
            null,
            [.. fields.Where(field => field.Value.Length > 0 && !Known.Contains(field.Tag) && ArxivMention.In(field.Value) is null)
                .Select(field => field.Tag).Distinct()],
            notes);
    }

    /// <summary>The date of which more is known: exports give the year in one tag and the day in another.</summary>
    private static PartialDate? Better(PartialDate? one, PartialDate? other) =>
        one is not { } first ? other : other is not { } second ? one : (second.Day > 0 && first.Day == 0)
            || (second.Month > 0 && first.Month == 0) ? other : one;

    private static void Precision(PartialDate? date, ImportNotes notes)
    {
        if (date is { Day: 0 } known)
        {
            notes.Note(known.Month == 0 ? Messages.DatedByYear(known.First) : Messages.DatedByMonth(known.First));
        }
    }

    private static string? Web(string? text, ImportNotes? notes)
    {
        text = text?.Split('\n', ';')[0].Trim();
        if (text is null || AiDigest.Core.Import.Markup.WebAddressText.IsWhole(text, isTex: false))
        {
            return text;
        }

        notes?.Lost(Messages.LostAddress(text));
        return null;
    }

    private static string Name(string name) => name.Split(',') switch
    {
        [var last, var first, var suffix] when suffix.Trim().Length > 0 => $"{first.Trim()} {last.Trim()} {suffix.Trim()}",
        [var last, var first, ..] => $"{first.Trim()} {last.Trim()}",
        _ => name,
    };
}
