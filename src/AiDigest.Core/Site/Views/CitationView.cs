using System.Globalization;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Site.Views;

/// <summary>The facts of a paper that its BibTeX entry gives.</summary>
public sealed record CitationView(EntryMetadata Paper, DateOnly Day) : SharedView, ISourcedView
{
    public SourceRef Source => Paper.Source;

    /// <summary>The year of the paper: as published, as its arXiv id says, else that of the digest day.</summary>
    public string Year
    {
        get
        {
            var published = Paper.Published?.Day ?? (Paper.Published?.Moment is { } moment ? DateOnly.FromDateTime(moment.Date) : null);
            if (published is { } date)
            {
                return date.Year.ToString(CultureInfo.InvariantCulture);
            }

            return (ArxivMonth.Of(Paper.Arxiv) ?? Day).Year.ToString(CultureInfo.InvariantCulture);
        }
    }

    public override void Describe(IViewWriter writer)
    {
        writer.Text("key", Paper.Slug.Text);
        writer.Text("title", Paper.PaperTitle ?? Paper.Title.Text);
        writer.Texts("authors", [.. Paper.Authors.Select(author => author.Text)]);
        writer.Text("venue", Paper.Venue);
        writer.Text("year", Year);
        writer.Text("arxiv", Paper.Arxiv);
        writer.Text("doi", Paper.Doi);
        writer.Text("url", Paper.Url ?? (Paper.Arxiv is { } arxiv ? "https://arxiv.org/abs/" + arxiv : null));
    }
}
