using System.Text;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content.FrontMatter;

/// <summary>Old addresses in the site, as <c>aliases</c> gives them.</summary>
internal static class SitePath
{
    /// <summary>Bytes of one part of a path: file systems allow 255, and a file that is being written has a longer name.</summary>
    public const int LongestName = 240;

    private const int LongestPath = 1000;

    public static bool IsTooLong(string path) =>
        Encoding.UTF8.GetByteCount(path) > LongestPath || path.Split('/').Any(name => Encoding.UTF8.GetByteCount(name) > LongestName);

    /// <param name="path">Without the leading <c>/</c>, percent-encoding decoded.</param>
    /// <returns>Null where the path is good, else the end of a message.</returns>
    public static string? Read(string text, out string path)
    {
        path = text.Contains('%', StringComparison.Ordinal)
            ? UnicodeForm.Composed(Uri.UnescapeDataString(text))
            : UnicodeForm.Composed(text);
        if (path.StartsWith("//", StringComparison.Ordinal))
        {
            return "begins with '//'; it must be a path in this site";
        }

        path = path.TrimStart('/');
        if (WebAddress.Scheme(path) is not null)
        {
            return "is an address with a scheme; it must be a path in this site";
        }

        if (path.Length == 0)
        {
            return "is the home page, which cannot be an old address";
        }

        return Wrong(path);
    }

    private static string? Wrong(string path)
    {
        foreach (var c in path)
        {
            if (c is '?' or '#')
            {
                return "has a query or fragment, which no file can answer";
            }

            if (c == '\\' || char.IsControl(c))
            {
                return "holds a backslash or a control character";
            }
        }

        foreach (var segment in path.AsSpan(0, path[^1] == '/' ? path.Length - 1 : path.Length).Split('/'))
        {
            switch (path.AsSpan(segment))
            {
                case "":
                    return "holds '//'";
                case "." or "..":
                    return "holds '.' or '..' as a folder";
            }
        }

        return path[^1] == '/' || path.EndsWith(".html", StringComparison.Ordinal) ? null : "must end in '/' or '.html'";
    }
}
