using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Rendering.Templates;
using AiDigest.Core.Site;

namespace AiDigest.Core.Build;

/// <summary>What a build did. With an error among the diagnostics it wrote nothing.</summary>
public sealed record BuildReport
{
    /// <summary>Sorted by <see cref="Diagnostic.Compare"/>.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    public ImmutableArray<SkippedEntry> Skipped { get; init; } = [];

    /// <summary>Published entries.</summary>
    public int Entries { get; init; }

    /// <summary>HTML pages.</summary>
    public int Pages { get; init; }

    /// <summary>Tags with a published entry.</summary>
    public int Tags { get; init; }

    public int Written { get; init; }

    public int Unchanged { get; init; }

    public int Deleted { get; init; }

    /// <summary>Source files that were parsed, and not known from the cache.</summary>
    public int Parsed { get; init; }

    /// <summary>Outputs whose bytes were made: pages and feeds rendered, files copied.</summary>
    public int Rendered { get; init; }

    /// <summary>Outputs that were kept as they were, without making their bytes.</summary>
    public int Kept { get; init; }

    /// <summary>Views that were looked at to tell whether their outputs may be kept.</summary>
    public int Keyed { get; init; }

    /// <summary>States of the template engine that were made; they are costly, so their number must not grow with the site.</summary>
    public int Contexts { get; init; }

    /// <summary>Engines of formulas that were started; none where every formula is known.</summary>
    public int Engines { get; init; }

    /// <summary>Whether a cache was there that no build of this user wrote, so that it was not believed.</summary>
    public bool CacheIgnored { get; init; }

    /// <summary>Layouts that the fast engine could not render, and why.</summary>
    public ImmutableArray<TemplateFallback> Fallbacks { get; init; } = [];

    /// <summary>What each stage took, in order.</summary>
    public ImmutableArray<Stage> Stages { get; init; } = [];

    public bool Failed => Diagnostics.Any(diagnostic => diagnostic.Rule.Severity == Severity.Error);
}

/// <summary>The output folder cannot be used at all: wrong usage, not a mistake in content.</summary>
public sealed class RefusedOutputException(Message message) : MessageException(message)
{
    /// <summary>The folder has a symbolic link below it.</summary>
    internal static RefusedOutputException OfLink(string output, string link) =>
        new(Messages.OutputRefused(output, Messages.OutputHasLink(link)));
}
