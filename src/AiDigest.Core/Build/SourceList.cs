using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Sources;
using AiDigest.Core.Rendering.Themes;

namespace AiDigest.Core.Build;

/// <summary>A text that is looked at as if it were at a path of the site.</summary>
/// <param name="Path">Relative to the root, with <c>/</c>.</param>
internal sealed record SourceOverlay(string Path, byte[] Bytes);

/// <summary>The files of a site, sorted into what reads them.</summary>
internal sealed class SourceList
{
    private static readonly string[] NearlyRead = [".yml", ".markdown", ".mdown", ".mkd", ".mdx", ".json", ".html", ".docx", ".ipynb"];

    public const string SettingsPath = "content/site.yaml";

    public const string TagsPath = "content/tags.yaml";

    private const string ThemeFolder = "templates/";

    private readonly Dictionary<string, int> _byPath;
    private readonly List<ListedFile> _files;
    private readonly List<string> _all;
    private readonly List<ListedFile> _listed = [];
    private readonly Lazy<Digest> _listing;

    /// <param name="text">A text to look at alone, in place of the file at its path if there is one: other entries and pages are left
    /// unread.</param>
    public SourceList(string root, List<Diagnostic> diagnostics, SourceOverlay? text = null)
    {
        Text = text;
        _listing = new Lazy<Digest>(ListingOf);
        var content = List(root, "content");
        (_all, _files, _byPath) = (new(content.Count), new(content.Count), new(content.Count, StringComparer.Ordinal));
        foreach (var file in content)
        {
            if (Take(file, diagnostics))
            {
                Sort(file, diagnostics);
            }
        }

        Paths = _all.ToArray();
        foreach (var file in List(root, "templates"))
        {
            Take(file, diagnostics);
        }

        if (text is not null)
        {
            Unread = [.. Papers.Concat(Pages).Select(file => file.Path).Where(path => path != text.Path)];
            Papers.RemoveAll(file => file.Path != text.Path);
            Pages.RemoveAll(file => file.Path != text.Path);
        }
    }

    public SourceOverlay? Text { get; }

    /// <summary>Sources that are there and are not read, since one text is looked at alone; a link to one of them is no mistake.</summary>
    public IReadOnlyCollection<string> Unread { get; } = [];

    /// <summary>Of the names of all files and of what is odd about them.</summary>
    public Digest Listing => _listing.Value;

    public ListedFile? Settings { get; private set; }

    public ListedFile? Tags { get; private set; }

    public List<ListedFile> Papers { get; } = [];

    public List<ListedFile> Pages { get; } = [];

    /// <summary>Every path below <c>content/</c>, sorted.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>The same, and then every path below <c>templates/</c>.</summary>
    public IReadOnlyList<string> All => _all;

    public int Count => _all.Count;

    public bool Has(string path) => _byPath.ContainsKey(path);

    /// <summary>A file as it was listed.</summary>
    public ListedFile FileOf(string path) => _files[_byPath[path]];

    /// <summary>The place of a path in <see cref="All"/>.</summary>
    public int IndexOf(string path) => _byPath[path];

    public byte[] Read(string path) => Read(IndexOf(path), out _);

    /// <param name="index">See <see cref="IndexOf"/>.</param>
    /// <param name="status">Of the file before it was read; null if that is not known.</param>
    public byte[] Read(int index, out FileStatus? status)
    {
        status = null;
        return _all[index] == Text?.Path ? Text.Bytes : SourceTree.Read(_files[index], out status);
    }

    /// <summary>Reads a file into a buffer, or into a larger one where that is too small; valid until the buffer is used again.</summary>
    /// <param name="status">Of the file before it was read; null if that is not known.</param>
    public ReadOnlyMemory<byte> ReadInto(int index, byte[] buffer, out FileStatus? status)
    {
        status = null;
        return _all[index] == Text?.Path ? Text.Bytes : SourceTree.ReadInto(_files[index], buffer, out status);
    }

    /// <summary>What is told of a file without reading it; null where nothing is.</summary>
    public FileStatus? StatusOf(int index) => _all[index] == Text?.Path ? null : SourceTree.Status(_files[index]);

    /// <summary>The site's own files of the theme.</summary>
    /// <param name="read">Gives the bytes of a source by its path.</param>
    public IEnumerable<ThemeFile> Theme(Func<string, byte[]> read) =>
        _all.Skip(Paths.Count).Select(path => new ThemeFile(path[ThemeFolder.Length..], read(path)));

