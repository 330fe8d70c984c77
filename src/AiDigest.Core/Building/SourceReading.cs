using AiDigest.Core.Incremental;
using AiDigest.Core.IO;

namespace AiDigest.Core.Building;

/// <summary>
/// The bytes of the sources and their digests. A source is read again in every build unless it bears the mark (<see cref="FileMarks"/>) that the last build gave it: to trust
/// size and time of a file would miss an edit that keeps both. The digest that is kept for a file is always that of the bytes which were handed out last, so that what was parsed
/// and what is remembered never differ.
/// </summary>
/// <param name="known">What the last build read.</param>
/// <param name="marks">For what is read now.</param>
internal sealed class SourceReading(Sources sources, IReadOnlyDictionary<string, LastSource>? known = null, FileMarks? marks = null)
{
    private readonly FileMarks _marks = marks ?? FileMarks.None;
    private readonly IReadOnlyDictionary<string, LastSource> _known = known ?? new Dictionary<string, LastSource>();
    private readonly Held?[] _held = new Held?[sources.Count];
    private readonly Digest[] _facts = new Digest[sources.Count];

    private sealed record Held(Digest Digest, Digest Mark, byte[]? Bytes = null);

    /// <summary>Reads and hashes those of the files that the last build read which do not bear their marks. The bytes of what has changed are kept until they are asked for.</summary>
    public void Look(int jobs, CancellationToken cancellation)
    {
        var paths = sources.All.Where(_known.ContainsKey).ToArray();
        Slots.Run(
            paths.Length, jobs, static () => new byte[64 << 10],
            (buffer, slot) =>
            {
                var path = paths[slot];
                var last = _known[path];
                if (last.Mark != default && sources.StatusOf(path)?.Digest == last.Mark)
                {
                    _held[sources.IndexOf(path)] = new Held(last.Digest, last.Mark);
                    return;
                }

                var read = sources.ReadInto(path, buffer, out var status);
                var digest = Digest.Of(read.Span);
                _held[sources.IndexOf(path)] = new Held(digest, _marks.Of(status), digest == last.Digest ? null : read.ToArray());
            },
            cancellation);
    }

    /// <summary>Of the bytes that were looked at or handed out last; null where the file has not been read.</summary>
    public Digest? DigestOf(string path) => _held[sources.IndexOf(path)]?.Digest;

    /// <summary>Whether a file has the bytes that the last build read, or is not there as it was not then.</summary>
    public bool IsAsBefore(string path) => _known.TryGetValue(path, out var last) ? sources.Has(path) && DigestOf(path) == last.Digest : !sources.Has(path);

    /// <summary>The bytes of a file in a buffer, or in a new one where they do not fit; valid until the buffer is used again.</summary>
    public ReadOnlySpan<byte> BytesInto(string path, byte[] buffer)
    {
        var index = sources.IndexOf(path);
        return TakeHeld(index) is { } held ? held : Note(index, sources.ReadInto(path, buffer, out var status).Span, status);
    }

    public byte[] Bytes(string path)
    {
        var index = sources.IndexOf(path);
        if (TakeHeld(index) is { } held)
        {
            return held;
        }

        var bytes = sources.Read(path, out var status);
        Note(index, bytes, status);
        return bytes;
    }

    /// <summary>Notes the <see cref="SourceFacts"/> of a source.</summary>
    public void Gave(string path, Digest facts) => _facts[sources.IndexOf(path)] = facts;

    /// <summary>Every source that was read, in the order of paths.</summary>
    public IEnumerable<LastSource> Read()
    {
        for (var i = 0; i < _held.Length; i++)
        {
            if (_held[i] is { } held)
            {
                yield return new LastSource(sources.All[i], held.Digest, _facts[i], held.Mark);
            }
        }
    }

    /// <summary>The <see cref="SourceFacts"/> that were noted; zero where none were.</summary>
    public Digest FactsOf(string path) => _facts[sources.IndexOf(path)];

    /// <summary>The bytes that were looked at and kept; null where there are none.</summary>
    private byte[]? TakeHeld(int index)
    {
        if (_held[index] is not { Bytes: { } bytes } held)
        {
            return null;
        }

        _held[index] = held with { Bytes = null };
        return bytes;
    }

    private ReadOnlySpan<byte> Note(int index, ReadOnlySpan<byte> bytes, FileStatus? status)
    {
        _held[index] = new Held(Digest.Of(bytes), _marks.Of(status));
        return bytes;
    }
}
