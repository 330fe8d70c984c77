using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AiDigest.Core.FileSystem.Sources;
using AiDigest.Core.Model;
using AiDigest.Core.Site;

namespace AiDigest.Core.Import;

/// <param name="Root">Full path of the site.</param>
/// <param name="Today">The day of drafts of which no date is known.</param>
/// <param name="DefaultTags">Of items that have no tag left.</param>
public sealed record ImportOptions(string Root, DateOnly Today, int Jobs, TagsMap Tags, ImmutableArray<string> DefaultTags, bool DryRun)
{
    /// <summary>The day of items that bear none.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Items without a text become drafts.</summary>
    public bool Stubs { get; init; }

    /// <summary>The site's time zone; null: days are those of the offset that is written.</summary>
    public SiteTime? Time { get; init; }
}

/// <summary>What became of an item.</summary>
public enum ImportStatus
{
    /// <summary>A file was written, or would be.</summary>
    Imported,

    /// <summary>The same paper is there already, or the item is no paper.</summary>
    Skipped,

    /// <summary>It could not be read.</summary>
    Failed,
}

/// <param name="Path">The entry's file, relative to the root; of a skipped item, that of the entry that is there.</param>
/// <param name="Losses">What is missing from the entry.</param>
/// <param name="Notes">What was assumed.</param>
public sealed record ImportedEntry(
    string Origin, ImportStatus Status, string? Path, string? Title, string? Reason, ImmutableArray<string> Unmapped, ImmutableArray<string> Losses, ImmutableArray<string> Notes);

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
                ? Outcome(item, item.IsPassed ? ImportStatus.Skipped : ImportStatus.Failed, null, null, item.Problem)
                : Entry(item, item.Draft, known, options));
        }

        return entries.MoveToImmutable();
    }

    /// <summary><c>content/papers/2026/11/14/teacache.md</c>.</summary>
    public static string PathOf(DateOnly day, string slug) =>
        string.Create(CultureInfo.InvariantCulture, $"content/papers/{day:yyyy/MM/dd}/{slug}.md");

    private static ImportedEntry Entry(ImportedItem item, EntryDraft draft, KnownPapers known, ImportOptions options)
    {
        draft = draft with { Title = YamlScalars.Line(draft.Title) };
        if (draft.Title.Length == 0)
        {
            return Outcome(item, ImportStatus.Failed, null, null, "the title holds no text");
        }

        draft = DraftDate.Settle(draft, options, item.Notes, out var day, out var isDated);
        if (known.Find(draft, day, isDated) is { } there)
        {
            return Outcome(item, ImportStatus.Skipped, there, draft.Title, $"the same paper is at {there}");
        }

        if (string.IsNullOrWhiteSpace(YamlScalars.Line(draft.Body)) && item.Draft?.Draft != true)
        {
            if (!options.Stubs)
            {
                return Outcome(item, ImportStatus.Failed, null, draft.Title, "it has no text to be a summary; --stubs makes a draft of it, with its facts filled in");
            }

            item.Notes.Note("it has no text: a draft");
            draft = draft with { Draft = true };
        }

        return Write(item, Tagged(draft, options, item.Notes), day, isDated, known, options);
    }

    private static EntryDraft Tagged(EntryDraft draft, ImportOptions options, ImportNotes notes)
    {
        const int Most = 50;
        var tags = options.Tags.Of(draft.Tags);
        if (tags.Length > Most)
        {
            notes.Lost($"{tags.Length - Most} tags, since an entry has at most {Most}: {string.Join(", ", tags.Skip(Most))}");
            tags = [.. tags.Take(Most)];
        }

        return draft with { Tags = tags.IsEmpty ? options.DefaultTags : tags };
    }

    private static ImportedEntry Write(ImportedItem item, EntryDraft draft, DateOnly day, bool isDated, KnownPapers known, ImportOptions options)
    {
        var slug = draft.Slug is { } given && Slug.IsValid(given) ? given : Facts.Slugged(draft.Title);
        for (slug = known.FreeSlug(slug); ; slug = known.FreeSlug(slug))
        {
            var path = draft.Files.IsEmpty ? PathOf(day, slug) : PathOf(day, slug + "/index");
            known.Add(path, slug, draft, day, isDated);
            if (options.DryRun || SourceWriter.Create(Path.Combine(options.Root, path), Encoding.UTF8.GetBytes(EntryText.Of(draft, day))))
            {
                foreach (var file in options.DryRun ? [] : draft.Files)
                {
                    SourceWriter.Create(Path.Combine(options.Root, Path.GetDirectoryName(path)!, file.Name), ImportFiles.Picture(file.Source));
                }

                return Outcome(item, ImportStatus.Imported, path, draft.Title, null);
            }
        }
    }

    private static ImportedEntry Outcome(ImportedItem item, ImportStatus status, string? path, string? title, string? reason) =>
        new(item.Origin, status, path, title, reason, item.Unmapped, status == ImportStatus.Imported ? item.Notes.Losses : [], status == ImportStatus.Imported ? item.Notes.Notes : []);
}
