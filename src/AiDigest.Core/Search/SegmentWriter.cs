namespace AiDigest.Core.Search;

/// <summary>A file that answers for a range of words.</summary>
/// <param name="From">Where its words begin.</param>
internal readonly record struct RangeFile(string From, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Writes a segment as files: shards with forms and postings, and a vocabulary of classes, which a browser asks for when a word is unknown.
/// <c>docs/search.md</c> describes the bytes.
/// </summary>
internal sealed class SegmentWriter
{
    private readonly Segment _segment;
    private readonly List<string> _keys = [];
    private readonly List<int> _ends = [];
    private readonly List<int> _lastForms = [];
    private readonly ByteBuffer _classes = new();

    public SegmentWriter(Segment segment)
    {
        _segment = segment;
        var postings = new ByteBuffer();
        for (var start = 0; start < segment.Forms.Length;)
        {
            var end = start + 1;
            while (end < segment.Forms.Length && segment.Forms[end].Class == segment.Forms[start].Class)
            {
                end++;
            }

            WriteClass(segment.Forms.AsSpan(start, end - start), postings);
            _keys.Add(segment.Forms[start].Class);
            _ends.Add(_classes.Length);
            _lastForms.Add(end);
            start = end;
        }
    }

    /// <param name="most">Bytes of a file.</param>
    public List<RangeFile> Shards(int most)
    {
        var cut = new ShardCutter(_keys, [.. _ends], most).Cut();
        var strays = Strays(cut);
        return [.. cut.Select((shard, place) => new RangeFile(shard.From, Write(shard, strays[place])))];
    }

    /// <param name="most">Bytes of a file.</param>
    public List<RangeFile> Vocabulary(int most)
    {
        var words = Enumerable.Range(0, _keys.Count).Where(key => _keys[key].Length > 2 && _keys[key].All(char.IsLetter)).ToArray();
        var keys = words.Select(word => _keys[word]).ToArray();
        var (ends, total) = (new int[keys.Length], 0);
        for (var i = 0; i < keys.Length; i++)
        {
            ends[i] = total += 3 + keys[i].Length - (i == 0 ? 0 : Common(keys[i - 1], keys[i]));
        }

        return
        [
            .. new ShardCutter(keys, ends, most).Cut().Select(part =>
            {
                var bytes = new ByteBuffer();
                bytes.Number(part.End - part.Start);
                for (var i = part.Start; i < part.End; i++)
                {
                    WriteKey(bytes, i == part.Start ? "" : keys[i - 1], keys[i]);
                    bytes.Byte(FormsOf(words[i]).ToArray().Max(form => int.Log2(form.Count)));
                }

                return new RangeFile(part.From, bytes.Written.ToArray());
            }),
        ];
    }

    private ReadOnlySpan<SegmentForm> FormsOf(int key) => _segment.Forms.AsSpan((key == 0 ? 0 : _lastForms[key - 1]).._lastForms[key]);

    private void WriteClass(ReadOnlySpan<SegmentForm> forms, ByteBuffer postings)
    {
        _classes.Number(forms.Length);
        foreach (var form in forms)
        {
            WriteKey(_classes, form.Class, form.Form);
            _classes.Number(form.Count);
            postings.Clear();
            var last = -1;
            foreach (var posting in _segment.PostingsOf(form))
            {
                postings.Number((((posting >> 2) - last - 1) << 2) | (posting & 3));
                last = posting >> 2;
            }

            _classes.Number(postings.Length);
            _classes.Bytes(postings.Written);
        }
    }

    private byte[] Write(ShardCutter.Shard shard, List<SegmentForm> strays)
    {
        var bytes = new ByteBuffer();
        bytes.Number(shard.End - shard.Start);
        for (var key = shard.Start; key < shard.End; key++)
        {
            WriteKey(bytes, key == shard.Start ? "" : _keys[key - 1], _keys[key]);
            bytes.Bytes(_classes.Written[(key == 0 ? 0 : _ends[key - 1]).._ends[key]]);
        }

        bytes.Number(strays.Count);
        foreach (var stray in strays)
        {
            bytes.Text(stray.Form);
            bytes.Text(stray.Class);
        }

        return bytes.Written.ToArray();
    }

    /// <summary>By shard: forms that begin like its words, but belong to a class of another shard, as шел to идти.</summary>
    private List<SegmentForm>[] Strays(List<ShardCutter.Shard> shards)
    {
        List<SegmentForm>[] strays = [.. shards.Select(_ => new List<SegmentForm>())];
        for (var place = 0; place < shards.Count; place++)
        {
            for (var form = shards[place].Start == 0
                ? 0
                : _lastForms[shards[place].Start - 1]; form < _lastForms[shards[place].End - 1]; form++)
            {
                var home = Home(shards, _segment.Forms[form].Form);
                if (home != place)
                {
                    strays[home].Add(_segment.Forms[form]);
                }
            }
        }

        return strays;
    }

    private static int Home(List<ShardCutter.Shard> shards, string form)
    {
        var (low, high) = (0, shards.Count);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(shards[middle].From, form) <= 0 ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>A word by how many letters it shares with another one, and the letters that follow.</summary>
    private static void WriteKey(ByteBuffer bytes, string other, string word)
    {
        var common = Common(other, word);
        bytes.Number(common);
        bytes.Text(word.AsSpan(common));
    }

    private static int Common(string one, string other) => one.AsSpan().CommonPrefixLength(other);
}
