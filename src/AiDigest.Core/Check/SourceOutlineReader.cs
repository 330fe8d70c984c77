using System.Collections.Immutable;
using AiDigest.Core.Build;
using AiDigest.Core.Content;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Markdown;
using AiDigest.Core.Model;

namespace AiDigest.Core.Check;

/// <summary>An entry with its Markdown and what that says.</summary>
internal sealed record OutlinedEntry(EntryMetadata Metadata, BodySource Body, BodyOutline Outline);

/// <summary>One source file as the linter sees it.</summary>
/// <param name="Papers">Its entries; none for a standing page.</param>
/// <param name="Remote">Addresses outside the site in its bodies.</param>
internal sealed record OutlinedFile(
    string Path, ImmutableArray<OutlinedEntry> Papers, ImmutableArray<SourceRef> Undescribed, ImmutableArray<RemoteLink> Remote)
{
    /// <summary>A value that names the paper could not be read: what seems to be missing is there.</summary>
    public bool HasUnreadPaper { get; init; }
}

/// <summary>
/// Reads the sources once more, for their Markdown: a build keeps rendered bodies only, and what is cached of them must not
/// grow by what no page shows.
/// </summary>
internal sealed class SourceOutlineReader(SourceList sources, Settings settings, int jobs)
{
    private readonly BodyRenderer _bodies =
        new(new MarkdownOptions(settings.Limits, settings.Math, settings.Highlight, settings.Typography, settings.Language));

    /// <summary>
    /// Reads each file and hands it on. Nothing of it stays: with 120,000 entries the Markdown of all of them took a gigabyte.
    /// </summary>
    /// <param name="use">From any thread.</param>
    /// <returns>What came of each: entries first, then pages, in the order of their paths.</returns>
    public ImmutableArray<T> Read<T>(Func<OutlinedFile, T> use, CancellationToken cancellation)
    {
        var papers = new T[sources.Papers.Count];
        ParallelRun.Run(papers.Length, jobs, slot => papers[slot] = use(Papers(sources.Papers[slot].Path)), cancellation);
        var pages = new T[sources.Pages.Count];
        ParallelRun.Run(pages.Length, jobs, slot => pages[slot] = use(Page(sources.Pages[slot].Path)), cancellation);
        return [.. papers, .. pages];
    }

    private OutlinedFile Papers(string path)
    {
        var bytes = sources.Read(path);
        var parsed = path.EndsWith(".md", StringComparison.Ordinal)
            ? EntryParser.Markdown(path, bytes, settings.Limits)
            : EntryParser.Yaml(path, bytes, settings.Limits);
        var papers = ImmutableArray.CreateBuilder<OutlinedEntry>();
        foreach (var paper in parsed.Value ?? [])
        {
            papers.Add(new OutlinedEntry(paper.Metadata, paper.Body, _bodies.Outline(paper.Body)));
        }

        return new OutlinedFile(
            path, papers.ToImmutable(), [.. papers.SelectMany(paper => paper.Outline.Undescribed)],
                [.. papers.SelectMany(paper => paper.Outline.Remote)])
        {
            HasUnreadPaper = parsed.Diagnostics.Any(IsOfPaper),
        };
    }

    private static bool IsOfPaper(Diagnostic mistake) =>
        mistake.Rule == Catalogue.BadArxiv || mistake.Rule == Catalogue.BadDoi || mistake.Rule == Catalogue.BadAddress
        || (mistake.Rule == Catalogue.UnknownKey && mistake.Fixed?.TrimStart().Split(':')[0] is "arxiv" or "doi" or "url" or "pdf");

    private OutlinedFile Page(string path)
    {
        var outline = PageParser.Parse(path, sources.Read(path), settings.Limits).Value is { } page
            ? _bodies.Outline(page.Body)
            : BodyOutline.Empty;
        return new OutlinedFile(path, [], outline.Undescribed, outline.Remote);
    }
}
