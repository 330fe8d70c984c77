using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Model;

/// <summary>What the owner of a site says of the rules of <c>check</c>, by their names.</summary>
/// <param name="Switches">Null: the rule is off. A rule that is not here weighs what the catalogue says.</param>
public sealed record CheckRules(ImmutableSortedDictionary<string, Severity?> Switches)
{
    public static CheckRules Default { get; } = new(ImmutableSortedDictionary.Create<string, Severity?>(StringComparer.Ordinal));

    /// <summary>The rule with the weight that it has on this site; null where it is off.</summary>
    public Rule? Of(Rule rule) =>
        rule.Name is null || !Switches.TryGetValue(rule.Name, out var severity) ? rule
        : severity is { } weight ? (weight == rule.Severity ? rule : rule with { Severity = weight })
        : null;
}
