using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Sources;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// The bytes of the sources and their digests. A source is read again in every build unless it has the mark (<see cref="SourceStamps"/>)
/// that the last build gave it: to trust size and time of a file would miss an edit that keeps both. The digest that is kept for a file is
/// always that of the bytes which were handed out last, so that what was parsed and what is remembered never differ. Sources are known by
/// their paths, or by their places in <see cref="SourceList.All"/>.
/// </summary>
internal sealed class SourceHashes
{
    private readonly SourceList _sources;
    private readonly IReadOnlyList<LastSource> _known;
    private readonly SourceStamps _marks;

    // By the place of a source: its place among those that are known, or -1.
    private readonly int[] _last;
    private readonly Held?[] _held;
    private readonly Digest[] _facts;

    /// <param name="known">What the last build read, by path.</param>
    /// <param name="marks">For what is read now.</param>
    public SourceHashes(SourceList sources, IReadOnlyList<LastSource>? known = null, SourceStamps? marks = null)
    {
        (_sources, _known, _marks) = (sources, known ?? [], marks ?? SourceStamps.None);
        (_held, _facts) = (new Held?[sources.Count], new Digest[sources.Count]);
        _last = SortedPaths.Places(sources.All, path => path, _known, last => last.Path);
    }

    private sealed record Held(Digest Digest, Digest Mark, byte[]? Bytes = null);

    /// <summary>
    /// The sources with other bytes than in the last build, which read every one of them; null where one of those that it read is gone.
    /// </summary>
    public IReadOnlyList<string>? Changed =>
        _last.Count(at => at >= 0) < _known.Count
            ? null
            : [.. Enumerable.Range(0, _last.Length).Where(i => _last[i] >= 0 && !IsAsBefore(i)).Select(i => _sources.All[i])];

    /// <summary>The sources that are new, have other bytes, or were not read.</summary>
    public IEnumerable<string> Unknown => Enumerable.Range(0, _last.Length).Where(i => !IsAsBefore(i)).Select(i => _sources.All[i]);

    /// <summary>
    /// Reads and hashes those of the files that the last build read which do not have their marks. The bytes of what has changed are kept
    /// until they are asked for.
    /// </summary>
    public void Look(int jobs, CancellationToken cancellation) => ParallelRun.Run(
        _last.Length, jobs, static () => new byte[64 << 10],
        (buffer, index) =>
        {
            if (_last[index] < 0)
            {
                return;
            }

            var last = _known[_last[index]];
            if (last.Mark != default && _sources.StatusOf(index)?.Digest == last.Mark)
            {
                _held[index] = new Held(last.Digest, last.Mark);
                return;
            }

            var read = _sources.ReadInto(index, buffer, out var status);
            var digest = Digest.Of(read.Span);
            _held[index] = new Held(digest, _marks.Of(status), digest == last.Digest ? null : read.ToArray());
        },
        cancellation);

    /// <summary>Of the bytes that were looked at or handed out last; null where the file has not been read.</summary>
    public Digest? DigestOf(string path) => DigestOf(_sources.IndexOf(path));

    public Digest? DigestOf(int index) => _held[index]?.Digest;

    /// <summary>Whether a file has the bytes that the last build read, or is not there as it was not then.</summary>
    public bool IsAsBefore(string path) => _sources.Has(path) ? IsAsBefore(_sources.IndexOf(path)) : _known.All(last => last.Path != path);

    public bool IsAsBefore(int index) => _last[index] >= 0 && DigestOf(index) == _known[_last[index]].Digest;

    /// <summary>What the last build knew of a source; null where it did not read it.</summary>
    public LastSource? Last(int index) => _last[index] >= 0 ? _known[_last[index]] : null;

    /// <summary>The bytes of a file in a buffer, or in a new one where they do not fit; valid until the buffer is used again.</summary>
    public ReadOnlySpan<byte> BytesInto(int index, byte[] buffer) =>
        TakeHeld(index) is { } held ? held : Note(index, _sources.ReadInto(index, buffer, out var status).Span, status);

    public byte[] Bytes(string path)
    {
        var index = _sources.IndexOf(path);
        if (TakeHeld(index) is { } held)
        {
            return held;
        }

        var bytes = _sources.Read(index, out var status);
        Note(index, bytes, status);
        return bytes;
    }

    /// <summary>Notes the <see cref="MetadataHash"/> of a source.</summary>
    public void NoteMetadata(int index, Digest facts) => _facts[index] = facts;

    /// <summary>Whether the metadata of a source was noted, and is what the last build noted.</summary>
    public bool HasSameMetadata(string path) =>
        _sources.IndexOf(path) is var index && _facts[index] != default && Last(index)?.Facts == _facts[index];

    /// <summary>Every source that was read, in the order of paths.</summary>
    public IEnumerable<LastSource> Read()
    {
        for (var i = 0; i < _held.Length; i++)
        {
            if (_held[i] is { } held)
            {
                yield return new LastSource(_sources.All[i], held.Digest, _facts[i], held.Mark);
            }
        }
    }

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