    /// <summary>Puts its source line into each diagnostic that was made without the file at hand.</summary>
    public Diagnostic WithLine(Diagnostic diagnostic, Dictionary<string, SourceText> texts)
    {
        // Of the owner's files in static/ no line is at fault, and they may be anything.
        var owners = diagnostic.Path.StartsWith("content/static/", StringComparison.Ordinal);
        if (diagnostic.SourceLine is not null || owners || !_byPath.TryGetValue(diagnostic.Path, out var found)
            || SourceTree.Size(_files[found]) > (16 << 20))
        {
            return diagnostic;
        }

        if (!texts.TryGetValue(diagnostic.Path, out var text))
        {
            // Diagnostics are sorted by path, so a file that was left is not asked for again; all texts of a large site would fill the
            // memory.
            texts.Clear();
            var bytes = Read(diagnostic.Path);
            text = new SourceText(diagnostic.Path, bytes.AsSpan().Contains((byte)0) ? "" : new ThemeFile("", bytes).Text());
            texts.Add(diagnostic.Path, text);
        }

        return text.Report(diagnostic.Rule, diagnostic.Line, diagnostic.Column, diagnostic.Length, diagnostic.Text, diagnostic.Fixed);
    }

    private IReadOnlyList<ListedFile> List(string root, string folder)
    {
        var files = SourceTree.List(root, folder);
        return Text is { } text && text.Path.StartsWith(folder + "/", StringComparison.Ordinal) && files.All(file => file.Path != text.Path)
            ? [.. files, new ListedFile(root, text.Path, IsLink: false)]
            : files;
    }

    private bool Take(ListedFile file, List<Diagnostic> diagnostics)
    {
        _listed.Add(file);
        if (!IsReadable(file, diagnostics))
        {
            return false;
        }

        _byPath.Add(file.Path, _all.Count);
        _all.Add(file.Path);
        _files.Add(file);
        return true;
    }

    private Digest ListingOf()
    {
        var bytes = new ByteWriter(1024 + _listed.Sum(file => 2 * file.Path.Length));
        foreach (var file in _listed)
        {
            bytes.Chars(file.Path);
            bytes.Chars(file.Twin);
            bytes.Flag(file.IsLink);
        }

        return Digest.Of(bytes.Written);
    }

    private void Sort(ListedFile file, List<Diagnostic> diagnostics)
    {
        var path = file.Path;
        var type = Path.GetExtension(path);
        if (path == SettingsPath)
        {
            Settings = file;
        }
        else if (path == TagsPath)
        {
            Tags = file;
        }
        else if (type is ".md" or ".yaml" && path.StartsWith("content/papers/", StringComparison.Ordinal))
        {
            Papers.Add(file);
        }
        else if (type == ".md" && path.StartsWith("content/pages/", StringComparison.Ordinal))
        {
            Pages.Add(file);
        }
        else if (IsUnread(path, type))
        {
            diagnostics.Add(new Diagnostic(Catalogue.UnreadFile, path, 1, 1, 1, Messages.UnreadFile(Hint(path, type)), ""));
        }
    }

    private static bool IsUnread(string path, string type)
    {
        if (path.StartsWith("content/static/", StringComparison.Ordinal))
        {
            return false;
        }

        var isHome = path.StartsWith("content/papers/", StringComparison.Ordinal)
            || path.StartsWith("content/pages/", StringComparison.Ordinal);
        return !isHome || NearlyRead.Contains(type, StringComparer.OrdinalIgnoreCase) || type is ".yaml"
            || (type is not ".md" && type.Equals(".md", StringComparison.OrdinalIgnoreCase));
    }

    private static Message Hint(string path, string type) => type switch
    {
        ".yml" => Messages.YamlEndsInYaml,
        ".markdown" or ".mdown" or ".mkd" or ".mdx" => Messages.MarkdownEndsInMd,
        ".yaml" when path.Count(c => c == '/') == 1 && NearestName.Of(path, [SettingsPath, TagsPath]) is { } near =>
            Messages.DidYouMean(near),
        ".md" or ".yaml" => Messages.WhereEntriesLive,
        _ when !path.StartsWith("content/papers/", StringComparison.Ordinal) =>
            Messages.WhereFilesLive,
        _ => Message.Empty,
    };

    private static bool IsReadable(ListedFile file, List<Diagnostic> diagnostics)
    {
        if (file.IsLink)
        {
            diagnostics.Add(new Diagnostic(Catalogue.SymbolicLink, file.Path, 1, 1, 1, Messages.SymbolicLink, ""));
            return false;
        }

        if (file.Twin is { } twin)
        {
            diagnostics.Add(
                new Diagnostic(Catalogue.NamesTwice, file.Path, 1, 1, 1,
                Messages.NameTwice(Path.GetFileName(twin)), ""));
        }

        return true;
    }
}
