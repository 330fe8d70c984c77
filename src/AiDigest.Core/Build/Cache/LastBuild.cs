using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem;
using AiDigest.Core.Site;

namespace AiDigest.Core.Build.Cache;

/// <summary>One source as the last build read it.</summary>
/// <param name="Digest">Of its bytes.</param>
/// <param name="Facts">Of all that it gave except for texts; see <see cref="MetadataHash"/>.</param>
/// <param name="Mark">What the file system said of it then. While it says the same, the file has not been written since; zero where that
/// is not known.</param>
public readonly record struct LastSource(string Path, Digest Digest, Digest Facts, Digest Mark);

/// <summary>
/// What a build leaves to the next one of the same output folder: which sources it read, what it reported, and each output with its
/// key. From it the next build tells what it may keep, and whether there is anything to do at all.
/// </summary>
public sealed record LastBuild
{
    public required Digest Tool { get; init; }

    /// <summary>Of <c>--base-url</c>, <c>--drafts</c>, <c>--future</c>.</summary>
    public required Digest Options { get; init; }

    /// <summary>Of the names of all files, read or not.</summary>
    public required Digest Listing { get; init; }

    /// <summary>Every source that was read, by path.</summary>
    public required ImmutableArray<LastSource> Sources { get; init; }

    /// <summary>The same entries are published from this moment (ticks of UTC) on ...</summary>
    public required long Since { get; init; }

    /// <summary>... until before this one.</summary>
    public required long Until { get; init; }

    public required int Entries { get; init; }

    public required int Pages { get; init; }

    public required int Tags { get; init; }

    public required ImmutableArray<SkippedEntry> Skipped { get; init; }

    /// <summary>Warnings, sorted, except for those of addresses that disappear.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>By path, ordinal.</summary>
    public required ImmutableArray<LastOutput> Outputs { get; init; }
}
