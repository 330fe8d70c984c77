namespace AiDigest.Core.FileSystem;

/// <summary>
/// Lists of paths that are sorted by ordinal, each path once: sources, outputs and what a build left of both are such. Two of them are held
/// against one another by going through them side by side, which costs less than to look each path up.
/// </summary>
public static class SortedPaths
{
    /// <summary>Paths in this order, which most lists of them have from the beginning.</summary>
    public static IReadOnlyList<string> Sorted(IEnumerable<string> paths)
    {
        var list = paths as IReadOnlyList<string> ?? [.. paths];
        for (var i = 1; i < list.Count; i++)
        {
            if (string.CompareOrdinal(list[i - 1], list[i]) > 0)
            {
                return [.. list.Order(StringComparer.Ordinal)];
            }
        }

        return list;
    }

    /// <summary>For each thing of one list the place in another of the thing with its path; -1 where there is none.</summary>
    public static int[] Places<T, TOther>(
        IReadOnlyList<T> list, Func<T, string> pathOf, IReadOnlyList<TOther> others, Func<TOther, string> pathOfOther)
    {
        var places = new int[list.Count];
        for (var (i, next) = (0, 0); i < places.Length; i++)
        {
            var path = pathOf(list[i]);
            var order = -1;
            while (next < others.Count && (order = string.CompareOrdinal(pathOfOther(others[next]), path)) < 0)
            {
                next++;
            }

            places[i] = next < others.Count && order == 0 ? next : -1;
        }

        return places;
    }
}
