namespace AiDigest.Core.Build;

/// <summary>What a build is asked to do, resolved once from the command line.</summary>
/// <param name="Root">Full path of the folder with <c>content/</c>.</param>
/// <param name="Output">Full path of the folder for the site.</param>
/// <param name="Now">The present moment; the only clock that a build sees.</param>
/// <param name="Jobs">Threads that work side by side; at least 1.</param>
/// <param name="BaseUrl">Absolute address of publication, ending in <c>/</c>; null: the settings' own.</param>
/// <param name="NoCache">Neither reads nor writes the cache.</param>
public sealed record BuildOptions(
    string Root, string Output, DateTimeOffset Now, int Jobs, string? BaseUrl = null, bool Drafts = false, bool Future = false,
    bool NoCache = false)
{
    /// <summary>Full path of the user's folder where the secret of the cache lies; null: there is none, and so no cache.</summary>
    public string? UserCache { get; init; } = AiDigest.Core.FileSystem.UserSecret.Folder();

    /// <summary>Whether each text file gets compressed copies beside it. See <see cref="Precompression"/>.</summary>
    public bool Precompress { get; init; }

    /// <summary>Every output is made and thrown away: what a build costs without its writing. For measurements.</summary>
    public bool Discard { get; init; }

    /// <summary>
    /// Called once it is known that the build makes more than a little again. Where it takes nearly all from the last one, what is
    /// allocated stays until the end, and there is little for the collector to find.
    /// </summary>
    public Action? LargeBuild { get; init; }

    /// <summary>
    /// Called now and then while a large site is built, by any thread. By itself, the collector lets garbage grow to a third of the heap.
    /// </summary>
    public Action? Collect { get; init; }

    /// <summary>Told how far the build has come; null if progress is not shown.</summary>
    public BuildProgress? Progress { get; init; }
}
