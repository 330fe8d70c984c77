using System.Text;

namespace AiDigest.Core.Language;

/// <summary>
/// The door of this folder: to which class a term belongs. Terms of one class are forms of one word. The class is named by a stem:
/// Snowball's for Russian letters, Porter's for Latin ones, whatever language the page is in; a small table joins Russian stems that belong
/// to one lemma. A term with digits, or in another script, is a separate class.
/// </summary>
public sealed class LemmaClasses
{
    private readonly LemmaTable _lemmas = LemmaTable.Shared;

    /// <param name="term">As <see cref="TermReader"/> gives it.</param>
    public string Of(ReadOnlySpan<byte> term)
    {
        Span<char> letters = stackalloc char[TermReader.MaxLetters + 4];
        return Encoding.UTF8.TryGetChars(term, letters, out var count) ? Of(letters, count) : Encoding.UTF8.GetString(term);
    }

    public string Of(string term)
    {
        Span<char> letters = stackalloc char[Math.Max(term.Length, TermReader.MaxLetters) + 4];
        term.CopyTo(letters);
        return Of(letters, term.Length);
    }

    private string Of(Span<char> letters, int count)
    {
        var term = letters[..count];
        if (!term.ContainsAnyExceptInRange('а', 'я'))
        {
            return _lemmas.ClassOf(term);
        }

        return term.ContainsAnyExceptInRange('a', 'z') ? term.ToString() : letters[..EnglishStemmer.Stem(letters, count)].ToString();
    }
}
