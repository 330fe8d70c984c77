using System.Buffers.Binary;

namespace AiDigest.Core.Search;

/// <summary>
/// Gives each distinct term a number, from 0 in the order in which terms are first seen. An open hash table over one buffer: a build asks
/// it for each word of a site.
/// </summary>
internal sealed class TermTable
{
    private int[] _slots = new int[1 << 12];
    private (uint Hash, int Offset, int Length)[] _terms = new (uint, int, int)[1 << 11];
    private byte[] _bytes = new byte[1 << 15];
    private int _used;

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int number] => _bytes.AsSpan(_terms[number].Offset, _terms[number].Length);

    public int Add(ReadOnlySpan<byte> term)
    {
        var hash = Hash(term);
        var slot = (int)hash & (_slots.Length - 1);
        for (; _slots[slot] is var taken and not 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (_terms[taken - 1].Hash == hash && this[taken - 1].SequenceEqual(term))
            {
                return taken - 1;
            }
        }

        _slots[slot] = Count + 1;
        Store(term, hash);
        if (2 * Count > _slots.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    private void Store(ReadOnlySpan<byte> term, uint hash)
    {
        if (Count == _terms.Length)
        {
            Array.Resize(ref _terms, 2 * Count);
        }

        if (_used + term.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, 2 * _bytes.Length);
        }

        term.CopyTo(_bytes.AsSpan(_used));
        _terms[Count++] = (hash, _used, term.Length);
        _used += term.Length;
    }

    private void Grow()
    {
        _slots = new int[2 * _slots.Length];
        for (var number = 0; number < Count; number++)
        {
            var slot = (int)_terms[number].Hash & (_slots.Length - 1);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = number + 1;
        }
    }

    // Multiplication by an odd constant and a fold: order of numbers never depends on it.
    private static uint Hash(ReadOnlySpan<byte> term)
    {
        const ulong Odd = 0x9E3779B97F4A7C15;
        var hash = (ulong)term.Length * Odd;
        for (; term.Length >= 8; term = term[8..])
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(term)) * Odd;
            hash ^= hash >> 32;
        }

        var rest = 0UL;
        foreach (var one in term)
        {
            rest = (rest << 8) | one;
        }

        hash = (hash ^ rest) * Odd;
        return (uint)(hash >> 32) ^ (uint)hash;
    }
}
