using System.Text;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Check;

/// <summary>
/// Finds one paper told twice: by arXiv id, by DOI, and by titles that differ in a letter. It looks up; it does not compare each with each.
/// </summary>
internal static class SamePaperRules
{
    public static void Check(LintInput input, List<Diagnostic> found)
    {
        // The older entry is the first; the newer one is reported.
        var papers = input.Site.All.Reverse().Select(entry => entry.Paper).ToList();
        var reported = new HashSet<EntryMetadata>(ReferenceEqualityComparer.Instance);
        var (arxiv, doi) =
            (new Dictionary<string, EntryMetadata>(StringComparer.Ordinal), new Dictionary<string, EntryMetadata>(StringComparer.Ordinal));
        foreach (var paper in papers)
        {
            if (Seen(arxiv, PaperIdentity.Arxiv(paper), paper) is { } other)
            {
                Report(Catalogue.SamePaper, paper, Messages.SameArxiv(PaperIdentity.Arxiv(paper)!, other.Source.ToString()));
            }
            else if (Seen(doi, PaperIdentity.Doi(paper), paper) is { } same)
            {
                Report(Catalogue.SamePaper, paper, Messages.SameDoi(paper.Doi!, same.Source.ToString()));
            }
        }

        var titles = new TitleIndex();
        foreach (var paper in papers)
        {
            if (titles.Near(paper) is { } other && reported.Add(paper))
            {
                found.Add(
                    Diagnostic.At(Catalogue.SimilarTitle, paper.Title.At,
                    Messages.SimilarTitle(other.Source.ToString(), MessageText.Shortened(other.Title.Text))));
            }
        }

        void Report(Rule rule, EntryMetadata paper, Message message)
        {
            reported.Add(paper);
            found.Add(Diagnostic.At(rule, paper.Title.At, message));
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
