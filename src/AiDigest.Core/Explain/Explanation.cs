using System.Collections.Immutable;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem;
using AiDigest.Core.Rendering.Templates.Scriban;

namespace AiDigest.Core.Explain;

/// <summary>One part of a key.</summary>
/// <param name="Name"><c>view</c>, <c>template</c>, <c>site</c>, <c>strings</c>, <c>assets</c>, <c>place</c> or <c>tool</c>.</param>
/// <param name="Now">As the sources are now.</param>
/// <param name="Last">As the last build had it; null where it had no such output.</param>
public sealed record ExplainedPart(string Name, Digest Now, Digest? Last);

/// <summary>A change of what an output shows.</summary>
/// <param name="Elsewhere">For what was gained or lost: the address of the page of the same list from which it came, or to which it went;
/// null where it is new to the list, or gone from it.</param>
public sealed record ExplainedChange(ContentDifference Of, string? Elsewhere);

/// <summary>A thing that many outputs share, whose change changed a part of the key of this one.</summary>
/// <param name="Part">The name of the part.</param>
/// <param name="Change">Gained: it came; lost: it went; changed.</param>
public sealed record ExplainedCause(string Part, ContentChange Change, SharedInput Of);

/// <summary>Where an output comes from, and what becomes of it.</summary>
/// <param name="Path">Its file below the output folder.</param>
/// <param name="Template">The file of the theme, or the name of the tool's own writer; null for copied files.</param>
/// <param name="Includes">Templates that it includes, directly or through others.</param>
/// <param name="Sources">All that it shows, its own source first.</param>
/// <param name="Last">What the last build that found something to do did with it; null where it had no such output.</param>
/// <param name="Next">What a build would do with it now.</param>
public sealed record Explanation(
    string Path, string Address, string? Template, ImmutableArray<string> Includes, ImmutableArray<SourceRef> Sources,
    ImmutableArray<ExplainedPart> Parts, Decision? Last, Decision Next)
{
    /// <summary>What the output is, in words, such as <c>tag 'acceleration'</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>
    /// The fields that its template and each of the included ones read of this page; empty for what the tool writes itself.
    /// </summary>
    public ImmutableArray<TemplateFields> Fields { get; init; } = [];

    /// <summary>How what it shows changed in the last build; empty where it did not, or where that is not known.</summary>
    public ImmutableArray<ExplainedChange> LastChanges { get; init; } = [];

    /// <summary>What that is shared made the last build render it; empty where nothing did, or where that is not known.</summary>
    public ImmutableArray<ExplainedCause> LastCauses { get; init; } = [];

    /// <summary>What that is shared would make a build render it now.</summary>
    public ImmutableArray<ExplainedCause> NextCauses { get; init; } = [];

    /// <summary>How a build would change now what it shows.</summary>
    public ImmutableArray<ExplainedChange> NextChanges { get; init; } = [];
}

/// <param name="Found">Null where the site has no such address, or where it cannot be planned.</param>
/// <param name="Near">An address that may be meant; null where none is near.</param>
/// <param name="Mistakes">Errors that keep the site from being planned; sorted.</param>
public sealed record ExplainResult(Explanation? Found, string? Near, ImmutableArray<Diagnostic> Mistakes);
