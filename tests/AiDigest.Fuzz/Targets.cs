using System.Collections.Immutable;
using System.Text;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Content;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Core.FileSystem.Sources;
using AiDigest.Core.Import;
using AiDigest.Core.Markdown;
using AiDigest.Core.Markdown.Highlighting;
using AiDigest.Core.Model;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Core.Site;
using AngleSharp.Html.Parser;

namespace AiDigest.Fuzz;

/// <summary>The targets: each reader of bytes that a pull request, an export or a damaged disk can hand to the tool.</summary>
internal static class Targets
{
    private static readonly Limits Bounds = new();
    private static readonly SealKey Key = new(1, 2, 3);
    private static readonly BodyRenderer Typeset = new(new MarkdownOptions(Bounds, Math: false, Highlight: true, Typography: true));
    private static readonly BodyRenderer Mathematical = new(new MarkdownOptions(Bounds, Math: true, Highlight: false, Typography: true));
    private static readonly string[] Languages = [.. FenceLanguages.All.Where(name => Highlighter.For(name) is not null)];

    public static IReadOnlyList<Target> All { get; } =
    [
        new(
            "front-matter", Is("papers", ".md"),
            bytes => Inside(bytes, EntryParser.Markdown("content/papers/x.md", bytes, Bounds).Diagnostics)),
        new("day", Is("papers", ".yaml"), bytes => Inside(bytes, EntryParser.Yaml("content/papers/x.yaml", bytes, Bounds).Diagnostics)),
        new("page", Is("pages", ".md"), bytes => Inside(bytes, PageParser.Parse("content/pages/x.md", bytes, Bounds).Diagnostics)),
        new(
            "settings", Is("", "site.yaml"),
            bytes => Inside(bytes, SettingsParser.Parse("content/site.yaml", bytes, OutputKind.Names).Diagnostics)),
        new("tags", Is("", "tags.yaml"), bytes => Inside(bytes, TagsParser.Parse("content/tags.yaml", bytes).Diagnostics)),
        new("strings", Is("strings", ".yaml"), bytes => Inside(bytes, StringsParser.Parse("templates/strings.ru.yaml", bytes).Diagnostics)),
        new("yaml", Is("", ".yaml"), SameYaml),
        new("body", Is("", ".md"), bytes => Body(Typeset, bytes)),
        new("formulas", Is("", ".md"), bytes => Body(Mathematical, bytes))
        {
            Samples = Texts("$x^2$", "$$\\frac{a}{b}$$", "$\\sum_{i=1}^n x_i$"),
        },
        new("highlighting", Is("", ".md"), Highlight) { Samples = Texts("\0def f(x): return 'a'", "\u0005let x = `a${b}`;") },
        new("templates", Is("templates", ".html"), Template),
        new("manifest", Is("", ".aidigest-manifest"), Owned) { Samples = Texts("index.html\npapers/a/index.html\n") },
        new("cache", Is("", ".none"), Cached),
        new("pictures", Is("", ".png"), bytes => PictureHeader.SizeOf(bytes)),
        new("bibtex", Is("", ".bib"), Import("x.bib", ImportFormat.Bibtex))
        {
            Samples = Texts(
                "@string{a = \"b\"}\n@article{k, title = {T {\\\"a}} # a, author = {Liu, F. and {B C}}, year = 2020, month = jun}\n"),
        },
        new("ris", Is("", ".ris"), Import("x.ris", ImportFormat.Ris))
        {
            Samples = Texts("TY  - JOUR\nTI  - A\nAU  - B, C\nPY  - 2025/06/01\nER  - \n"),
        },
        new("feeds", Is("", ".xml"), Import("x.xml", ImportFormat.Atom)),
        new("json-feed", Is("", "feed.json"), Import("x.json", ImportFormat.JsonFeed)),
        new("json", Is("", ".json"), Import("x.json", ImportFormat.Json))
        {
            Samples = Texts("[{\"paper\":{\"id\":\"2411.19108\",\"title\":\"T\",\"authors\":[{\"name\":\"A\"}],\"summary\":\"S\"}}]"),
        },
        new("posts", Is("", ".md"), Import("2024-01-02-x.md", ImportFormat.Posts)),
    ];

    public static Target? Named(string name) => All.FirstOrDefault(target => target.Name == name);

    private static Func<string, bool> Is(string holds, string end) => path =>
        path.Contains(holds, StringComparison.Ordinal) && path.EndsWith(end, StringComparison.Ordinal);

