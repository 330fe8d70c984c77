namespace AiDigest.Core.Content.FrontMatter;

/// <summary>
/// Identifiers of arXiv: <c>YYMM.NNNN</c> or <c>YYMM.NNNNN</c> since 2007, before that <c>archive/YYMMNNN</c>; each may carry
/// a version. See arxiv.org, "Understanding the arXiv identifier".
/// </summary>
internal static class ArxivId
{
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        var version = text.LastIndexOf('v');
        if (version > 0 && version + 1 < text.Length && char.IsAsciiDigit(text[version + 1]))
        {
            if (text[version + 1] == '0' || text.Length - version > 4 || !AreDigits(text[(version + 1)..]))
            {
                return false;
            }

            text = text[..version];
        }

        var slash = text.IndexOf('/');
        return slash < 0 ? IsNew(text) : IsArchive(text[..slash]) && text.Length - slash == 8 && AreDigits(text[(slash + 1)..])
            && IsMonth(text[(slash + 3)..(slash + 5)]);
    }

    /// <summary>The id in an address of arxiv.org or behind a prefix; null where there is none.</summary>
    public static string? Meant(string text)
    {
        var id = text.AsSpan();
        if (id.StartsWith("arxiv:", StringComparison.OrdinalIgnoreCase))
        {
            id = id[6..].Trim();
        }
        else if (text.IndexOf("arxiv.org/", StringComparison.OrdinalIgnoreCase) is >= 0 and var host)
        {
            var path = id[(host + 10)..];
            var slash = path.IndexOf('/');
            id = slash < 0 ? [] : path[(slash + 1)..];
            id = id.IndexOfAny('?', '#') is >= 0 and var end ? id[..end] : id;
            id = id.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? id[..^4] : id;
            id = id.TrimEnd('/');
        }

        return id.Length < text.Length && IsValid(id) ? id.ToString() : null;
    }

    /// <summary>
    /// A number has four digits until December 2014, and five since. So <c>2411.1051</c> is no id: a tool read <c>2411.10510</c> as a
    /// number.
    /// </summary>
    private static bool IsNew(ReadOnlySpan<char> text) =>
        text.Length is 9 or 10 && text[4] == '.' && AreDigits(text[..4]) && AreDigits(text[5..]) && IsMonth(text[2..4])
            && text.Length == (text[..2].SequenceCompareTo("15") < 0 ? 9 : 10);

    private static bool IsArchive(ReadOnlySpan<char> text)
    {
        var dot = text.IndexOf('.');
        var archive = dot < 0 ? text : text[..dot];
        var subject = dot < 0 ? [] : text[(dot + 1)..];
        return archive.Length > 0 && AreLetters(archive)
            && (dot < 0 || (subject.Length == 2 && char.IsAsciiLetterUpper(subject[0]) && char.IsAsciiLetterUpper(subject[1])));
    }

    private static bool AreLetters(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterLower(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMonth(ReadOnlySpan<char> digits) =>
        (digits[0] == '0' && digits[1] != '0') || (digits[0] == '1' && digits[1] <= '2');

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
