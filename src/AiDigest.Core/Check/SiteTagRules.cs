using AiDigest.Core.Diagnostics;
using AiDigest.Core.Site;

namespace AiDigest.Core.Check;

/// <summary>Rules for all tags of the site: those that are nearly others, and those that gather nothing.</summary>
internal static class SiteTagRules
{
    public static void Check(LintInput input, List<Diagnostic> found)
    {
        var spellings = input.Spellings;
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var tag in input.Site.All.SelectMany(entry => entry.Tags))
        {
            uses[tag.Key] = uses.GetValueOrDefault(tag.Key) + 1;
        }

        foreach (var tag in input.Site.AllTags)
        {
            if (uses.GetValueOrDefault(tag.Key) == 1 && !spellings.Has(tag.Key))
            {
                found.Add(Diagnostic.At(Catalogue.TagUsedOnce, tag.At, Messages.TagUsedOnce(tag.Title)));
            }
        }

        foreach (var (wrong, right) in Near(input.Site, spellings, uses))
        {
            found.Add(
                Diagnostic.At(Catalogue.SimilarTags, wrong.At,
                Messages.SimilarTag(wrong.Title, right.Title)));
        }
    }

    /// <summary>
    /// Pairs of near tags, each tag named as wrong once. Candidates meet by what is left of them without one or two letters.
    /// </summary>
    private static IEnumerable<(Tag Wrong, Tag Right)> Near(AssembledSite site, RegistrySpellings spellings, Dictionary<string, int> uses)
    {
        var order = site.AllTags
            .OrderByDescending(tag => spellings.Has(tag.Key))
            .ThenByDescending(tag => uses.GetValueOrDefault(tag.Key))
            .ThenBy(tag => tag.Key, StringComparer.Ordinal);
        var table = new Dictionary<string, List<Tag>>(StringComparer.Ordinal);
        foreach (var tag in order)
        {
            var rests = Rests(tag.Key);
            var right = spellings.Has(tag.Key) ? null : rests
                .SelectMany(rest => table.GetValueOrDefault(rest) ?? [])
                .FirstOrDefault(other => AreNear(tag.Key, other.Key));
            if (right is not null)
            {
                yield return (tag, right);
                continue;
            }

            foreach (var rest in rests)
            {
                (table.TryGetValue(rest, out var tags) ? tags : table[rest] = []).Add(tag);
            }
        }
    }

    private static bool AreNear(string a, string b)
    {
        if (Math.Min(a.Length, b.Length) < 5 || WithoutDigits(a) == WithoutDigits(b))
        {
            return false;
        }

        // Two letters of a long word, one of a shorter; a plural is one or two more at the end.
        var distance = NearestName.Distance(a, b);
        return distance <= (Math.Min(a.Length, b.Length) >= 10 ? 2 : 1) || a + "es" == b || b + "es" == a;
    }

    private static string WithoutDigits(string key) => string.Concat(key.Where(c => !char.IsAsciiDigit(c)));

    /// <summary>The key, the key without any one letter, and without any two.</summary>
    private static List<string> Rests(string key)
    {
        var rests = new HashSet<string>(StringComparer.Ordinal) { key };
        for (var i = 0; i < key.Length && key.Length <= 40; i++)
        {
            var one = key.Remove(i, 1);
            rests.Add(one);
            for (var j = i; j < one.Length; j++)
            {
                rests.Add(one.Remove(j, 1));
            }
        }

        return [.. rests];
    }
}
