using AiDigest.Core.Build;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Sources;

namespace AiDigest.Preview;

/// <summary>
/// A site that is kept in memory while its sources change: parsed entries stay, a change costs reading what changed and planning again,
/// and no file is written. Pages are rendered when somebody asks for them. One caller at a time.
///
/// The change that authors make most, to the text or the title of an entry, moves nothing else: <see cref="Patch"/> shows it in the plan
/// that there is. What words can still change beyond (where links lead, what is in feeds) is found by the next <see cref="Update"/>.
/// </summary>
public sealed class LiveSite
{
    private readonly List<Diagnostic> _listed = [];
    private SourceList? _sources;
    private BuildCache? _cache;
    private LiveBuild? _planned;

    /// <summary>Builds the site as its sources are now.</summary>
    /// <param name="options">Its output folder stays as it is.</param>
    /// <param name="changed">Every path below the root that may have changed since the last call; null if that is not known.</param>
    /// <exception cref="IOException">The disk failed.</exception>
    public LiveBuild Update(BuildOptions options, IReadOnlyCollection<string>? changed, CancellationToken cancellation)
    {
        var clock = new StageClock();
        var sources = List(options.Root, changed);
        clock.End("list", sources.Count);
        var diagnostics = new List<Diagnostic>(_listed);
        var cache = _cache?.Next(options, changed) ?? BuildCache.Open(options, BuildCache.Use.Preview);
        cache.Begin(sources);
        var prepared = PlannedSite.Of(options, sources, cache, clock, diagnostics, cancellation);
        cache.WaitForSources();
        _cache = cache;
        var report =
            SiteBuilder.Finish(
                SiteBuilder.Begin(prepared.Plan) with { Parsed = prepared.Parsed, CacheIgnored = cache.IsIgnored }, diagnostics,
                sources) with
            { Stages = clock.Stages };
        return _planned = new LiveBuild(report, prepared, sources, cache.Tool, Fingerprint(options, sources, cache, report), _planned);
    }

    /// <summary>Shows other words of entries in the plan of the last <see cref="Update"/>.</summary>
    /// <param name="changed">Every path below the root that may have changed since that call.</param>
    /// <returns>
    /// Null where more has changed than the words of a few entries, or one of them is broken: then the site is to be planned again.
    /// </returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public LiveBuild? Patch(string root, IReadOnlyCollection<string> changed)
    {
        if (_planned is not { Report.Failed: false } planned || _cache is not { } cache
            || changed.Count > ChangeScope.MostEdits || List(root, changed) != planned.Sources)
        {
            return null;
        }

        var reader = planned.NewReader(cache.Formulas);
        var patches = new List<TextPatch>();
        foreach (var path in changed)
        {
            var bytes = planned.Sources.Read(path);
            var digest = Digest.Of(bytes);
            if (cache.DigestOf(path) == digest)
            {
                continue;
            }

            if (cache.InMemory(path) is not { } before || reader(path, bytes) is not { } after
                || ChangeScope.Between(path, before, after) > ChangeKind.Words)
            {
                return null;
            }

            patches.Add(new TextPatch(path, digest, after.Entries, after.Diagnostics));
        }

        return planned.With(patches);
    }

    /// <summary>The listing of the last build, where every change is one of a file that it has.</summary>
    private SourceList List(string root, IReadOnlyCollection<string>? changed)
    {
        if (_sources is { } known && changed is not null && changed.All(path => known.Has(path) && SourceTree.IsFile(root, path)))
        {
            return known;
        }

        _listed.Clear();
        return _sources = new SourceList(root, _listed);
    }

    /// <summary>Of all that the site is made of, except for files that are copied as they are.</summary>
    private static Digest Fingerprint(BuildOptions options, SourceList sources, BuildCache cache, BuildReport report)
    {
        var bytes = new ByteWriter();
        bytes.Digest(sources.Listing);
        bytes.Digest(ChangeScope.OptionsOf(options));
        bytes.Number(report.Entries);
        foreach (var path in sources.All)
        {
            if (cache.DigestOf(path) is { } digest)
            {
                bytes.Text(path);
                bytes.Digest(digest);
            }
        }

        return Digest.Of(bytes.Written);
    }
}
