using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Check;

/// <summary>Rules for the facts of a paper.</summary>
internal static class FactRules
{
    public static void Check(LintInput input, List<Diagnostic> found)
    {
        foreach (var (file, paper) in input.Files.SelectMany(file => file.Papers, (file, outlined) => (file, outlined.Metadata)))
        {
            if (paper is { Arxiv: null, Doi: null, Url: null, Pdf: null } && !file.HasUnreadPaper)
            {
                found.Add(
                    Diagnostic.At(Catalogue.NoSource, paper.Source,
                    new("the entry names no paper: arxiv, doi, url or pdf", "не указана сама статья: нужен arxiv, doi, url или pdf")));
            }

            if (paper.DateAt.Line > 0 && PaperIdentity.Arxiv(paper) is { } id && Month(id) is { } month
                && input.Site.Time.Day(paper.Date) < month)
            {
                found.Add(Diagnostic.At(
                    Catalogue.DateBeforeArxiv, paper.DateAt,
                    string.Create(
                        System.Globalization.CultureInfo.InvariantCulture,
                        $"the date is before {month:yyyy-MM}, the month of arXiv {id}")));
            }
        }
    }

    /// <summary>The first day of the month in which the id was given; arXiv began in 1991.</summary>
    private static DateOnly? Month(string id)
    {
        var digits = id[(id.LastIndexOf('/') + 1)..];
        if (digits.Length < 4 || digits.AsSpan(0, 4).ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        var (year, month) = (((digits[0] - '0') * 10) + digits[1] - '0', ((digits[2] - '0') * 10) + digits[3] - '0');
        return month is >= 1 and <= 12 ? new DateOnly(year >= 91 ? 1900 + year : 2000 + year, month, 1) : null;
    }
}
