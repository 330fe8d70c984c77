namespace AiDigest.Core.Content.FrontMatter;

/// <summary>Tells one name from a list of names that was written as one text.</summary>
internal static class AuthorNames
{
    private static readonly string[] Between = [" and ", " и ", " & ", ", "];

    /// <summary>
    /// "Anna Petrova and Ivan Li", "Petrova; Li", "Анна Петрова, Иван Ли". Names of groups have small letters ("Center for Language and
    /// Speech"), a comma inside one name has a single word on a side ("Li, Ivan", "Martin Luther King, Jr.").
    /// </summary>
    public static bool AreSeveral(string text)
    {
        if (text.Contains(';', StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var sign in Between)
        {
            var at = text.IndexOf(sign, StringComparison.Ordinal);
            if (at > 0 && IsName(text[..at], sign) && IsName(text[(at + sign.Length)..], sign))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsName(string text, string sign)
    {
        var words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > (sign == ", " ? 1 : 0) && words.Length <= 12 && Array.TrueForAll(words, word => char.IsUpper(word[0]));
    }
}
