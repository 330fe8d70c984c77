using AiDigest.Core.Model;

namespace AiDigest.Core.Content.FrontMatter;

/// <summary>Names of addresses that come from the paths of source files.</summary>
internal static class DefaultSlug
{
    /// <summary>As <see cref="Slug.IsValid"/>, without its cost.</summary>
    public static bool IsSlug(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    public static string Slugged(string name) =>
        IsSlug(name) && name.Length <= Slug.Longest && name[0] != '-' && name[^1] != '-'
            && !name.Contains("--", StringComparison.Ordinal) ? name : Slug.Of(name);

    /// <summary>The slug of an entry's file: its name without extension and leading date; <c>index</c> is named by its folder.</summary>
    public static string OfEntry(string path)
    {
        var name = WithoutExtension(path[(path.LastIndexOf('/') + 1)..]);
        if (name == "index" && Folder(path) is { Length: > 0 } folder)
        {
            name = folder[(folder.LastIndexOf('/') + 1)..];
        }

        return Slugged(WithoutDate(name));
    }

    /// <summary>The address of a standing page: <c>content/pages/docs/howto.md</c> gives <c>docs/howto</c>.</summary>
    /// <param name="slug">Replaces the last segment where it is given.</param>
    public static string OfPage(string path, string? slug)
    {
        const string root = "content/pages/";
        var inside = path.StartsWith(root, StringComparison.Ordinal) ? path[root.Length..] : path;
        var segments = inside.Split('/');
        segments[^1] = WithoutExtension(segments[^1]);
        if (segments[^1] == "index")
        {
            segments = segments.Length > 1 ? segments[..^1] : ["pages"];
        }

        for (var i = 0; i < segments.Length; i++)
        {
            segments[i] = slug is not null && i == segments.Length - 1 ? slug : Slugged(segments[i]);
        }

        return string.Join('/', segments);
    }

    private static string Folder(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private static string WithoutExtension(string name) => name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;

    private static string WithoutDate(string name)
    {
        const string form = "0000-00-00-";
        if (name.Length <= form.Length)
        {
            return name;
        }

        for (var i = 0; i < form.Length; i++)
        {
            if (form[i] == '-' ? name[i] != '-' : !char.IsAsciiDigit(name[i]))
            {
                return name;
            }
        }

        return name[form.Length..];
    }
}
