using System.Globalization;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Model;

namespace AiDigest.Core.Import.Posts;

/// <summary>
/// Where a site of Hugo or Jekyll published its posts, by its configuration: <c>permalink</c> of Jekyll with its named styles
/// (jekyllrb.com, "Permalinks"), <c>permalinks</c> of Hugo, and the default of each. Without a configuration nothing is guessed.
/// </summary>
internal sealed class PostPermalinks
{
    private readonly string? _jekyll;
    private readonly ExtraValue.Mapping? _hugo;
    private readonly bool _isHugo;

    private PostPermalinks(string? jekyll, ExtraValue.Mapping? hugo, bool isHugo) => (_jekyll, _hugo, _isHugo) = (jekyll, hugo, isHugo);

    public static PostPermalinks None { get; } = new(null, null, false);

    public static PostPermalinks Of((string Name, byte[] Bytes)? configuration)
    {
        if (configuration is not { } file)
        {
            return None;
        }

        var text = System.Text.Encoding.UTF8.GetString(file.Bytes).TrimStart('\uFEFF');
        var keys = file.Name.EndsWith(".toml", StringComparison.Ordinal)
            ? ForeignToml.Read(text, out _)
            : file.Name.EndsWith(".json", StringComparison.Ordinal)
            ? null
            : ForeignYaml.Read(file.Name, text, out _);
        if (!file.Name.StartsWith("_config", StringComparison.Ordinal))
        {
            return new PostPermalinks(null, Get(keys, "permalinks") as ExtraValue.Mapping, true);
        }

        return new PostPermalinks((Get(keys, "permalink") as ExtraValue.Text)?.Value.Trim() switch
        {
            null or "" or "date" => "/:categories/:year/:month/:day/:title.html",
            "pretty" => "/:categories/:year/:month/:day/:title/",
            "ordinal" => "/:categories/:year/:y_day/:title.html",
            "weekdate" => "/:categories/:year/W:week/:short_day/:title.html",
            "none" => "/:categories/:title.html",
            var template => template,
        }, null, false);
    }

    /// <param name="path">Of the post, below the root of its site.</param>
    public IEnumerable<string> For(string path, PostFields fields)
    {
        if (fields.HasAddress)
        {
            return [];
        }

        if (_jekyll is not null)
        {
            return path.Contains("_posts/", StringComparison.Ordinal) && fields.Fill(_jekyll, path) is { } address ? [address] : [];
        }

        return _isHugo ? Hugo(path, fields) : [];
    }

    private IEnumerable<string> Hugo(string path, PostFields fields)
    {
        path = path.StartsWith("content/", StringComparison.Ordinal) ? path["content/".Length..] : path;
        var section = path.Contains('/', StringComparison.Ordinal) ? path[..path.IndexOf('/', StringComparison.Ordinal)] : "";
        var page = Get(_hugo, "page") as ExtraValue.Mapping ?? _hugo;
        if (Get(page, section) is ExtraValue.Text template)
        {
            return fields.Fill(template.Value, path) is { } address ? [address] : [];
        }

        var folder = path.LastIndexOf('/') is >= 0 and var slash ? path[..(slash + 1)] : "";
        var isBundle = path.EndsWith("/index.md", StringComparison.OrdinalIgnoreCase);
        folder = isBundle ? folder[..(folder.TrimEnd('/').LastIndexOf('/') + 1)] : folder;
        return [$"/{folder}{fields.OwnSlug ?? fields.Stem}/".ToLowerInvariant().Replace(' ', '-')];
    }

    private static ExtraValue? Get(ExtraValue.Mapping? keys, string name)
    {
        foreach (var (key, value) in keys?.Members ?? [])
        {
            if (key == name)
            {
                return value;
            }
        }

        return null;
    }
}
