namespace AiDigest.Core.Diagnostics;

/// <summary>One kind of mistake that the product knows, as it stands in the catalogue.</summary>
/// <param name="Id">Stable for ever: <c>AD</c> and four digits.</param>
/// <param name="Severity">What the mistake does to the build.</param>
/// <param name="Title">The mistake in a few words.</param>
/// <param name="Explanation">One or two sentences: why it is a mistake and what mends it.</param>
/// <param name="Name">Its switch under <c>check</c> of site.yaml, in kebab-case; null for a rule that nobody can switch off.</param>
public sealed record Rule(string Id, Severity Severity, string Title, string Explanation, string? Name = null);
