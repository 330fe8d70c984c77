using System.Text;

namespace AiDigest.Core.Model;

/// <summary>
/// The identity of a tag: spellings that differ only in case, Unicode form (NFKC), or in spaces, <c>_</c> and <c>-</c> are one
/// tag, and a leading <c>#</c> means nothing.
/// </summary>
public static class TagName
{
    /// <summary>The spelling to show: NFC, trimmed, without a leading <c>#</c>, inner white space as one space.</summary>
    public static string Spelling(string written)
    {
        var text = UnicodeForm.Composed(written);
        text = text.Trim().TrimStart('#').Trim();
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The key under which spellings fold together; empty where nothing is left of the name.</summary>
    public static string Key(string written)
    {
        var text = Spelling(written);
        if (!Ascii.IsValid(text))
        {
            text = UnicodeForm.Compatible(text);
        }

        var key = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
        {
            if (c is not ('-' or '_') && !char.IsWhiteSpace(c))
            {
                key.Append(c);
            }
            else if (key.Length > 0 && key[^1] != '-')
            {
                key.Append('-');
            }
        }

        return key.ToString().TrimEnd('-');
    }
}
