using System.Text;
using AiDigest.Core.Language;
using AiDigest.Core.Model;

namespace AiDigest.Core.Site.Related;

/// <summary>
/// Reads the features by which entries are compared: tags, authors, and the lemma classes of titles and lead. A feature is a hash of 30
/// bits with its kind in the two lowest bits. Two features with one hash count as the same; with ten thousand entries that happens to one
/// feature in ten thousand. The words of the body stay out: then an edit of a body makes no other page stale.
/// </summary>
internal sealed class EntryFeatures
{
    /// <summary>Letters of a shorter word say little of a paper.</summary>
    private const int ShortestTerm = 3;

    private readonly LemmaClasses _classes = new();
    private readonly Dictionary<ulong, uint> _byWord = [];
    private readonly List<uint> _found = [];

    public enum Kind : uint
    {
        Term,
        Author,
        Tag,
    }

    /// <returns>Distinct and sorted.</returns>
    public uint[] Of(SiteEntry entry)
    {
        _found.Clear();
        foreach (var tag in entry.Tags)
        {
            Add(tag.Key, Kind.Tag);
        }

        foreach (var author in entry.Paper.Authors)
        {
            Add(Slug.Of(author.Text), Kind.Author);
        }

        var sink = new Sink(this);
        TermReader.Read(entry.Paper.Title.Text, ref sink);
        TermReader.Read(entry.Paper.PaperTitle, ref sink);
        TermReader.Read(entry.Paper.Lead ?? entry.Entry.Body.Lead, ref sink);
        _found.Sort();
        return [.. _found.Distinct()];
    }

    public static Kind KindOf(uint feature) => (Kind)(feature & 3);

    private static uint Feature(ReadOnlySpan<byte> name, Kind kind) => ((uint)(Hash(name) >> 32) & ~3u) | (uint)kind;

    /// <summary>FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), 64 bits.</summary>
    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var one in bytes)
        {
            hash = (hash ^ one) * 1099511628211UL;
        }

        return hash;
    }

    private void Add(string name, Kind kind) => _found.Add(Feature(Encoding.UTF8.GetBytes(name), kind));

    private void AddTerm(ReadOnlySpan<byte> term)
    {
        if (Encoding.UTF8.GetCharCount(term) < ShortestTerm)
        {
            return;
        }

        // Most words come again and again; their class is looked up once.
        var word = Hash(term);
        if (!_byWord.TryGetValue(word, out var feature))
        {
            _byWord.Add(word, feature = Feature(Encoding.UTF8.GetBytes(_classes.Of(term)), Kind.Term));
        }

        _found.Add(feature);
    }

    private readonly struct Sink(EntryFeatures features) : ITermSink
    {
        public void Add(ReadOnlySpan<byte> term) => features.AddTerm(term);
    }
}
