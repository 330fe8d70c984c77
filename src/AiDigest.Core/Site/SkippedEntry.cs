using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Site;

/// <summary>An entry that this build leaves out.</summary>
/// <param name="Reason"><c>draft</c> or <c>future</c>.</param>
/// <param name="Appears">From when it is published, in the site's offset; null for a draft.</param>
public sealed record SkippedEntry(SourceRef Source, string Title, string Reason, DateTimeOffset? Appears);
