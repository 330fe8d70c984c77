using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Site.Tags;

/// <summary>
/// Folds the spellings of tags together, with the aliases of <c>tags.yaml</c>, and gives each tag its title and slug. Titles of
/// unregistered tags are counted over published entries first, so that a draft does not rename a tag.
/// </summary>
public sealed class TagRegistry
{
    private readonly Dictionary<string, RegisteredTag> _registered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _canonical = new(StringComparer.Ordinal);

    // A tag is written a thousand times, and nearly always alike.
    private readonly Dictionary<string, SpelledTag> _known = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _diagnostics;

    public TagRegistry(IReadOnlyList<RegisteredTag> tags, List<Diagnostic> diagnostics)
    {
        _diagnostics = diagnostics;
        foreach (var tag in tags)
        {
            var key = TagName.Key(tag.Name.Text);
            if (_registered.TryGetValue(key, out var other))
            {
                Report(tag.Name, Messages.TagRegisteredAlready(tag.Name.Text, other.Name.Text, other.Name.At.ToString()));
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

    /// <summary>The key of the tag that a spelling means. It changes nothing, so any thread may call it.</summary>
    public string Canonical(string written)
    {
        var key = TagName.Key(written);
        return _canonical.GetValueOrDefault(key, key);
    }

    /// <summary>Notes that an entry names a tag; in the order of sources.</summary>
    public SpelledTag Use(Located name, bool published)
    {
        var known = Known(name.Text, name.At);
        known.Count(published);
        return known;
    }

    /// <summary>Settles every tag that was used, and tells each of its spellings which it is.</summary>
    /// <returns>By key.</returns>
    public ImmutableArray<Tag> Settle()
    {
        var tags = ImmutableArray.CreateBuilder<Tag>();
        foreach (var spelled in _known.Values.GroupBy(known => known.Key, StringComparer.Ordinal))
        {
            var names = new Spellings();
            var isPublished = spelled.Any(known => known.Published > 0);
            foreach (var known in spelled)
            {
                names.Add(known.Spelling, isPublished ? known.Published : known.All);
            }

            var tag = Make(spelled.Key, names.Commonest(), spelled.First().At);
            tags.Add(tag);
            foreach (var known in spelled)
            {
                known.Tag = tag;
            }
        }

        tags.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        return tags.DrainToImmutable();
    }

    private SpelledTag Known(string written, SourceRef at)
    {
        if (!_known.TryGetValue(written, out var known))
        {
            var key = TagName.Key(written);
            _known.Add(written, known = new SpelledTag(_canonical.GetValueOrDefault(key, key), TagName.Spelling(written), at));
        }

        return known;
    }

    private Tag Make(string key, string spelling, SourceRef at)
    {
        if (!_registered.TryGetValue(key, out var tag))
        {
            return Checked(new Tag(key, spelling, Slug.Of(key), null, at));
        }

        var slug = tag.Slug?.Text ?? Slug.Of(key);
        return Checked(
            new Tag(key, tag.Title ?? TagName.Spelling(tag.Name.Text), slug, tag.Description, tag.Slug?.At
            ?? at)
            { Former = Former(tag, $"tags/{slug}/") });
    }

    private static ImmutableArray<FormerAddress> Former(RegisteredTag tag, string address)
    {
        if (tag.Aliases.IsEmpty && tag.Former.IsEmpty)
        {
            return [];
        }

        var written = tag.Former.Select(former => new FormerAddress(former.Text, former.At, IsWritten: true));
        var named = tag.Aliases.Select(alias => new FormerAddress($"tags/{Slug.Of(TagName.Key(alias.Text))}/", alias.At, IsWritten: false));
        return [.. written.Concat(named).Where(former => former.Address != address && former.Address != "tags/page/")
            .DistinctBy(former => former.Address)];
    }

    private Tag Checked(Tag tag)
    {
        if (tag.HasReservedSlug)
        {
            _diagnostics.Add(
                Diagnostic.At(Catalogue.ReservedTagSlug, tag.At,
                Messages.ReservedTagAddress(tag.Title)));
        }

        return tag;
    }

    private void AddAlias(string key, Located alias)
    {
        var aliasKey = TagName.Key(alias.Text);
        if (_canonical.TryGetValue(aliasKey, out var other) && other != key)
        {
            Report(alias, Messages.AliasMeansAnotherTag(alias.Text, _registered[key].Name.Text, _registered[other].Name.Text));
            return;
        }

        _canonical[aliasKey] = key;
    }

    private void Report(Located at, Message message) => _diagnostics.Add(Diagnostic.At(Catalogue.TagTwice, at.At, message));
}
