using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Content.FrontMatter;

/// <summary>Addresses of the web (RFC 3986): http or https, a host, no white space.</summary>
internal static class WebAddress
{
    /// <returns>Null where the address is good, else the end of a message.</returns>
    public static Message? Problem(string text)
    {
        var scheme = Scheme(text);
        if (scheme is null)
        {
            return Messages.AddressWithoutScheme(text);
        }

        if (!scheme.Equals("https", StringComparison.OrdinalIgnoreCase) && !scheme.Equals("http", StringComparison.OrdinalIgnoreCase))
        {
            return Messages.AddressOfScheme(scheme.ToString());
        }

        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                return Messages.AddressWithSpace;
            }
        }

        var rest = text.AsSpan(scheme.Length + 1);
        return rest.StartsWith("//") && HasHost(rest[2..]) ? null : Messages.AddressWithoutHost(text);
    }

    /// <summary>What comes before the first colon where that is a scheme, else null. A port is none: <c>localhost:4000</c>.</summary>
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

    /// <summary>
    /// Why an address cannot be the base of a site: a browser takes <c>//</c> at the start of a path for another host, and folds dots and
    /// backslashes into a path that the site does not have.
    /// </summary>
    /// <param name="text">A good address.</param>
    /// <returns>Null where it can, else the end of a message.</returns>
    public static Message? ProblemOfBase(string text)
    {
        if (text.AsSpan().IndexOfAny('?', '#') >= 0)
        {
            return Messages.AddressWithQuery;
        }

        if (text.Contains('\\', StringComparison.Ordinal))
        {
            return Messages.AddressWithBackslash;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.Port is < 1 or > 65535)
        {
            return Messages.AddressWithoutPort(text);
        }

        if (uri.UserInfo.Length > 0)
        {
            return Messages.AddressWithUser;
        }

        var start = text.IndexOf('/', text.IndexOf("//", StringComparison.Ordinal) + 2);
        var path = start < 0 ? "" : text[start..];
        if (path.Contains("//", StringComparison.Ordinal))
        {
            return Messages.AddressWithDoubleSlash;
        }

        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (Uri.UnescapeDataString(segment))
            {
                case "." or "..":
                    return Messages.AddressWithDots;
                case var name when name.AsSpan().IndexOfAny('/', '\\') >= 0 || name.Any(char.IsControl):
                    return Messages.AddressWithEncodedSign;
            }
        }

        return null;
    }

    // An empty one is allowed (RFC 3986, section 3.2.3).
    private static bool IsPort(ReadOnlySpan<char> text) =>
        !text.ContainsAnyExceptInRange('0', '9') && text.TrimStart('0').Length <= 5
            && (text.IsEmpty || int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) is > 0 and <= 65535);

    private static bool HasHost(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('/', '?', '#');
        var authority = end < 0 ? text : text[..end];
        authority = authority[(authority.LastIndexOf('@') + 1)..];
        var port = authority.LastIndexOf(':');
        var host = port > authority.LastIndexOf(']') ? authority[..port] : authority;
        if (host.IsEmpty || host.Length > 253 || (host.Length < authority.Length && !IsPort(authority[(port + 1)..])))
        {
            return false;
        }

        var plain = true;
        foreach (var c in host)
        {
            plain &= char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_';
        }

        // Names in other scripts and literal IPv6 are rare enough for the general parser.
        return plain ? host[0] != '.' && host[^1] != '-'
            && host.IndexOf("..") < 0 : Uri.TryCreate(string.Concat("http://", authority), UriKind.Absolute, out var uri)
            && uri.Host.Length > 0;
    }
}
