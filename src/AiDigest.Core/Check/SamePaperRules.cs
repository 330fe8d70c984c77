using System.Text;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Check;

/// <summary>Finds one paper told twice: by arXiv id, by DOI, and by titles that differ in a letter. It looks up; it does not compare each with each.</summary>
internal static class SamePaperRules
{
    public static void Check(LintInput input, List<Diagnostic> found)
    {
        // The older entry is the first; the newer one is reported.
        var papers = input.Site.All.Reverse().Select(entry => entry.Paper).ToList();
        var reported = new HashSet<EntryMetadata>(ReferenceEqualityComparer.Instance);
        var (arxiv, doi) = (new Dictionary<string, EntryMetadata>(StringComparer.Ordinal), new Dictionary<string, EntryMetadata>(StringComparer.Ordinal));
        foreach (var paper in papers)
        {
            if (Seen(arxiv, PaperIdentity.Arxiv(paper), paper) is { } other)
            {
                Report(Catalogue.SamePaper, paper, $"arXiv {PaperIdentity.Arxiv(paper)} is told already at {other.Source}");
            }
            else if (Seen(doi, PaperIdentity.Doi(paper), paper) is { } same)
            {
                Report(Catalogue.SamePaper, paper, $"DOI {paper.Doi} is told already at {same.Source}");
            }
        }

        var titles = new TitleIndex();
        foreach (var paper in papers)
        {
            if (titles.Near(paper) is { } other && reported.Add(paper))
            {
                found.Add(Linter.At(Catalogue.SimilarTitle, paper.Title.At, $"the title is nearly that of {other.Source}: '{Linter.Shown(other.Title.Text)}'"));
            }
        }

        void Report(Rule rule, EntryMetadata paper, string message)
        {
            reported.Add(paper);
            found.Add(Linter.At(rule, paper.Title.At, message));
        }
    }

    private static EntryMetadata? Seen(Dictionary<string, EntryMetadata> papers, string? id, EntryMetadata paper)
    {
        if (id is null)
        {
            return null;
        }

        return papers.TryAdd(id, paper) ? null : papers[id];
    }
}

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
