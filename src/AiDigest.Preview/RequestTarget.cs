using System.Globalization;
using System.Text;

namespace AiDigest.Preview;

/// <summary>
/// Reads the target of a request (RFC 9112, section 3.2) with suspicion: it decodes once, strictly, and lets nothing through that could
/// lead out of a folder, however it is spelled. Kestrel's own decoded path has dots resolved already, so an attempt would not be seen.
/// </summary>
internal static class RequestTarget
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The decoded path and the query with its <c>?</c>; null where the target is malformed or a traversal.</summary>
    public static (string Path, string Query)? Parse(string target)
    {
        if (!target.StartsWith('/'))
        {
            // The absolute form, as proxies send it.
            var authority = target.IndexOf("://", StringComparison.Ordinal);
            var slash = authority < 0 ? -1 : target.IndexOf('/', authority + 3);
            if (slash < 0)
            {
                return null;
            }

            target = target[slash..];
        }

        var end = target.IndexOf('?', StringComparison.Ordinal);
        var query = end < 0 ? "" : target[end..];
        return Decode(end < 0 ? target : target[..end]) is { } path ? (path, query) : null;
    }

    private static string? Decode(string raw)
    {
        var bytes = new byte[raw.Length];
        var count = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (c == '%')
            {
                if (i + 2 >= raw.Length
                    || !byte.TryParse(raw.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
                    || value == '/')
                {
                    return null;
                }

                bytes[count++] = value;
                i += 2;
            }
            else if (char.IsAscii(c))
            {
                bytes[count++] = (byte)c;
            }
            else
            {
                return null;
            }
        }

        try
        {
            var path = Strict.GetString(bytes, 0, count);
            return path.Any(IsRefused) || path.Split('/').Any(name => name is "." or "..") ? null : path;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsRefused(char c) => char.IsControl(c) || c == '\\' || (c == ':' && OperatingSystem.IsWindows());
}
