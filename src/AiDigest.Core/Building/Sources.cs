using AiDigest.Core.Diagnostics;
using AiDigest.Core.IO;
using AiDigest.Core.Rendering;

namespace AiDigest.Core.Building;

/// <summary>The files of a site, sorted into what reads them.</summary>
internal sealed class Sources
{
    private static readonly string[] NearlyRead = [".yml", ".markdown", ".mdown", ".mkd", ".mdx", ".json", ".html", ".docx", ".ipynb"];

    private readonly Dictionary<string, SourceFile> _byPath = new(StringComparer.Ordinal);
    private readonly string _root;
    private string? _textPath;
    private byte[] _text = [];

    public Sources(string root, List<Diagnostic> diagnostics)
    {
        _root = root;
        foreach (var file in SourceTree.List(root, "content"))
        {
            if (IsReadable(file, diagnostics))
            {
                _byPath.Add(file.Path, file);
                Sort(file, diagnostics);
            }
        }
    }

    public SourceFile? Settings { get; private set; }

    public SourceFile? Tags { get; private set; }

    public List<SourceFile> Papers { get; } = [];

    public List<SourceFile> Pages { get; } = [];

    /// <summary>Every path below <c>content/</c>, sorted.</summary>
    public IReadOnlyList<string> Paths => [.. _byPath.Keys];

    /// <summary>Sources that are there and are not read, since only one text is looked at; a link to one of them is no mistake.</summary>
    public HashSet<string> Unread { get; } = new(StringComparer.Ordinal);

    public byte[] Read(string path) => path == _textPath ? _text : SourceTree.Read(_byPath[path]);

    /// <summary>Puts a text at a path in place of the file there, if there is one; other entries and pages are then left unread.</summary>
    public void Put(string path, byte[] text, List<Diagnostic> diagnostics)
    {
        (_textPath, _text) = (path, text);
        foreach (var other in Papers.Concat(Pages))
        {
            Unread.Add(other.Path);
        }

        Unread.Remove(path);
        Papers.Clear();
        Pages.Clear();
        var file = new SourceFile(path, Path.Combine(_root, path), text.Length, IsLink: false);
        if (path.StartsWith("content/", StringComparison.Ordinal))
        {
            _byPath[path] = file;
            Sort(file, diagnostics);
        }
    }

    /// <summary>The site's own files of the theme.</summary>
    public List<ThemeFile> Theme(List<Diagnostic> diagnostics)
    {
        const string Folder = "templates/";
        var files = new List<ThemeFile>();
        foreach (var file in SourceTree.List(_root, "templates"))
        {
            if (IsReadable(file, diagnostics))
            {
                _byPath.Add(file.Path, file);
                files.Add(new ThemeFile(file.Path[Folder.Length..], Read(file.Path)));
            }
        }

        if (_textPath is { } path && path.StartsWith(Folder, StringComparison.Ordinal) && !_byPath.ContainsKey(path))
        {
            files.Add(new ThemeFile(path[Folder.Length..], _text));
        }

        return files;
    }

    /// <summary>Puts its source line into each diagnostic that was made without the file at hand.</summary>
    public Diagnostic WithLine(Diagnostic diagnostic, Dictionary<string, SourceText> texts)
    {
        // Of the owner's files in static/ no line is at fault, and they may be anything.
        var owners = diagnostic.Path.StartsWith("content/static/", StringComparison.Ordinal);
        if (diagnostic.SourceLine is not null || owners || !_byPath.TryGetValue(diagnostic.Path, out var file) || file.Size > (16 << 20))
        {
            return diagnostic;
        }

        if (!texts.TryGetValue(diagnostic.Path, out var text))
        {
            var bytes = Read(file.Path);
            text = new SourceText(diagnostic.Path, bytes.AsSpan().Contains((byte)0) ? "" : new ThemeFile("", bytes).Text());
            texts.Add(diagnostic.Path, text);
        }

        return text.Report(diagnostic.Rule, diagnostic.Line, diagnostic.Column, diagnostic.Length, diagnostic.Message, diagnostic.Mended);
    }

    private void Sort(SourceFile file, List<Diagnostic> diagnostics)
    {
        var path = file.Path;
        var type = Path.GetExtension(path);
        if (path == "content/site.yaml")
        {
            Settings = file;
        }
        else if (path == "content/tags.yaml")
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
            diagnostics.Add(new Diagnostic(Catalogue.UnreadFile, path, 1, 1, 1, $"nothing reads this file{Hint(path, type)}", ""));
        }
    }

    private static bool IsUnread(string path, string type)
    {
        if (path.StartsWith("content/static/", StringComparison.Ordinal))
        {
            return false;
        }

        var isHome = path.StartsWith("content/papers/", StringComparison.Ordinal) || path.StartsWith("content/pages/", StringComparison.Ordinal);
        return !isHome || NearlyRead.Contains(type, StringComparer.OrdinalIgnoreCase) || type is ".yaml"
            || (type is not ".md" && type.Equals(".md", StringComparison.OrdinalIgnoreCase));
    }

    private static string Hint(string path, string type) => type switch
    {
        ".yml" => "; YAML files end in .yaml",
        ".markdown" or ".mdown" or ".mkd" or ".mdx" => "; Markdown files end in .md",
        _ when path.Count(c => c == '/') == 1 => NearestName.Hint(path, ["content/site.yaml", "content/tags.yaml"]),
        _ => "",
    };

    private static bool IsReadable(SourceFile file, List<Diagnostic> diagnostics)
    {
        if (file.IsLink)
        {
            diagnostics.Add(new Diagnostic(Catalogue.SymbolicLink, file.Path, 1, 1, 1, "symbolic links are not followed", ""));
            return false;
        }

        if (file.Twin is { } twin)
        {
            diagnostics.Add(new Diagnostic(Catalogue.NamesTwice, file.Path, 1, 1, 1, $"another file has the same name in another Unicode form: {Path.GetFileName(twin)}", ""));
        }

        return true;
    }
}
