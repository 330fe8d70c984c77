using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem;
using AiDigest.Core.Model;

namespace AiDigest.Core.Build.Cache;

/// <summary>How much changed since the last build; from little to much.</summary>
internal enum ChangeKind
{
    /// <summary>The sources, the options, the tool and the set of published entries are the same.</summary>
    Nothing,

    /// <summary>
    /// Texts of a few entries: each edited source has its old <see cref="MetadataHash"/>. Only outputs that show one of these entries can
    /// be stale.
    /// </summary>
    Texts,

    /// <summary>
    /// Words of a few entries: titles, leads and the like too. Addresses, tags, dates and links are the same, so the plan is still right,
    /// although outputs that name these entries are stale.
    /// </summary>
    Words,

    /// <summary>Bytes of some sources, but no file came or went.</summary>
    Sources,

    /// <summary>Anything else, or nothing is known of a last build.</summary>
    Everything,
}

/// <summary>
/// What changed since the last build. A build computes it once, from the stamps and hashes of its sources, and each rung of the ladder in
/// README.md asks it what may be skipped. The preview computes it from the sources that it is told of.
/// </summary>
/// <param name="Sources">The changed sources; empty where <see cref="ChangeKind.Everything"/> may have changed.</param>
/// <param name="IsSmall">
/// Whether at most <see cref="MostEdits"/> sources of entries changed or are new, and the settings and options are the same. Then nearly
/// all of the site comes from the cache.
/// </param>
internal sealed record ChangeScope(ChangeKind Kind, IReadOnlyList<string> Sources, bool IsSmall)
{
    /// <summary>Sources up to which an edit counts as one of a few entries.</summary>
    public const int MostEdits = 16;

    /// <param name="known">The last build; null where nothing is known of one.</param>
    /// <param name="tool">The version of the tool.</param>
    /// <param name="hashes">After <see cref="SourceHashes.Look"/>.</param>
    public static ChangeScope Of(BuildOptions options, LastBuild? known, Digest tool, SourceList sources, SourceHashes hashes)
    {
        if (known is null || known.Tool != tool || known.Options != OptionsOf(options))
        {
            return new ChangeScope(ChangeKind.Everything, [], IsSmall: false);
        }

        var unknown = hashes.Unknown.Take(MostEdits + 1).ToList();
        var isSmall = unknown.Count <= MostEdits && unknown.All(path => path.StartsWith("content/papers/", StringComparison.Ordinal));
        var now = options.Now.UtcTicks;
        var isSameSite = known.Listing == sources.Listing && known.Since <= now && now < known.Until;
        return (isSameSite ? hashes.Changed : null) is { } changed
            ? new ChangeScope(changed.Count == 0 ? ChangeKind.Nothing : ChangeKind.Sources, changed, isSmall)
            : new ChangeScope(ChangeKind.Everything, [], isSmall);
    }

    /// <summary>The same scope once the sources are parsed: <see cref="ChangeKind.Texts"/> where that is all that changed.</summary>
    public ChangeScope AfterParsing(SourceHashes hashes) =>
        Kind == ChangeKind.Sources && Sources.Count <= MostEdits && Sources.All(hashes.HasSameMetadata)
            ? this with { Kind = ChangeKind.Texts }
            : this;

    /// <summary>What changed between two results of parsing the same source.</summary>
    public static ChangeKind Between(string path, ParsedFile before, ParsedFile after)
    {
        var areWords = after.Page is null && before.Page is null && !after.Entries.IsEmpty && before.Entries.Length == after.Entries.Length
            && after.Diagnostics.All(diagnostic => diagnostic.Rule.Severity != Severity.Error)
            && before.Entries.Zip(after.Entries).All(pair => FitsThePlan(pair.First, pair.Second))
            && Facts(path, before with { Entries = [.. before.Entries.Zip(after.Entries, EntryFields.WithWordsOf)] })
                .AsSpan().SequenceEqual(Facts(path, after));
        return areWords ? ChangeKind.Words : ChangeKind.Sources;
    }

    /// <summary>Of the options that change what is built, except the present moment.</summary>
    public static Digest OptionsOf(BuildOptions options)
    {
        var bytes = new ByteWriter();
        bytes.Text(options.BaseUrl);
        bytes.Flag(options.Drafts);
        bytes.Flag(options.Future);
        bytes.Flag(options.Precompress);
        return Digest.Of(bytes.Written);
    }

    // A plan holds links as they were resolved, whether pages need the font of formulas, and redirects that name the title.
    private static bool FitsThePlan(RenderedEntry before, RenderedEntry after) => before.Body.Math == after.Body.Math
        && (before.Formulas?.HasMath == true) == (after.Formulas?.HasMath == true)
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
