using System.Text;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Check;

/// <summary>Titles by their words and by their words without one, so that two titles that differ in one word meet in the table.</summary>
internal sealed class TitleIndex
{
    private const int FewestWords = 4;

    // Keys are hashes of words: a hundred thousand titles make a million keys, which as texts took 300 MB. What two hashes claim is looked
    // at before it is said.
    private readonly Dictionary<ulong, int> _whole = [];
    private readonly Dictionary<ulong, (int Title, short Word)> _without = [];
    private readonly List<(EntryMetadata Paper, string Title)> _titles = [];

    /// <summary>An earlier paper with nearly the title of this one, its own or that of the paper; then adds this one.</summary>
    public EntryMetadata? Near(EntryMetadata paper)
    {
        var near = Near(paper, paper.Title.Text);
        return paper.PaperTitle is { } original ? Near(paper, original) ?? near : near;
    }

    public static List<string> Words(string title)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in title.Append(' '))
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c) is var lower && lower == 'ё' ? 'е' : lower);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }

    private EntryMetadata? Near(EntryMetadata paper, string title)
    {
        var words = Words(title);
        if (words.Count == 0)
        {
            return null;
        }

        var number = _titles.Count;
        _titles.Add((paper, title));
        var hashes = words.ConvertAll(Hash);
        EntryMetadata? near = null;
        if (!_whole.TryAdd(Key(hashes, -1), number) && _whole[Key(hashes, -1)] is var same
            && Words(_titles[same].Title).SequenceEqual(words))
        {
            near = Other(_titles[same].Paper, paper);
        }

        for (var i = 0; i < words.Count && words.Count >= FewestWords && i < short.MaxValue; i++)
        {
            var key = Key(hashes, i);
            if (!_without.TryAdd(key, (number, (short)i)) && near is null && _without[key] is var found
                && Words(_titles[found.Title].Title) is var others
                && found.Word < others.Count && others.Count == words.Count && IsSlip(words[i], others[found.Word]))
            {
                near = Other(_titles[found.Title].Paper, paper);
            }
        }

        return near;
    }

    /// <summary>The hash of the words in their order, one of them left out, its place kept.</summary>
    private static ulong Key(List<ulong> hashes, int without)
    {
        var key = 14695981039346656037UL;
        for (var i = 0; i < hashes.Count; i++)
        {
            key = (key ^ (i == without ? 0 : hashes[i])) * 1099511628211UL;
            key ^= key >> 29;
        }

        return key;
    }

    /// <summary>FNV-1a of 64 bits (the IETF's draft-eastlake-fnv).</summary>
    private static ulong Hash(string word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash;
    }

    private static EntryMetadata? Other(EntryMetadata found, EntryMetadata paper) => ReferenceEquals(found, paper) ? null : found;

    /// <summary>The words are one with a slip: versions and numbers are not, and short words differ by a letter as a rule.</summary>
    private static bool IsSlip(string a, string b) =>
        a.Length >= 5 && b.Length >= 5 && !a.Any(char.IsAsciiDigit) && !b.Any(char.IsAsciiDigit)
            && NearestName.Distance(a, b) <= (Math.Min(a.Length, b.Length) >= 8 ? 2 : 1);
}
