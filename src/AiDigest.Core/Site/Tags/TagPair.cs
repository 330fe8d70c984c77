namespace AiDigest.Core.Site.Tags;

/// <summary>Two tags together.</summary>
/// <param name="First">The tag whose slug comes first, ordinal.</param>
public sealed record TagPair(Tag First, Tag Second)
{
    public string Address => $"tags/{First.Slug}/{Second.Slug}/";

    /// <summary>The tag beside the given one.</summary>
    public Tag Beside(Tag tag) => ReferenceEquals(tag, First) ? Second : First;
}
