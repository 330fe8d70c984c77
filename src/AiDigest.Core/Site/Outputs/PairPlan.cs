using System.Collections.Immutable;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Tags;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site.Outputs;

/// <summary>
/// The page of two tags together: titles and leads of the newest <see cref="Most"/> entries that have both. Texts in full stay on the tags'
/// own pages, so a pair costs one small page. Its Atom feed is <see cref="FeedPlan"/>'s.
/// </summary>
public static class PairPlan
{
    /// <summary>Entries that the page of a pair shows.</summary>
    public const int Most = 100;

    public static IEnumerable<RenderedOutput> Outputs(PlanContext context) => context.Site.Pairs.Select(pair => Page(context, pair));

    public static string Heading(PlanContext context, TagPair pair) =>
        context.Strings.Text("pair.heading", ("first", pair.First.Title), ("second", pair.Second.Title));

    /// <summary>The tags that have a page together with each tag, the commonest first.</summary>
    public static ILookup<Tag, GroupView> Neighbours(PlanContext context) => context.Site.Pairs
        .SelectMany(pair => new[] { (Of: pair.Of.First, Pair: pair), (Of: pair.Of.Second, Pair: pair) })
        .OrderByDescending(side => side.Pair.Entries.Length)
        .ThenBy(side => side.Pair.Of.Beside(side.Of).Slug, StringComparer.Ordinal)
        .ToLookup(side => side.Of, side => Beside(context, side.Of, side.Pair));

    private static GroupView Beside(PlanContext context, Tag tag, Group<TagPair> pair)
    {
        var other = pair.Of.Beside(tag);
        return new GroupView(other.Title, other.Slug, context.Addresses.Local(pair.Of.Address), null, pair.Entries.Length);
    }

    private static PageOutput Page(PlanContext context, Group<TagPair> pair)
    {
        var (first, second) = pair.Of;
        var heading = Heading(context, pair.Of);
        ImmutableArray<SiteEntry> shown = [.. pair.Entries.Take(Most)];
        var trail = context.Trail(
            new LinkView(context.Strings.Text("tags.heading"), context.Url(OutputNames.Tags, "tags/")),
            new LinkView(first.Title, context.Addresses.Local(first.Address)),
            new LinkView(second.Title, null));
        var description = context.Strings.Text("pair.description", ("first", first.Title), ("second", second.Title));
        var page = PageFactory.List(
            context, "pair", pair.Of.Address, heading, description, trail,
            [
                Part.One("first", new GroupView(first.Title, first.Slug, context.Addresses.Local(first.Address))),
                Part.One("second", new GroupView(second.Title, second.Slug, context.Addresses.Local(second.Address))),
                Part.One("feed", context.Has(OutputNames.Atom)
                    ? new LinkView("Atom", context.Addresses.Local(pair.Of.Address + "feed.xml"))
                    : null),
                Part.One("pair", new PairView(pair.Entries.Length, shown.Length)),
                Part.Many("papers", new EntryList(shown, context.Views.Summary, hasBodies: false)),
            ]);
        return page with { Changed = () => context.Latest(pair.Entries) };
    }
}
