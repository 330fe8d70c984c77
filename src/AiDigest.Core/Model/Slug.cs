using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AiDigest.Core.Model;

/// <summary>
/// Makes the ASCII names of addresses, <c>[a-z0-9-]+</c>: Latin without its marks, Cyrillic by the one table of the contract,
/// everything else a hyphen. Where nothing is left, <c>x-</c> and the first 8 hex digits of the name's SHA-256 (UTF-8, NFC).
/// </summary>
public static class Slug
{
    // From а to я, in the order of Unicode.
    private static readonly string[] Cyrillic =
        ("a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya").Split(' ').Select(s => s.Trim('_')).ToArray();

    /// <summary>Characters of a slug, whether made or written.</summary>
    public const int Longest = 100;

    public static bool IsValid(string text) =>
        text.Length > 0 && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    public static string Of(string name)
    {
        var text = UnicodeForm.Composed(name);
        var slug = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(slug, rune, decompose: true);
        }

        while (slug.Length > 0 && slug[^1] == '-')
        {
            slug.Length--;
        }

        return slug.Length > 0 ? Cut(slug.ToString()) : "x-" + Digest(text);
    }

    /// <summary>Cuts a slug at a word: a name of a file may have 255 bytes, and so long an address helps no reader.</summary>
    private static string Cut(string slug)
    {
        if (slug.Length <= Longest)
        {
            return slug;
        }

        var word = slug.LastIndexOf('-', Longest);
        return slug[..(word > 0 ? word : Longest)].TrimEnd('-');
    }

    private static void Append(StringBuilder slug, Rune rune, bool decompose)
    {
        var lower = Rune.ToLowerInvariant(rune);
        if (lower.IsAscii && Rune.IsLetterOrDigit(lower))
        {
            slug.Append((char)lower.Value);
        }
        else if (Letter(lower.Value) is { } letters)
        {
            slug.Append(letters);
        }
        else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
        {
            // A mark without its letter leaves nothing behind.
        }
        else if (decompose && !rune.IsAscii && UnicodeForm.Decomposed(lower.ToString()) is var parts && parts != lower.ToString())
        {
            foreach (var part in parts.EnumerateRunes())
            {
                Append(slug, part, decompose: false);
            }
        }
        else if (slug.Length > 0 && slug[^1] != '-')
        {
            slug.Append('-');
        }
    }

    private static string? Letter(int letter) => letter switch
    {
        >= 'а' and <= 'я' => Cyrillic[letter - 'а'],
        'ё' => "yo",
        'ß' or 'ẞ' => "ss",
        'æ' => "ae",
        'ø' => "o",
        'ł' => "l",
        _ => null,
    };

    private static string Digest(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8];
}
