using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem.Sources;

namespace AiDigest.Core.Import.Posts;

/// <summary>
/// The files that one post names: pictures beside it, or in the folders from which Hugo and Jekyll serve files. Those that an entry may
/// have beside it go along.
/// </summary>
internal sealed class PostFiles(PostRoot? root, string post, ImportNotes notes)
{
    private const int Most = 200;

    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif"];
    private static readonly string[] Others = [".pdf", ".csv", ".txt", ".bib", ".zip"];
    private static readonly string[] Served = ["static/", "assets/", "", "content/", "public/"];

    private readonly List<DraftFile> _files = [];

    public ImmutableArray<DraftFile> Files => [.. _files];

    /// <summary>The name beside the entry of the file that the post names; null where there is none that may go along.</summary>
    public string? Take(string written, bool isPicture)
    {
        var path = Uri.UnescapeDataString(written.Split('?', '#')[0]);
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (root is null || path.Length == 0 || !(Pictures.Contains(extension) || (!isPicture && Others.Contains(extension))))
        {
            return null;
        }

        var folder = post.LastIndexOf('/') is >= 0 and var slash ? post[..(slash + 1)] : "";
        string[] candidates = path.StartsWith('/')
            ? [.. Served.Select(served => served + path[1..])]
            : [root.Prefix + folder + path, .. Served.Select(served => served + path)];
        foreach (var candidate in candidates)
        {
            if (ImportFiles.Inside(root.Folder, candidate) is { } source)
            {
                return Named(source);
            }
        }

        return null;
    }

    private string? Named(string source)
    {
        if (_files.Find(file => file.Source == source) is { } known)
        {
            return known.Name;
        }

        if (_files.Count == Most)
        {
            notes.Lost(Messages.LostFiles(Most));
            return null;
        }

        var extension = Path.GetExtension(source).ToLowerInvariant();
        var stem = AiDigest.Core.Model.Slug.Of(Path.GetFileNameWithoutExtension(source));
        stem = stem.Length > 80 ? stem[..80] : stem;
        var name = stem + extension;
        for (var number = 2; _files.Exists(file => file.Name == name); number++)
        {
            name = $"{stem}-{number}{extension}";
        }

        _files.Add(new DraftFile(name, source));
        return name;
    }
}

/// <summary>The root of a site of Hugo or Jekyll, and where the posts are below it.</summary>
/// <param name="Folder">Full path.</param>
/// <param name="Prefix">The path of the imported folder in it, ending in <c>/</c>; empty where it is the root.</param>
internal sealed record PostRoot(string Folder, string Prefix);
