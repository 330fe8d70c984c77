using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Check;

/// <summary>
/// The linter: rules for texts that build well and are nevertheless not as their authors want them. Each rule is a row of
/// <see cref="Catalogue.Checks"/> and a function; what a rule weighs on this site is not its business.
/// </summary>
internal static class Linter
{
    private static readonly Action<LintInput, OutlinedFile, List<Diagnostic>>[] Rules =
        [TextRules.Check, ProseRules.Check, FactRules.Check, EntryTagRules.Check];

    private static readonly Action<LintInput, List<Diagnostic>>[] Comparing = [SamePaperRules.Check, SiteTagRules.Check];

    /// <summary>Rules that look at one file. From any thread.</summary>
    public static LintedFile Check(LintInput? input, OutlinedFile file)
    {
        var found = new List<Diagnostic>();
        foreach (var rule in input is null ? [] : Rules)
        {
            rule(input!, file, found);
        }

        return new LintedFile([.. found], file.Remote, [.. RemoteFacts.Of(file)]);
    }

    /// <summary>Rules that compare entries.</summary>
    public static List<Diagnostic> Compare(LintInput input)
    {
        var found = new List<Diagnostic>();
        foreach (var rule in Comparing)
        {
            rule(input, found);
        }

        return found;
    }
}
