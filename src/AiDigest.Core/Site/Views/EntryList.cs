using System.Collections;
using System.Collections.Immutable;

namespace AiDigest.Core.Site.Views;

/// <summary>Entries on a page, whose views are made when the page is looked at.</summary>
/// <param name="hasBodies">Whether they are shown with their texts.</param>
internal sealed class EntryList(ImmutableArray<SiteEntry> entries, Func<SiteEntry, IView> view, bool hasBodies) : IReadOnlyList<IView>
{
    public int Count => entries.Length;

    /// <summary>Whether a formula is in one of the titles or texts.</summary>
    public bool HasMath => entries.Any(entry => entry.Entry.Formulas is not null || (hasBodies && entry.Entry.Body.HasMath));

    public IView this[int index] => view(entries[index]);

    public IEnumerator<IView> GetEnumerator()
    {
        foreach (var entry in entries)
        {
            yield return view(entry);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
