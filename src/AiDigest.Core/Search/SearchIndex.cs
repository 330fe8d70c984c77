using AiDigest.Core.Language;

namespace AiDigest.Core.Search;

/// <summary>
/// The index of a site. Its entries are parted in two segments by calendar: those of the month of the newest one, and all before. Entries
/// are numbered from the oldest, and a posting says nothing of other entries, so a new entry changes the files of the small segment, the
/// last block of titles and the root.
/// </summary>
internal sealed class SearchIndex
{
    /// <summary>Path of the file that names all others. It alone keeps its name, so no page changes when the index does.</summary>
    public const string Root = FileName.Folder + "index.bin";

    /// <summary>Bytes of a shard of the large segment and of the small one. A query loads a shard of each for every word.</summary>
    private const int LargeShard = 8 * 1024;

    private const int SmallShard = 6 * 1024;
    private const int VocabularyPart = 12 * 1024;

    private readonly SearchEntry[] _entries;
    private readonly SearchMemory? _before;
    private readonly SegmentBuilder _builder;
    private readonly List<SearchFile> _files = [];
    private readonly HashSet<string> _paths = [];

    private SearchIndex(SearchEntry[] entries, SegmentBuilder builder, SearchMemory? before) =>
        (_entries, _builder, _before) = (entries, builder, before);

    /// <summary>All files, each path once, in no order.</summary>
    public IReadOnlyList<SearchFile> Files => _files;

    /// <summary>For the next index.</summary>
    public SearchMemory Memory { get; private set; } = new(default, [], [], []);

    /// <summary>Whether it is another one than before.</summary>
    public bool IsNew => _before is null || !_before.Digests.AsSpan().SequenceEqual(Memory.Digests);

    /// <param name="entries">From the oldest: by day, then in an order that stays.</param>
    /// <param name="options">Hash of the tool and of <paramref name="synonyms"/>.</param>
    /// <param name="before">What an earlier index left; it changes no byte.</param>
    public static SearchIndex Build(
        SearchEntry[] entries, Synonyms synonyms, Action<int, Action<int>> sideBySide, UInt128 options = default,
            SearchMemory? before = null)
    {
        var builder = new SegmentBuilder(new Lazy<LemmaClasses>(), synonyms, sideBySide);
        var index = new SearchIndex(entries, builder, before?.Options == options ? before : null);
        index.Make(options, [.. entries.Select(entry => entry.Digest)]);
        return index;
    }

    private void Make(UInt128 options, UInt128[] digests)
    {
        var boundary = Boundary(_entries);
        (int From, int To, int Shard)[] parts = [(0, boundary, LargeShard), (boundary, _entries.Length, SmallShard)];
        KeptSegment[] segments =
            [.. parts.Where(part => part.To > part.From).Select(part => Segment(digests, part.From, part.To, part.Shard))];
        var titles = new byte[(_entries.Length + TitleWriter.BlockSize - 1) / TitleWriter.BlockSize][];
        for (var block = 0; block < titles.Length; block++)
        {
            titles[block] = Titles(digests, block);
        }

        var days = RootWriter.Days(_entries);
        var root = RootWriter.Write(_entries.Length, segments, titles, Add(days));
        _files.Add(new SearchFile(Root, Convert.ToHexStringLower(FileName.Hash(root)), () => root));
        Memory = new SearchMemory(options, digests, segments, titles);
    }

    /// <summary>The first entry of the newest entry's month.</summary>
    private static int Boundary(SearchEntry[] entries)
    {
        var at = entries.Length;
        while (at > 0 && entries[at - 1].Day is var day && (day.Year, day.Month) == (entries[^1].Day.Year, entries[^1].Day.Month))
        {
            at--;
        }

        return at;
    }

    private KeptSegment Segment(UInt128[] digests, int from, int to, int shardSize)
    {
        var wanted = digests.AsSpan(from..to);
        foreach (var kept in _before?.Segments ?? [])
        {
            if (kept.ShardSize == shardSize && _before!.DigestsOf(kept).SequenceEqual(wanted))
            {
                var files =
                    new Lazy<SegmentWriter>(() =>
                        new SegmentWriter(kept.Content.Value ?? _builder.Build(_entries.AsMemory(from..to), from)));
                var shards = new Lazy<List<RangeFile>>(() => files.Value.Shards(kept.ShardSize));
                var words = new Lazy<List<RangeFile>>(() => files.Value.Vocabulary(VocabularyPart));
                Add(kept.Shards, shards);
                Add(kept.Vocabulary, words);
                return kept with { First = from };
            }
        }

        var segment = Changed(wanted, from, to);
        var writer = new SegmentWriter(segment);
        return new KeptSegment(
            from, to - from, shardSize, Named(writer.Shards(shardSize)), Named(writer.Vocabulary(VocabularyPart)),
                new Lazy<Segment?>(() => segment));
    }

    /// <summary>A segment of these entries: one of before with some others in it, if that has most of them, or a new one.</summary>
    private Segment Changed(ReadOnlySpan<UInt128> wanted, int from, int to)
    {
        foreach (var kept in _before?.Segments ?? [])
        {
            var known = _before!.DigestsOf(kept);
            var same = known.CommonPrefixLength(wanted);
            var tail = 0;
            while (tail < Math.Min(known.Length, wanted.Length) - same && known[^(tail + 1)] == wanted[^(tail + 1)])
            {
                tail++;
            }

            var added = wanted.Length - same - tail;
            if (2 * added < wanted.Length && kept.Content.Value is { } content)
            {
                return SegmentPatch.Apply(
                    content, from, same, known.Length - same - tail, _builder.Build(_entries.AsMemory(from + same, added), 0));
            }
        }

        return _builder.Build(_entries.AsMemory(from..to), from);
    }

    private byte[] Titles(UInt128[] digests, int block)
    {
        var (from, to) = (block * TitleWriter.BlockSize, Math.Min(_entries.Length, (block + 1) * TitleWriter.BlockSize));
        if (_before is { } before && to <= before.Digests.Length && (to == before.Digests.Length || to == from + TitleWriter.BlockSize)
            && before.Digests.AsSpan(from..to).SequenceEqual(digests.AsSpan(from..to)))
        {
            Add(before.Titles[block], FileName.Text, () => TitleWriter.Write(_entries.AsSpan(from..to)));
            return before.Titles[block];
        }

        return Add(TitleWriter.Write(_entries.AsSpan(from..to)), FileName.Text);
    }

    private NamedFile[] Named(List<RangeFile> files) => [.. files.Select(file => new NamedFile(file.From, Add(file.Bytes)))];

    private void Add(NamedFile[] names, Lazy<List<RangeFile>> files)
    {
        for (var i = 0; i < names.Length; i++)
        {
            var place = i;
            Add(names[i].Hash, FileName.Binary, () => files.Value[place].Bytes);
        }
    }

    private byte[] Add(ReadOnlyMemory<byte> bytes, string extension = FileName.Binary)
    {
        var hash = FileName.Hash(bytes.Span);
        Add(hash, extension, () => bytes);
        return hash;
    }

    private void Add(byte[] hash, string extension, Func<ReadOnlyMemory<byte>> make)
    {
        var path = FileName.Path(hash, extension);
        if (_paths.Add(path))
        {
            _files.Add(new SearchFile(path, path, make));
        }
    }
}
