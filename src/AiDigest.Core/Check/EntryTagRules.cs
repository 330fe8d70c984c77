using AiDigest.Core.Diagnostics;
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

/// <summary>Rules for the tags of one entry.</summary>
internal static class EntryTagRules
{
    public static void Check(LintInput input, List<Diagnostic> found)
    {
        var spellings = new RegistrySpellings(input.Registry);
        foreach (var file in input.Files)
        {
            // The entries of a day share the tags that stand over them.
            var seen = new HashSet<SourceRef>();
            foreach (var paper in file.Papers)
            {
                Entry(paper.Metadata, spellings, seen, found);
            }
        }
    }

    private static void Entry(EntryMetadata paper, RegistrySpellings spellings, HashSet<SourceRef> seen, List<Diagnostic> found)
    {
        var keys = new Dictionary<string, Located>(StringComparer.Ordinal);
        foreach (var tag in paper.Tags)
        {
            var first = seen.Add(tag.At);
            if (!keys.TryAdd(spellings.Key(tag.Text), tag))
            {
                if (first)
                {
                    found.Add(Linter.At(Catalogue.RepeatedTag, tag.At, $"'{tag.Text}' is the tag '{keys[spellings.Key(tag.Text)].Text}' again"));
                }
            }
            else if (first && spellings.Better(tag.Text) is { } better)
            {
                found.Add(Linter.At(Catalogue.TagSpelling, tag.At, $"content/tags.yaml spells '{tag.Text}' as '{better}'"));
            }
        }
    }
}
