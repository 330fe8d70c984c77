using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Check;

/// <summary>Rules for the facts of a paper.</summary>
internal static class FactRules
{
    public static void Check(LintInput input, OutlinedFile file, List<Diagnostic> found)
    {
        foreach (var paper in file.Papers.Select(outlined => outlined.Metadata))
        {
            if (paper is { Arxiv: null, Doi: null, Url: null, Pdf: null } && !file.HasUnreadPaper)
            {
                found.Add(
                    Diagnostic.At(Catalogue.NoSource, paper.Source,
                    Messages.NoSource));
            }

            if (paper.DateAt.Line > 0 && PaperIdentity.Arxiv(paper) is { } id && ArxivMonth.Of(id) is { } month
                && input.Site.Time.Day(paper.Date) < month)
            {
                found.Add(Diagnostic.At(
                    Catalogue.DateBeforeArxiv, paper.DateAt,
                    Messages.DateBeforeArxiv(month, id)));
            }
        }
    }
}
