using System.Collections.Immutable;
using AiDigest.Core.Model;
using AiDigest.Core.Site;

namespace AiDigest.Core.Check;

/// <summary>What the rules look at.</summary>
/// <param name="Partial">Only one file was read: rules that compare entries say nothing.</param>
internal sealed record LintInput(
    AssembledSite Site, IReadOnlyList<RegisteredTag> Registry, ImmutableArray<OutlinedFile> Files, bool Partial);
