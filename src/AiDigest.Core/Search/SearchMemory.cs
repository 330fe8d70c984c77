namespace AiDigest.Core.Search;

/// <summary>A file with the beginning of its words and its name, whose bytes may be made when they are asked for.</summary>
/// <param name="Hash">See <see cref="FileName"/>.</param>
internal readonly record struct NamedFile(string From, byte[] Hash);

/// <summary>A segment that an earlier index had.</summary>
/// <param name="First">Number of its first entry.</param>
/// <param name="ShardSize">Into which its shards were cut.</param>
/// <param name="Content">What it holds: few builds ask for it. Null where it is lost.</param>
internal sealed record KeptSegment(
    int First, int Entries, int ShardSize, NamedFile[] Shards, NamedFile[] Vocabulary, Lazy<Segment?> Content);

/// <summary>
/// What an index leaves to the next one. An index that is made with it is the same, byte for byte, as one that is made without; only the
/// words of entries that have changed are read again.
/// </summary>
/// <param name="Options">Hash of what else the words of entries depend on: the tool and the synonyms.</param>
/// <param name="Digests">Of the entries, from the oldest.</param>
/// <param name="Titles">Names of the blocks of titles.</param>
internal sealed record SearchMemory(UInt128 Options, UInt128[] Digests, KeptSegment[] Segments, byte[][] Titles)
{
    public ReadOnlySpan<UInt128> DigestsOf(KeptSegment segment) => Digests.AsSpan(segment.First, segment.Entries);
}
