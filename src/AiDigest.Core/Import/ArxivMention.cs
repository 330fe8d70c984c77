using System.Text.RegularExpressions;
using AiDigest.Core.Content.FrontMatter;

namespace AiDigest.Core.Import;

/// <summary>
/// The arXiv id of a paper wherever an export keeps it: alone, in an address, as <c>arXiv:2205.14135</c> inside a journal's name or a note,
/// as <c>abs/2205.14135</c> (DBLP), as the DOI <c>10.48550/arXiv.2205.14135</c>.
/// </summary>
internal static partial class ArxivMention
{
    public static string? In(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is null || text.Length > 2_000)
            {
                continue;
            }

            foreach (Match match in Mention().Matches(text))
            {
                var id = match.Groups[1].Value;
                if (ArxivId.IsValid(id))
                {
                    return id;
                }
            }
        }

        return null;
    }

    /// <summary>The text names arXiv itself as the place of publication, which is no venue.</summary>
    public static bool IsVenue(string? venue) => venue is not null && NoVenue().IsMatch(venue);

    [GeneratedRegex(
        @"(?:arxiv(?:\s+(?:pre|e-?)?prints?)?[\s:.]{1,3}|arxiv\.org/[a-z]+/|(?<![a-z])abs/)([a-z][a-z-]+(?:\.[A-Z]{2})?/[0-9]{7}(?:v[0-9]{1,2})?|[0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,2})?)(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mention();

    [GeneratedRegex(
        @"^\s*(arxiv\b.*|corr|computing research repository.*|abs/.*)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoVenue();
}
