using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Model;

namespace AiDigest.Core.Check;

/// <summary>What identifies a paper, however it is named.</summary>
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
