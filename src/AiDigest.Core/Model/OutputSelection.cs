using System.Collections.Frozen;

namespace AiDigest.Core.Model;

/// <summary>The kinds of output that a site makes.</summary>
/// <param name="Names">As <c>outputs</c> of <c>site.yaml</c> names them; null: all but <see cref="OutputNames.Markdown"/>.</param>
public sealed record OutputSelection(FrozenSet<string>? Names = null)
{
    public bool Has(string kind) => Names is null ? kind != OutputNames.Markdown : Names.Contains(kind);
}
