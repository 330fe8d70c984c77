using System.Collections.Immutable;

namespace AiDigest.Core.Site;

public sealed record Author(string Name, string Slug)
{
    public string Address => $"authors/{Slug}/";
}
