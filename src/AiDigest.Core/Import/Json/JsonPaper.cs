using System.Collections.Immutable;
using System.Text.Json;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Import.Markup;

namespace AiDigest.Core.Import.Json;

/// <summary>
/// One paper in JSON: our own keys, those of the daily papers of Hugging Face (which wrap a paper in what happened to it), of the
/// daily-arXiv family, and of arXiv's OAI records. What is under other keys is listed.
/// </summary>
internal static class JsonPaper
{
    private static readonly string[] Known =
    [
        "title", "paper_title", "day", "date", "digest_date", "submittedOnDailyAt", "published", "publishedAt", "published_date",
            "publication_date", "created", "submitted", "update_date",
        "updated", "versions", "arxiv", "arxiv_id", "arxivId", "id", "paper_id", "doi", "url", "link", "abs", "abs_url", "arxivUrl",
            "arxiv_url", "entry_id", "pdf", "pdf_url", "pdfUrl", "arxivPdfUrl",
        "venue", "journal", "journal-ref", "journal_ref", "authors", "author", "authors_parsed", "code", "code_url", "codeUrl",
            "githubRepo", "github", "github_url", "repo", "project", "projectPage",
        "project_page", "project_url", "homepage", "model", "dataset", "tags", "keywords", "ai_keywords", "categories", "category",
            "abstract", "summary", "body", "description", "lead", "takeaway", "slug", "by", "paper",
    ];

    public static ImportedItem Read(string origin, JsonElement item, DateOnly? listDay)
    {
        var paper = JsonText.Get(item, "paper") is { ValueKind: JsonValueKind.Object } inner ? inner : item;
        if ((JsonText.First(paper, "title") ?? JsonText.First(item, "title")) is not { } title)
        {
            return ImportedItem.Failed(origin, Messages.PaperWithoutTitle);
        }

        var notes = new ImportNotes();
        title = TexReader.Line(title, TexDialect.Loose, notes);
        var url = Address(paper, notes, "url", "link", "abs", "abs_url", "arxivUrl", "arxiv_url", "entry_id");
        var doi = Facts.Doi(JsonText.First(paper, "doi")) ?? Facts.Doi(url);
        var arxiv = Facts.Arxiv(JsonText.First(paper, "arxiv", "arxiv_id", "arxivId"))
            ?? Facts.Arxiv(JsonText.First(paper, "id", "paper_id")) ?? ArxivMention.In(url, doi, JsonText.First(paper, "pdf", "pdf_url"));
        var published = Published(paper, notes) ?? Facts.Day(JsonText.First(item, "publishedAt"));
        return new ImportedItem(
            origin,
            new EntryDraft
            {
                Title = title,
                PaperTitle = JsonText.First(paper, "paper_title") is { } original
                    ? TexReader.Line(original, TexDialect.Loose, notes)
                    : title,
                Day = Facts.Day(JsonText.First(item, "day", "date", "digest_date", "submittedOnDailyAt")
                    ?? JsonText.First(paper, "day", "date", "digest_date", "submittedOnDailyAt"), notes) ?? listDay,
                Published = published,
                Arxiv = arxiv,
                Doi = doi,
                Url = ArxivMention.In(url) is null && Facts.Doi(url) is null ? url : null,
                Pdf = arxiv is null ? Address(paper, notes, "pdf", "pdf_url", "pdfUrl", "arxivPdfUrl") : null,
                Venue = JsonText.First(paper, "venue", "journal", "journal-ref", "journal_ref") is { } venue
                    && !ArxivMention.IsVenue(venue) ? TexReader.Line(venue, TexDialect.Loose, notes) : null,
                Authors = Authors(paper, notes),
                Code = Addresses(paper, notes, "code", "code_url", "codeUrl", "githubRepo", "github", "github_url", "repo"),
                Project = Address(paper, notes, "project", "projectPage", "project_page", "project_url", "homepage"),
                ModelUrl = Address(paper, notes, "model"),
                Dataset = Address(paper, notes, "dataset"),
                Tags = Tags(paper),
                Lead = JsonText.First(paper, "lead"),
                Takeaway = JsonText.First(paper, "takeaway"),
                By = JsonText.First(paper, "by"),
                Slug = JsonText.First(paper, "slug"),
                Body = MarkdownText.OfPlain(JsonText.First(paper, "abstract", "summary", "body", "description")
                    ?? JsonText.First(item, "summary") ?? "", notes),
            },
            null,
            Unmapped(item, paper),
            notes);
    }

