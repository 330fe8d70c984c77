using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace AiDigest.Core.Site.Tags;

/// <summary>
/// Finds the pairs of tags that enough entries share. It counts first and collects entries afterwards, because most pairs are rare.
/// Both passes are linear in the number of pairs that entries name.
/// </summary>
internal static class TagPairs
{
    /// <param name="published">Newest first; so are the entries of each pair.</param>
    /// <param name="least">Entries from which a pair counts.</param>
    public static ImmutableArray<Group<TagPair>> Of(ImmutableArray<SiteEntry> published, int least)
    {
        var numbers = new Dictionary<Tag, int>(ReferenceEqualityComparer.Instance);
        var counts = new Dictionary<long, int>();
        foreach (var key in published.SelectMany(entry => Keys(entry.Tags, numbers)))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
        }

        var pairs = new Dictionary<long, (TagPair Pair, ImmutableArray<SiteEntry>.Builder Entries)>();
        foreach (var entry in published)
        {
            foreach (var (one, other) in Combinations(entry.Tags))
            {
                var key = Key(one, other, numbers);
                if (counts[key] < least)
                {
                    continue;
                }

                if (!pairs.TryGetValue(key, out var pair))
                {
                    pairs.Add(key, pair = (Sorted(one, other), ImmutableArray.CreateBuilder<SiteEntry>(counts[key])));
                }

                pair.Entries.Add(entry);
            }
        }

        return
        [
            .. pairs.Values
                .OrderBy(pair => pair.Pair.First.Slug, StringComparer.Ordinal).ThenBy(pair => pair.Pair.Second.Slug, StringComparer.Ordinal)
                .Select(pair => new Group<TagPair>(pair.Pair, pair.Entries.ToImmutable())),
        ];
    }

    private static IEnumerable<long> Keys(ImmutableArray<Tag> tags, Dictionary<Tag, int> numbers) =>
        Combinations(tags).Select(pair => Key(pair.One, pair.Other, numbers));

    private static IEnumerable<(Tag One, Tag Other)> Combinations(ImmutableArray<Tag> tags)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            for (var j = i + 1; j < tags.Length; j++)
            {
                yield return (tags[i], tags[j]);
            }
        }
    }

    private static long Key(Tag one, Tag other, Dictionary<Tag, int> numbers)
    {
        var (a, b) = (Number(one, numbers), Number(other, numbers));
        return ((long)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);
    }

    private static int Number(Tag tag, Dictionary<Tag, int> numbers)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, tag, out var isKnown);
        return isKnown ? number : number = numbers.Count;
    }

    private static TagPair Sorted(Tag one, Tag other) =>
        string.CompareOrdinal(one.Slug, other.Slug) < 0 ? new TagPair(one, other) : new TagPair(other, one);
}
