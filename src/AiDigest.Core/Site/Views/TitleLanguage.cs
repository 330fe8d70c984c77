namespace AiDigest.Core.Site.Views;

/// <summary>
/// The language of a paper's title as its letters tell it, for screen readers and hyphenation. A wrong answer is worse than none, so only
/// scripts count that leave one language likely: French and Vietnamese with their accents, and titles all in Chinese characters, get none.
/// </summary>
public static class TitleLanguage
{
    /// <returns><c>en</c>, <c>ru</c>, <c>ja</c>, <c>ko</c>, or null.</returns>
    public static string? Of(string? title)
    {
        var (latin, cyrillic, han, kana, hangul, other) = (0, 0, 0, 0, 0, 0);
        foreach (var c in title ?? "")
        {
            switch (c)
            {
                case (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'):
                    latin++;
                    break;
                case (>= 'а' and <= 'я') or (>= 'А' and <= 'Я') or 'ё' or 'Ё':
                    cyrillic++;
                    break;
                case >= '\u3040' and <= '\u30FF':
                    kana++;
                    break;
                case >= '\uAC00' and <= '\uD7A3':
                    hangul++;
                    break;
                case >= '\u4E00' and <= '\u9FFF':
                    han++;
                    break;
                case >= 'Α' and <= 'ω':
                    break; // A sign of formulas, as in β-VAE.
                default:
                    other += char.IsLetter(c) ? 1 : 0;
                    break;
            }
        }

        return kana > 0 ? "ja" : hangul > 0 ? "ko" : other + han > 0 ? null : cyrillic > 0 ? "ru" : latin > 0 ? "en" : null;
    }
}
