namespace AiDigest.Core.Search;

/// <summary>Writes the file that names all others of search. It is the one file that every reader who searches loads.</summary>
internal static class RootWriter
{
    private const int Version = 1;

    /// <param name="entries">How many.</param>
    /// <param name="days">Name of the file of days.</param>
    public static byte[] Write(int entries, IReadOnlyList<KeptSegment> segments, IReadOnlyList<byte[]> titles, byte[] days)
    {
        var bytes = new ByteBuffer();
        bytes.Number(Version);
        bytes.Text(StopWords.All);
        bytes.Number(entries);
        bytes.Bytes(days);
        bytes.Number(segments.Count);
        foreach (var segment in segments)
        {
            bytes.Number(segment.First);
            bytes.Number(segment.Entries);
            Write(bytes, segment.Shards);
            Write(bytes, segment.Vocabulary);
        }

        bytes.Number(TitleWriter.BlockSize);
        foreach (var title in titles)
        {
            bytes.Bytes(title);
        }

        return bytes.Written.ToArray();
    }

    /// <summary>For each day with entries: days since the one before (the first: since 0001-01-01), and its entries.</summary>
    public static byte[] Days(IReadOnlyList<SearchEntry> entries)
    {
        var (bytes, last) = (new ByteBuffer(), 0);
        foreach (var day in entries.CountBy(entry => entry.Day))
        {
            bytes.Number(day.Key.DayNumber - last);
            bytes.Number(day.Value);
            last = day.Key.DayNumber;
        }

        return bytes.Written.ToArray();
    }

    private static void Write(ByteBuffer bytes, NamedFile[] files)
    {
        bytes.Number(files.Length);
        foreach (var (from, hash) in files)
        {
            bytes.Text(from);
            bytes.Bytes(hash);
        }
    }
}
