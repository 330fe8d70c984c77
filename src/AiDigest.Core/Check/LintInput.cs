using AiDigest.Core.Site;

namespace AiDigest.Core.Check;

/// <summary>What rules know of the site.</summary>
internal sealed record LintInput(AssembledSite Site, RegistrySpellings Spellings);

/// <summary>What a source file gave.</summary>
/// <param name="Found">By rules of one file.</param>
/// <param name="Links">Addresses outside the site in its bodies.</param>
/// <param name="Facts">Addresses among the facts of its papers.</param>
internal sealed record LintedFile(
    System.Collections.Immutable.ImmutableArray<Diagnostics.Diagnostic> Found,
    System.Collections.Immutable.ImmutableArray<Markdown.RemoteLink> Links,
    System.Collections.Immutable.ImmutableArray<Markdown.RemoteLink> Facts);
