using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Content.FrontMatter;

/// <summary>Addresses of the web (RFC 3986): http or https, a host, no white space.</summary>
internal static class WebAddress
{
    /// <returns>Null where the address is good, else the end of a message.</returns>
    public static string? Problem(string text)
    {
        var scheme = Scheme(text);
        if (scheme is null)
        {
            return $"must begin with https:// or http://, not {MessageText.Quoted(text)}";
        }

        if (!scheme.Equals("https", StringComparison.OrdinalIgnoreCase) && !scheme.Equals("http", StringComparison.OrdinalIgnoreCase))
        {
            return $"must be an http or https address, not '{MessageText.Shown(scheme)}:'";
        }

        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                return "holds white space; write it as %20";
            }
        }

        var rest = text.AsSpan(scheme.Length + 1);
        return rest.StartsWith("//") && HasHost(rest[2..]) ? null : $"has no valid host: {MessageText.Quoted(text)}";
    }

    /// <summary>What stands before the first colon where that is a scheme, else null. A port is none: <c>localhost:4000</c>.</summary>
    public static string? Scheme(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !char.IsAsciiLetter(text[0]) || (colon + 1 < text.Length && char.IsAsciiDigit(text[colon + 1])))
        {
            return null;
        }

        for (var i = 0; i < colon; i++)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]) && text[i] is not ('+' or '-' or '.'))
            {
                return null;
            }
        }

        return text[..colon];
    }

    private static bool HasHost(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('/', '?', '#');
        var authority = end < 0 ? text : text[..end];
        authority = authority[(authority.LastIndexOf('@') + 1)..];
        var port = authority.LastIndexOf(':');
        var host = port > authority.LastIndexOf(']') ? authority[..port] : authority;
        if (host.IsEmpty || (host.Length < authority.Length && authority[(port + 1)..].ContainsAnyExceptInRange('0', '9')))
        {
            return false;
        }

        var plain = true;
        foreach (var c in host)
        {
            plain &= char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_';
        }

        // Names in other scripts and literal IPv6 are rare enough for the general parser.
        return plain ? host[0] != '.' && host[^1] != '-' : Uri.TryCreate(string.Concat("http://", authority), UriKind.Absolute, out var uri) && uri.Host.Length > 0;
    }
}
