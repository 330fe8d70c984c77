using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Rendering.Templates;
using AiDigest.Core.Rendering.Templates.Scriban;
using AiDigest.Core.Site.Views;
using Scriban;
using Scriban.Parsing;

namespace AiDigest.Core.Rendering.Themes;

/// <summary>
/// The look of the site: the theme that the tool carries, with each file of the site's own <c>templates/</c> in place of its
/// namesake. Templates are parsed once and shared by all threads; assets have got their fingerprinted addresses.
/// </summary>
public sealed class Theme
{
    private readonly Dictionary<string, Template> _templates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TemplateDependencies> _dependencies = new(StringComparer.Ordinal);

    /// <summary>Characters of a template: hundreds of times those of the longest one of the default theme.</summary>
    private const int MostCharacters = 1 << 20;

    /// <summary>Opening braces without closing ones. The parser would report each of them, and take a kilobyte for it.</summary>
    private const int MostBraces = 250;

    /// <summary>Mistakes that are told of one template: most of the later ones follow from the first.</summary>
    private const int MostMistakes = 10;

    private Theme(IReadOnlyDictionary<string, ThemeFile> files, ImmutableDictionary<string, Asset> assets)
    {
        Files = files;
        Assets = assets;
    }

    public IReadOnlyDictionary<string, ThemeFile> Files { get; }

    /// <summary>By name below <c>assets/</c>.</summary>
    public ImmutableDictionary<string, Asset> Assets { get; }

    public IEnumerable<string> TemplateNames => _templates.Keys.Order(StringComparer.Ordinal);

    /// <summary>
    /// Overlays the site's own files on the default theme and parses every template. Mistakes go to <paramref name="diagnostics"/>.
    /// </summary>
    public static Theme Load(IEnumerable<ThemeFile> own, Minifier minifier, List<Diagnostic> diagnostics)
    {
        var files = new Dictionary<string, ThemeFile>(ThemeFile.Default, StringComparer.Ordinal);
        foreach (var file in own)
        {
            if (!IsKnown(file.Name))
            {
                var near = NearestName.Of(file.Name, ThemeFile.Default.Keys);
                diagnostics.Add(
                    new Diagnostic(Catalogue.UnknownThemeFile, file.Path, 1, 1, 1,
                        Messages.UnknownThemeFile(file.Path, near is null ? null : ThemeFile.Default[near].Path), ""));
                continue;
            }

            files[file.Name] = file;
        }

        var theme = new Theme(files, Asset.Fingerprint(files.Values, minifier, diagnostics));
        foreach (var file in files.Values.Where(file => IsTemplate(file.Name)).OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            theme.Parse(file, diagnostics);
        }

        return theme;
    }

    /// <summary>This theme with assets that have the name of a site: a web manifest that has no <c>"name"</c> gets its title.</summary>
    public Theme Named(string title)
    {
        var named = new Theme(Files, Asset.Named(Assets, title)) { Costs = Costs };
        foreach (var (name, template) in _templates)
        {
            named._templates.Add(name, template);
            named._dependencies.Add(name, _dependencies[name]);
        }

        return named;
    }

    /// <summary>The words of a language that the theme has: the site's own file, and the tool's for what that lacks.</summary>
    public IEnumerable<ThemeFile> StringFiles(string language)
    {
        var name = $"strings.{language}.yaml";
        yield return ThemeFile.Default[name];
        if (!ReferenceEquals(Files[name], ThemeFile.Default[name]))
        {
            yield return Files[name];
        }
    }

    /// <summary>What a template reaches, through all that it includes; nothing for the names of the tool's own writers.</summary>
    public TemplateDependencies DependenciesOf(string name) => TemplateDependencies.Closure(name, _dependencies);

    /// <summary>The same of a layout, by its name below <c>layouts/</c>; the writers of the tool itself use the site at most.</summary>
    public TemplateDependencies DependenciesOfLayout(string template) => Files.ContainsKey("layouts/" + template)
        ? DependenciesOf("layouts/" + template)
        : new TemplateDependencies([], false, Site: true, Strings: false, Assets: false);

    /// <summary>
    /// The fields of a page that a layout reads, and those that the templates read which it includes; none where the theme has no such
    /// layout.
    /// </summary>
    public ImmutableArray<TemplateFields> FieldsUsed(string layout, IView page) =>
        TemplateFieldUse.Of(layout, name => Find(name)?.Page, page);

    /// <summary>What the parts of the templates cost that can run many times.</summary>
    internal TemplateCosts Costs { get; private init; } = new();

    internal Template? Find(string name) => _templates.GetValueOrDefault(name);

    /// <summary>The text of a template as a source, for diagnostics.</summary>
    internal SourceText Source(string name) => new("templates/" + name, Files.TryGetValue(name, out var file) ? file.Text() : "");

    private static bool IsTemplate(string name) =>
        (name.StartsWith("layouts/", StringComparison.Ordinal) || name.StartsWith("partials/", StringComparison.Ordinal))
        && (name.EndsWith(".html", StringComparison.Ordinal) || name.EndsWith(".xml", StringComparison.Ordinal));

    private static bool IsKnown(string name) =>
        ThemeFile.Default.ContainsKey(name)
        || name.StartsWith("assets/", StringComparison.Ordinal)
        || (name.StartsWith("partials/", StringComparison.Ordinal) && IsTemplate(name));

    private void Parse(ThemeFile file, List<Diagnostic> diagnostics)
    {
        var text = file.Text();
        var source = new SourceText(file.Path, text);
        if (Oversized(text) is var (at, problem))
        {
            var (line, column) = source.Position(at);
            diagnostics.Add(source.Report(Catalogue.TemplateSyntax, line, column, 1, problem));
            return;
        }

        var template = Template.Parse(text, file.Name, lexerOptions: new LexerOptions { KeepTrivia = false });
        if (!template.HasErrors)
        {
            _dependencies.Add(file.Name, TemplateDependencies.Of(template.Page));
            Escaping.Apply(template.Page);
            Costs.Add(template.Page);
            _templates.Add(file.Name, template);
            return;
        }

        foreach (var message in template.Messages.Where(message => message.Type == ParserMessageType.Error).Take(MostMistakes))
        {
            var start = message.Span.Start;
            diagnostics.Add(
                source.Report(Catalogue.TemplateSyntax, start.Line + 1, start.Column + 1, message.Span.Length,
                    Messages.TemplateSyntax(OneLine(message.Message))));
        }
    }

    /// <summary>Where a template is too much for the parser, and why; null where it is not.</summary>
    private static (int At, Message Problem)? Oversized(string text)
    {
        if (text.Length > MostCharacters)
        {
            return (MostCharacters, Messages.TemplateTooLarge(MostCharacters));
        }

        var open = 0;
        for (var at = text.AsSpan().IndexOfAny('{', '}'); at >= 0; at = Next(text, at))
        {
            open = text[at] == '{' ? open + 1 : Math.Max(0, open - 1);
            if (open > MostBraces)
            {
                return (at, Messages.TooManyBraces(MostBraces));
            }
        }

        return null;

        static int Next(string text, int after) =>
            text.AsSpan(after + 1).IndexOfAny('{', '}') is >= 0 and var further ? after + 1 + further : -1;
    }

    internal static string OneLine(string message) =>
        string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
}
