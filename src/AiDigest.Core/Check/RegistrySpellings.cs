using AiDigest.Core.Model;
using AiDigest.Core.Site.Tags;

namespace AiDigest.Core.Check;

/// <summary>Spellings of the registry, <c>content/tags.yaml</c>.</summary>
internal sealed class RegistrySpellings
{
    private readonly TagRegistry _registry;
    private readonly Dictionary<string, string> _spellings = new(StringComparer.Ordinal);

    public RegistrySpellings(IReadOnlyList<RegisteredTag> tags)
    {
        _registry = new TagRegistry(tags, []);
        foreach (var tag in tags)
        {
            _spellings.TryAdd(TagName.Key(tag.Name.Text), TagName.Spelling(tag.Name.Text));
        }
    }

    /// <summary>The tag that a spelling means, folded.</summary>
    public string Key(string written) => _registry.Canonical(written);

    public bool Has(string key) => _spellings.ContainsKey(key);

    /// <summary>How the registry spells a tag; null where it does not have it, or it is spelled so.</summary>
    public string? Better(string written) =>
        _spellings.TryGetValue(Key(written), out var spelling) && spelling != TagName.Spelling(written) ? spelling : null;
}
