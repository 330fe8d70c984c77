using System.Buffers;

namespace AiDigest.Core.Markdown.Typography;

/// <summary>
/// Sets the quotes, dashes and spaces of a text as its language wants them. Every change replaces one character by one, so a text
/// keeps its length and its places; nothing is added or removed, and setting a text twice changes nothing more. It takes time in
/// proportion to the length and looks a few characters back at most. Any number of threads may use one typographer.
/// </summary>
/// <remarks>
/// Russian by Milchin and Cheltsova, "Справочник издателя и автора": «ёлочки», „лапки“ within them. English by Butterick,
/// "Practical Typography"; a dash between spaces is an en dash there, since the spaces must stay.
/// </remarks>
public sealed class Typographer
{
    private static readonly SearchValues<char> Candidates = SearchValues.Create(" \"'-«»„");

    private readonly bool _russian;

    /// <param name="language"><c>ru</c>; any other is set as English.</param>
    public Typographer(string language) => _russian = language == "ru";

    /// <summary>The text as it is to be set; the same object where nothing changes.</summary>
    public string Set(string text)
    {
        if (!IsCandidate(text))
        {
            return text;
        }

        var rented = text.Length <= 512 ? null : ArrayPool<char>.Shared.Rent(text.Length);
        var copy = rented is null ? stackalloc char[text.Length] : rented.AsSpan(0, text.Length);
        text.CopyTo(copy);
        Set(copy);
        var result = copy.SequenceEqual(text) ? text : copy.ToString();
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return result;
    }

    /// <summary>Whether anything in the text could change; true tells nothing yet.</summary>
    public static bool IsCandidate(ReadOnlySpan<char> text) => text.ContainsAny(Candidates);

    /// <summary>Sets a text in place: a paragraph or another whole, so that its quotes find each other.</summary>
    public void Set(Span<char> text)
    {
        if (text.Contains('-'))
        {
            Dashes.Set(text, _russian);
        }

        if (text.Contains('\''))
        {
            Apostrophes.Set(text, _russian);
        }

        if (text.ContainsAny('"', '«', '„'))
        {
            Quotes.Set(text, _russian);
        }

        Spaces.Set(text, _russian);
    }
}
