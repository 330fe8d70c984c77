using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Markdown;
using AiDigest.Core.Model;
using AiDigest.Core.Parsing;
using AiDigest.Core.Planning;
using AiDigest.Core.Rendering;

namespace AiDigest.Core.Building;

/// <summary>What the sources of a site say.</summary>
internal sealed record ReadSite(
    Settings Settings, IReadOnlyList<RegisteredTag> Tags, IReadOnlyList<Entry> Entries, IReadOnlyList<PageEntry> Pages,
    IReadOnlySet<string> Broken);

/// <summary>Reads, parses and renders all sources, side by side by slot; collects every mistake and stops at none.</summary>
internal sealed class SiteReader(Sources sources, int jobs, CancellationToken cancellation)
{
    public ReadSite Read(List<Diagnostic> diagnostics)
    {
        var settings = Take(sources.Settings is { } file ? SettingsParser.Parse(file.Path, sources.Read(file.Path)) : null, diagnostics);

        // Of settings that cannot be read nobody says that they lack an address.
        settings ??= sources.Settings is null ? new Settings() : new Settings { Url = Planner.DefaultUrl };
        var tags = Take(sources.Tags is { } registry ? TagsParser.Parse(registry.Path, sources.Read(registry.Path)) : null, diagnostics) ?? [];
        var bodies = new BodyRenderer(new MarkdownOptions(settings.Limits, settings.Math, settings.Highlight, settings.Typography, settings.Language));
        var broken = new HashSet<string>(StringComparer.Ordinal);

        var papers = new (ImmutableArray<Entry> Entries, List<Diagnostic> Diagnostics)[sources.Papers.Count];
        Slots.Run(papers.Length, jobs, slot => papers[slot] = Paper(sources.Papers[slot].Path, bodies, settings.Limits), cancellation);
        var pages = new (PageEntry? Page, List<Diagnostic> Diagnostics)[sources.Pages.Count];
        Slots.Run(pages.Length, jobs, slot => pages[slot] = Page(sources.Pages[slot].Path, bodies, settings.Limits), cancellation);

        var entries = new List<Entry>(papers.Length);
        for (var i = 0; i < papers.Length; i++)
        {
            diagnostics.AddRange(papers[i].Diagnostics);
            entries.AddRange(papers[i].Entries);
            if (papers[i].Entries.IsEmpty)
            {
                broken.Add(sources.Papers[i].Path);
            }
        }

        var standing = new List<PageEntry>(pages.Length);
        for (var i = 0; i < pages.Length; i++)
        {
            diagnostics.AddRange(pages[i].Diagnostics);
            if (pages[i].Page is { } page)
            {
                standing.Add(page);
            }
            else
            {
                broken.Add(sources.Pages[i].Path);
            }
        }

        return new ReadSite(settings, tags, entries, standing, broken);
    }

    /// <summary>The words of the site's language, from the tool and the site's own theme.</summary>
    public static Strings Strings(Theme theme, string language, List<Diagnostic> diagnostics)
    {
        var texts = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        foreach (var file in theme.StringFiles(language))
        {
            foreach (var (name, text) in Take(StringsParser.Parse(file.Path, file.Bytes), diagnostics) ?? new Dictionary<string, LocalizedText>())
            {
                texts[name] = text;
            }
        }

        return new Strings(language, texts);
    }

    private (ImmutableArray<Entry>, List<Diagnostic>) Paper(string path, BodyRenderer bodies, Limits limits)
    {
        var bytes = sources.Read(path);
        var parsed = path.EndsWith(".md", StringComparison.Ordinal)
            ? PaperParser.Markdown(path, bytes, limits)
            : PaperParser.Yaml(path, bytes, limits);
        var diagnostics = new List<Diagnostic>(parsed.Diagnostics);
        var entries = ImmutableArray.CreateBuilder<Entry>(parsed.Value?.Count ?? 0);
        foreach (var paper in parsed.Value ?? [])
        {
            var body = bodies.Render(paper.Body);
            diagnostics.AddRange(body.Diagnostics);
            entries.Add(new Entry(paper.Paper, body.Body));
        }

        return (entries.ToImmutable(), diagnostics);
    }

    private (PageEntry?, List<Diagnostic>) Page(string path, BodyRenderer bodies, Limits limits)
    {
        var parsed = PageParser.Parse(path, sources.Read(path), limits);
        var diagnostics = new List<Diagnostic>(parsed.Diagnostics);
        if (parsed.Value is not { } page)
        {
            return (null, diagnostics);
        }

        var body = bodies.Render(page.Body);
        diagnostics.AddRange(body.Diagnostics);
        return (new PageEntry(page.Page, body.Body), diagnostics);
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
