using System.Collections.Immutable;
using AiDigest.Core.FileSystem;
using AiDigest.Core.Model;
using AiDigest.Core.Search;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Build;

/// <summary>Hands the published entries to search, and its files to the plan.</summary>
/// <param name="registered">Tags of <c>tags.yaml</c>, whose names are synonyms.</param>
/// <param name="before">What the last index left.</param>
internal sealed class SearchStage(IReadOnlyList<RegisteredTag> registered, Action<int, Action<int>> sideBySide, Func<SearchMemory?> before)
{
    /// <summary>The index that was made; null before.</summary>
    public SearchIndex? Index { get; private set; }

    public IReadOnlyList<SearchOutput> Files(AssembledSite site)
    {
        var registry = registered.GroupBy(tag => TagName.Key(tag.Name.Text), StringComparer.Ordinal)
            .ToDictionary(tag => tag.Key, tag => tag.First(), StringComparer.Ordinal);
        var tags =
            site.Tags.ToDictionary(tag => tag.Of.Key, tag => Tag(tag.Of, registry.GetValueOrDefault(tag.Of.Key)), StringComparer.Ordinal);
        var unused = registry.Where(tag => !tags.ContainsKey(tag.Key)).Select(tag => new SearchTag("", "", Names(tag.Value, []))).ToList();
        var entries = site.Published.OrderBy(entry => entry.Moment.UtcTicks).Select(entry => Entry(site, entry, tags)).ToArray();
        var names = new Synonyms(tags.Values.Concat(unused));
        Index = SearchIndex.Build(entries, names, sideBySide, Value(Digest.Of(names.Text)), before());
        return [.. Index.Files.Select(file => new SearchOutput(file.Path, file.Content, file.Make))];
    }

    private static SearchEntry Entry(AssembledSite site, SiteEntry entry, Dictionary<string, SearchTag> tags)
    {
        var paper = entry.Paper;
        var found =
            new SearchEntry(
                Address(site, entry), entry.Entry.Title, entry.Day, [.. entry.Tags.Select(tag => tags[tag.Key])], entry.Entry.Body)
            {
                PaperTitle = entry.Entry.PaperTitle,
                Words = paper.Lead is { } lead ? [lead] : [],
                Authors = [.. paper.Authors.Select(author => author.Text)],
                Venue = paper.Venue,
                Arxiv = paper.Arxiv,
                Doi = paper.Doi,
            };
        return found with { Digest = DigestOf(found) };
    }

    private static UInt128 DigestOf(SearchEntry entry)
    {
        var bytes = new ByteWriter(256);
        bytes.Digest(entry.Body is StoredBody { Html.Hash: var hash }
            ? new Digest((ulong)(hash >> 64), (ulong)hash)
            : Digest.Of(entry.Body.Utf8.Span));
        bytes.Number(entry.Day.DayNumber);
        string?[] facts = [entry.Address, entry.Title, entry.PaperTitle, entry.Venue, entry.Arxiv, entry.Doi];
        Write(bytes, facts);
        Write(bytes, entry.Words);
        Write(bytes, entry.Authors);
        bytes.Number(entry.Tags.Length);
        foreach (var tag in entry.Tags)
        {
            bytes.Chars(tag.Slug);
            bytes.Chars(tag.Title);
            Write(bytes, tag.Names);
        }

        return Value(Digest.Of(bytes.Written));
    }

    private static void Write(ByteWriter bytes, IReadOnlyCollection<string?> texts)
    {
        bytes.Number(texts.Count);
        foreach (var text in texts)
        {
            bytes.Chars(text);
        }
    }

    private static UInt128 Value(Digest digest) => new(digest.High, digest.Low);

    /// <summary>Where an entry is read: on its own page, else on that of its day, else at home.</summary>
    private static string Address(AssembledSite site, SiteEntry entry) => site.Settings.Outputs switch
    {
        var kinds when kinds.Has(OutputNames.Papers) => entry.Address,
        var kinds when kinds.Has(OutputNames.Archive) => DateFormat.Address(entry.Day) + "#" + entry.Paper.Slug.Text,
        _ => $"#{entry.Paper.Slug.Text}",
    };

    private static SearchTag Tag(Tag tag, RegisteredTag? registered) => new(tag.Slug, tag.Title, Names(registered, [tag.Key, tag.Title]));

    private static ImmutableArray<string> Names(RegisteredTag? tag, IEnumerable<string> others) =>
    [
        .. others.Concat(tag is null ? [] : tag.Aliases.Select(alias => alias.Text).Prepend(tag.Title).Prepend(tag.Name.Text)
            .OfType<string>()).Distinct(StringComparer.Ordinal),
    ];
}
