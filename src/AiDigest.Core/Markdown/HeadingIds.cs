using AiDigest.Core.Model;

namespace AiDigest.Core.Markdown;

/// <summary>
/// Gives the headings of a body their ids: the slug of the text, and <c>-2</c>, <c>-3</c> behind it where it is taken. Slugs hold no
/// <c>--</c> and begin with no hyphen, so an entry's prefix always ends at the first <c>--</c>.
/// </summary>
internal sealed class HeadingIds
{
    // For each slug, the number that was given last.
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public void Clear() => _numbers.Clear();

    public string Next(string text)
    {
        var slug = Slug.Of(text);
        if (slug.StartsWith("fn-", StringComparison.Ordinal) || slug.StartsWith("fnref-", StringComparison.Ordinal))
        {
            // Those are the ids of footnotes.
            slug = "h-" + slug;
        }

        if (_numbers.TryAdd(slug, 1))
        {
            return slug;
        }

        for (var number = _numbers[slug] + 1; ; number++)
        {
            var id = FormattableString.Invariant($"{slug}-{number}");
            if (_numbers.TryAdd(id, 1))
            {
                _numbers[slug] = number;
                return id;
            }
        }
    }
}
