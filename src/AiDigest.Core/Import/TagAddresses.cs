using AiDigest.Core.Build;
using AiDigest.Core.Content;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Import;

/// <summary>
/// Which tag has which address. Two tags of one address (<c>C++</c> and <c>C#</c>) are an error of the build, so an import leaves out the
/// second and says so. Tags that the registry names are left to it: it may give them other slugs.
/// </summary>
internal sealed class TagAddresses
{
    private readonly Dictionary<string, string> _bySlug = new(StringComparer.Ordinal);
    private readonly HashSet<string> _registered = new(StringComparer.Ordinal);

    /// <summary>With the tags of the site's registry. One that cannot be read names none: the build will tell its errors.</summary>
    public static TagAddresses Of(SourceList sources)
    {
        var addresses = new TagAddresses();
        var tags = sources.Tags is null ? null : TagsParser.Parse(SourceList.TagsPath, sources.Read(SourceList.TagsPath)).Value;
        foreach (var tag in tags ?? [])
        {
            foreach (var name in tag.Aliases.Prepend(tag.Name))
            {
                addresses._registered.Add(TagName.Key(name.Text));
            }
        }

        return addresses;
    }

    /// <summary>Notes that a tag is in use.</summary>
    public void Hold(string tag)
    {
        var key = TagName.Key(tag);
        if (!_registered.Contains(key))
        {
            _bySlug.TryAdd(Slug.Of(key), TagName.Spelling(tag));
        }
    }

    /// <summary>The address of the tag is its own; it holds it from now on.</summary>
    public bool IsFree(string tag, ImportNotes notes)
    {
        var key = TagName.Key(tag);
        if (_registered.Contains(key))
        {
            return true;
        }

        var slug = Slug.Of(key);
        if (slug == "page")
        {
            notes.Lost(Messages.LostTagOfReservedAddress(tag, slug));
            return false;
        }

        if (_bySlug.TryGetValue(slug, out var other) && TagName.Key(other) != key)
        {
            notes.Lost(Messages.LostTagOfAddress(tag, slug, other));
            return false;
        }

        _bySlug.TryAdd(slug, tag);
        return true;
    }
}
