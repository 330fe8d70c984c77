using AiDigest.Core.FileSystem;
using AiDigest.Core.Search;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// Writes and reads what an index of search leaves to the next one: a small file with hashes of the entries and names of the files, and a
/// file for each segment with its words. The small file names the segments' files by their seals. A segment's file is read only when its
/// words are asked for.
/// </summary>
internal static class SearchCache
{
    private const byte Version = 1;

    private static ReadOnlySpan<byte> Mark => "AIDIGEST-SEARCH"u8;

    private static ReadOnlySpan<byte> SegmentMark => "AIDIGEST-SEGMENT"u8;

    /// <param name="key">Of this user.</param>
    /// <param name="tool">The version of the tool.</param>
    /// <param name="seals">Of the segments' files.</param>
    public static ReadOnlyMemory<byte> Format(SearchMemory memory, SealKey key, Digest tool, IReadOnlyList<Digest> seals)
    {
        var file = Sealed.Begin(Mark, Version, 1 << 18);
        file.Digest(tool);
        Write(file, memory.Options);
        file.Number(memory.Digests.Length);
        foreach (var digest in memory.Digests)
        {
            Write(file, digest);
        }

        file.Number(memory.Segments.Length);
        for (var i = 0; i < memory.Segments.Length; i++)
        {
            var segment = memory.Segments[i];
            file.Digest(seals[i]);
            file.Number(segment.First);
            file.Number(segment.Entries);
            file.Number(segment.ShardSize);
            Write(file, segment.Shards);
            Write(file, segment.Vocabulary);
        }

        file.Number(memory.Titles.Length);
        foreach (var title in memory.Titles)
        {
            file.Raw(title);
        }

        return Sealed.End(file, key);
    }

    /// <param name="open">Gives the file of a segment by its place; null where it is gone.</param>
    /// <returns>What was written, with the seals of its segments; null where anything is odd.</returns>
    public static (
        SearchMemory Memory, Digest[] Seals)? Parse(ReadOnlyMemory<byte> bytes, SealKey key, Digest tool,
        Func<int, ReadOnlyMemory<byte>?> open)
    {
        try
        {
            if (Sealed.Open(bytes, key, Mark, Version) is not { } content || new ByteReader(content) is not { } file
                || file.Digest() != tool)
            {
                return null;
            }

            var options = Value(file);
            var digests = new UInt128[file.Count()];
            for (var i = 0; i < digests.Length; i++)
            {
                digests[i] = Value(file);
            }

            var segments = new KeptSegment[file.Count()];
            var seals = new Digest[segments.Length];
            for (var i = 0; i < segments.Length; i++)
            {
                var place = i;
                var seal = seals[i] = file.Digest();
                var (first, entries, size) = (file.Small(), file.Small(), file.Small());
                segments[i] = new KeptSegment(
                    first, entries, size, Files(file), Files(file),
                        new Lazy<Segment?>(() => ParseSegment(open(place), key, seal, first, entries)));
            }

            var titles = new byte[file.Count()][];
            for (var i = 0; i < titles.Length; i++)
            {
                titles[i] = file.Raw(FileName.Bytes);
            }

            return (new SearchMemory(options, digests, segments, titles), seals);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The file of a segment: its forms with their postings, each by its distance from the one before.</summary>
    public static ReadOnlyMemory<byte> Format(Segment segment, SealKey key)
    {
        var file = Sealed.Begin(SegmentMark, Version, 4 * segment.Postings.Length);
        file.Number(segment.Forms.Length);
        var lastClass = "";
        foreach (var form in segment.Forms)
        {
            var isSame = form.Class == lastClass;
            file.Flag(isSame);
            if (!isSame)
            {
                file.Text(form.Class);
            }

            file.Text(form.Form);
            file.Number(form.Count);
            var last = 0;
            foreach (var posting in segment.PostingsOf(form))
            {
                file.Number(posting - last);
                last = posting;
            }

            lastClass = form.Class;
        }

        return Sealed.End(file, key);
    }

    /// <returns>Null where the file is not the one that the small file names.</returns>
    private static Segment? ParseSegment(ReadOnlyMemory<byte>? bytes, SealKey key, Digest seal, int first, int entries)
    {
        if (bytes is not { } written || Sealed.SealOf(written.Span) != seal
            || Sealed.Open(written, key, SegmentMark, Version) is not { } content)
        {
            return null;
        }

        try
        {
            var file = new ByteReader(content);
            var forms = new SegmentForm[file.Count()];
            var postings = new List<int>(content.Length / 2);
            var lastClass = "";
            for (var i = 0; i < forms.Length; i++)
            {
                lastClass = file.Flag() ? lastClass : file.Required();
                var (form, count, start, last) = (file.Required(), file.Count(), postings.Count, 0);
                for (var left = count; left > 0; left--)
                {
                    postings.Add(last += file.Small());
                }

                forms[i] = new SegmentForm(form, lastClass, start, count);
            }

            return new Segment(first, entries, forms, [.. postings]);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static void Write(ByteWriter file, UInt128 value)
    {
        file.Raw64((ulong)(value >> 64));
        file.Raw64((ulong)value);
    }

    private static UInt128 Value(ByteReader file) => new(file.Raw64(), file.Raw64());

    private static void Write(ByteWriter file, NamedFile[] files)
    {
        file.Number(files.Length);
        foreach (var (from, hash) in files)
        {
            file.Text(from);
            file.Raw(hash);
        }
    }

    private static NamedFile[] Files(ByteReader file)
    {
        var files = new NamedFile[file.Count()];
        for (var i = 0; i < files.Length; i++)
        {
            files[i] = new NamedFile(file.Required(), file.Raw(FileName.Bytes));
        }

        return files;
    }
}