    /// <summary>OAI records give the moments of all versions, the first of which is the publication.</summary>
    private static DateOnly? Published(JsonElement paper, ImportNotes notes) =>
        Facts.Day(JsonText.First(paper, "published", "publishedAt", "published_date", "publication_date", "created", "submitted"), notes)
        ?? (JsonText.Get(paper, "versions") is { ValueKind: JsonValueKind.Array } versions
            && versions.GetArrayLength() > 0 ? Facts.Day(JsonText.First(versions[0], "created")) : null)
        ?? Facts.Day(JsonText.First(paper, "update_date"));

    private static ImmutableArray<string> Authors(JsonElement paper, ImportNotes notes)
    {
        if (JsonText.Get(paper, "authors_parsed") is { ValueKind: JsonValueKind.Array } parsed)
        {
            var names = parsed.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.Array).Select(Parsed)
                .Where(name => name.Length > 0);
            return [.. names.Select(name => TexReader.Line(name, TexDialect.Loose, notes))];
        }

        var authors = JsonText.All(paper, "authors", "author");
        if (authors is [var list] && JsonText.Get(paper, "authors") is not { ValueKind: JsonValueKind.Array })
        {
            var parts =
                list.Split(list.Contains(';', StringComparison.Ordinal)
                    ? [";"]
                    : [", and ", " and ", ", "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            authors = Array.TrueForAll(parts, part => part.Contains(' ', StringComparison.Ordinal)) ? [.. parts] : authors;
        }

        return [.. authors.Select(name => TexReader.Line(name, TexDialect.Loose, notes))];
    }

    private static string Parsed(JsonElement name)
    {
        var parts = name.EnumerateArray().Select(JsonText.Of).ToList();
        string Part(int i) => i < parts.Count ? parts[i] ?? "" : "";
        return string.Join(' ', ((string[])[Part(1), Part(0), Part(2)]).Where(part => part.Length > 0));
    }

    private static ImmutableArray<string> Tags(JsonElement paper)
    {
        var categories = JsonText.All(paper, "categories", "category");
        if (categories is [var line] && JsonText.Get(paper, "categories") is not { ValueKind: JsonValueKind.Array })
        {
            categories = [.. line.Split((char[])[' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries)];
        }

        return [.. JsonText.All(paper, "tags", "keywords", "ai_keywords"), .. categories];
    }

    private static string? Address(JsonElement paper, ImportNotes notes, params ReadOnlySpan<string> names) =>
        Addresses(paper, notes, names) is [var first, ..] ? first : null;

    private static ImmutableArray<string> Addresses(JsonElement paper, ImportNotes notes, params ReadOnlySpan<string> names)
    {
        var addresses = ImmutableArray.CreateBuilder<string>();
        foreach (var address in JsonText.All(paper, names))
        {
            if (WebAddressText.IsWhole(address.Trim(), isTex: false))
            {
                addresses.Add(WebAddressText.Plain(address.Trim()));
            }
            else
            {
                notes.Lost(Messages.LostAddress(address));
            }
        }

        return addresses.ToImmutable();
    }

    private static ImmutableArray<string> Unmapped(JsonElement item, JsonElement paper)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var member in ((JsonElement[])[item, paper]).SelectMany(one => one.EnumerateObject()))
        {
            if (!Known.Contains(member.Name) && !JsonText.IsBlank(member.Value))
            {
                names.Add(YamlScalars.Line(member.Name));
            }
        }

        return [.. names.Take(20)];
    }
}
