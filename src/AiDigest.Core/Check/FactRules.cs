using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Check;

/// <summary>What identifies a paper, whoever names it and however.</summary>
internal static class PaperIdentity
{
    /// <summary>The arXiv id without its version, from the id, the DOI that arXiv gives, or an address there.</summary>
    public static string? Arxiv(EntryMetadata paper)
    {
        const string Registrant = "10.48550/arxiv.";
        var id = paper.Arxiv
            ?? (paper.Doi?.StartsWith(Registrant, StringComparison.OrdinalIgnoreCase) == true ? paper.Doi[Registrant.Length..] : null)
            ?? (paper.Url is { } url ? ArxivId.Meant(url) : null)
            ?? (paper.Pdf is { } pdf ? ArxivId.Meant(pdf) : null);
        return id is null ? null : WithoutVersion(id);
    }

    /// <summary>Names of the DOI system do not differ by case.</summary>
    public static string? Doi(EntryMetadata paper) => paper.Doi?.ToLowerInvariant();

    public static string WithoutVersion(string id)
    {
        var version = id.LastIndexOf('v');
        return version > 0 && version + 1 < id.Length && !id.AsSpan(version + 1).ContainsAnyExceptInRange('0', '9') ? id[..version] : id;
    }
}

/// <summary>Rules for the facts of a paper.</summary>
internal static class FactRules
{
    public static void Check(LintInput input, List<Diagnostic> found)
    {
        foreach (var paper in input.Files.SelectMany(file => file.Papers).Select(outlined => outlined.Metadata))
        {
            if (paper is { Arxiv: null, Doi: null, Url: null, Pdf: null })
            {
                found.Add(Linter.At(Catalogue.NoSource, paper.Source, "the entry names no paper: arxiv, doi, url or pdf"));
            }

            if (PaperIdentity.Arxiv(paper) is { } id && Month(id) is { } month && input.Site.Time.Day(paper.Date) < month)
            {
                found.Add(Linter.At(
                    Catalogue.DateBeforeArxiv, paper.DateAt,
                    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the date is before {month:yyyy-MM}, the month of arXiv {id}")));
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
