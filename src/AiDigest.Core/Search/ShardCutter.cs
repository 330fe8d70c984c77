namespace AiDigest.Core.Search;

/// <summary>
/// Cuts sorted keys into files by their first letters. A group of keys with the same beginning that is too large is cut by its next letter,
/// and small neighbours below one beginning are put together. So a key that comes or goes moves few bounds, and most files keep their
/// bytes.
/// </summary>
/// <param name="keys">In ordinal order, distinct.</param>
/// <param name="ends">Where the bytes of each end, counted from the first.</param>
/// <param name="most">Bytes of a file; one key may have more.</param>
internal sealed class ShardCutter(IReadOnlyList<string> keys, int[] ends, int most)
{
    /// <param name="From">The beginning of its first key; what is asked for lies in the last shard that begins no later.</param>
    /// <param name="Start">Its first key.</param>
    /// <param name="End">Behind its last.</param>
    public readonly record struct Shard(string From, int Start, int End);

    public List<Shard> Cut()
    {
        var shards = new List<Shard>();
        if (keys.Count > 0)
        {
            Cut(new Shard("", 0, keys.Count), 0, shards);
            shards[0] = shards[0] with { From = "" };
        }

        return shards;
    }

    private void Cut(Shard range, int depth, List<Shard> shards)
    {
        if (Size(range) <= most || range.End - range.Start == 1)
        {
            shards.Add(range);
            return;
        }

        var first = shards.Count;
        for (var start = range.Start; start < range.End;)
        {
            var end = start + 1;
            while (end < range.End && Letter(end, depth) == Letter(start, depth))
            {
                end++;
            }

            var group = new Shard(keys[start][..Math.Min(depth + 1, keys[start].Length)], start, end);
            var before = shards.Count;
            Cut(group, depth + 1, shards);
            if (shards.Count == before + 1 && before > first && Size(shards[before - 1] with { End = end }) <= most)
            {
                shards[before - 1] = shards[before - 1] with { End = end };
                shards.RemoveAt(before);
            }

            start = end;
        }
    }

    private int Letter(int key, int depth) => depth < keys[key].Length ? keys[key][depth] : -1;

    private int Size(Shard range) => ends[range.End - 1] - (range.Start == 0 ? 0 : ends[range.Start - 1]);
}
