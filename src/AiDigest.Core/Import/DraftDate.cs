using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Import;

/// <summary>
/// Finds the day of an item. No date is invented in silence: where none is known, the entry is a draft, and every other assumption is told.
/// </summary>
internal static class DraftDate
{
    /// <param name="day">The digest day, in the site's time zone.</param>
    /// <param name="isDated">The day is the item's own, not an assumption that may differ at the next import.</param>
    public static EntryDraft Settle(EntryDraft draft, ImportOptions options, ImportNotes notes, out DateOnly day, out bool isDated)
    {
        draft = Midnight(draft, options);
        isDated = true;
        if (draft.Moment is { } moment)
        {
            day = options.Time?.Day(EntryDate.Of(moment)) ?? DateOnly.FromDateTime(moment.DateTime);
        }
        else if (draft.Day is { } own)
        {
            day = own;
        }
        else
        {
            (day, draft) = Assumed(draft, options, notes);
            isDated = false;
        }

        return Limited(draft, options, notes, ref day);
    }

    private static (DateOnly Day, EntryDraft Draft) Assumed(EntryDraft draft, ImportOptions options, ImportNotes notes)
    {
        if (options.Date is { } date)
        {
            return (date, draft);
        }

        if (draft.FileDay is { } file)
        {
            notes.Note(Messages.DatedByFile(file));
            return (file, draft);
        }

        if (draft.Published is { } published)
        {
            notes.Note(Messages.DatedLikeThePaper(published));
            return (published, draft);
        }

        if (ArxivMonth.Of(draft.Arxiv) is { } month)
        {
            notes.Note(Messages.DatedByArxiv(month));
            return (month, draft);
        }

        notes.Note(Messages.DraftOfToday(options.Today));
        return (options.Today, draft with { Draft = true });
    }

    /// <summary>A moment at which a day begins is that day: exports write dates so that have no time.</summary>
    private static EntryDraft Midnight(EntryDraft draft, ImportOptions options)
    {
        if (draft.Moment is not { } moment)
        {
            return draft;
        }

        var written = DateOnly.FromDateTime(moment.DateTime);
        var isStart = moment.TimeOfDay == TimeSpan.Zero || options.Time?.StartOfDay(options.Time.Day(EntryDate.Of(moment))) == moment;
        return !isStart
            ? draft
            : draft with { Moment = null, Day = moment.TimeOfDay == TimeSpan.Zero ? written : options.Time!.Day(EntryDate.Of(moment)) };
    }

    /// <summary>A post that waits for its day goes on waiting; one whose time is over stays out of sight.</summary>
    private static EntryDraft Limited(EntryDraft draft, ImportOptions options, ImportNotes notes, ref DateOnly day)
    {
        if (draft.NotBefore is { } start && start > options.Today && start > day)
        {
            notes.Note(Messages.WaitsFor(start));
            day = start;
            draft = draft with { Day = start, Moment = null };
        }

        if (draft.NotAfter is { } end && end <= options.Today && !draft.Draft)
        {
            notes.Note(Messages.TimeEnded(end));
            draft = draft with { Draft = true };
        }

        return draft;
    }
}
