using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AiDigest.Core.Model;
using AiDigest.Core.Site;

namespace AiDigest.Core.Import;

/// <param name="Root">Full path of the site.</param>
/// <param name="Today">The day of drafts of which no date is known.</param>
/// <param name="DefaultTags">Of items that have no tag left.</param>
public sealed record ImportOptions(string Root, DateOnly Today, int Jobs, TagsMap Tags, ImmutableArray<string> DefaultTags, bool DryRun)
{
    /// <summary>The day of items that have none.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Items without a text become drafts.</summary>
    public bool Stubs { get; init; }

    /// <summary>Those of the site: an entry that breaks one would stop its builds.</summary>
    public Limits Limits { get; init; } = new();

    /// <summary>The site's time zone; null: days are those of the offset that is written.</summary>
    public SiteTime? Time { get; init; }
}
