using System.Collections.Immutable;

namespace AiDigest.Core.Site.Outputs;

/// <summary>
/// Pages numbered from the oldest: page 1 holds the oldest <c>size</c> entries and keeps them as new ones arrive; the list's own
/// page holds the newest, from <c>size</c> to one less than twice that. So a new entry changes the own page alone, and only every
/// <c>size</c>-th one makes a new numbered page.
/// </summary>
public static class Pagination
{
    /// <summary>
    /// A day's own page holds its newest entries, <paramref name="most"/> at most. The rest is numbered from the oldest, so that page 1 is
    /// full first and then stays.
    /// </summary>
    /// <returns>As of <see cref="Pages"/>.</returns>
    public static IEnumerable<(int? Number, ImmutableArray<T> Items)> OfDay<T>(ImmutableArray<T> newestFirst, int most)
    {
        var own = Math.Min(newestFirst.Length, most);
        yield return (null, newestFirst[..own]);
        var rest = newestFirst[own..];
        for (var number = (rest.Length + most - 1) / most; number >= 1; number--)
        {
            yield return (number, rest[Math.Max(0, rest.Length - (number * most))..(rest.Length - ((number - 1) * most))]);
        }
    }

    /// <param name="newestFirst">All entries of the list.</param>
    /// <returns>The own page first (number null), then the numbered pages from the newest to the oldest.</returns>
    public static IEnumerable<(int? Number, ImmutableArray<T> Items)> Pages<T>(ImmutableArray<T> newestFirst, int size)
    {
        var numbered = Math.Max(0, (newestFirst.Length / size) - 1);
        var own = newestFirst.Length - (numbered * size);
        yield return (null, newestFirst[..own]);
        for (var number = numbered; number >= 1; number--)
        {
            var start = own + ((numbered - number) * size);
            yield return (number, newestFirst[start..(start + size)]);
        }
    }
}
