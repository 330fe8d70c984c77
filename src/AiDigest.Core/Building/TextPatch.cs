using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Incremental;
using AiDigest.Core.Model;

namespace AiDigest.Core.Building;

/// <summary>A source whose entries say what they said, but for their texts.</summary>
/// <param name="Digest">Of its bytes.</param>
/// <param name="Entries">All of its entries, with their new texts.</param>
internal sealed record TextPatch(string Path, Digest Digest, ImmutableArray<Entry> Entries, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <returns>Null where more has changed than texts, or than a plan can take as they are: links, and whether there are formulas.</returns>
    public static TextPatch? Of(string path, ReadSource before, ReadSource after, Digest digest)
    {
        var isPatch = after.Page is null && before.Page is null && !after.Entries.IsEmpty
            && after.Diagnostics.All(diagnostic => diagnostic.Rule.Severity != Severity.Error)
            && Facts(path, before).AsSpan().SequenceEqual(Facts(path, after))
            && before.Entries.Zip(after.Entries).All(pair => TakesThePlaceOf(pair.First.Body, pair.Second.Body));
        return isPatch ? new TextPatch(path, digest, after.Entries, after.Diagnostics) : null;
    }

    private static bool TakesThePlaceOf(Body before, Body after) => before.HasMath == after.HasMath
        && before.Links.Select(link => (link.Target, link.IsImage)).SequenceEqual(after.Links.Select(link => (link.Target, link.IsImage)));

    private static byte[] Facts(string path, ReadSource source)
    {
        var bytes = new ByteWriter();
        new EntryWriter(bytes, path).Facts(source);
        return bytes.Written.ToArray();
    }
}
