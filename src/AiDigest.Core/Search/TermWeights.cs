using AiDigest.Core.Language;

namespace AiDigest.Core.Search;

/// <summary>
/// Reads entries one behind the other, and says of each its terms and how much each of them says of the entry: 0 once in the text, 1 twice
/// there or among the authors, 2 often, in the lead or a tag, 3 in the title. It depends on the entry alone; how rare a term is counts when
/// a query is asked.
/// </summary>
internal sealed class TermWeights
{
    private const int Once = 1;
    private const int Twice = 2;
    private const int Often = 4;
    private const int Title = 1 << 16;

    private readonly TermTable _terms = new();
    private readonly int _stops;
    private readonly List<int> _seen = [];
    private int[] _points = new int[1 << 11];
    private byte[] _buffer = [];

    public TermWeights()
    {
        var add = new Adder(this, Once);
        TermReader.Read(StopWords.All, ref add);
        _stops = _terms.Count;
        Reset();
    }

    public TermTable Terms => _terms;

    /// <summary>Adds the terms of an entry to a list: each as its number in <see cref="Terms"/> by four, with its weight.</summary>
    public void Read(SearchEntry entry, List<int> postings)
    {
        Add(entry.Title, Title);
        Add(entry.PaperTitle, Often);
        Add(entry.Venue, Twice);
        Add(entry.Arxiv, Often);
        foreach (var words in entry.Words)
        {
            Add(words, Twice);
        }

        foreach (var author in entry.Authors)
        {
            Add(author, Twice);
            AddNames(author, '@');
        }

        foreach (var tag in entry.Tags)
        {
            AddTag(tag);
        }

        if (entry.Doi is { } doi)
        {
            AddTerm($"={doi.ToLowerInvariant()}");
        }

        var html = entry.Body.Utf8In(ref _buffer);
        var add = new Adder(this, Once);
        TermReader.Read(html, isHtml: true, ref add);
        foreach (var term in _seen)
        {
            postings.Add((term << 2) | Weight(_points[term]));
        }

        Reset();
    }

    private static int Weight(int points) => points switch
    {
        >= Title => 3,
        >= Often => 2,
        >= Twice => 1,
        _ => 0,
    };

    private void AddTag(SearchTag tag)
    {
        foreach (var name in tag.Names)
        {
            Add(name, Often);
            AddTerm('#' + Key(name));
        }

        AddTerm('#' + Key(tag.Slug));
    }

    /// <summary>A name of a tag as queries ask for it: its terms with hyphens between.</summary>
    private static string Key(string name)
    {
        var join = new Joiner(new System.Text.StringBuilder());
        TermReader.Read(name, ref join);
        return join.Name.ToString();
    }

    private void AddNames(string author, char mark)
    {
        foreach (var part in Key(author).Split('-', StringSplitOptions.RemoveEmptyEntries))
        {
            AddTerm(mark + part);
        }
    }

    private void Add(string? text, int points)
    {
        var add = new Adder(this, points);
        TermReader.Read(text, ref add);
    }

    private void AddTerm(string term)
    {
        if (term.Length is > 1 and <= 200)
        {
            Add(System.Text.Encoding.UTF8.GetBytes(term), Once);
        }
    }

    private void Add(ReadOnlySpan<byte> term, int points)
    {
        var number = _terms.Add(term);
        if (number >= _points.Length)
        {
            Array.Resize(ref _points, 2 * _points.Length);
        }

        if (number < _stops)
        {
            return;
        }

        if (_points[number] == 0)
        {
            _seen.Add(number);
        }

        _points[number] = Math.Min(_points[number] + points, 2 * Title);
    }

    private void Reset()
    {
        foreach (var term in _seen)
        {
            _points[term] = 0;
        }

        _seen.Clear();
    }

    private readonly struct Adder(TermWeights weights, int points) : ITermSink
    {
        public void Add(ReadOnlySpan<byte> term) => weights.Add(term, points);
    }

    private readonly record struct Joiner(System.Text.StringBuilder Name) : ITermSink
    {
        public void Add(ReadOnlySpan<byte> term) =>
            Name.Append(Name.Length > 0 ? "-" : "").Append(System.Text.Encoding.UTF8.GetString(term));
    }
}
