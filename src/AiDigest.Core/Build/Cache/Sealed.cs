using System.Buffers.Binary;
using System.IO.Hashing;
using AiDigest.Core.FileSystem;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// A file of the cache: a mark, a version, the content, and last the seal of all before it. A file that was cut, damaged, written by
/// another version or not written by this user's builds is known as such.
/// </summary>
internal static class Sealed
{
    /// <returns>The content; null where anything is odd.</returns>
    public static ReadOnlyMemory<byte>? Open(ReadOnlyMemory<byte> file, SealKey key, ReadOnlySpan<byte> mark, byte version)
    {
        var head = mark.Length + 1;
        if (file.Length < head + Digest.Size || !file.Span.StartsWith(mark) || file.Span[mark.Length] != version)
        {
            return null;
        }

        var end = file.Length - Digest.Size;
        return key.Seal(file.Span[..end]) == Digest.Read(file.Span[end..]) ? file[head..end] : null;
    }

    /// <summary>Reads such a file of records whose content begins with the digest of what they are good for.</summary>
    /// <param name="record">Reads one record.</param>
    /// <returns>False where anything is odd, or where they are good for something else: then what was read is worth nothing.</returns>
    public static bool TryRead(
        ReadOnlyMemory<byte> file, SealKey key, ReadOnlySpan<byte> mark, byte version, Digest of, Action<ByteReader> record)
    {
        if (Open(file, key, mark, version) is not { } content)
        {
            return false;
        }

        try
        {
            var reader = new ByteReader(content);
            var isGood = reader.Digest() == of;
            while (isGood && !reader.AtEnd)
            {
                record(reader);
            }

            return isGood;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>The seal at the end of such a file, by which another one may name it; zero where the file is too short for one.</summary>
    public static Digest SealOf(ReadOnlySpan<byte> file) => file.Length < Digest.Size ? default : Digest.Read(file[^Digest.Size..]);

    /// <summary>Begins such a file in a buffer.</summary>
    public static ByteWriter Begin(ReadOnlySpan<byte> mark, byte version, int capacity)
    {
        var file = new ByteWriter(capacity);
        file.Raw(mark);
        file.Byte(version);
        return file;
    }

    /// <summary>Ends it.</summary>
    /// <returns>The file, in the buffer of its writer.</returns>
    public static ReadOnlyMemory<byte> End(ByteWriter file, SealKey key)
    {
        file.Digest(key.Seal(file.Written));
        return file.WrittenMemory;
    }

    /// <summary>Writes such a file piece by piece.</summary>
    public sealed class Writer
    {
        private readonly XxHash128 _hash;
        private readonly SealKey _key;
        private readonly Action<ReadOnlySpan<byte>> _write;

        public Writer(SealKey key, ReadOnlySpan<byte> mark, byte version, Action<ReadOnlySpan<byte>> write)
        {
            (_key, _hash, _write) = (key, key.Begin(), write);
            Write(mark);
            Write([version]);
        }

        /// <summary>Bytes so far.</summary>
        public long Length { get; private set; }

        public void Write(ReadOnlySpan<byte> piece)
        {
            _hash.Append(piece);
            _write(piece);
            Length += piece.Length;
        }

        /// <summary>Writes a piece behind its length in four bytes.</summary>
        public void WriteFramed(ReadOnlySpan<byte> piece)
        {
            Span<byte> length = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(length, (uint)piece.Length);
            Write(length);
            Write(piece);
        }

        /// <returns>The seal that ends the file.</returns>
        public Digest End()
        {
            Span<byte> bytes = stackalloc byte[Digest.Size];
            var seal = _key.Seal(_hash);
            seal.Write(bytes);
            _write(bytes);
            return seal;
        }
    }
}
