using System.Collections.Immutable;
using System.Runtime.InteropServices;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Tags;

namespace AiDigest.Core.Site;

/// <summary>
/// Puts the entries in order, gives each its day and tags, and parts what is published from what is left out. Linear in entries and
/// memberships.
/// </summary>
public static class SiteAssembler
{
    /// <returns>The site; null where its time zone is unknown.</returns>
    public static AssembledSite? Assemble(SiteInput input, List<Diagnostic> diagnostics)
    {
        var zone = input.Settings.TimeZone;
        if (SiteTime.Find(zone.Text) is not { } time)
        {
            diagnostics.Add(Diagnostic.At(Catalogue.UnknownTimeZone, zone.At,
                Messages.UnknownTimeZone(zone.Text, SiteTime.Near(zone.Text))));
            return null;
        }

        var inSourceOrder = Place(input, time, diagnostics, out var allTags);
        ImmutableArray<SiteEntry> all = [.. inSourceOrder.OrderByDescending(entry => entry.Moment.UtcTicks)];
        var published = all.Where(entry => entry.Published).ToImmutableArray();
        var (tags, authors, days) =
            (ImmutableArray<Group<Tag>>.Empty, ImmutableArray<Group<Author>>.Empty, ImmutableArray<Group<DateOnly>>.Empty);
        var pairs = ImmutableArray<Group<TagPair>>.Empty;
        var hasPairs = input.Settings.Outputs.Has(OutputNames.Tags) && input.Settings.Outputs.Has(OutputNames.Pairs);
        Action[] groups =
        [
            () => authors = input.Settings.Outputs.Has(OutputNames.Authors) ? Authors(published, input.Settings.AuthorMin) : [],
            () => tags = Tags(published),
            () => days = Days(published),
            () => pairs = hasPairs ? TagPairs.Of(published, input.Settings.PairMin) : [],
        ];
        input.SideBySide(groups.Length, group => groups[group]());
        return new AssembledSite
        {
            Settings = input.Settings,
            Time = time,
            All = all,
            InSourceOrder = inSourceOrder,
            Published = published,
            AllTags = allTags,
            Tags = tags,
            Pairs = pairs,
            Authors = authors,
            Days = days,
            Pages = [.. input.Pages],
            PublishedPages = [.. input.Pages.Where(page => input.Drafts || !page.Page.Draft)],
            Skipped = Skipped(input, all),
        };
    }

