using System.Collections.Immutable;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Content;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Markdown;
using AiDigest.Core.Model;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Core.Site;

namespace AiDigest.Core.Build;

/// <summary>What the sources of a site say.</summary>
internal sealed record ParsedSite(
    Settings Settings, IReadOnlyList<RegisteredTag> Tags, IReadOnlyList<RenderedEntry> Entries, IReadOnlyList<RenderedPage> Pages,
    IReadOnlySet<string> Broken);

/// <summary>Reads, parses and renders all sources, side by side by slot; collects every mistake and stops at none.</summary>
internal sealed class ParseStage(
    SourceList sources, BuildCache cache, int jobs, StageClock clock, CancellationToken cancellation)
{
    private Settings _settings = new();
    private IReadOnlyList<RegisteredTag> _tags = [];
    private MarkdownOptions _markdown = null!;

    private delegate ParsedFile Parser(string path, ReadOnlySpan<byte> bytes, BodyRenderer bodies, Limits limits);

    /// <summary>Reads the settings and the registry of tags, and opens the results of earlier parsing under these settings.</summary>
    /// <returns>Files of which results are known.</returns>
    public int Open(List<Diagnostic> diagnostics)
    {
        var settings = Take(
            sources.Settings is { } file ? SettingsParser.Parse(file.Path, cache.Bytes(file.Path), OutputKind.Names) : null, diagnostics);

        // Settings that cannot be read are not reported for lacking an address too.
        _settings = settings ?? (sources.Settings is null ? new Settings() : new Settings { Url = Planner.DefaultUrl });
        _tags = Take(sources.Tags is { } registry ? TagsParser.Parse(registry.Path, cache.Bytes(registry.Path)) : null, diagnostics)
            ?? [];
        _markdown = new MarkdownOptions(_settings.Limits, _settings.Math, _settings.Highlight, _settings.Typography, _settings.Language);
        return cache.BeginParsing(_markdown);
    }

    /// <summary>Reads all others, after <see cref="Open"/>.</summary>
    public ParsedSite Read(List<Diagnostic> diagnostics)
    {
        var bodies = new BodyRenderer(_markdown, cache.Formulas);
        var files = sources.Papers.Concat(sources.Pages).Select(source => source.Path).ToArray();
        var read = new ParsedFile[files.Length];
        var stage = clock.Begin("parse, render bodies", files.Length);
        ParallelRun.Run(
            files.Length, jobs, static () => new byte[64 << 10],
            (buffer, slot) =>
            {
                var isPaper = slot < sources.Papers.Count;
                read[slot] = cache.Parsed(files[slot], buffer, out var bytes)
                    ?? (isPaper ? Paper : (Parser)Page)(files[slot], bytes, bodies, _settings.Limits);
                if (isPaper)
                {
                    cache.NoteMetadata(files[slot], read[slot]);
                }

                stage?.Advance();
            },
            cancellation);

        read = cache.EndParsing(files, read);
        var entries = new List<RenderedEntry>(files.Length);
        var pages = new List<RenderedPage>();
        var broken = new HashSet<string>(sources.Unread, StringComparer.Ordinal);
        for (var i = 0; i < files.Length; i++)
        {
            diagnostics.AddRange(read[i].Diagnostics);
            entries.AddRange(read[i].Entries);
            if (read[i].Page is { } page)
            {
                pages.Add(page);
            }
            else if (read[i].Entries.IsEmpty)
            {
                broken.Add(files[i]);
            }
        }

        return new ParsedSite(_settings, _tags, entries, pages, broken);
    }

    /// <summary>The words of the site's language, from the tool and the site's own theme.</summary>
    public static Strings Strings(Theme theme, string language, List<Diagnostic> diagnostics)
    {
        var texts = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        foreach (var file in theme.StringFiles(language))
        {
            foreach (var (name, text) in Take(StringsParser.Parse(file.Path, file.Bytes), diagnostics)
                ?? new Dictionary<string, LocalizedText>())
            {
                texts[name] = text;
            }
        }

        return new Strings(language, texts);
    }

    /// <summary>Parses a paper or day file and renders its bodies.</summary>
    public static ParsedFile Paper(string path, ReadOnlySpan<byte> bytes, BodyRenderer bodies, Limits limits)
    {
        var parsed = path.EndsWith(".md", StringComparison.Ordinal)
            ? EntryParser.Markdown(path, bytes, limits)
            : EntryParser.Yaml(path, bytes, limits);
        var diagnostics = new List<Diagnostic>(parsed.Diagnostics);
        var entries = ImmutableArray.CreateBuilder<RenderedEntry>(parsed.Value?.Count ?? 0);
        foreach (var paper in parsed.Value ?? [])
        {
            var body = bodies.Render(paper.Body);
            diagnostics.AddRange(body.Diagnostics);
            entries.Add(Entry(paper.Metadata, body.Body, bodies, diagnostics));
        }

        return new ParsedFile(entries.ToImmutable(), null, [.. diagnostics]);
    }

    private static RenderedEntry Entry(EntryMetadata paper, RenderedBody body, BodyRenderer bodies, List<Diagnostic> diagnostics)
    {
        var title = bodies.Title(paper.Title.Text, isOwn: true, paper.Title.At, diagnostics);
        var entry = new RenderedEntry(paper, body, title.Text, bodies.Set(paper.Lead));
        if (paper.PaperTitle is not { } original || !original.Contains('$', StringComparison.Ordinal))
        {
            return title.Html is null ? entry : entry with { Formulas = new TitleFormulas(title.Html, paper.PaperTitle, null) };
        }

        // Where both titles are the same text, its mistakes are reported once.
        var other = bodies.Title(original, isOwn: false, paper.Title.At, original == paper.Title.Text ? [] : diagnostics);
        return entry with { Formulas = new TitleFormulas(title.Html, other.Text, other.Html) };
    }

    private static ParsedFile Page(string path, ReadOnlySpan<byte> bytes, BodyRenderer bodies, Limits limits)
    {
        var parsed = PageParser.Parse(path, bytes, limits);
        if (parsed.Value is not { } page)
        {
            return new ParsedFile([], null, parsed.Diagnostics);
        }

        var body = bodies.Render(page.Body);
        return new ParsedFile([], new RenderedPage(page.Page, body.Body), [.. parsed.Diagnostics, .. body.Diagnostics]);
    }

    private static T? Take<T>(Parsed<T>? parsed, List<Diagnostic> diagnostics)
        where T : class
    {
        if (parsed is not null)
        {
            diagnostics.AddRange(parsed.Diagnostics);
        }

        return parsed?.Value;
    }
}
