using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Site.Tags;

/// <summary>One way in which entries write a tag.</summary>
/// <param name="key">Of the tag that it means.</param>
/// <param name="spelling">As it may be shown.</param>
/// <param name="at">Where it is first.</param>
public sealed class SpelledTag(string key, string spelling, SourceRef at)
{
    public string Key { get; } = key;

    public string Spelling { get; } = spelling;

    public SourceRef At { get; } = at;

    /// <summary>Entries that write it so.</summary>
    public int All { get; private set; }

    /// <summary>Of these the published ones.</summary>
    public int Published { get; private set; }

    /// <summary>What it means, once all are settled.</summary>
    public Tag? Tag { get; set; }

    public void Count(bool published)
    {
        All++;
        Published += published ? 1 : 0;
    }
}
