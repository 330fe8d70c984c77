using System.Buffers;
using System.Globalization;
using System.Text;

namespace AiDigest.Core.Language;

/// <summary>Takes the terms of a text.</summary>
public interface ITermSink
{
    /// <param name="term">Folded UTF-8, valid until the method returns.</param>
    void Add(ReadOnlySpan<byte> term);
}

/// <summary>
/// Cuts a text into terms. A term is a run of letters and digits, in lower case, with ё as е and Latin letters without their marks. A point
/// between digits belongs to the term (<c>2411.10510</c>), and so do the signs of <c>c++</c> and <c>c#</c>. The version of an arXiv id is
/// cut. <c>search.js</c> cuts queries by the same rules; a test compares the two.
/// </summary>
public static class TermReader
{
    /// <summary>Letters of a term that are kept; what follows is cut, so a word of 100 KB is a term of this length.</summary>
    public const int MaxLetters = 40;

    /// <summary>Terms of plain text.</summary>
    public static void Read<T>(string? text, ref T sink)
        where T : struct, ITermSink
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        Read(buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)), isHtml: false, ref sink);
        ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>
    /// Terms of UTF-8. In HTML, tags and entities part terms, but <c>em</c> and <c>strong</c> do not; formulas are skipped.
    /// </summary>
    public static void Read<T>(ReadOnlySpan<byte> utf8, bool isHtml, ref T sink)
        where T : struct, ITermSink
    {
        var term = new TermBuffer(stackalloc byte[4 * (MaxLetters + 2)]);
        var at = 0;
        while (at < utf8.Length)
        {
            var first = utf8[at];
            if (first < 0x80)
            {
                if (char.IsAsciiLetterOrDigit((char)first))
                {
                    term.Append((byte)(char.IsAsciiLetterUpper((char)first) ? first | 0x20 : first));
                    at++;
                    continue;
                }

                if (first == '.' && term.EndsWithDigit && at + 1 < utf8.Length && char.IsAsciiDigit((char)utf8[at + 1]))
                {
                    term.Append((byte)'.');
                    at++;
                    continue;
                }

                if (isHtml && first == '<' && IsEmphasis(utf8[at..]))
                {
                    at += utf8[at..].IndexOf((byte)'>') + 1;
                    continue;
                }

                if (first is (byte)'+' or (byte)'#')
                {
                    term.TryAppendSign(utf8[at..]);
                }

                term.Flush(ref sink);
                at += isHtml && first == '<' ? Tag(utf8[at..]) : isHtml && first == '&' ? Entity(utf8[at..]) : 1;
            }
            else if (first is 0xD0 or 0xD1 && at + 1 < utf8.Length && Cyrillic(first, utf8[at + 1]) is var letter and not '\0')
            {
                term.Append(letter);
                at += 2;
            }
            else
            {
                Rune.DecodeFromUtf8(utf8[at..], out var rune, out var length);
                if (!term.TryAppend(rune))
                {
                    term.Flush(ref sink);
                }

                at += length;
            }
        }

        term.Flush(ref sink);
    }

    /// <summary>The Russian letter of two bytes of UTF-8, in lower case, ё as е; 0 for another character.</summary>
    private static char Cyrillic(byte lead, byte trail) => (char)(((lead & 0x1F) << 6) | (trail & 0x3F)) switch
    {
        'Ё' or 'ё' => 'е',
        >= 'А' and <= 'Я' and var upper => (char)(upper + 32),
        >= 'а' and <= 'я' and var lower => lower,
        _ => '\0',
    };

    private static bool IsEmphasis(ReadOnlySpan<byte> tag) =>
        tag.StartsWith("<em>"u8) || tag.StartsWith("</em>"u8) || tag.StartsWith("<strong>"u8) || tag.StartsWith("</strong>"u8);

    /// <summary>Bytes of a tag, or of a whole formula.</summary>
    private static int Tag(ReadOnlySpan<byte> html)
    {
        if (html.StartsWith("<math"u8) && html.IndexOf("</math>"u8) is var formula and > 0)
        {
            return formula + 7;
        }

        var end = html.IndexOf((byte)'>');
        return end < 0 ? html.Length : end + 1;
    }

    private static int Entity(ReadOnlySpan<byte> html)
    {
        var end = html[..Math.Min(html.Length, 10)].IndexOf((byte)';');
        return end < 0 ? 1 : end + 1;
    }

    /// <summary>The term that is being read.</summary>
    private ref struct TermBuffer(Span<byte> bytes)
    {
        private readonly Span<byte> _bytes = bytes;
        private int _length;
        private int _letters;

        public readonly bool EndsWithDigit => _length > 0 && char.IsAsciiDigit((char)_bytes[_length - 1]);

        public void Append(byte letter)
        {
            if (_letters++ < MaxLetters)
            {
                _bytes[_length++] = letter;
            }
        }

        public void Append(char letter)
        {
            if (_letters++ < MaxLetters)
            {
                _bytes[_length++] = (byte)(0xC0 | (letter >> 6));
                _bytes[_length++] = (byte)(0x80 | (letter & 0x3F));
            }
        }

        /// <returns>False where the character ends the term.</returns>
        public bool TryAppend(Rune rune)
        {
            if (rune.Value is 0xAD or (>= 0x200B and <= 0x200F) or 0x2060 or 0xFEFF)
            {
                return true;
            }

            if (rune.Value is >= 0x300 and <= 0x36F)
            {
                Combine(rune.Value);
                return true;
            }

            var folded = Fold(rune);
            if (!Rune.IsLetter(folded) && Rune.GetUnicodeCategory(folded) != UnicodeCategory.DecimalDigitNumber)
            {
                return false;
            }

            if (_letters++ < MaxLetters)
            {
                _length += folded.EncodeToUtf8(_bytes[_length..]);
            }

            return true;
        }

        /// <summary>Adds <c>++</c> or <c>#</c> behind a single Latin letter.</summary>
        public void TryAppendSign(ReadOnlySpan<byte> rest)
        {
            var sign = rest.StartsWith("++"u8) ? "++"u8 : rest[0] == '#' ? "#"u8 : default;
            if (_length == 1 && char.IsAsciiLetter((char)_bytes[0]))
            {
                sign.CopyTo(_bytes[1..]);
                _length += sign.Length;
            }
        }

        public void Flush<T>(ref T sink)
            where T : struct, ITermSink
        {
            if (_length > 0)
            {
                sink.Add(_bytes[..ArxivLength(_bytes[.._length])]);
            }

            (_length, _letters) = (0, 0);
        }

        // и with a combining breve is й; every other mark is dropped, so а with a stress is а.
        private readonly void Combine(int mark)
        {
            if (mark == 0x306 && _length > 1 && _letters <= MaxLetters && _bytes[.._length].EndsWith("и"u8))
            {
                "й"u8.CopyTo(_bytes[(_length - 2)..]);
            }
        }

        private static int ArxivLength(ReadOnlySpan<byte> term)
        {
            var version = term.LastIndexOf((byte)'v');
            return version is 9 or 10 && term[4] == '.' && !term[..4].ContainsAnyExceptInRange((byte)'0', (byte)'9')
                && !term[5..version].ContainsAnyExceptInRange((byte)'0', (byte)'9')
                    && !term[(version + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9')
                ? version
                : term.Length;
        }
    }

    /// <summary>A letter in lower case; a Latin one without its marks, a final sigma as any other.</summary>
    private static Rune Fold(Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        if (lower.Value is >= 0xC0 and <= 0x24F)
        {
            return new Rune(lower.ToString().Normalize(NormalizationForm.FormD)[0]) is var plain
                && Rune.IsLetter(plain) ? Rune.ToLowerInvariant(plain) : lower;
        }

        return lower.Value == 'ς' ? new Rune('σ') : lower;
    }
}
