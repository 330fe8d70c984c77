using System.Collections;
using System.Collections.Immutable;
using AiDigest.Core.Model;

namespace AiDigest.Core.Site.Views;

/// <summary>Entries on a page, whose views are made when the page is looked at.</summary>
/// <param name="hasBodies">Whether they are shown with their texts.</param>
internal sealed class EntryList(ImmutableArray<SiteEntry> entries, Func<SiteEntry, IView> view, bool hasBodies) : IReadOnlyList<IView>
{
    public int Count => entries.Length;

    /// <summary>The font that the formulas of titles and texts need.</summary>
    public MathFont Math => entries.Aggregate(MathFont.None, (font, entry) => entry.Entry.Formulas?.HasMath == true ? MathFont.Full
        : hasBodies && entry.Entry.Body.Math > font ? entry.Entry.Body.Math : font);

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
