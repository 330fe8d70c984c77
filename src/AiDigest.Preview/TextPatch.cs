using System.Collections.Immutable;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem;
using AiDigest.Core.Model;

namespace AiDigest.Preview;

/// <summary>A source whose entries say what they said in other words: their texts, titles and the like.</summary>
/// <param name="Digest">Of its bytes.</param>
/// <param name="Entries">All of its entries, with their new words.</param>
internal sealed record TextPatch(string Path, Digest Digest, ImmutableArray<RenderedEntry> Entries, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <returns>
    /// Null where more has changed than words, or than a plan can take as they are: links, whether there are formulas, what redirects name.
    /// </returns>
    public static TextPatch? Of(string path, ParsedFile before, ParsedFile after, Digest digest)
    {
        var isPatch = after.Page is null && before.Page is null && !after.Entries.IsEmpty && before.Entries.Length == after.Entries.Length
            && after.Diagnostics.All(diagnostic => diagnostic.Rule.Severity != Severity.Error)
            && before.Entries.Zip(after.Entries).All(pair => TakesThePlaceOf(pair.First, pair.Second))
            && Facts(
                path, before with { Entries = [.. before.Entries.Zip(after.Entries, (old, entry) => EntryFields.WithWordsOf(old, entry))] })
                .AsSpan().SequenceEqual(Facts(path, after));
        return isPatch ? new TextPatch(path, digest, after.Entries, after.Diagnostics) : null;
    }

    private static bool TakesThePlaceOf(RenderedEntry before, RenderedEntry after) => before.Body.HasMath == after.Body.HasMath
        && before.Body.Links.Select(link => (link.Target, link.IsImage))
            .SequenceEqual(after.Body.Links.Select(link => (link.Target, link.IsImage)))
        && (before.Metadata.Aliases.IsEmpty || before.Metadata.Title.Text == after.Metadata.Title.Text);

    private static byte[] Facts(string path, ParsedFile source)
    {
        var bytes = new ByteWriter();
        new EntryEncoder(bytes, path).Facts(source);
        return bytes.Written.ToArray();
    }
}
