using System.Buffers;
using AiDigest.Core.FileSystem;
using AiDigest.Core.Model;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// What source files gave when they were last parsed and their bodies rendered, by path and the digest of their bytes. It is good for one
/// version of the tool and one set of options; a cache of others, or one that is cut or damaged, is empty. What it gives is exactly what
/// parsing would give, so it can cost time and nothing else. The HTML of bodies, by far the most of it, stays in the file, which is kept
/// open: of most entries a build wants to know all but that.
/// </summary>
public sealed class EntryCache
{
    private const byte Version = 4;

    /// <summary>Bytes of a file from which on bodies are not held once they were read.</summary>
    private const long Large = 128 << 20;

    private static ReadOnlySpan<byte> Mark => "AIDIGEST-ENTRIES"u8;

    private readonly Dictionary<string, Record> _records;
    private readonly IOpenFile _file;
    private readonly StringPool _names = new();

    private EntryCache(IOpenFile file, Dictionary<string, Record> records) => (_file, _records) = (file, records);

    /// <param name="Facts">All but the HTML of bodies.</param>
    /// <param name="Bodies">Where that is in the file.</param>
    private readonly record struct Record(Digest Digest, ReadOnlyMemory<byte> Facts, long Bodies, int BodiesLength);

    /// <summary>Whether the bodies that are held take so much that they are better read where they are stored.</summary>
    public static bool IsLarge(IEnumerable<ParsedFile> sources) =>
        sources.SelectMany(WrittenBodies.Of).OfType<MemoryBody>().Sum(body => (long)body.Utf8.Length) >= Large;

    public static EntryCache Empty { get; } = new(new BytesFile(default), []);

    public int Count => _records.Count;

    /// <param name="key">Of this user.</param>
    /// <param name="options">Of the tool and of what parsing and rendering of bodies depend on.</param>
    public static EntryCache Load(IOpenFile file, SealKey key, Digest options)
    {
        try
        {
            var records = new Dictionary<string, Record>(StringComparer.Ordinal);
            if (SealedReader.Open(file, key, Mark, Version) is not { } reader || reader.Digest() != options)
            {
                return Empty;
            }

            while (!reader.AtEnd)
            {
                var head = new ByteReader(reader.Framed());
                var (path, digest, facts, length) = (head.Required(), head.Digest(), head.Bytes(), head.Small());
                records[path] = new Record(digest, facts, reader.Position, length);
                reader.Skip(length);
            }

            return reader.IsAsSealed() ? new EntryCache(file, records) : Empty;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return Empty;
        }
    }

    /// <summary>What a file with these bytes gave; null where that is not known.</summary>
    public ParsedFile? Find(string path, Digest digest)
    {
        if (!_records.TryGetValue(path, out var record) || record.Digest != digest)
        {
            return null;
        }

        try
        {
            var bodies = new StoredBodies(_file, record.Bodies, _file.Length < Large);
            return new EntryDecoder(new ByteReader(record.Facts, _names), path, bodies).Read();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    public bool Has(string path, Digest digest) => _records.TryGetValue(path, out var record) && record.Digest == digest;

    /// <summary>The file of these sources, piece by piece; what is known already is copied.</summary>
    /// <param name="write">Takes each piece, valid until it returns.</param>
    /// <returns>Where in the file bodies are that were held until now.</returns>
    public WrittenBodies Write(
        IEnumerable<(string Path, Digest Digest, ParsedFile Source)> sources, SealKey key, Digest options, Action<ReadOnlySpan<byte>> write)
    {
        var places = new List<(ParsedFile Source, long Offset)>();
        var file = new Sealed.Writer(key, Mark, Version, write);
        var (head, facts, bodies) = (new ByteWriter(), new ByteWriter(), new ByteWriter());
        head.Digest(options);
        file.Write(head.Written);
        foreach (var (path, digest, source) in sources)
        {
            head.Clear();
            head.Text(path);
            head.Digest(digest);
            if (_records.TryGetValue(path, out var known) && known.Digest == digest)
            {
                head.Bytes(known.Facts.Span);
                head.Number(known.BodiesLength);
                file.WriteFramed(head.Written);
                Copy(known, file);
                continue;
            }

            facts.Clear();
            bodies.Clear();
            new EntryEncoder(facts, path, bodies).Write(source);
            head.Bytes(facts.Written);
            head.Number(bodies.Length);
            file.WriteFramed(head.Written);
            places.Add((source, file.Length));
            file.Write(bodies.Written);
        }

        return new WrittenBodies(file.End(), places);
    }

    private void Copy(Record known, Sealed.Writer target)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(known.BodiesLength);
        try
        {
            _file.Read(known.Bodies, buffer.AsSpan(0, known.BodiesLength));
            target.Write(buffer.AsSpan(0, known.BodiesLength));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
