using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AiDigest.Core.Markdown;

/// <summary>A paragraph as plain text.</summary>
/// <param name="Prose">The text without code, formulas and addresses, which belong to no language.</param>
/// <param name="InQuote">It is in a block quote.</param>
public sealed record Passage(string Text, string Prose, SourceRef At, bool InQuote);

/// <summary>An address outside the site, as written.</summary>
public sealed record RemoteLink(string Address, SourceRef At);

/// <summary>
/// What a body says and names, for those who judge it and not show it. Code, formulas on separate lines and tables are left out.
/// </summary>
/// <param name="Undescribed">Images without a description.</param>
public sealed record BodyOutline(ImmutableArray<Passage> Passages, ImmutableArray<SourceRef> Undescribed, ImmutableArray<RemoteLink> Remote)
{
    public static BodyOutline Empty { get; } = new([], [], []);
}
