using System.Runtime.InteropServices;

namespace AiDigest.Core.Build.Cache;

/// <summary>Something on a page that has a source.</summary>
/// <param name="Line">1-based, in the source.</param>
/// <param name="Print">Of all that the page shows of it. 32 bits do: it explains, and decides nothing.</param>
public readonly record struct PageContentsItem(string Path, int Line, uint Print);

/// <summary>One field of a page, such as <c>papers</c>.</summary>
/// <param name="Print">Of all of it, its items included.</param>
/// <param name="Items">In their order on the page.</param>
public readonly record struct PageContentsPart(string Name, uint Print, ReadOnlyMemory<PageContentsItem> Items);

/// <param name="Part">The name of the field.</param>
/// <param name="Item">Null: the change is of the part itself.</param>
public readonly record struct ContentDifference(ContentChange Change, string Part, PageContentsItem? Item);

/// <summary>What one output showed, in brief: enough to tell later what it gained and lost, too little to make it again.</summary>
public readonly record struct PageContents(ReadOnlyMemory<PageContentsPart> Parts)
{
    /// <summary>All items, whatever part they are in.</summary>
    public IEnumerable<PageContentsItem> Items =>
        MemoryMarshal.ToEnumerable(Parts).SelectMany(part => MemoryMarshal.ToEnumerable(part.Items));

    /// <summary>Whether something from one of these sources is on it.</summary>
    public bool ShowsAny(IReadOnlyList<string> paths)
    {
        foreach (var part in Parts.Span)
        {
            foreach (var item in part.Items.Span)
            {
                if (paths.Contains(item.Path))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// What a page has now that it had not before, and the other way round; by parts in their order, then gained, lost, changed, reordered.
    /// </summary>
    public IReadOnlyList<ContentDifference> Since(PageContents before)
    {
        var differences = new List<ContentDifference>();
        var (parts, oldParts) = (Parts.ToArray(), before.Parts.ToArray());
        foreach (var part in parts)
        {
            var old = oldParts.FirstOrDefault(other => other.Name == part.Name);
            if (old.Name is null || old.Print != part.Print)
            {
                Compare(old.Name is null ? new PageContentsPart(part.Name, 0, default) : old, part, differences);
            }
        }

        foreach (var gone in oldParts.Where(old => parts.All(part => part.Name != old.Name)))
        {
            Compare(gone, new PageContentsPart(gone.Name, 0, default), differences);
        }

        return differences;
    }

    private static void Compare(PageContentsPart before, PageContentsPart now, List<ContentDifference> differences)
    {
        var (items, oldItems) = (now.Items.ToArray(), before.Items.ToArray());
        var (twins, changed) = Pair(oldItems, items);
        var count = differences.Count;
        differences.AddRange(items.Where((_, at) => twins[at] < 0)
            .Select(item => new ContentDifference(ContentChange.Gained, now.Name, item)));
        var found = twins.ToHashSet();
        differences.AddRange(oldItems.Where((_, at) => !found.Contains(at))
            .Select(item => new ContentDifference(ContentChange.Lost, now.Name, item)));
        differences.AddRange(items.Where((_, at) => changed[at])
            .Select(item => new ContentDifference(ContentChange.Changed, now.Name, item)));
        var both = twins.Where(twin => twin >= 0).ToList();
        if (both.Zip(both.Skip(1)).Any(pair => pair.First > pair.Second))
        {
            differences.Add(new ContentDifference(ContentChange.Reordered, now.Name, null));
        }

        if (differences.Count == count)
        {
            differences.Add(new ContentDifference(ContentChange.Changed, now.Name, null));
        }
    }

    /// <summary>
    /// Finds for each item its place before. Items of one file (a day of several) are told apart by what they show, because their
    /// lines move; of those that show something else, the first pairs with the first.
    /// </summary>
    private static (int[] Twins, bool[] Changed) Pair(PageContentsItem[] before, PageContentsItem[] now)
    {
        var twins = new int[now.Length];
        var changed = new bool[now.Length];
        Array.Fill(twins, -1);
        var taken = new bool[before.Length];
        Match(item => (item.Path, item.Print), isChanged: false);
        Match(item => (item.Path, 0), isChanged: true);
        return (twins, changed);

        void Match(Func<PageContentsItem, (string Path, uint Print)> key, bool isChanged)
        {
            var places = new Dictionary<(string, uint), Queue<int>>();
            for (var at = 0; at < before.Length; at++)
            {
                if (!taken[at])
                {
                    (places.TryGetValue(key(before[at]), out var queue) ? queue : places[key(before[at])] = new Queue<int>()).Enqueue(at);
                }
            }

            for (var at = 0; at < now.Length; at++)
            {
                if (twins[at] < 0 && places.TryGetValue(key(now[at]), out var queue) && queue.TryDequeue(out var twin))
                {
                    (twins[at], changed[at], taken[twin]) = (twin, isChanged, true);
                }
            }
        }
    }
}
