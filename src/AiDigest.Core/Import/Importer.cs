using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AiDigest.Core.FileSystem.Sources;

namespace AiDigest.Core.Import;

/// <param name="Root">Full path of the site.</param>
/// <param name="Today">The day of items that bear none.</param>
/// <param name="DefaultTags">Of items that have no tag left.</param>
public sealed record ImportOptions(string Root, DateOnly Today, int Jobs, TagsMap Tags, ImmutableArray<string> DefaultTags, bool DryRun);

/// <summary>What became of an item.</summary>
public enum ImportStatus
{
    /// <summary>A file was written, or would be.</summary>
    Imported,

    /// <summary>The same paper is there already.</summary>
    Skipped,

    /// <summary>It could not be read.</summary>
    Failed,
}

/// <param name="Path">The entry's file, relative to the root; of a skipped item, that of the entry that is there.</param>
public sealed record ImportedEntry(string Origin, ImportStatus Status, string? Path, string? Title, string? Reason, ImmutableArray<string> Unmapped);

/// <summary>Makes entries of the items of an export. No file that exists is touched, and no paper comes twice.</summary>
public static class Importer
{
    /// <exception cref="IOException">The disk failed; entries written so far stay.</exception>
    public static ImmutableArray<ImportedEntry> Import(IReadOnlyList<ImportedItem> items, ImportOptions options, CancellationToken cancellation)
    {
        var known = KnownPapers.Of(options.Root, options.Jobs, cancellation);
        var entries = ImmutableArray.CreateBuilder<ImportedEntry>(items.Count);
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            entries.Add(item.Draft is null
                ? new ImportedEntry(item.Origin, ImportStatus.Failed, null, null, item.Problem, item.Unmapped)
                : Entry(item, item.Draft, known, options));
        }

        return entries.ToImmutable();
    }

    /// <summary><c>content/papers/2026/11/14/teacache.md</c>.</summary>
    public static string PathOf(DateOnly day, string slug) =>
        string.Create(CultureInfo.InvariantCulture, $"content/papers/{day:yyyy/MM/dd}/{slug}.md");

    private static ImportedEntry Entry(ImportedItem item, EntryDraft draft, KnownPapers known, ImportOptions options)
    {
        draft = draft with { Title = YamlScalars.Line(draft.Title) };
        var day = draft.Day ?? options.Today;
        if (draft.Title.Length == 0)
        {
            return new ImportedEntry(item.Origin, ImportStatus.Failed, null, null, "the title holds no text", item.Unmapped);
        }

        if (known.Find(draft, day) is { } there)
        {
            return new ImportedEntry(item.Origin, ImportStatus.Skipped, there, draft.Title, $"the same paper is at {there}", item.Unmapped);
        }

        if (string.IsNullOrWhiteSpace(YamlScalars.Line(draft.Body)))
        {
            return new ImportedEntry(item.Origin, ImportStatus.Failed, null, draft.Title, "it has no text to be a summary", item.Unmapped);
        }

        var tags = options.Tags.Of(draft.Tags);
        draft = draft with { Tags = tags.IsEmpty ? options.DefaultTags : tags };
        var slug = draft.Slug is { } given && AiDigest.Core.Model.Slug.IsValid(given) ? given : Facts.Slugged(draft.Title);
        for (slug = known.FreeSlug(slug); ; slug = known.FreeSlug(slug))
        {
            var path = PathOf(day, slug);
            known.Add(path, slug, draft, day);
            if (options.DryRun || SourceWriter.Create(Path.Combine(options.Root, path), Encoding.UTF8.GetBytes(EntryText.Of(draft, day))))
            {
                return new ImportedEntry(item.Origin, ImportStatus.Imported, path, draft.Title, null, item.Unmapped);
            }
        }
    }
}
