using System.Buffers.Binary;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Rendering.Templates;

/// <summary>
/// What fragments wrote of their subjects, except for the body, which is copied from where it is: it is the most of it. All of it lies in
/// a few long arrays and is found by a number, so that the collector has nothing to follow. It holds what a site of ten thousand entries
/// needs, and no more for a larger one. Filled and read from any thread.
/// </summary>
/// <param name="count">More than the largest number of a view.</param>
internal sealed class KeptFragments(int count)
{
    private const int ChunkSize = 64 << 10;
    private const int Head = 8;

    private readonly byte[]?[] _chunks = new byte[256][];
    private readonly long[] _ofViews = new long[count];
    private int _taken;
    private int _variants;

    /// <summary>A number from 1 that was not given before.</summary>
    public int NewVariant() => Interlocked.Increment(ref _variants);

    /// <summary>What was noted of a view last; 0 before.</summary>
    public long Of(SharedView view) => view.Number >= 0 ? Volatile.Read(ref _ofViews[view.Number]) : 0;

    /// <summary>Notes where a fragment of a view is found again. Where several threads note something, any of it will do.</summary>
    public void Note(SharedView view, long found)
    {
        if (view.Number >= 0)
        {
            Volatile.Write(ref _ofViews[view.Number], found);
        }
    }

    /// <summary>What was kept, in two stretches; between them is the body, where <c>HasBody</c> says so.</summary>
    public (ReadOnlyMemory<byte> Before, ReadOnlyMemory<byte> After, bool HasBody) At(int number)
    {
        var bytes = _chunks[number / ChunkSize].AsMemory(number % ChunkSize);
        var (length, bodyAt) =
            (BinaryPrimitives.ReadInt32LittleEndian(bytes.Span), BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[4..]));
        var kept = bytes.Slice(Head, length);
        return bodyAt < 0 ? (kept, default, false) : (kept[..bodyAt], kept[bodyAt..], true);
    }

    /// <summary>Fills one array after the other. One for each thread.</summary>
    public sealed class Writer(KeptFragments kept)
    {
        private byte[] _chunk = [];
        private int _number;
        private int _used;

        /// <returns>The number of what is kept; -1 where there is no room.</returns>
        public int Keep(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, bool hasBody)
        {
            var length = before.Length + after.Length;
            if (length > ChunkSize / 8 || (_chunk.Length - _used < Head + length && !TryTakeChunk()))
            {
                return -1;
            }

            var room = _chunk.AsSpan(_used);
            BinaryPrimitives.WriteInt32LittleEndian(room, length);
            BinaryPrimitives.WriteInt32LittleEndian(room[4..], hasBody ? before.Length : -1);
            before.CopyTo(room[Head..]);
            after.CopyTo(room[(Head + before.Length)..]);
            var number = (_number * ChunkSize) + _used;
            _used += Head + length;
            return number;
        }

        private bool TryTakeChunk()
        {
            if (Volatile.Read(ref kept._taken) >= kept._chunks.Length || Interlocked.Increment(ref kept._taken) is var taken
                && taken > kept._chunks.Length)
            {
                return false;
            }

            (_number, _used) = (taken - 1, 0);
            kept._chunks[_number] = _chunk = new byte[ChunkSize];
            return true;
        }
    }
}
