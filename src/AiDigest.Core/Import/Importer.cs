using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem.Sources;
using AiDigest.Core.Import.Posts;
using AiDigest.Core.Model;

namespace AiDigest.Core.Import;

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
    string Origin, ImportStatus Status, string? Path, string? Title, Message? Reason, ImmutableArray<string> Unmapped,
        ImmutableArray<Message> Losses, ImmutableArray<Message> Notes);

/// <summary>Makes entries of the items of an export. No file that exists is touched, and no paper comes twice.</summary>
public static class Importer
{
    /// <exception cref="IOException">The disk failed; entries written so far stay.</exception>
    public static ImmutableArray<ImportedEntry> Import(
        IReadOnlyList<ImportedItem> items, ImportOptions options, CancellationToken cancellation)
    {
        // First every item gets its path, then the files are written: posts link to one another.
        var known = KnownPapers.Of(options.Root, options.Jobs, cancellation);
        var planned = new PlannedEntry[items.Count];
        for (var i = 0; i < items.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            planned[i] = items[i].Draft is { } draft
                ? Plan(items[i], draft, known, options)
                : new PlannedEntry(
                    Outcome(items[i], items[i].IsPassed ? ImportStatus.Skipped : ImportStatus.Failed, null, null, items[i].Problem), null,
                    default);
        }

        var entries = ImmutableArray.CreateBuilder<ImportedEntry>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            entries.Add(planned[i].Draft is { } draft ? Write(items[i], draft, planned[i], known, options) : planned[i].Entry);
        }

        return entries.MoveToImmutable();
    }

    /// <summary><c>content/papers/2026/11/14/teacache.md</c>.</summary>
    public static string PathOf(DateOnly day, string slug) =>
        string.Create(CultureInfo.InvariantCulture, $"content/papers/{day:yyyy/MM/dd}/{slug}.md");

    private static PlannedEntry Plan(ImportedItem item, EntryDraft draft, KnownPapers known, ImportOptions options)
    {
        draft = draft with { Title = YamlScalars.Line(draft.Title) };
        if (draft.Title.Length == 0)
        {
            return new PlannedEntry(Outcome(item, ImportStatus.Failed, null, null, Messages.TitleWithoutText), null, default);
        }

        draft = DraftDate.Settle(draft, options, item.Notes, out var day, out var isDated);
        if (known.Find(draft, day, isDated) is { } there)
        {
            return new PlannedEntry(Outcome(item, ImportStatus.Skipped, there, draft.Title, Messages.SamePaperAt(there)), null, day);
        }

        if (string.IsNullOrWhiteSpace(YamlScalars.Line(draft.Body)) && item.Draft?.Draft != true)
        {
            if (!options.Stubs)
            {
                return new PlannedEntry(
                    Outcome(item, ImportStatus.Failed, null, draft.Title,
                        Messages.NoTextToImport), null, day);
            }

            item.Notes.Note(Messages.NoTextADraft);
            draft = draft with { Draft = true };
        }

        draft = Bounded(draft, known, options, item.Notes);
        var slug = known.FreeSlug(draft.Slug is { } given && Slug.IsValid(given) ? given : Facts.Slugged(draft.Title));
        var path = PathOf(draft, day, slug);
        known.Add(path, slug, draft, day, isDated);
        return new PlannedEntry(Outcome(item, ImportStatus.Imported, path, draft.Title, null), draft, day);
    }

    /// <summary>With its tags, and with no list longer than the site allows.</summary>
    private static EntryDraft Bounded(EntryDraft draft, KnownPapers known, ImportOptions options, ImportNotes notes)
    {
        var limits = options.Limits;
        var tags = First(known.FreeTags(options.Tags.Of(draft.Tags), notes), limits.Tags, "tags", notes);
        return draft with
        {
            Tags = tags.IsEmpty ? options.DefaultTags : tags,
            Authors = First([.. draft.Authors], limits.Authors, "authors", notes),
            Aliases = First([.. draft.Aliases], limits.ListItems, "aliases", notes),
            Code = First([.. draft.Code], limits.ListItems, "code", notes),
        };
    }

    private static ImmutableArray<string> First(ImmutableArray<string> items, int most, string what, ImportNotes notes)
    {
        if (items.Length <= most)
        {
            return items;
        }

        notes.Lost(Messages.LostItems(what, items.Length - most, most, string.Join(", ", items.Skip(most).Take(50))));
        return items[..most];
    }

    private static ImportedEntry Write(ImportedItem item, EntryDraft draft, PlannedEntry planned, KnownPapers known, ImportOptions options)
    {
        var path = planned.Entry.Path!;
        if (PostMarks.AreIn(draft.Body))
        {
            draft = draft with { Body = PostMarks.Resolve(draft.Body, path[..path.LastIndexOf('/')], known.OfOrigin, item.Notes) };
        }

        // Where a file has come to the path since it was planned, the next free name is taken.
        while (!options.DryRun
            && !SourceWriter.Create(Path.Combine(options.Root, path),
            Encoding.UTF8.GetBytes(EntryText.Of(draft, planned.Day, notes: item.Notes))))
        {
            path = PathOf(draft, planned.Day, known.FreeSlug(DefaultSlug.OfEntry(path)));
        }

        foreach (var file in options.DryRun ? [] : draft.Files)
        {
            SourceWriter.Create(Path.Combine(options.Root, path[..path.LastIndexOf('/')], file.Name), ImportFiles.Picture(file.Source));
        }

        return Outcome(item, ImportStatus.Imported, path, draft.Title, null);
    }

    /// <summary>An entry with files has its own folder.</summary>
    private static string PathOf(EntryDraft draft, DateOnly day, string slug) => PathOf(day, draft.Files.IsEmpty ? slug : slug + "/index");

    private static ImportedEntry Outcome(ImportedItem item, ImportStatus status, string? path, string? title, Message? reason) =>
        new(item.Origin, status, path, title, reason, item.Unmapped, status == ImportStatus.Imported
            ? item.Notes.Losses
            : [], status == ImportStatus.Imported
            ? item.Notes.Notes
            : []);

    /// <param name="Draft">What is to be written; null where nothing is.</param>
    private readonly record struct PlannedEntry(ImportedEntry Entry, EntryDraft? Draft, DateOnly Day);
}
