using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using AiDigest.Core.Site;

namespace AiDigest.Core.Check;

/// <summary>What the rules look at.</summary>
/// <param name="Partial">Only one file was read: rules that compare entries say nothing.</param>
internal sealed record LintInput(AssembledSite Site, IReadOnlyList<RegisteredTag> Registry, ImmutableArray<OutlinedFile> Files, bool Partial);

/// <summary>
/// The linter: rules for texts that build well and are nevertheless not as their authors want them. Each rule is a row of
/// <see cref="Catalogue.Checks"/> and a function of the whole input; what a rule weighs on this site is not its business.
/// </summary>
internal static class Linter
{
    private static readonly Action<LintInput, List<Diagnostic>>[] Rules =
        [TextRules.Check, ProseRules.Check, FactRules.Check, EntryTagRules.Check];

    private static readonly Action<LintInput, List<Diagnostic>>[] Comparing = [SamePaperRules.Check, SiteTagRules.Check];

    public static List<Diagnostic> Check(LintInput input)
    {
        var found = new List<Diagnostic>();
        foreach (var rule in Rules)
        {
            rule(input, found);
        }

        if (!input.Partial)
        {
            foreach (var rule in Comparing)
            {
                rule(input, found);
            }
        }

        return found;
    }

    /// <summary>A diagnostic at a place; whoever prints it looks the source line up.</summary>
    public static Diagnostic At(Rule rule, SourceRef at, string message) =>
        new(rule, at.Path, Math.Max(1, at.Line), Math.Max(1, at.Column), Math.Max(1, at.Length), message);

    /// <summary>A text as a message shows it.</summary>
    public static string Shown(string text) => text.Length <= 60 ? text : text[..59].TrimEnd() + "…";
}
