using System.Collections.Immutable;
using System.Text;
using AiDigest.Core.Language;

namespace AiDigest.Core.Search;

/// <summary>
/// Names of tags that mean the same: «диффузия» and diffusion. An entry that holds all words of one name, in any form, is found by the
/// other names too. They are added when the index is made and not when a query is asked, so a query needs no further file.
/// </summary>
internal sealed class Synonyms
{
    private static readonly HashSet<string> Stops = [.. StopWords.All.Split(' ')];

    private readonly string[][][] _groups;

    /// <param name="tags">Those of the site; only tags with several names matter.</param>
    public Synonyms(IEnumerable<SearchTag> tags)
    {
        var groups =
            tags.Select(tag => tag.Names.Select(Terms).Where(terms => terms.Length > 0).DistinctBy(terms => string.Join(' ', terms))
                .OrderBy(terms => string.Join(' ', terms), StringComparer.Ordinal).ToArray())
            .Where(names => names.Length > 1)
                .Select(names => (Names: names, Text: string.Join('|', names.Select(terms => string.Join(' ', terms)))))
            .OrderBy(group => group.Text, StringComparer.Ordinal).ToList();
        _groups = [.. groups.Select(group => group.Names)];
        Text = string.Join('\n', groups.Select(group => group.Text));
    }

    /// <summary>All of them: equal texts mean equal synonyms.</summary>
    public string Text { get; }

    /// <summary>Gives the words of all names their numbers.</summary>
    public void AddTo(TermTable terms)
    {
        foreach (var term in _groups.SelectMany(names => names).SelectMany(name => name))
        {
            terms.Add(Encoding.UTF8.GetBytes(term));
        }
    }

    /// <param name="classes">Of each number of <paramref name="terms"/>.</param>
    public SynonymExpansion For(TermTable terms, string[] classes)
    {
        int[][][] groups =
            [.. _groups.Select(names =>
                names.Select(name => name.Select(term => terms.Add(Encoding.UTF8.GetBytes(term))).ToArray()).ToArray())];
        var words = groups.SelectMany(names => names).SelectMany(name => name).Select(number => classes[number]).Distinct().Index()
            .ToDictionary(word => word.Item, word => word.Index);
        return new SynonymExpansion([.. classes.Select(name => words.GetValueOrDefault(name, -1))], words.Count, groups);
    }

    /// <summary>Words of the site's stop list say nothing here either.</summary>
    private static string[] Terms(string name)
    {
        var sink = new Sink([]);
        TermReader.Read(name, ref sink);
        return [.. sink.Terms.Where(term => !Stops.Contains(term))];
    }

    private readonly record struct Sink(List<string> Terms) : ITermSink
    {
        public void Add(ReadOnlySpan<byte> term) => Terms.Add(Encoding.UTF8.GetString(term));
    }
}

/// <summary>Adds the other names of what an entry names. From any thread.</summary>
/// <param name="wordOf">By the number of a term: the number of its class among the words of names, or -1.</param>
/// <param name="words">How many words names have.</param>
/// <param name="groups">Of each tag its names, each the numbers of its terms.</param>
internal sealed class SynonymExpansion(int[] wordOf, int words, int[][][] groups)
{
    /// <param name="postings">Those of an entry, from <paramref name="start"/> to the end.</param>
    public void Expand(List<int> postings, int start)
    {
        if (groups.Length == 0)
        {
            return;
        }

        var (held, terms) = (new bool[words], new HashSet<int>());
        for (var at = start; at < postings.Count; at++)
        {
            if (wordOf[postings[at] >> 2] is var word and >= 0)
            {
                held[word] = true;
                terms.Add(postings[at] >> 2);
            }
        }

        if (terms.Count == 0)
        {
            return;
        }

        foreach (var names in groups)
        {
            if (!names.Any(name => name.All(term => held[wordOf[term]])))
            {
                continue;
            }

            foreach (var term in names.SelectMany(name => name).Where(terms.Add))
            {
                postings.Add(term << 2);
            }
        }
    }
}
