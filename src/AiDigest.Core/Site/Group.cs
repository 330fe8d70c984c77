using System.Collections.Immutable;

namespace AiDigest.Core.Site;

/// <summary>A tag or an author together with its published entries, newest first.</summary>
public sealed record Group<T>(T Of, ImmutableArray<SiteEntry> Entries);
