using System.Buffers;
using System.Globalization;
using System.Text;

namespace AiDigest.Core.Model;

/// <summary>
/// The one written form of an address: its host in ASCII (IDNA), everything that RFC 3986 does not allow percent-encoded as UTF-8, hex
/// digits in capitals. Reserved characters that are encoded stay so: the form of a form is the form itself.
/// </summary>
public static class PercentEncoding
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "!#$&'()*+,-./:;=?@[]_{}~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>A path, query or fragment.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Allowed))
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length * 2);
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                // RFC 3986, section 6.2.2: letters, digits and -._~ have no other form than themselves.
                var value = (char)Convert.FromHexString(text.AsSpan(i + 1, 2))[0];
                encoded.Append(char.IsAsciiLetterOrDigit(value)
                    || value is '-' or '.' or '_' or '~' ? value.ToString() : text.Substring(i, 3).ToUpperInvariant());
                i += 3;
                continue;
            }

            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var used);
            i += used;
            if (rune.IsAscii && Allowed.Contains((char)rune.Value))
            {
                encoded.Append((char)rune.Value);
                continue;
            }

            foreach (var b in utf8[..rune.EncodeToUtf8(utf8)])
            {
                encoded.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return encoded.ToString();
    }

    /// <summary>An absolute http(s) address.</summary>
    public static string OfAddress(string address)
    {
        var start = address.IndexOf("//", StringComparison.Ordinal) + 2;
        if (start < 2)
        {
            return Of(address);
        }

        var length = address.AsSpan(start).IndexOfAny("/?#");
        var end = length < 0 ? address.Length : start + length;
        return address[..start] + Authority(address[start..end]) + Of(address[end..]);
    }

    private static string Authority(string authority)
    {
        if (Ascii.IsValid(authority))
        {
            return authority;
        }

        var host = authority.LastIndexOf('@') + 1;
        var port = authority.IndexOf(':', host);
        port = port < 0 ? authority.Length : port;
        try
        {
            return authority[..host] + new IdnMapping().GetAscii(authority[host..port]) + authority[port..];
        }
        catch (ArgumentException)
        {
            return Of(authority);
        }
    }
}
