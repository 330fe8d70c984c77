using System.Text;

namespace AiDigest.Core.Model;

/// <summary>
/// Normal forms of Unicode (UAX 15) for any text. <see cref="string.Normalize()"/> throws on noncharacters and on halves of surrogate
/// pairs, which an address such as <c>%EF%BF%BE</c> or a file name can hold. Here they become U+FFFD.
/// </summary>
public static class UnicodeForm
{
    /// <summary>NFC.</summary>
    public static string Composed(string text) => Of(text, NormalizationForm.FormC);

    /// <summary>NFKC.</summary>
    public static string Compatible(string text) => Of(text, NormalizationForm.FormKC);

    /// <summary>NFKD.</summary>
    public static string Decomposed(string text) => Of(text, NormalizationForm.FormKD);

    private static string Of(string text, NormalizationForm form)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var whole = Whole(text);
        return whole.IsNormalized(form) ? whole : whole.Normalize(form);
    }

    private static string Whole(string text)
    {
        StringBuilder? whole = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || text[i] is (>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF')
            {
                whole ??= new StringBuilder(text);
                whole[i] = '\uFFFD';
            }
        }

        return whole?.ToString() ?? text;
    }
}
