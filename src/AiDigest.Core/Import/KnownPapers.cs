using System.Collections.Immutable;
using AiDigest.Core.Build;
using AiDigest.Core.Check;
using AiDigest.Core.Content;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Model;

namespace AiDigest.Core.Import;

/// <summary>
/// The entries that a site has, by what recognises a paper: where it was imported from, arXiv id, DOI, title and day; and, for an item
/// without a date, title and authors, since the day of its import means nothing. Also the slugs that are taken.
/// </summary>
public sealed class KnownPapers
{
    private readonly Dictionary<string, string> _byIdentity = new(StringComparer.Ordinal);
    private readonly HashSet<string> _slugs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private TagAddresses _tags = new();

    /// <summary>Reads every entry of a site; one that cannot be read still holds its name.</summary>
    public static KnownPapers Of(string root, int jobs, CancellationToken cancellation)
    {
        var sources = new SourceList(root, []);
        var limits = new Limits();
        var parsed = new IReadOnlyList<ParsedEntry>?[sources.Papers.Count];
        ParallelRun.Run(parsed.Length, jobs, slot =>
        {
            var path = sources.Papers[slot].Path;
            var bytes = sources.Read(path);
            parsed[slot] = path.EndsWith(".md", StringComparison.Ordinal)
                ? EntryParser.Markdown(path, bytes, limits).Value
                : EntryParser.Yaml(path, bytes, limits).Value;
        }, cancellation);

        var known = new KnownPapers { _tags = TagAddresses.Of(sources) };
        for (var i = 0; i < parsed.Length; i++)
        {
            var path = sources.Papers[i].Path;
            known._slugs.Add(DefaultSlug.OfEntry(path));
            foreach (var (paper, _) in parsed[i] ?? [])
            {
                known._slugs.Add(paper.Slug.Text);
                foreach (var tag in paper.Tags)
                {
                    known._tags.Hold(tag.Text);
                }

                known.Add(path, Identity(paper));
            }
        }

        return known;
    }

    public bool HasSlug(string slug) => _slugs.Contains(slug);

    /// <summary>The slug itself where it is free, else the first free one with a number behind it.</summary>
    public string FreeSlug(string slug)
    {
        if (!_slugs.Contains(slug))
        {
            return slug;
        }

        // A thousand items of one title are numbered in one pass.
        var number = _numbers.GetValueOrDefault(slug, 1);
        string free;
        do
        {
            number++;
            free = $"{slug}-{number}";
        }
        while (_slugs.Contains(free));

        _numbers[slug] = number - 1;
        return free;
    }

    /// <summary>The tags whose addresses are free or their own; the others would stop the build, and are told.</summary>
    public ImmutableArray<string> FreeTags(ImmutableArray<string> tags, ImportNotes notes) =>
        [.. tags.Where(tag => _tags.IsFree(tag, notes))];

    /// <summary>Where this paper is told already; null where it is not.</summary>
    /// <param name="isDated">The day is the item's own.</param>
    public string? Find(EntryDraft draft, DateOnly day, bool isDated)
    {
        var paper = Identity(draft, day);
        if (paper.ImportedFrom is { } from && _byIdentity.TryGetValue("from " + from, out var same))
        {
            return same;
        }

        if (paper.Arxiv is { } arxiv && _byIdentity.TryGetValue("arxiv " + arxiv, out var byArxiv))
        {
            return byArxiv;
        }

        if (paper.Doi is { } doi && _byIdentity.TryGetValue("doi " + doi, out var byDoi))
        {
            return byDoi;
        }

        // Two posts of one title are two posts, so their title finds only entries of which no other origin is known.
        var kind = paper.ImportedFrom is null ? "" : "plain ";
        return _byIdentity.TryGetValue(kind + Dated(paper), out var byTitle) ? byTitle
            : !isDated && paper.ImportedFrom is null && _byIdentity.TryGetValue(ByAuthors(paper), out var byAuthors) ? byAuthors
            : null;
    }

    /// <summary>The entry that was imported from there; null where there is none.</summary>
    public string? OfOrigin(string importedFrom) => _byIdentity.GetValueOrDefault("from " + importedFrom);

    public void Add(string path, string slug, EntryDraft draft, DateOnly day, bool isDated)
    {
        _slugs.Add(slug);
        Add(path, Identity(draft, day));
    }

    private void Add(string path, PaperFacts paper)
    {
        void Known(string identity) => _byIdentity.TryAdd(identity, path);
        if (paper.Arxiv is { } arxiv)
        {
            Known("arxiv " + arxiv);
        }

        if (paper.Doi is { } doi)
        {
            Known("doi " + doi);
        }

        Known(Dated(paper));
        Known(ByAuthors(paper));
        Known(paper.ImportedFrom is { } from ? "from " + from : "plain " + Dated(paper));
    }

    private static string Dated(PaperFacts paper) => $"title {paper.Day.DayNumber} {string.Join(' ', TitleIndex.Words(paper.Title))}";

    private static string ByAuthors(PaperFacts paper) =>
        $"authors {string.Join(' ', TitleIndex.Words(paper.Title))} | {string.Join(' ', TitleIndex.Words(paper.FirstAuthor))}";

    private static PaperFacts Identity(EntryMetadata paper) => new(
        PaperIdentity.Arxiv(paper), PaperIdentity.Doi(paper), paper.Title.Text, paper.Date.Day
            ?? DateOnly.FromDateTime(paper.Date.Moment!.Value.DateTime),
        paper.Authors.IsEmpty ? "" : paper.Authors[0].Text, ImportedFrom(paper.Extra));

    private static PaperFacts Identity(EntryDraft draft, DateOnly day) => new(
        draft.Arxiv is { } id ? PaperIdentity.WithoutVersion(id) : null, draft.Doi?.ToLowerInvariant(), draft.Title,
        draft.Moment is { } moment
            ? DateOnly.FromDateTime(moment.DateTime)
            : day, draft.Authors.IsEmpty
            ? ""
            : YamlScalars.Line(draft.Authors[0]),
        draft.ImportedFrom is { } from ? YamlScalars.Line(from) : null);

    private static string? ImportedFrom(ExtraValue? extra)
    {
        foreach (var (key, value) in extra is ExtraValue.Mapping { Members: var members } ? members : [])
        {
            if (key == EntryText.ImportedFrom && value is ExtraValue.Text text)
            {
                return text.Value;
            }
        }

        return null;
    }

    private sealed record PaperFacts(string? Arxiv, string? Doi, string Title, DateOnly Day, string FirstAuthor, string? ImportedFrom);
}
