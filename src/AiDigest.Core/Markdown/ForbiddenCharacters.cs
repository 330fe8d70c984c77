using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AiDigest.Core.Markdown;

/// <summary>
/// The characters that never reach the output: controls other than tab and line ends, the bidirectional embeddings, overrides
/// and isolates (they show a text in another order than it is written in), and the noncharacters, which HTML forbids.
/// </summary>
internal static class ForbiddenCharacters
{
    /// <summary>
    /// Stands for a <c>|</c> inside a formula while the text is parsed, since a table's row is cut at bars before its formulas are
    /// seen. A noncharacter: no source keeps one.
    /// </summary>
    public const char ProtectedBar = '\uFDD0';

    /// <summary>The first character that never reaches the output; -1 where there is none.</summary>
    public static int IndexOfUnwanted(ReadOnlySpan<char> text) => IndexOf(text, orSpecial: false);

    /// <summary>The first character that <see cref="PieceBuffer.Text"/> cannot copy unchanged; -1 where there is none.</summary>
    public static int IndexOfSpecial(ReadOnlySpan<char> text) => IndexOf(text, orSpecial: true);

    public static bool IsUnwanted(char c) =>
        (char.IsControl(c) && c is not ('\t' or '\n' or '\r')) || c is (>= '\u202A' and <= '\u202E')
            or (>= '\u2066' and <= '\u2069') or (>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF';

    // SearchValues of these takes every second Cyrillic letter for a candidate and looks each up alone, which took a sixteenth of a
    // whole build; they are few ranges, so eight characters are compared with all of them at once.
    private static int IndexOf(ReadOnlySpan<char> text, bool orSpecial)
    {
        var i = 0;
        ref var start = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        for (; i + Vector128<ushort>.Count <= text.Length; i += Vector128<ushort>.Count)
        {
            if (Candidates(Vector128.LoadUnsafe(ref start, (nuint)i), orSpecial) != Vector128<ushort>.Zero)
            {
                for (var j = i; j < i + Vector128<ushort>.Count; j++)
                {
                    if (IsFound(text[j], orSpecial))
                    {
                        return j;
                    }
                }
            }
        }

        for (; i < text.Length; i++)
        {
            if (IsFound(text[i], orSpecial))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsFound(char c, bool orSpecial) => IsUnwanted(c) || (orSpecial && c is '<' or '>' or '&' or '"' or '\r');

    /// <summary>All ones where <see cref="IsFound"/> finds something.</summary>
    private static Vector128<ushort> Candidates(Vector128<ushort> c, bool orSpecial) => orSpecial
        ? Unwanted(c) | Vector128.Equals(
            c, Vector128.Create((ushort)'\r')) | Vector128.Equals(c, Vector128.Create((ushort)'<')) | Vector128.Equals(c,
            Vector128.Create((ushort)'>'))
            | Vector128.Equals(c, Vector128.Create((ushort)'&')) | Vector128.Equals(c, Vector128.Create((ushort)'"'))
        : Unwanted(c);

    private static Vector128<ushort> Unwanted(Vector128<ushort> c)
    {
        // Most of a text is this and no more.
        if ((InRange(c, 0x20, 0x7E) | InRange(c, 0xA0, 0x1FFF)) == Vector128<ushort>.AllBitsSet)
        {
            return Vector128<ushort>.Zero;
        }

        return InRange(
            c, 0x00, 0x08) | InRange(c, 0x0B, 0x0C) | InRange(c, 0x0E, 0x1F) | InRange(c, 0x7F, 0x9F) | InRange(c, 0x202A,
            0x202E) | InRange(c, 0x2066, 0x2069)
            | InRange(c, 0xFDD0, 0xFDEF) | InRange(c, 0xFFFE, 0xFFFF);
    }

    /// <summary>All ones where a character is one of these or is between them.</summary>
    public static Vector128<ushort> InRange(Vector128<ushort> c, ushort first, ushort last) =>
        Vector128.LessThanOrEqual(c - Vector128.Create(first), Vector128.Create((ushort)(last - first)));

    /// <summary>The text with U+FFFD for halves of surrogate pairs, which no UTF-8 file holds, but an escape of YAML can make.</summary>
    public static string Whole(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Create(text.Length, text, FixSurrogates) : text;

    private static void FixSurrogates(Span<char> fixedText, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            fixedText[i] = char.IsSurrogate(text[i]) ? '\uFFFD' : text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                (fixedText[i], fixedText[i + 1]) = (text[i], text[i + 1]);
                i++;
            }
        }
    }
}
