using AiDigest.Core.FileSystem.Sources;

namespace AiDigest.Core.Import.Posts;

/// <summary>The posts of a folder, or one alone. First all are read, then converted, since they link to one another.</summary>
internal static class PostFolder
{
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IReadOnlyList<ImportedItem> Read(string folder, string? encoding)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var site = ImportFiles.SiteOfPosts(full);
        var prefix = site == full ? "" : Path.GetRelativePath(site, full).Replace('\\', '/') + "/";
        var files = ImportFiles.Posts(full).Select(post => new ImportFile(post.Name, post.Bytes, encoding)).ToList();
        return Read(files, new PostRoot(site, prefix), PostPermalinks.Of(ImportFiles.Configuration(site)));
    }

    /// <summary>One post; the files beside it go along where its folder is known.</summary>
    public static IReadOnlyList<ImportedItem> Read(ImportFile file, string? folder) =>
        Read([file], folder is null ? null : new PostRoot(folder, ""), PostPermalinks.None);

    private static List<ImportedItem> Read(IReadOnlyList<ImportFile> files, PostRoot? root, PostPermalinks permalinks)
    {
        var posts = new List<(Post Post, PostFields? Fields)>();
        var addresses = new PostAddresses();
        foreach (var file in files)
        {
            var (post, fields) = Parsed(file);
            posts.Add((post, fields));
            addresses.Add(
                file.Name, fields is null ? [] : [.. fields.Addresses, .. permalinks.For((root?.Prefix ?? "") + file.Name, fields)]);
        }

        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return posts.ConvertAll(post => post.Fields is null
            ? ImportedItem.Failed(post.Post.Name, post.Post.Problem)
            : post.Fields.Item(post.Post.Body, root, addresses, permalinks.For((root?.Prefix ?? "") + post.Post.Name, post.Fields), taken));
    }

    private static (Post Post, PostFields? Fields) Parsed(ImportFile file)
    {
        try
        {
            var post = PostImport.Read(file);
            return (post, post.Keys is null ? null : PostFields.Read(post));
        }
        catch (ImportException e)
        {
            return (new Post(file.Name, null, "", e.Text), null);
        }
    }
}
