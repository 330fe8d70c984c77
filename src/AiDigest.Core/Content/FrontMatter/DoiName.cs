namespace AiDigest.Core.Content.FrontMatter;

/// <summary>
/// Names of the DOI system (ISO 26324): <c>10.</c>, a registrant of four to nine digits, <c>/</c>, a suffix without white space.
/// </summary>
internal static class DoiName
{
    private static readonly string[] Prefixes =
        ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "https://www.doi.org/", "doi.org/",
            "dx.doi.org/", "doi:"];

    public static bool IsValid(ReadOnlySpan<char> text)
    {
        var slash = text.IndexOf('/');
        if (!text.StartsWith("10.") || slash is < 7 or > 12 || slash + 1 == text.Length
            || text[3..slash].ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        foreach (var c in text[slash..])
        {
            if (char.IsWhiteSpace(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The name in the address of a resolver; null where there is none.</summary>
    public static string? Meant(string text)
    {
        foreach (var prefix in Prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                var name = text[prefix.Length..].Trim();
                return IsValid(name) ? name : null;
            }
        }

        return null;
    }
}
