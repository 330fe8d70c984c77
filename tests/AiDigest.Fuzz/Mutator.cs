using System.Text;

namespace AiDigest.Fuzz;

/// <summary>Changes an input at random: bytes, pieces that mean something to one of the formats, and parts of other inputs.</summary>
internal sealed class Mutator(Random random)
{
    private const int Longest = 6_000;

    private static readonly byte[][] Pieces =
    [
        .. ((string[])
        [
            "\n", "\r\n", "\r", "\t", "  ", ": ", " #", "- ", "? ", "[", "]", "{", "}", "(", ")", "<", ">", "\"", "'", "|\n", ">-\n",
            "&a ", "*a", "!t ", "---\n", "+++\n", "```", "~~~", "$", "$$", "\\", "\\frac{", "\\begin{matrix}", "\\end{matrix}", "&",
            "^", "_", "**", "__", "![", "](", "[^1]", "[^1]: ", "|a|b|\n|-|-|\n", "\n: ", "# ", "> ", "1. ", "<b>", "<!--", "&amp;",
            "&#x10ffff;", "http://", "www.", "@article{", "@string{a=", "\"#a#\"", "TY  - JOUR\n", "ER  - \n",
            "<?xml version=\"1.0\"?>", "<![CDATA[", "]]>", "<feed xmlns=\"http://www.w3.org/2005/Atom\">", "<entry>", "<item>",
            "<!DOCTYPE a [<!ENTITY b \"c\">]>", "{\"items\":[", "null", "true", "1e999", "\\u0000", "title: ", "tags: [",
            "date: 2026-11-14\n", "entries:\n", "body: |\n", "aliases: ", "extra: ", "limits: ", "{{ ", " }}", "{{ for x in y }}",
            "{{ end }}", "{% raw %}", "я", "ё", "😀", "\u0301", "\u0000", "\u0085", "\u2028", "\u202E", "\uFEFF", "\uFFFE", "\uFFFF",
            "\uFDD0", "\u00AD", "\u200D", "«", "»", "—", "\u00A0", "../", "//", "%2e%2e/", "\\..\\",
        ]).Select(Encoding.UTF8.GetBytes),
        [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xFF], [0xF4, 0x90, 0x80, 0x80], [0x00, 0x00, 0x00, 0x01],
        [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF],
    ];

    public byte[] Change(byte[] input, IReadOnlyList<byte[]> others)
    {
        var text = new List<byte>(input.Length + 64);
        text.AddRange(input);
        for (var changes = 1 << random.Next(5); changes > 0; changes--)
        {
            Change(text, others);
        }

        if (text.Count > Longest)
        {
            text.RemoveRange(Longest, text.Count - Longest);
        }

        return [.. text];
    }

    private void Change(List<byte> text, IReadOnlyList<byte[]> others)
    {
        var at = random.Next(text.Count + 1);
        var length = Math.Min(1 + random.Next(1 << random.Next(8)), text.Count - at);
        switch (random.Next(8))
        {
            case 0 when text.Count > at:
                text[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when text.Count > at:
                text[at] = (byte)random.Next(256);
                break;
            case 2:
                text.RemoveRange(at, length);
                break;
            case 3:
                text.InsertRange(random.Next(text.Count + 1), text.GetRange(at, length));
                break;
            case 4 when others.Count > 0:
                var other = others[random.Next(others.Count)];
                var from = random.Next(other.Length + 1);
                text.InsertRange(at, other.AsSpan(from, Math.Min(random.Next(200), other.Length - from)).ToArray());
                break;
            case 5:
                var piece = Pieces[random.Next(Pieces.Length)];
                for (var times = 1 << random.Next(7); times > 0; times--)
                {
                    text.InsertRange(at, piece);
                }

                break;
            default:
                text.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
        }
    }
}
