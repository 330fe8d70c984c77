using System.Collections.Immutable;

namespace AiDigest.Core.Site.Related;

/// <summary>
/// Finds the entries that are most like an entry. Two entries are alike by the features that they share (<see cref="EntryFeatures"/>): a
/// tag counts three times, an author twice, a word once, each times its rarity. Entries that link to each other come first.
/// <para>
/// Rarity is a whole number that follows from how many entries have the feature, in powers of two. It depends on nothing else, so a new
/// entry changes the lists of few others: of those that it is like, and of those that share a feature whose count has just passed a power
/// of two.
/// </para>
/// <para>
/// A feature of more than <see cref="Common"/> entries reaches only entries near in time, so the work is linear in the number of entries.
/// </para>
/// </summary>
internal sealed class RelatedEntries
{
    /// <summary>Entries of a list.</summary>
    public const int Most = 5;

    /// <summary>Entries from which a tag or an author reaches only its nearest entries in time, and a word says nothing.</summary>
    private const int Common = 256;

    /// <summary>Entries before and after, among those with a common feature.</summary>
    private const int Near = 24;

    /// <summary>A word of more than this part of all entries is a common word, whatever the size of the site.</summary>
    private const int CommonPart = 8;

    /// <summary>Points without which two entries have too little in common: those of two rare words, or of a tag.</summary>
    private const int Least = 12;

    private readonly ImmutableArray<SiteEntry> _published;
    private readonly Func<SiteEntry, IEnumerable<string>> _linked;
    private readonly uint[][] _features;

    // Features with their entries by number: the feature above, the entry below. Sorted, so a feature's entries are a range.
    private readonly ulong[] _postings;
    private readonly ILookup<int, int> _linkedBy;

    /// <param name="published">Newest first.</param>
    /// <param name="linked">Addresses that the body of an entry links to.</param>
    public RelatedEntries(ImmutableArray<SiteEntry> published, Func<SiteEntry, IEnumerable<string>> linked)
    {
        _published = published;
        _linked = linked;
        _features = new uint[published.Length][];
        var read = new EntryFeatures();
        for (var i = 0; i < published.Length; i++)
        {
            _features[i] = read.Of(published[i]);
        }

        _postings = new ulong[_features.Sum(features => features.Length)];
        var at = 0;
        for (var i = 0; i < _features.Length; i++)
        {
            foreach (var feature in _features[i])
            {
                _postings[at++] = ((ulong)feature << 32) | (uint)i;
            }
        }

        Array.Sort(_postings);
        var numbers = new Dictionary<string, int>(published.Length, StringComparer.Ordinal);
        for (var i = 0; i < published.Length; i++)
        {
            numbers[published[i].Address] = i;
        }

        _linkedBy = Enumerable.Range(0, published.Length)
            .SelectMany(from => linked(published[from]).Where(numbers.ContainsKey).Select(address => (From: from, To: numbers[address])))
            .SelectMany(link => new[] { link, (From: link.To, To: link.From) })
            .Where(link => link.From != link.To)
            .ToLookup(link => link.From, link => link.To);
    }

    /// <summary>The entries most like one, the best first; ties by the newer. None is the entry itself.</summary>
    /// <param name="number">The place of the entry among those published.</param>
    public ImmutableArray<SiteEntry> Of(int number)
    {
        var points = new Dictionary<int, int>();
        foreach (var feature in _features[number])
        {
            Score(feature, number, points);
        }

        var linked = _linkedBy[number].ToHashSet();
        return
        [
            .. points.Where(found => found.Value >= Least).Select(found => found.Key).Union(linked)
                .OrderByDescending(linked.Contains)
                .ThenByDescending(found => Likeness(found, points))
                .ThenBy(found => found)
                .Take(Most)
                .Select(found => _published[found]),
        ];
    }

    /// <summary>Points by the size of the other entry: one with many tags and a long lead shares something with everybody.</summary>
    private double Likeness(int other, Dictionary<int, int> points) =>
        points.GetValueOrDefault(other) / Math.Sqrt(8 + _features[other].Length);

    private void Score(uint feature, int number, Dictionary<int, int> points)
    {
        var entries = Postings(feature);
        var kind = EntryFeatures.KindOf(feature);
        if (kind == EntryFeatures.Kind.Term && entries.Length > Math.Min(Common, Math.Max(4, _published.Length / CommonPart)))
        {
            return;
        }

        if (entries.Length > Common)
        {
            var place = entries.BinarySearch(((ulong)feature << 32) | (uint)number);
            var from = Math.Max(0, place - Near);
            entries = entries[from..Math.Min(entries.Length, place + Near + 1)];
        }

        var weight = ((int)kind + 1) * Rarity(entries.Length);
        foreach (var posting in entries)
        {
            if ((int)(uint)posting != number)
            {
                points[(int)(uint)posting] = points.GetValueOrDefault((int)(uint)posting) + weight;
            }
        }
    }

    /// <summary>From 10 for a feature of two entries down to 1 for one of more than 512.</summary>
    private static int Rarity(int entries) => Math.Max(1, 10 - int.Log2(Math.Max(1, entries - 1)));

    private Span<ulong> Postings(uint feature)
    {
        var first = Place((ulong)feature << 32);
        return _postings.AsSpan(first, Place(((ulong)feature + 1) << 32) - first);
    }

    private int Place(ulong posting)
    {
        var place = Array.BinarySearch(_postings, posting);
        return place < 0 ? ~place : place;
    }
}
