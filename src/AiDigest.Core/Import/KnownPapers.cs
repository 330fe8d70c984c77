using AiDigest.Core.Build;
using AiDigest.Core.Check;
using AiDigest.Core.Content;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Model;

namespace AiDigest.Core.Import;

/// <summary>The entries that a site has, by what recognises a paper: arXiv id, DOI, or title and day; and the slugs that are taken.</summary>
public sealed class KnownPapers
{
    private readonly Dictionary<string, string> _byIdentity = new(StringComparer.Ordinal);
    private readonly HashSet<string> _slugs = new(StringComparer.Ordinal);

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
            parsed[slot] = path.EndsWith(".md", StringComparison.Ordinal) ? EntryParser.Markdown(path, bytes, limits).Value : EntryParser.Yaml(path, bytes, limits).Value;
        }, cancellation);

        var known = new KnownPapers();
        for (var i = 0; i < parsed.Length; i++)
        {
            var path = sources.Papers[i].Path;
            known._slugs.Add(DefaultSlug.OfEntry(path));
            foreach (var (paper, _) in parsed[i] ?? [])
            {
                known._slugs.Add(paper.Slug.Text);
                known.Add(path, PaperIdentity.Arxiv(paper), PaperIdentity.Doi(paper), paper.Title.Text, paper.Date.Day ?? DateOnly.FromDateTime(paper.Date.Moment!.Value.DateTime));
            }
        }

        return known;
    }

    public bool HasSlug(string slug) => _slugs.Contains(slug);

    /// <summary>The slug itself where it is free, else the first free one with a number behind it.</summary>
    public string FreeSlug(string slug)
    {
        var free = slug;
        for (var number = 2; _slugs.Contains(free); number++)
        {
            free = $"{slug}-{number}";
        }

        return free;
    }

    /// <summary>Where this paper is told already; null where it is not.</summary>
    public string? Find(EntryDraft draft, DateOnly day)
    {
        foreach (var identity in Identities(Arxiv(draft), draft.Doi?.ToLowerInvariant(), draft.Title, day))
        {
            if (_byIdentity.TryGetValue(identity, out var path))
            {
                return path;
            }
        }

        return null;
    }

    public void Add(string path, string slug, EntryDraft draft, DateOnly day)
    {
        _slugs.Add(slug);
        Add(path, Arxiv(draft), draft.Doi?.ToLowerInvariant(), draft.Title, day);
    }

    private void Add(string path, string? arxiv, string? doi, string title, DateOnly day)
    {
        foreach (var identity in Identities(arxiv, doi, title, day))
        {
            _byIdentity.TryAdd(identity, path);
        }
    }

    private static string? Arxiv(EntryDraft draft) => draft.Arxiv is { } id ? PaperIdentity.WithoutVersion(id) : null;

    private static IEnumerable<string> Identities(string? arxiv, string? doi, string title, DateOnly day)
    {
        if (arxiv is not null)
        {
            yield return "arxiv " + arxiv;
        }

        if (doi is not null)
        {
            yield return "doi " + doi;
        }

        yield return $"title {day.DayNumber} {string.Join(' ', TitleIndex.Words(title))}";
    }
}
