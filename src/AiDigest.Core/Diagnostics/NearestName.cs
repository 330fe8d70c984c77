namespace AiDigest.Core.Diagnostics;

/// <summary>Finds what a misspelled name most probably meant.</summary>
public static class NearestName
{
    private const int ShortestBeginning = 3;

    /// <summary>
    /// The known name at the smallest optimal-string-alignment distance (insert, delete, substitute, swap of neighbours); where the
    /// nearest is further than a third of the name's length, the one name that it begins (<c>desc</c>), or null. Ties are ordinal.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        string? best = null;
        var lower = name.ToLowerInvariant();
        var bestDistance = Math.Max(1, (name.Length + 1) / 3) + 1;
        var begun = new List<string>();
        foreach (var candidate in known.Order(StringComparer.Ordinal))
        {
            var other = candidate.ToLowerInvariant();
            var distance = Distance(lower, other);
            if (distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
            else if (lower.Length >= ShortestBeginning && other.StartsWith(lower, StringComparison.Ordinal))
            {
                begun.Add(candidate);
            }
        }

        return best ?? (begun.Count == 1 ? begun[0] : null);
    }

    /// <summary>
    /// How many of those steps lead from one text to the other; <see cref="int.MaxValue"/> where the lengths alone part them.
    /// </summary>
    public static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > Math.Max(a.Length, b.Length) / 2)
        {
            return int.MaxValue;
        }

        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            table[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            table[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    least = Math.Min(least, table[i - 2, j - 2] + 1);
                }

                table[i, j] = least;
            }
        }

        return table[a.Length, b.Length];
    }
}
