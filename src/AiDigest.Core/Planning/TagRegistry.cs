using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Planning;

/// <summary>
/// Folds the spellings of tags together, with the aliases of <c>tags.yaml</c>, and gives each tag its title and slug. Titles of
/// unregistered tags are counted over published entries first, so that a draft does not rename a tag.
/// </summary>
public sealed class TagRegistry
{
    private readonly Dictionary<string, RegisteredTag> _registered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _canonical = new(StringComparer.Ordinal);

    // A tag is written a thousand times, and nearly always alike.
    private readonly Dictionary<string, (string Key, string Spelling)> _known = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _diagnostics;

    public TagRegistry(IReadOnlyList<RegisteredTag> tags, List<Diagnostic> diagnostics)
    {
        _diagnostics = diagnostics;
        foreach (var tag in tags)
        {
            var key = TagName.Key(tag.Name.Text);
            if (_registered.TryGetValue(key, out var other))
            {
                Report(tag.Name, $"tag '{tag.Name.Text}' is registered already as '{other.Name.Text}' at {other.Name.At}");
                continue;
            }

            _registered.Add(key, tag);
            _canonical[key] = key;
        }

        foreach (var tag in tags)
        {
            foreach (var alias in tag.Aliases)
            {
                AddAlias(TagName.Key(tag.Name.Text), alias);
            }
        }
    }

    /// <summary>The key of the tag that a spelling means.</summary>
    public string Canonical(string written)
    {
        if (!_known.TryGetValue(written, out var known))
        {
            var key = TagName.Key(written);
            _known.Add(written, known = (_canonical.GetValueOrDefault(key, key), TagName.Spelling(written)));
        }

        return known.Key;
    }

    /// <summary>Settles every tag that the entries name.</summary>
    /// <param name="uses">Key, spelling, whether its entry is published, and the place; in the order of sources.</param>
    public Dictionary<string, Tag> Settle(IEnumerable<(string Key, Located Name, bool Published)> uses)
    {
        var seen = new Dictionary<string, (Spellings Published, Spellings All, SourceRef At, bool Any)>(StringComparer.Ordinal);
        foreach (var (key, name, published) in uses)
        {
            var item = seen.TryGetValue(key, out var found) ? found : (new Spellings(), new Spellings(), name.At, false);
            var spelling = _known.TryGetValue(name.Text, out var known) ? known.Spelling : TagName.Spelling(name.Text);
            item.Item2.Add(spelling);
            if (published)
            {
                item.Item1.Add(spelling);
            }

            seen[key] = (item.Item1, item.Item2, item.Item3, item.Item4 || published);
        }

        return seen.ToDictionary(
            pair => pair.Key,
            pair => Make(pair.Key, (pair.Value.Any ? pair.Value.Published : pair.Value.All).Commonest(), pair.Value.At),
            StringComparer.Ordinal);
    }

    private Tag Make(string key, string spelling, SourceRef at)
    {
        if (!_registered.TryGetValue(key, out var tag))
        {
            return Checked(new Tag(key, spelling, Slug.Of(key), null, at));
        }

        var slug = tag.Slug?.Text ?? Slug.Of(key);
        return Checked(new Tag(key, tag.Title ?? TagName.Spelling(tag.Name.Text), slug, tag.Description, tag.Slug?.At ?? at));
    }

    private Tag Checked(Tag tag)
    {
        if (tag.HasReservedSlug)
        {
            _diagnostics.Add(Finding.At(Catalogue.ReservedTagSlug, tag.At, $"tag '{tag.Title}' would take the reserved address /tags/page/; give it a `slug` in content/tags.yaml"));
        }

        return tag;
    }

    private void AddAlias(string key, Located alias)
    {
        var aliasKey = TagName.Key(alias.Text);
        if (_canonical.TryGetValue(aliasKey, out var other) && other != key)
        {
            Report(alias, $"alias '{alias.Text}' of tag '{_registered[key].Name.Text}' already means tag '{_registered[other].Name.Text}'");
            return;
        }

        _canonical[aliasKey] = key;
    }

    private void Report(Located at, string message) => _diagnostics.Add(Finding.At(Catalogue.TagTwice, at.At, message));
}
