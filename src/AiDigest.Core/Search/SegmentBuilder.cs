using System.Text;
using AiDigest.Core.Language;

namespace AiDigest.Core.Search;

/// <summary>
/// Turns the words of entries into a segment. Runs of entries are read side by side, each with its own table; the tables are joined
/// and the postings sorted by counting, so all of it is linear in the words of the site except for the sorting of its forms. The result is
/// the same for any number of threads.
/// </summary>
internal sealed class SegmentBuilder(Lazy<LemmaClasses> classes, Synonyms synonyms, Action<int, Action<int>> sideBySide)
{
    private const int RunLength = 256;

    /// <summary>The terms of a run of entries: postings of all of them, and where those of each end.</summary>
    private sealed record Run(TermTable Terms, List<int> Postings, int[] Ends);

    /// <param name="entries">From the oldest.</param>
    /// <param name="first">Number of the first one on the site.</param>
    public Segment Build(ReadOnlyMemory<SearchEntry> entries, int first)
    {
        var length = Math.Max(RunLength, (entries.Length + 7) / 8);
        var runs = new Run[(entries.Length + length - 1) / length];
        sideBySide(runs.Length, slot => runs[slot] = Read(entries.Span[(slot * length)..Math.Min(entries.Length, (slot + 1) * length)]));
        var terms = new TermTable();
        var numbers = runs.Select(run => Join(run.Terms, terms)).ToArray();
        synonyms.AddTo(terms);
        var forms = Named(terms);
        var expansion = synonyms.For(terms, forms.Select(form => form.Class).ToArray());
        var found = new List<int>[runs.Length];
        sideBySide(runs.Length, slot => found[slot] = Expand(runs[slot], numbers[slot], expansion));
        return Invert(found, runs.Select(run => run.Ends).ToArray(), forms, first, entries.Length);
    }

    private static Run Read(ReadOnlySpan<SearchEntry> entries)
    {
        var weights = new TermWeights();
        var postings = new List<int>(160 * entries.Length);
        var ends = new int[entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            weights.Read(entries[i], postings);
            ends[i] = postings.Count;
        }

        return new Run(weights.Terms, postings, ends);
    }

    private static int[] Join(TermTable terms, TermTable joined)
    {
        var numbers = new int[terms.Count];
        for (var number = 0; number < numbers.Length; number++)
        {
            numbers[number] = joined.Add(terms[number]);
        }

        return numbers;
    }

    private (string Form, string Class)[] Named(TermTable terms)
    {
        const int Part = 2048;
        var forms = new (string Form, string Class)[terms.Count];
        sideBySide((terms.Count + Part - 1) / Part, slot =>
        {
            for (var number = slot * Part; number < Math.Min(terms.Count, (slot + 1) * Part); number++)
            {
                var form = Encoding.UTF8.GetString(terms[number]);
                forms[number] = (form, form[0] is '#' or '@' or '=' ? form : classes.Value.Of(form));
            }
        });
        return forms;
    }

    /// <summary>Postings of a run by numbers of the joined table, with those of synonyms.</summary>
    private static List<int> Expand(Run run, int[] numbers, SynonymExpansion expansion)
    {
        var all = new List<int>(run.Postings.Count);
        var start = 0;
        for (var entry = 0; entry < run.Ends.Length; entry++)
        {
            var begin = all.Count;
            foreach (var posting in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(run.Postings)[start..run.Ends[entry]])
            {
                all.Add((numbers[posting >> 2] << 2) | (posting & 3));
            }

            start = run.Ends[entry];
            expansion.Expand(all, begin);
            run.Ends[entry] = all.Count;
        }

        return all;
    }

    private static Segment Invert(List<int>[] runs, int[][] ends, (string Form, string Class)[] forms, int first, int entries)
    {
        var counts = new int[forms.Length];
        foreach (var run in runs)
        {
            foreach (var posting in run)
            {
                counts[posting >> 2]++;
            }
        }

        var order = Enumerable.Range(0, forms.Length).Where(number => counts[number] > 0).ToArray();
        Array.Sort(order, (one, other) => Compare(forms[one], forms[other]));
        var (sorted, next, total) = (new SegmentForm[order.Length], new int[forms.Length], 0);
        for (var place = 0; place < order.Length; place++)
        {
            var number = order[place];
            sorted[place] = new SegmentForm(forms[number].Form, forms[number].Class, total, counts[number]);
            next[number] = total;
            total += counts[number];
        }

        var (postings, id) = (new int[total], 0);
        for (var run = 0; run < runs.Length; run++)
        {
            var start = 0;
            foreach (var end in ends[run])
            {
                foreach (var posting in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(runs[run])[start..end])
                {
                    postings[next[posting >> 2]++] = (id << 2) | (posting & 3);
                }

                (start, id) = (end, id + 1);
            }
        }

        return new Segment(first, entries, sorted, postings);
    }

    private static int Compare((string Form, string Class) one, (string Form, string Class) other) =>
        string.CompareOrdinal(one.Class, other.Class) is var order and not 0 ? order : string.CompareOrdinal(one.Form, other.Form);
}
