namespace AiDigest.Core.Search;

/// <summary>A form with the entries that hold it.</summary>
/// <param name="Form">The term; <c>#</c>, <c>@</c> or <c>=</c> before it marks a tag, an author or a DOI.</param>
/// <param name="Class">Of its lemma.</param>
/// <param name="Start">Of its postings among those of its segment.</param>
/// <param name="Count">Of entries.</param>
internal readonly record struct SegmentForm(string Form, string Class, int Start, int Count);

/// <summary>
/// The inverted index of consecutive entries: each form with its postings, ordered by class and form. A posting is the place of an entry in
/// the segment by four, with the weight of the form there.
/// </summary>
/// <param name="First">Number of its first entry on the site, from the oldest.</param>
/// <param name="Entries">How many.</param>
internal sealed record Segment(int First, int Entries, SegmentForm[] Forms, int[] Postings)
{
    public ReadOnlySpan<int> PostingsOf(SegmentForm form) => Postings.AsSpan(form.Start, form.Count);
}
