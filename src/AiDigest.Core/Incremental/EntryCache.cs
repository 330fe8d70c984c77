using AiDigest.Core.Model;

namespace AiDigest.Core.Incremental;

/// <summary>
/// What source files gave when they were last parsed and their bodies rendered, by path and the digest of their bytes. It is good for
/// one version of the tool and one set of options; a cache of others, or one that is cut or damaged, is empty. What it gives is
/// exactly what parsing would give, so it can cost time and nothing else.
/// </summary>
public sealed class EntryCache
{
    private const byte Version = 1;
    private static ReadOnlySpan<byte> Mark => "AIDIGEST-ENTRIES"u8;

    private readonly Dictionary<string, Record> _records;

    private EntryCache(Dictionary<string, Record> records) => _records = records;

    private readonly record struct Record(Digest Digest, ReadOnlyMemory<byte> Bytes);

    public static EntryCache Empty { get; } = new([]);

    public int Count => _records.Count;

    /// <param name="bytes">The file; null where there is none.</param>
    /// <param name="options">Of the tool and of what parsing and rendering of bodies depend on.</param>
    public static EntryCache Load(ReadOnlyMemory<byte> bytes, Digest options)
    {
        var records = new Dictionary<string, Record>(StringComparer.Ordinal);
        return Sealed.TryRead(bytes, Mark, Version, options, reader => records[reader.Required()] = new Record(reader.Digest(), reader.Bytes())) ? new EntryCache(records) : Empty;
    }

    /// <summary>What a file with these bytes gave; null where that is not known.</summary>
    public ReadSource? Find(string path, Digest digest)
    {
        if (!_records.TryGetValue(path, out var record) || record.Digest != digest)
        {
            return null;
        }

        try
        {
            return new EntryReader(new ByteReader(record.Bytes), path).Read();
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException)
        {
            return null;
        }
    }

    public bool Has(string path, Digest digest) => _records.TryGetValue(path, out var record) && record.Digest == digest;

    /// <summary>The file of these sources, piece by piece; what is known already is copied.</summary>
    /// <param name="write">Takes each piece, valid until it returns.</param>
    public void Write(IEnumerable<(string Path, Digest Digest, ReadSource Source)> sources, Digest options, Action<ReadOnlySpan<byte>> write)
    {
        var file = new Sealed.Writer(Mark, Version, write);
        var (head, record) = (new ByteWriter(), new ByteWriter());
        head.Digest(options);
        file.Write(head.Written);
        foreach (var (path, digest, source) in sources)
        {
            head.Clear();
            head.Text(path);
            head.Digest(digest);
            if (_records.TryGetValue(path, out var known) && known.Digest == digest)
            {
                head.Bytes(known.Bytes.Span);
            }
            else
            {
                record.Clear();
                new EntryWriter(record, path).Write(source);
                head.Bytes(record.Written);
            }

            file.Write(head.Written);
        }

        file.End();
    }
}