    private static byte[][] Texts(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Every place that is reported is inside the file, and every message is one line.</summary>
    private static void Inside(byte[] bytes, ImmutableArray<Diagnostic> diagnostics)
    {
        var lines = Encoding.UTF8.GetString(bytes).Count(c => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' or '\f') + 1;
        foreach (var found in diagnostics)
        {
            Promise(found.Line >= 1 && found.Line <= lines, $"{found}: no such line");
            Promise(found.Column >= 1 && found.Column <= (found.SourceLine?.Length ?? 0) + 1, $"{found}: no such column");
            Promise(!found.Message.Contains('\n', StringComparison.Ordinal), $"{found}: a message of two lines");
        }
    }

    /// <summary>The short reader of YAML gives what the package's parser gives.</summary>
    private static void SameYaml(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (Unprintable.IsIn(text))
        {
            return;
        }

        var within = new YamlText("---\n" + text + "---\n", 4, text.Length, 1);
        if (FlatYaml.Read(within, nesting: 10) is { } flat)
        {
            var outcome = YamlTree.Read(new SourceText("x.md", within.Text), within, nesting: 10);
            Promise(
                outcome is { Fault: null, Root: not null } && outcome.Diagnostics.Count == 0,
                "the parser refuses what the short reader reads");
            Promise(Described(outcome.Root!) == Described(flat), "the two readers of YAML differ");
        }
    }

    private static string Described(YamlNode node) =>
        $"{node.Kind} {node.Style} {node.Flow} {node.Line}:{node.Column}-{node.EndLine}:{node.EndColumn} '{node.Text}'"
        + string.Concat((node.Items ?? []).Select(item => $"\n- {Described(item)}"))
        + string.Concat((node.Pairs ?? []).Select(pair => $"\n{Described(pair.Key)} => {Described(pair.Value)}"));

    /// <summary>Nothing in the HTML of a body acts, and a second rendering gives the same.</summary>
    private static void Body(BodyRenderer renderer, byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var rendered = renderer.Render(new BodySource(new SourceText("content/papers/x.md", text), text, 1));
        Inside(bytes, rendered.Diagnostics);
        var html = new StringBuilder();
        foreach (var piece in rendered.Body.Pieces)
        {
            html.Append(piece.Kind switch
            {
                PieceKind.Html => Encoding.UTF8.GetString(rendered.Body.Utf8.Span.Slice(piece.Value, piece.Length)),
                PieceKind.LinkOpen => "<a>",
                PieceKind.LinkClose => "</a>",
                PieceKind.HeadingLevel => "3",
                _ => "",
            });
        }

        var page = new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + html);
        foreach (var element in page.Body!.QuerySelectorAll("*"))
        {
            Promise(
                element.LocalName is not (
                    "script" or "style" or "iframe" or "object" or "embed" or "form" or "link" or "meta" or "base" or "svg"),
                $"the body holds <{element.LocalName}>");
            foreach (var attribute in element.Attributes)
            {
                Promise(
                    !attribute!.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && attribute.Name is not ("style" or "srcdoc"),
                    $"the body holds {attribute.Name}");
            }
        }
    }

    /// <summary>The first byte chooses the language. The tokens together are the code.</summary>
    private static void Highlight(byte[] bytes)
    {
        var lexer = Highlighter.For(Languages[(bytes.Length > 0 ? bytes[0] : 0) % Languages.Length])!;
        var code = Encoding.UTF8.GetString(bytes.AsSpan(Math.Min(1, bytes.Length)));
        var tokens = new TokenList();
        lexer.Lex(code, tokens);
        var length = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            length += tokens[i].Length;
        }

        Promise(length == code.Length, "tokens do not cover the code");
    }

    private static void Template(byte[] bytes)
    {
        var diagnostics = new List<Diagnostic>();
        Theme.Load([new ThemeFile("layouts/home.html", bytes)], new Minifier(), diagnostics);
        Inside(bytes, [.. diagnostics]);
    }

    /// <summary>Nothing that a manifest names leads out of the folder, and what was read is written as it was read.</summary>
    private static void Owned(byte[] bytes)
    {
        var lines = Manifest.Parse(bytes);
        foreach (var line in lines)
        {
            var full = Path.GetFullPath(Path.Combine("/out", line.Path));
            Promise(full.StartsWith("/out/", StringComparison.Ordinal), $"'{line.Path}' leads out of the folder");
        }

        Promise(
            Manifest.Parse(Manifest.Format(lines.Select(line => line.Path))).Select(line => line.Path)
                .SequenceEqual(lines.Select(line => line.Path)),
            "a manifest that is written again names other files");
    }

    /// <summary>A file of the cache that somebody made is not believed.</summary>
    private static void Cached(byte[] bytes)
    {
        foreach (var mark in (string[])["AIDIGEST-OUTPUTS", "AIDIGEST-SHOWN", "AIDIGEST-FORMULAS", "AIDIGEST-MINIFIED"])
        {
            byte[] file = [.. Encoding.ASCII.GetBytes(mark), .. bytes];
            Promise(LastBuildCodec.Parse(file, Key) is null, "a cache without its seal was believed");
            Promise(PageContentsSnapshot.Parse(file, Key) is null, "a cache without its seal was believed");
            FormulaCache.Load(file, Key, default);
            MinifiedCache.Load(file, Key, default);
        }
    }

    /// <summary>A damaged file is reported; each item is a draft or a problem.</summary>
    private static Action<byte[]> Import(string name, ImportFormat format) => bytes =>
    {
        try
        {
            foreach (var item in ImportReader.Read(new ImportFile(name, bytes), format))
            {
                Promise(item.Draft is not null || item.Problem is not null, "an item without a draft and without a problem");
            }
        }
        catch (ImportException)
        {
            // The file is reported as a whole.
        }
    };

    private static void Promise(bool holds, string message)
    {
        if (!holds)
        {
            throw new BrokenPromiseException(message);
        }
    }
}
