using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Check;

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
}
