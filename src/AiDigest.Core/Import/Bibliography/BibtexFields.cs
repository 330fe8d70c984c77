using AiDigest.Core.Diagnostics;
using AiDigest.Core.Import.Markup;
using AiDigest.Core.Model;

namespace AiDigest.Core.Import.Bibliography;

/// <summary>Which fields of BibTeX and biblatex mean which of ours.</summary>
internal sealed class BibtexFields(BibtexEntry entry, ImportNotes notes)
{
    // What an entry has a place for, and what programs keep for themselves. All else is listed.
    private static readonly string[] Passed =
    [
        "title", "shorttitle", "subtitle", "author", "shortauthor", "year", "month", "day", "date", "eventdate",
        "journal", "journaltitle", "shortjournal", "booktitle", "series", "eventtitle", "howpublished", "school", "institution",
        "url", "urldate", "doi", "eprint", "archiveprefix", "eprinttype", "primaryclass", "eprintclass", "arxiv", "arxivid",
        "abstract", "keywords", "keyword", "crossref", "xdata", "xref", "pdf", "code", "code-url",
        "file", "timestamp", "owner", "bibsource", "biburl", "adsurl", "adsnote", "groups", "month_numeric", "date-added",
        "date-modified", "bdsk-url-1", "bdsk-file-1", "added-at", "interhash", "intrahash", "mendeley-groups", "mendeley-tags", "shorthand",
        "sortkey", "options", "ids", "key", "langid", "type", "pubstate",
    ];

    // Where exports keep the arXiv id: nothing is lost if it is found there.
    private static readonly string[] Mentions =
        ["volume", "number", "eid", "pages", "note", "annote", "publisher"];

    public ImportedItem Item(string origin)
    {
        if (Line("title") is not { } title)
        {
            return ImportedItem.Failed(origin, Messages.EntryWithoutTitle);
        }

        title = Line("subtitle") is { } subtitle ? $"{title}: {subtitle}" : title;
        var arxiv = Arxiv();
        var date = PartialDate.Read(entry["date"]) ?? PartialDate.Read(entry["year"], entry["month"], entry["day"])
            ?? PartialDate.Read(entry["eventdate"]);
        Tell(date);

        var url = Address(entry["url"]) ?? (entry["howpublished"] is { } where ? Address(LatexAddress(where)) : null);
        return new ImportedItem(
            origin,
            new EntryDraft
            {
                Title = title,
                PaperTitle = title,
                Day = Day(date, arxiv),
                Published = date is { Day: > 0 } ? date.Value.First : null,
                Authors = [.. BibtexNames.Read(entry["author"], notes)],
                Venue = Venue(),
                Arxiv = arxiv,
                Doi = Facts.Doi(Unescaped(entry["doi"])),
                Url = ArxivMention.In(url) is null ? url : null,
                Pdf = Address(entry["pdf"]),
                Code = Address(entry["code"]) is { } code ? [code] : [],
                Tags = [.. Keywords(entry["keywords"] ?? entry["keyword"])],
                Body = MarkdownText.OfTex(entry["abstract"] ?? "", notes),
            },
            null,
            [.. entry.Fields.Keys.Where(name => IsUnmapped(name, arxiv)).Order(StringComparer.Ordinal)],
            notes);
    }

    private bool IsUnmapped(string name, string? arxiv) =>
        entry[name] is { } value && !Passed.Contains(name, StringComparer.OrdinalIgnoreCase)
            && !(arxiv is not null && Mentions.Contains(name, StringComparer.OrdinalIgnoreCase)
            && (value.Contains(arxiv, StringComparison.Ordinal) || ArxivMention.IsVenue(value)));

    /// <summary>A date that cannot be read, or of which a part cannot, is told.</summary>
    private void Tell(PartialDate? date)
    {
        var (written, month) = (entry["date"] ?? entry["year"], entry["date"] is null ? entry["month"] : null);
        if (date is null && written is not null)
        {
            notes.Lost(Messages.LostDate(written));
        }
        else if (date is { Month: 0 } && month is not null)
        {
            notes.Lost(Messages.LostPartOfDate(month));
        }
        else if (date is { Day: 0 } known && entry["date"] is { } whole && PartialDate.HasMore(whole, known))
        {
            notes.Lost(Messages.LostPartOfDate(whole));
        }
    }

