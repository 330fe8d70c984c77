using System.Text;

namespace AiDigest.Core.Search;

/// <summary>
/// Bytes of a file that grows. Text is windows-1251, which a browser decodes by itself, so that a Russian letter takes one byte;
/// a character outside of it is byte 0x98, which the encoding leaves free, with its number in hexadecimal digits and a semicolon.
/// </summary>
internal sealed class ByteBuffer
{
    // 0x80 to 0xBF of windows-1251; behind them are А to я.
    private const string Upper =
        "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕї";

    private byte[] _bytes = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Byte(int value)
    {
        if (Length == _bytes.Length)
        {
            Array.Resize(ref _bytes, 2 * Length);
        }

        _bytes[Length++] = (byte)value;
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        if (Length + bytes.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, Length + bytes.Length));
        }

        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Seven bits a byte, the lowest first; the eighth says that more follow.</summary>
    public void Number(int value)
    {
        var rest = (uint)value;
        for (; rest >= 0x80; rest >>= 7)
        {
            Byte((int)(rest | 0x80));
        }

        Byte((int)rest);
    }

    /// <summary>A text with the number of its bytes.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        var start = Length;
        Letters(text);
        var length = Length - start;
        Number(length);
        var head = Length - start - length;
        Span<byte> mark = stackalloc byte[head];
        _bytes.AsSpan(Length - head, head).CopyTo(mark);
        _bytes.AsSpan(start, length).CopyTo(_bytes.AsSpan(start + head));
        mark.CopyTo(_bytes.AsSpan(start));
    }

    /// <summary>A text without its length.</summary>
    public void Letters(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (Code(text[at]) is var code and not 0x98)
            {
                Byte(code);
                continue;
            }

            if (Rune.DecodeFromUtf16(text[at..], out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                Byte(0x98);
                Bytes(Encoding.ASCII.GetBytes(rune.Value.ToString("x", System.Globalization.CultureInfo.InvariantCulture)));
                Byte(';');
                at += length - 1;
            }
        }
    }

    private static int Code(char letter) => letter switch
    {
        < '\u0080' => letter,
        >= 'А' and <= 'я' => letter - 'А' + 0xC0,
        _ => Upper.IndexOf(letter, StringComparison.Ordinal) is var at and >= 0 ? 0x80 + at : 0x98,
    };
}
