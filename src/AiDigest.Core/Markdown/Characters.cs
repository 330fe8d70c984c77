using System.Buffers;

namespace AiDigest.Core.Markdown;

/// <summary>
/// The characters that never reach the output: controls other than tab and line ends, the bidirectional embeddings, overrides
/// and isolates (they show a text in another order than it is written in), and the noncharacters, which HTML forbids.
/// </summary>
internal static class Characters
{
    /// <summary>
    /// Stands for a <c>|</c> inside a formula while the text is parsed, since a table's row is cut at bars before its formulas are
    /// seen. A noncharacter: no source keeps one of its own.
    /// </summary>
    public const char ProtectedBar = '\uFDD0';

    public static readonly SearchValues<char> Unwanted = SearchValues.Create(All());

    /// <summary>What <see cref="PieceBuffer.Text"/> cannot copy as it stands.</summary>
    public static readonly SearchValues<char> Special = SearchValues.Create("<>&\"\r" + All());

    /// <summary>The text with U+FFFD for halves of surrogate pairs, which no UTF-8 file holds, but an escape of YAML can make.</summary>
    public static string Whole(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Create(text.Length, text, MendPairs) : text;

    private static void MendPairs(Span<char> mended, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            mended[i] = char.IsSurrogate(text[i]) ? '\uFFFD' : text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                (mended[i], mended[i + 1]) = (text[i], text[i + 1]);
                i++;
            }
        }
    }

    private static string All() => string.Concat(
        Enumerable.Range(0, 0x10000).Select(n => (char)n).Where(IsUnwanted));

    private static bool IsUnwanted(char c) =>
        (char.IsControl(c) && c is not ('\t' or '\n' or '\r')) || c is (>= '\u202A' and <= '\u202E')
            or (>= '\u2066' and <= '\u2069') or (>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF';
}