    private string? Line(string name) => entry[name] is { } value && LatexText.Plain(value, notes) is { Length: > 0 } line ? line : null;

    /// <summary>The day as far as it is known. Where only the year is, the arXiv id may know the month.</summary>
    private DateOnly? Day(PartialDate? date, string? arxiv)
    {
        if (date is not { } known)
        {
            return null;
        }

        if (known.Month == 0 && ArxivMonth.Of(arxiv) is { } month && month.Year == known.Year)
        {
            notes.Note(Messages.OnlyTheYear(known.Year));
            return month;
        }

        if (known.Day == 0)
        {
            notes.Note(known.Month == 0 ? Messages.DatedByYear(known.First) : Messages.DatedByMonth(known.First));
        }

        return known.First;
    }

    private string? Arxiv() =>
        Facts.Arxiv(entry["eprint"]) ?? Facts.Arxiv(OldStyle()) ?? Facts.Arxiv(entry["arxiv"] ?? entry["arxivid"])
        ?? ArxivMention.In(
            entry["eprint"], InArxiv("volume"), InArxiv("number"), InArxiv("eid"), InArxiv("pages"),
            entry["journal"], entry["journaltitle"], entry["volume"], entry["number"], entry["eid"], entry["pages"],
            entry["doi"], entry["url"], entry["note"],
            entry["howpublished"], entry["pubstate"], entry["annote"], entry["adsurl"], entry["biburl"], entry["booktitle"],
                entry["publisher"]);

    /// <summary>A field that holds the bare id, in an entry whose journal is arXiv itself.</summary>
    private string? InArxiv(string name) =>
        ArxivMention.IsVenue(entry["journal"] ?? entry["journaltitle"]) && entry[name] is { } value
            && Facts.Arxiv(value) is { } id ? "arXiv:" + id : null;

    /// <summary>Ids before 2007 may keep their archive apart: <c>eprint = {9901001}, primaryClass = {hep-th}</c>.</summary>
    private string? OldStyle() =>
        entry["eprint"] is { Length: 7 } number
            && (entry["primaryclass"] ?? entry["eprintclass"]) is { } archive ? $"{archive}/{number}" : null;

    private string? Venue()
    {
        foreach (
            var name in (string[])["journaltitle", "journal", "booktitle", "eventtitle", "series", "howpublished", "school", "institution"])
        {
            if (Line(name) is { } venue && !ArxivMention.IsVenue(venue) && !venue.Contains("http", StringComparison.Ordinal))
            {
                return venue;
            }
        }

        return null;
    }

    /// <summary>Keywords are parted by commas or semicolons; where there are none, by line ends.</summary>
    private IEnumerable<string> Keywords(string? text)
    {
        text ??= "";
        var signs = text.AsSpan().IndexOfAny(',', ';') >= 0 ? (string[])[",", ";"] : ["\n", "\r", " · ", " • ", " | "];
        return text.Split(signs, StringSplitOptions.None).Select(word => LatexText.Plain(word, notes)).Where(word => word.Length > 0);
    }

    private static string? Unescaped(string? text) => text?.Trim().Trim('{', '}').Replace("\\", "", StringComparison.Ordinal);

    private string? Address(string? text)
    {
        if (text is null)
        {
            return null;
        }

        text = LatexAddress(text.Trim()).Trim();
        if (WebAddressText.IsWhole(text, isTex: true))
        {
            return WebAddressText.Plain(text);
        }

        notes.Lost(Messages.LostAddress(text));
        return null;
    }

    /// <summary>What is inside <c>\url{…}</c>.</summary>
    private static string LatexAddress(string text) =>
        text.IndexOf("\\url{", StringComparison.Ordinal) is >= 0 and var at
            && text.IndexOf('}', at) is > 0 and var close ? text[(at + 5)..close] : text;
}
