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
    SourceList sources, SourceHashes reading, BuildCache cache, int jobs, StageClock clock, CancellationToken cancellation,
    ParseMemory? memory = null)
{
    private EntryCache _known = EntryCache.Empty;
    private Settings _settings = new();
    private IReadOnlyList<RegisteredTag> _tags = [];
    private MarkdownOptions _markdown = null!;
    private int _parsed;

    /// <summary>Files that were parsed in this build, and not taken from the cache.</summary>
    public int Parsed => _parsed;

    /// <summary>Files that the cache knows.</summary>
    public int Known => _known.Count;

    /// <summary>Reads the settings, the registry of tags, and what is kept of earlier builds under these settings.</summary>
    public void Open(List<Diagnostic> diagnostics)
    {
        var settings = Take(sources.Settings is { } file ? SettingsParser.Parse(file.Path, reading.Bytes(file.Path)) : null, diagnostics);

        // Of settings that cannot be read nobody says that they lack an address.
        _settings = settings ?? (sources.Settings is null ? new Settings() : new Settings { Url = Planner.DefaultUrl });
        _tags = Take(sources.Tags is { } registry ? TagsParser.Parse(registry.Path, reading.Bytes(registry.Path)) : null, diagnostics)
            ?? [];
        _markdown = new MarkdownOptions(_settings.Limits, _settings.Math, _settings.Highlight, _settings.Typography, _settings.Language);
        memory?.Begin(_markdown, cache.Formulas);
        _known = cache.Entries(_markdown);
    }

    /// <summary>Reads all others, after <see cref="Open"/>.</summary>
    public ParsedSite Read(List<Diagnostic> diagnostics)
    {
        var bodies = new BodyRenderer(_markdown, memory?.Formulas ?? cache.Formulas);
        var files = sources.Papers.Concat(sources.Pages).Select(source => source.Path).ToArray();
        var read = new ParsedFile[files.Length];
        var stage = clock.Begin("parse, render bodies", files.Length);
        var notesFacts = memory is null && cache.IsKept;
        var isAsBefore = cache.Last?.Tool == cache.Tool && reading.IsAsBefore(SourceList.SettingsPath);
        ParallelRun.Run(
            files.Length, jobs, static () => new byte[64 << 10],
            (buffer, slot) =>
            {
                var isPaper = slot < sources.Papers.Count;
                var index = sources.IndexOf(files[slot]);
                read[slot] = Read(files[slot], index, buffer, bodies, _settings.Limits, isPaper);
                if (isPaper && notesFacts)
                {
                    reading.Gave(index, isAsBefore
                        && reading.IsAsBefore(index) ? reading.Last(index)!.Value.Facts : MetadataHash.Of(files[slot], read[slot]));
                }

                stage?.Advance();
            },
            cancellation);

        memory?.Keep(files, read, reading.DigestOf);
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

        cache.Took(files.Select((path, i) => (path, reading.DigestOf(path)!.Value, read[i])), files.Length, _parsed);
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

    private ParsedFile Read(string path, int index, byte[] buffer, BodyRenderer bodies, Limits limits, bool isPaper)
    {
        if (memory?.Unchanged(path) is { } unchanged)
        {
            return unchanged;
        }

        var bytes = ReadOnlySpan<byte>.Empty;
        var isRead = memory is not null || _known.Count == 0 || reading.DigestOf(index) is null;
        if (isRead)
        {
            bytes = reading.BytesInto(index, buffer);
        }

        if ((memory?.Find(path, reading.DigestOf(index)!.Value) ?? _known.Find(path, reading.DigestOf(index)!.Value)) is { } known)
        {
            return known;
        }

        bytes = isRead ? bytes : reading.BytesInto(index, buffer);
        Interlocked.Increment(ref _parsed);
        return isPaper ? Paper(path, bytes, bodies, limits) : Page(path, bytes, bodies, limits);
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
            entries.Add(
                new RenderedEntry(paper.Metadata, body.Body, bodies.Set(paper.Metadata.Title.Text), bodies.Set(paper.Metadata.Lead)));
        }

        return new ParsedFile(entries.ToImmutable(), null, [.. diagnostics]);
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
