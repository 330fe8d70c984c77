using AiDigest.Core.FileSystem;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// The digest of all that a paper or day file gave, except for what only a page sees that shows its entries themselves: their texts. While
/// it stays, a change of the file changes such pages alone.
/// </summary>
public static class MetadataHash
{
    /// <returns>Zero for a file without entries, of which nothing of the kind can be said.</returns>
    public static Digest Of(string path, ParsedFile source)
    {
        if (source.Entries.IsEmpty)
        {
            return default;
        }

        var bytes = new ByteWriter();
        var writer = new EntryEncoder(bytes, path);
        writer.Facts(source);
        writer.LinkTargets(source);
        return Digest.Of(bytes.Written);
    }
}
