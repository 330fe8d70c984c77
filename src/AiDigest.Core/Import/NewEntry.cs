using System.Text;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem.Sources;

namespace AiDigest.Core.Import;

/// <summary>The outcome of <c>new</c>.</summary>
/// <param name="Path">Relative to the root.</param>
/// <param name="Taken">Why nothing was written; null where the file was.</param>
public sealed record NewEntry(string Path, Message? Taken)
{
    /// <summary>Writes the file of a new entry; where its file or address is taken, says by which name it would be free.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public static NewEntry Write(string root, EntryDraft draft, DateOnly day, int jobs, CancellationToken cancellation)
    {
        var known = KnownPapers.Of(root, jobs, cancellation);
        var slug = draft.Slug ?? Facts.Slugged(draft.Title);
        var path = Importer.PathOf(day, slug);
        if (draft.Arxiv is not null && known.Find(draft with { Title = "\u0001" }, day, isDated: true) is { } there)
        {
            return new NewEntry(path, Messages.ArxivToldAlready(draft.Arxiv, there));
        }

        // An entry without its text is a draft, so that the site builds all the same.
        var text = EntryText.Of(draft with { Draft = draft.Draft || string.IsNullOrWhiteSpace(draft.Body) }, day, blanks: true);
        return !known.HasSlug(slug) && SourceWriter.Create(System.IO.Path.Combine(root, path), Encoding.UTF8.GetBytes(text))
            ? new NewEntry(path, null)
            : new NewEntry(path,
                Messages.NameTaken(slug, known.FreeSlug(slug is var taken && known.HasSlug(taken) ? taken : taken + "-2")));
    }
}
