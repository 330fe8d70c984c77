namespace AiDigest.Core.Build.Cache;

/// <summary>
/// The edits of a build before which nothing has changed since the last one but the texts of a few entries. A text is seen only where its
/// entry stands, and the last build noted what stands on each of its outputs; so all others show what they showed, and nobody need look at
/// them to know it.
/// </summary>
internal sealed class TextEdits
{
    /// <summary>Sources that may have changed for the change to count as a small one.</summary>
    public const int Most = 16;

    private readonly IReadOnlyList<string> _changed;
    private readonly Task<PageContentsSnapshot?> _shown;

    private TextEdits(IReadOnlyList<string> changed, Task<PageContentsSnapshot?> shown) => (_changed, _shown) = (changed, shown);

    /// <summary>The edits, once the sources are parsed. What the last build noted is read while other work goes on.</summary>
    /// <param name="changed">See <see cref="UnchangedSite.Changed"/>.</param>
    /// <returns>Null where something else has changed, or too much.</returns>
    public static TextEdits? Of(IReadOnlyList<string>? changed, BuildCache cache, SourceHashes reading, int jobs) =>
        changed is { Count: > 0 and <= Most } && changed.All(reading.HasFactsOfBefore)
            ? new TextEdits(changed, ParallelRun.StartEarly(jobs, cache.Shown))
            : null;

    /// <summary>
    /// What an output shows, as it did in the last build; null where an edited entry stands on it, or where nothing is known.
    /// </summary>
    public PageContents? Untouched(string path) =>
        _shown.GetAwaiter().GetResult()?.At(path) is { } content && !content.ShowsAny(_changed) ? content : null;
}
