namespace AiDigest.Core.Import.Posts;

/// <summary>
/// By which names the posts of a folder call each other: path, file name, permalink. A name that two posts answer to means neither.
/// </summary>
internal sealed class PostAddresses
{
    private readonly Dictionary<string, string?> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="name">The path of the post in its folder.</param>
    /// <param name="addresses">Where its source published it.</param>
    public void Add(string name, IEnumerable<string> addresses)
    {
        var path = Trimmed(name);
        _byName[path] = name;
        foreach (var address in addresses)
        {
            Know(Trimmed(address), name);
        }

        var last = path[(path.LastIndexOf('/') + 1)..];
        Know(last, name);
        Know(WithoutDate(last), name);
        Know((path.LastIndexOf('/') is >= 0 and var slash ? path[..(slash + 1)] : "") + WithoutDate(last), name);
    }

    /// <summary>The post that a reference means; null where none or several do.</summary>
    /// <param name="from">The post that refers, for relative paths.</param>
    public string? Find(string from, string reference)
    {
        var path = reference.Split('#', '?')[0];
        if (path.Length == 0)
        {
            return null;
        }

        var folder = from.LastIndexOf('/') is >= 0 and var slash ? from[..(slash + 1)] : "";
        string?[] candidates = path.StartsWith('/') ? [path] : [Combined(folder, path), Combined(Trimmed(from) + "/", path), path];
        foreach (var candidate in candidates)
        {
            if (candidate is not null && _byName.TryGetValue(Trimmed(candidate), out var found) && found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private void Know(string key, string name)
    {
        if (key.Length > 0 && !_byName.TryAdd(key, name) && _byName[key] != name)
        {
            _byName[key] = Trimmed(_byName[key] ?? "") == key ? _byName[key] : null;
        }
    }

    /// <summary>Without slashes around it, extension, and <c>index</c>.</summary>
    private static string Trimmed(string path)
    {
        path = Uri.UnescapeDataString(path).Trim('/');
        foreach (var extension in (string[])[".md", ".markdown", ".html"])
        {
            path = path.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? path[..^extension.Length] : path;
        }

        return path.EndsWith("/index", StringComparison.OrdinalIgnoreCase) ? path[..^6] : path;
    }

    private static string WithoutDate(string name) =>
        name.Length > 11 && name[10] == '-' && Facts.Day(name[..10]) is not null ? name[11..] : name;

    private static string? Combined(string folder, string path)
    {
        var parts = new List<string>();
        foreach (var part in (folder + path).Split('/'))
        {
            if (part == ".." && parts.Count == 0)
            {
                return null;
            }

            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ""))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
