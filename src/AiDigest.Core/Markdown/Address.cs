using System.Buffers;
using System.Globalization;
using System.Text;

namespace AiDigest.Core.Markdown;

/// <summary>Where an address leads.</summary>
internal enum AddressKind
{
    /// <summary>Into the site: a relative path, <c>/path</c>, <c>#fragment</c>, or nothing.</summary>
    Internal,

    /// <summary>To another host, or to a letter: <c>http:</c>, <c>https:</c>, <c>mailto:</c>, <c>//host</c>.</summary>
    External,

    /// <summary>Any other scheme: <c>javascript:</c>, <c>data:</c>, <c>file:</c>.</summary>
    Active,
}

/// <summary>An address of a link or image, as a browser would understand it.</summary>
/// <param name="Text">Without the white space and control characters that browsers drop.</param>
internal readonly record struct Address(AddressKind Kind, string Text)
{
    // Everything else is percent-encoded: CommonMark's table, less the apostrophe.
    private static readonly SearchValues<char> Kept = SearchValues.Create(
        "!#$%()*+,-./:;=?@_~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static Address Of(string? written)
    {
        var text = Bare(FormulaBars.Restore(written ?? ""));
        if (text.StartsWith("//", StringComparison.Ordinal))
        {
            return new Address(AddressKind.External, text);
        }

        var scheme = Scheme(text);
        var kind = scheme.IsEmpty ? AddressKind.Internal
            : scheme.Equals("http", StringComparison.OrdinalIgnoreCase) || scheme.Equals("https", StringComparison.OrdinalIgnoreCase)
                || scheme.Equals("mailto", StringComparison.OrdinalIgnoreCase) ? AddressKind.External
            : AddressKind.Active;
        return new Address(kind, text);
    }

    /// <summary>Writes the address into an attribute, percent-encoded, its host in the ASCII form of the standard.</summary>
    public void WriteTo(PieceBuffer output)
    {
        var rest = Text.AsSpan();
        if (Host(Text) is { Length: > 0 } host && ToAscii(Text.Substring(host.Start, host.Length)) is { } ascii)
        {
            Encode(output, rest[..host.Start]);
            Encode(output, ascii);
            rest = rest[(host.Start + host.Length)..];
        }

        Encode(output, rest);
    }

    private static void Encode(PieceBuffer output, ReadOnlySpan<char> text)
    {
        Span<byte> utf8 = stackalloc byte[4];
        Span<char> hex = ['%', '0', '0'];
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAnyExcept(Kept);
            plain = plain < 0 ? text.Length : plain;
            output.Text(text[..plain]);
            text = text[plain..];
            if (text.IsEmpty)
            {
                return;
            }

            Rune.DecodeFromUtf16(text, out var rune, out var used);
            text = text[used..];
            if (rune.Value == '&')
            {
                output.Text("&");
                continue;
            }

            foreach (var b in utf8[..rune.EncodeToUtf8(utf8)])
            {
                b.TryFormat(hex[1..], out _, "X2", CultureInfo.InvariantCulture);
                output.Text(hex);
            }
        }
    }

    /// <summary>Browsers drop tabs and line ends anywhere and other controls at the ends; the rest of the controls goes too.</summary>
    private static string Bare(string text) =>
        ForbiddenCharacters.IndexOfSpecial(text) >= 0 || text.AsSpan().ContainsAny(" \t\n")
            ? string.Concat(text.Where(c => c is not ('\t' or '\n' or '\r') && !ForbiddenCharacters.IsUnwanted(c))).Trim()
            : text;

    private static ReadOnlySpan<char> Scheme(string text)
    {
        if (text.Length == 0 || !char.IsAsciiLetter(text[0]))
        {
            return default;
        }

        for (var i = 1; i < text.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]) && text[i] is not ('+' or '-' or '.'))
            {
                return text[i] == ':' ? text.AsSpan(0, i) : default;
            }
        }

        return default;
    }

    /// <summary>Where a host that is not ASCII is; nothing for any other.</summary>
    private static (int Start, int Length) Host(string text)
    {
        if (Ascii.IsValid(text))
        {
            return default;
        }

        var slashes = text.IndexOf("//", StringComparison.Ordinal);
        if (slashes < 0 || (slashes > 0 && text[slashes - 1] != ':'))
        {
            return default;
        }

        var start = slashes + 2;
        var length = text.AsSpan(start).IndexOfAny("/?#:@");
        length = length < 0 ? text.Length - start : length;
        return Ascii.IsValid(text.AsSpan(start, length)) ? default : (start, length);
    }

    private static string? ToAscii(string host)
    {
        try
        {
            return new IdnMapping().GetAscii(host);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
