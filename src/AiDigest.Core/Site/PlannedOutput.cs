using System.Collections.Immutable;

namespace AiDigest.Core.Site;

/// <summary>One file of the site to come, with its way of coming into being.</summary>
/// <param name="Path">Below the output folder, with <c>/</c>.</param>
public abstract record PlannedOutput(string Path);
