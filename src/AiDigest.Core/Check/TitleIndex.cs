using System.Text;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Check;

/// <summary>Titles by their words and by their words without one, so that two titles that differ in one word meet in the table.</summary>
internal sealed class TitleIndex
{
    private const int FewestWords = 4;

    private readonly Dictionary<string, EntryMetadata> _whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (EntryMetadata Paper, string Word)> _without = new(StringComparer.Ordinal);

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
        var whole = string.Join(' ', words);
        if (whole.Length == 0)
        {
            return null;
        }

        var near = _whole.TryAdd(whole, paper) ? null : Other(_whole[whole], paper);
        for (var i = 0; i < words.Count && words.Count >= FewestWords; i++)
        {
            var word = words[i];
            words[i] = "\0";
            var key = string.Join(' ', words);
            words[i] = word;
            if (!_without.TryAdd(key, (paper, word)) && near is null && IsSlip(word, _without[key].Word))
            {
                near = Other(_without[key].Paper, paper);
            }
        }

        return near;
    }

    private static EntryMetadata? Other(EntryMetadata found, EntryMetadata paper) => ReferenceEquals(found, paper) ? null : found;

    /// <summary>The words are one with a slip: versions and numbers are not, and short words differ by a letter as a rule.</summary>
    private static bool IsSlip(string a, string b) =>
        a.Length >= 5 && b.Length >= 5 && !a.Any(char.IsAsciiDigit) && !b.Any(char.IsAsciiDigit) && NearestName.Distance(a, b) <= (Math.Min(a.Length, b.Length) >= 8 ? 2 : 1);
}
