using System.Collections.Immutable;
using AiDigest.Core.Build;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Markdown;
using AiDigest.Core.Model;

namespace AiDigest.Core.Check;

/// <summary>What a check found.</summary>
/// <param name="Site">As a build would report it, with nothing written.</param>
/// <param name="Remote">Every address outside the site, in the order of sources.</param>
public sealed record CheckReport(BuildReport Site, ImmutableArray<RemoteLink> Remote, CheckRules Rules)
{
    public ImmutableArray<Diagnostic> Diagnostics => Site.Diagnostics;

    /// <summary>The same report with further findings, in order.</summary>
    public CheckReport With(IEnumerable<Diagnostic> found)
    {
        var all = Diagnostics.ToList();
        foreach (var diagnostic in found)
        {
            if (Rules.Of(diagnostic.Rule) is { } rule)
            {
                all.Add(diagnostic with { Rule = rule });
            }
        }

        all.Sort(Diagnostic.Compare);
        return this with { Site = Site with { Diagnostics = [.. all] } };
    }
}
