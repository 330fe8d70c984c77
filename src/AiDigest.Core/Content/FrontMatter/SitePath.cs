using System.Text;
using AiDigest.Core.Diagnostics;
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
    public static Message? Read(string text, out string path)
    {
        path = text.Contains('%', StringComparison.Ordinal)
            ? UnicodeForm.Composed(Uri.UnescapeDataString(text))
            : UnicodeForm.Composed(text);
        if (path.StartsWith("//", StringComparison.Ordinal))
        {
            return Messages.PathOfAnotherSite;
        }

        path = path.TrimStart('/');
        if (WebAddress.Scheme(path) is not null)
        {
            return Messages.PathWithScheme;
        }

        if (path.Length == 0)
        {
            return Messages.PathOfHome;
        }

        return Wrong(path);
    }

    /// <summary>The output folder may be a work tree of Git, and the tool keeps its own files there. Windows has other names.</summary>
    private static bool IsOfOthers(ReadOnlySpan<char> name) =>
        name.Equals(".git", StringComparison.OrdinalIgnoreCase) || name.Equals("git~1", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith(".aidigest", StringComparison.OrdinalIgnoreCase);

    private static Message? Wrong(string path)
    {
        foreach (var c in path)
        {
            if (c is '?' or '#')
            {
                return Messages.PathWithQuery;
            }

            if (c == '\\' || char.IsControl(c))
            {
                return Messages.PathWithBackslash;
            }
        }

        foreach (var segment in path.AsSpan(0, path[^1] == '/' ? path.Length - 1 : path.Length).Split('/'))
        {
            switch (path.AsSpan(segment))
            {
                case "":
                    return Messages.PathWithDoubleSlash;
                case "." or "..":
                    return Messages.PathWithDots;
            }

            if (IsOfOthers(path.AsSpan(segment)))
            {
                return Messages.PathOfATool;
            }
        }

        return path[^1] == '/' || path.EndsWith(".html", StringComparison.Ordinal) ? null : Messages.PathWithoutEnd;
    }
}