    /// <summary>Gives each entry its day and tags; by source path and place in its file.</summary>
    private static ImmutableArray<SiteEntry> Place(
        SiteInput input, SiteTime time, List<Diagnostic> diagnostics, out ImmutableArray<Tag> allTags)
    {
        var registry = new TagRegistry(input.Tags, diagnostics);
        var moments = new Dictionary<DateOnly, DateTimeOffset>();
        var placed = new (RenderedEntry Entry, DateTimeOffset Moment, bool Future, bool Published, SpelledTag[] Tags)[input.Entries.Count];
        for (var i = 0; i < placed.Length; i++)
        {
            var entry = input.Entries[i];
            var moment = MomentOf(entry.Metadata.Date);
            var future = moment > input.Now;
            var published = (input.Drafts || !entry.Metadata.Draft) && (input.Future || !future);
            var tags = new SpelledTag[entry.Metadata.Tags.Length];
            for (var t = 0; t < tags.Length; t++)
            {
                tags[t] = registry.Use(entry.Metadata.Tags[t], published);
            }

            placed[i] = (entry, moment, future, published, tags);
        }

        allTags = registry.Settle();
        var entries = new SiteEntry[placed.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            var (entry, moment, future, published, tags) = placed[i];
            entries[i] = new SiteEntry(i, entry, DateOnly.FromDateTime(moment.DateTime), moment, TagsOf(tags), published, future);
        }

        // Sources are listed in this order as a rule.
        var ordered = 1;
        while (ordered < entries.Length && BySource(entries[ordered - 1], entries[ordered]) <= 0)
        {
            ordered++;
        }

        if (ordered < entries.Length)
        {
            entries = [.. entries.Order(Comparer<SiteEntry>.Create(BySource))];
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(entries);

        DateTimeOffset MomentOf(EntryDate date)
        {
            if (date.Day is not { } day)
            {
                return time.Moment(date);
            }

            if (!moments.TryGetValue(day, out var moment))
            {
                moments.Add(day, moment = time.Moment(date));
            }

            return moment;
        }

        static ImmutableArray<Tag> TagsOf(SpelledTag[] tags)
        {
            var (of, count) = (new Tag[tags.Length], 0);
            foreach (var tag in tags)
            {
                if (!Holds(of.AsSpan(0, count), tag.Tag!))
                {
                    of[count++] = tag.Tag!;
                }
            }

            return count == of.Length ? ImmutableCollectionsMarshal.AsImmutableArray(of) : [.. of.AsSpan(0, count)];
        }
    }

    private static bool Holds(ReadOnlySpan<Tag> tags, Tag tag)
    {
        foreach (var other in tags)
        {
            if (ReferenceEquals(other, tag))
            {
                return true;
            }
        }

        return false;
    }

    private static int BySource(SiteEntry one, SiteEntry other) =>
        string.CompareOrdinal(one.Paper.Source.Path, other.Paper.Source.Path) is var order and not 0
            ? order
            : one.Paper.Item.CompareTo(other.Paper.Item);

    private static ImmutableArray<Group<Tag>> Tags(ImmutableArray<SiteEntry> published)
    {
        var groups = new Dictionary<string, (Tag Tag, ImmutableArray<SiteEntry>.Builder Entries)>(StringComparer.Ordinal);
        foreach (var entry in published)
        {
            foreach (var tag in entry.Tags)
            {
                if (!groups.TryGetValue(tag.Key, out var group))
                {
                    groups.Add(tag.Key, group = (tag, ImmutableArray.CreateBuilder<SiteEntry>()));
                }

                group.Entries.Add(entry);
            }
        }

        return
        [
            .. groups.Values
                .OrderBy(group => group.Tag.Key, StringComparer.Ordinal)
                .Select(group => new Group<Tag>(group.Tag, group.Entries.ToImmutable())),
        ];
    }

    private static ImmutableArray<Group<Author>> Authors(ImmutableArray<SiteEntry> published, int least)
    {
        var groups = new Dictionary<string, (Spellings Names, ImmutableArray<SiteEntry>.Builder Entries)>(StringComparer.Ordinal);

        // An author is named many times, and nearly always alike.
        var byName = new Dictionary<string, (Spellings Names, ImmutableArray<SiteEntry>.Builder Entries)>(StringComparer.Ordinal);
        foreach (var entry in published)
        {
            foreach (var author in entry.Paper.Authors)
            {
                if (!byName.TryGetValue(author.Text, out var group))
                {
                    var slug = Slug.Of(author.Text);
                    if (!groups.TryGetValue(slug, out group))
                    {
                        groups.Add(slug, group = (new Spellings(), ImmutableArray.CreateBuilder<SiteEntry>()));
                    }

                    byName.Add(author.Text, group);
                }

                if (group.Entries.Count == 0 || !ReferenceEquals(group.Entries[^1], entry))
                {
                    group.Names.Add(author.Text);
                    group.Entries.Add(entry);
                }
            }
        }

        return
        [
            .. groups
                .Where(group => group.Value.Entries.Count >= least)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group =>
                    new Group<Author>(new Author(group.Value.Names.Commonest(), group.Key), group.Value.Entries.ToImmutable())),
        ];
    }

    private static ImmutableArray<Group<DateOnly>> Days(ImmutableArray<SiteEntry> published) =>
        [.. published.GroupBy(entry => entry.Day).Select(day => new Group<DateOnly>(day.Key, [.. day]))];

    private static ImmutableArray<SkippedEntry> Skipped(SiteInput input, ImmutableArray<SiteEntry> all)
    {
        var entries = all.Where(entry => !entry.Published).Select(entry => entry.Paper.Draft && !input.Drafts
            ? new SkippedEntry(entry.Paper.Source, entry.Paper.Title.Text, "draft", null)
            : new SkippedEntry(entry.Paper.Source, entry.Paper.Title.Text, "future", entry.Moment));
        var pages = input.Pages.Where(page => page.Page.Draft && !input.Drafts)
            .Select(page => new SkippedEntry(page.Page.Source, page.Page.Title.Text, "draft", null));
        return
        [
            .. entries.Concat(pages)
                .OrderBy(skipped => skipped.Source.Path, StringComparer.Ordinal)
                .ThenBy(skipped => skipped.Source.Line)
                .ThenBy(skipped => skipped.Source.Column),
        ];
    }
}
