using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AiDigest.Core.Markdown;

/// <summary>
/// Counts words as they pass by in parts: a word is a run without white space that has a letter or a digit, also where markup
/// is inside it.
/// </summary>
internal struct WordCount
{
    // Characters that are told apart at once, a bit of a mask each.
    private const int Block = 16;

    private bool _inWord;

    public int Count { get; private set; }

    /// <summary>What comes next is another word.</summary>
    public void Pause() => _inWord = false;

    public void Add(ReadOnlySpan<char> text)
    {
        var at = 0;
        ref var start = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        for (; text.Length - at >= Block; at += Block)
        {
            if (
                Classes.Of(Vector128.LoadUnsafe(ref start, (nuint)at),
                Vector128.LoadUnsafe(ref start, (nuint)at + 8)) is { IsPlain: true } classes)
            {
                AddBlock(classes);
            }
            else
            {
                AddOneByOne(text.Slice(at, Block));
            }
        }

        AddOneByOne(text[at..]);
    }

    /// <summary>
    /// From each letter or digit on all that follows is marked, as far as no white space comes: the sum carries a bit through a run of ones
    /// (Cameron et al., "Bitwise data parallelism in regular expression matching", 2014, call it MatchStar). Then each beginning of what is
    /// marked is a word.
    /// </summary>
    private void AddBlock(Classes classes)
    {
        var before = _inWord ? 1u : 0u;
        var first = (classes.Words | before) & classes.Solid;
        var marked = (((first + classes.Solid) ^ classes.Solid) | first) & classes.Solid;
        Count += BitOperations.PopCount(marked & ~((marked << 1) | before));
        _inWord = marked >> (Block - 1) != 0;
    }

    private void AddOneByOne(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (_inWord)
            {
                _inWord = !AiDigest.Core.Markdown.Typography.TypographicCharacters.IsSpace(c);
            }
            else if (char.IsLetterOrDigit(c))
            {
                _inWord = true;
                Count++;
            }
        }
    }

    /// <summary>What sixteen characters are, the first in the lowest bit.</summary>
    /// <param name="Solid">All but white space.</param>
    /// <param name="Words">Letters and digits.</param>
    /// <param name="IsPlain">All of them are of the kinds that are known here: ASCII, Cyrillic letters, and the quotes, dashes and spaces
    /// of Russian texts.</param>
    private readonly record struct Classes(uint Solid, uint Words, bool IsPlain)
    {
        public static Classes Of(Vector128<ushort> low, Vector128<ushort> high)
        {
            var (lowSpaces, lowWords, lowPlain) = Kinds(low);
            var (highSpaces, highWords, highPlain) = Kinds(high);
            return new Classes(
                ~Mask(lowSpaces, highSpaces) & ((1u << Block) - 1), Mask(lowWords, highWords),
                    (lowPlain & highPlain) == Vector128<ushort>.AllBitsSet);
        }

        private static (Vector128<ushort> Spaces, Vector128<ushort> Words, Vector128<ushort> Plain) Kinds(Vector128<ushort> c)
        {
            var spaces =
                ForbiddenCharacters.InRange(
                    c, '\t', '\r') | Vector128.Equals(c, Vector128.Create((ushort)' ')) | Vector128.Equals(c,
                    Vector128.Create((ushort)'\u00A0'));
            var words =
                ForbiddenCharacters.InRange(
                    c, '0', '9') | ForbiddenCharacters.InRange(c | Vector128.Create((ushort)0x20), 'a',
                    'z') | ForbiddenCharacters.InRange(c, '\u0400', '\u0481');
            var others = Vector128.LessThan(c, Vector128.Create((ushort)0x80)) | ForbiddenCharacters.InRange(c, '\u2010', '\u2027')
                | Vector128.Equals(c, Vector128.Create((ushort)'«')) | Vector128.Equals(c, Vector128.Create((ushort)'»'));
            return (spaces, words, spaces | words | others);
        }

        private static uint Mask(Vector128<ushort> low, Vector128<ushort> high) => Vector128.Narrow(low, high).ExtractMostSignificantBits();
    }
}
