namespace AiDigest.Core.Search;

/// <summary>
/// Puts the words of some entries into a segment, in the place of those of others. It costs one pass over the postings; the result is that
/// of building the segment again.
/// </summary>
internal static class SegmentPatch
{
    /// <param name="at">Where entries are left out and put in.</param>
    /// <param name="removed">How many are left out.</param>
    /// <param name="added">The words of those that are put in.</param>
    public static Segment Apply(Segment before, int first, int at, int removed, Segment added)
    {
        var forms = new List<SegmentForm>(before.Forms.Length + added.Forms.Length);
        var postings = new int[before.Postings.Length + added.Postings.Length];
        var shift = (added.Entries - removed) << 2;
        var (low, high, total) = (at << 2, (at + removed) << 2, 0);
        for (int old = 0, fresh = 0; old < before.Forms.Length || fresh < added.Forms.Length;)
        {
            var order = old == before.Forms.Length ? 1 : fresh == added.Forms.Length ? -1 : Compare(before.Forms[old], added.Forms[fresh]);
            var form = order <= 0 ? before.Forms[old] : added.Forms[fresh];
            var kept = order <= 0 ? before.PostingsOf(before.Forms[old++]) : [];
            var more = order >= 0 ? added.PostingsOf(added.Forms[fresh++]) : [];
            var start = total;
            var next = 0;
            for (; next < kept.Length && kept[next] < low; next++)
            {
                postings[total++] = kept[next];
            }

            foreach (var posting in more)
            {
                postings[total++] = posting + low;
            }

            for (; next < kept.Length; next++)
            {
                if (kept[next] >= high)
                {
                    postings[total++] = kept[next] + shift;
                }
            }

            if (total > start)
            {
                forms.Add(form with { Start = start, Count = total - start });
            }
        }

        return new Segment(first, before.Entries - removed + added.Entries, [.. forms], postings[..total]);
    }

    private static int Compare(SegmentForm one, SegmentForm other) =>
        string.CompareOrdinal(one.Class, other.Class) is var order and not 0 ? order : string.CompareOrdinal(one.Form, other.Form);
}
