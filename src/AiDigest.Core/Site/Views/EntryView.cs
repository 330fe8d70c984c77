using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Site.Views;

/// <summary>
/// An entry with its full text, as every page that shows it sees it: its own page, tag pages, home, day pages and feeds share
/// this one view, so it holds nothing that depends on the page.
/// </summary>
public sealed record EntryView : SharedView, ISourcedView
{
    public SourceRef Source => Paper.Source;

    public required EntryMetadata Paper { get; init; }

    /// <summary>The entry's, with its typography.</summary>
    public required string Title { get; init; }

    /// <summary>Null where no title of the entry holds a formula.</summary>
    public TitleFormulas? Formulas { get; init; }

    /// <summary>The title of the paper as plain text.</summary>
    public string? PaperTitle => Formulas is null ? Paper.PaperTitle : Formulas.PaperTitle;

    public required string? Url { get; init; }

    public required string AbsoluteUrl { get; init; }

    public required string Id { get; init; }

    public required DateView Day { get; init; }

    /// <summary>RFC 3339, in the site's offset.</summary>
    public required string Published { get; init; }

    public required string PublishedRfc822 { get; init; }

    public required DateView Updated { get; init; }

    public required string Lead { get; init; }

    /// <summary>With its typography; null where the author gave none.</summary>
    public required string? Takeaway { get; init; }

    public required ImmutableArray<IView> Tags { get; init; }

    public required ImmutableArray<IView> Authors { get; init; }

    public required DateView? PaperPublished { get; init; }

    public required ImmutableArray<IView> Corrections { get; init; }

    public required ImageView? Image { get; init; }

    public required string? EditUrl { get; init; }

    public required string? BibUrl { get; init; }

    /// <summary>The absolute address of its Markdown twin; null where there is none.</summary>
    public string? MarkdownUrl { get; init; }

    /// <summary>
    /// The DOI of the paper: its own, or the one that arXiv registers for each paper (https://info.arxiv.org/help/doi.html).
    /// </summary>
    public string? PaperDoi => Paper.Doi ?? (Paper.Arxiv is { } arxiv ? "10.48550/arXiv." + Unversioned(arxiv) : null);

    /// <summary>Where the paper itself is published.</summary>
    public string? PublicUrl => Paper.Arxiv is { } id ? "https://arxiv.org/abs/" + id : DoiUrl ?? Paper.Url;

    public string? PdfUrl => Paper.Pdf ?? (Paper.Arxiv is { } id ? "https://arxiv.org/pdf/" + id : null);

    /// <summary>
    /// When the paper was published, as <c>citation_publication_date</c> has it: the day, or the year and month that its arXiv id tells.
    /// </summary>
    private string? CitationDate =>
        PaperPublished?.Iso.Replace('-', '/') ?? ArxivMonth.Of(Paper.Arxiv)?.ToString("yyyy'/'MM", CultureInfo.InvariantCulture);

    // RFC 3986, 2.3; and the slash.
    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/");

    private string? DoiUrl => PaperDoi is { } doi ? "https://doi.org/" + Escaped(doi) : null;

    private static string Escaped(string doi) => doi.AsSpan().ContainsAnyExcept(Unreserved)
        ? Uri.EscapeDataString(doi).Replace("%2F", "/", StringComparison.Ordinal)
        : doi;

    /// <summary>The entry is not published yet: it shows only because drafts or future entries were asked for.</summary>
    public required bool Future { get; init; }

    public required PlacedBody Body { get; init; }

    /// <summary>The same entry with other words: its links lead where those of the old text led.</summary>
    public EntryView Reworded(RenderedEntry entry) => this with
    {
        Paper = entry.Metadata,
        Title = entry.Title,
        Formulas = entry.Formulas,
        Lead = entry.Lead ?? entry.Body.Lead,
        Body = Body with { Body = entry.Body },
    };

    public override void Describe(IViewWriter writer)
    {
        writer.Text("title", Title);
        writer.Text("title_html", Formulas?.TitleHtml);
        writer.Text("slug", Paper.Slug.Text);
        writer.Text("url", Url);
        writer.Text("absolute_url", AbsoluteUrl);
        writer.Text("id", Id);
        writer.View("day", Day);
        writer.Text("published", Published);
        writer.Text("published_rfc822", PublishedRfc822);
        writer.View("updated", Updated);
        writer.Text("lead", Lead);
        writer.Text("takeaway", Takeaway);
        writer.Views("tags", Tags);
        writer.View("image", Image);
        writer.Views("corrections", Corrections);
        writer.Text("by", Paper.By);
        writer.Text("reviewed_by", Paper.ReviewedBy);
        writer.Flag("draft", Paper.Draft);
        writer.Flag("future", Future);
        writer.Text("edit_url", EditUrl);
        writer.Text("bib_url", BibUrl);
        writer.Text("markdown_url", MarkdownUrl);
        writer.Number("reading_minutes", Math.Max(1, (Body.Body.Words + 100) / 200));
        DescribePaper(writer);
        writer.Extra("extra", Paper.Extra);
        writer.Body("body_html", Body);
    }

    /// <summary>An arXiv id without its version: a DOI names all versions.</summary>
    private static string Unversioned(string id)
    {
        var version = id.LastIndexOf('v');
        return version > 0 && version < id.Length - 1 && id.AsSpan(version + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? id[..version] : id;
    }

    private void DescribePaper(IViewWriter writer)
    {
        writer.Text("paper_title", Paper.PaperTitle == Paper.Title.Text ? Title : PaperTitle);
        writer.Text("paper_title_html", Formulas?.PaperTitleHtml);
        writer.Text("paper_title_lang", TitleLanguage.Of(Paper.PaperTitle));
        writer.Views("authors", Authors);
        writer.Text("venue", Paper.Venue);
        writer.View("paper_published", PaperPublished);
        writer.Text("arxiv", Paper.Arxiv);
        writer.Text("arxiv_url", Paper.Arxiv is { } id ? "https://arxiv.org/abs/" + id : null);
        writer.Text("doi", Paper.Doi);
        writer.Text("doi_url", DoiUrl);
        writer.Text("paper_doi", PaperDoi);
        writer.Text("public_url", PublicUrl);
        writer.Text("citation_date", CitationDate);
        writer.Text("source_url", Paper.Url);
        writer.Text("pdf_url", Paper.Pdf);
        writer.Texts("code_urls", Paper.Code);
        writer.Text("project_url", Paper.Project);
        writer.Text("model_url", Paper.ModelUrl);
        writer.Text("dataset_url", Paper.Dataset);
    }
}
