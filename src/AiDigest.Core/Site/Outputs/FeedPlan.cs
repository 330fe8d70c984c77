using System.Collections.Immutable;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site.Outputs;

/// <summary>Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1 for the site and each tag, and the OPML list of all tag feeds.</summary>
public static class FeedPlan
{
    /// <summary>
    /// Each entry is in the feeds of all its tags in three formats: at 10,000 entries feeds of 50 were 129 MB of 448. A reader
    /// program that asks once a week
    /// misses nothing of a tag with 20.
    /// </summary>
    private const int MostInTagFeed = 20;

    /// <summary>Two tags together have fewer new entries than each of them; feeds of 50 were 76 MB at 10,000 entries.</summary>
    private const int MostInPairFeed = 10;

    public static IEnumerable<RenderedOutput> Opml(PlanContext context)
    {
        var format = context.FeedFormats.FirstOrDefault(format => context.Has(format.Kind));
        var outlines = format is null || !context.Has(OutputNames.Tags)
            ? []
            : context.Site.Tags.Select(tag => (IView)new OutlineView(
                tag.Of.Title, context.Addresses.Absolute(tag.Of.Address + format.File), context.Addresses.Absolute(tag.Of.Address)));
        yield return new PageOutput("opml.xml", "opml.xml", new PageView
        {
            Kind = "opml",
            Address = "opml.xml",
            Title = context.Settings.Title,
            Canonical = context.Addresses.Absolute("opml.xml"),
            Parts = [Part.Many("outlines", [.. outlines])],
        });
    }

    public static IEnumerable<RenderedOutput> Outputs(PlanContext context, FeedFormat format)
    {
        yield return Feed(context, format, "", context.Settings.Title, context.Views.Typeset(context.Settings.Tagline),
            context.Site.Published);
        if (!context.Has(OutputNames.Tags))
        {
            yield break;
        }

        foreach (var tag in context.Site.Tags)
        {
            yield return OfTag(context, format, tag);
        }

        if (format.Kind != OutputNames.Atom)
        {
            yield break;
        }

        foreach (var pair in context.Site.Pairs)
        {
            var title = $"{context.Settings.Title}: {pair.Of.First.Title} + {pair.Of.Second.Title}";
            yield return Feed(context, format, pair.Of.Address, title, PairPlan.Heading(context, pair.Of),
                pair.Entries[..Math.Min(pair.Entries.Length, MostInPairFeed)]);
        }
    }

    /// <summary>The feed of a tag at an address that the tag had before; it says of itself where it is now.</summary>
    public static PageOutput Moved(PlanContext context, FeedFormat format, Group<Tag> tag, string address) =>
        OfTag(context, format, tag) with { Path = address + format.File };

    private static PageOutput OfTag(PlanContext context, FeedFormat format, Group<Tag> tag) => Feed(
        context, format, tag.Of.Address, $"{context.Settings.Title}: {tag.Of.Title}", context.Strings.Text("tag.heading", ("tag",
            tag.Of.Title)),
        tag.Entries[..Math.Min(tag.Entries.Length, MostInTagFeed)]);

    private static PageOutput Feed(
        PlanContext context, FeedFormat format, string address, string title, string subtitle, ImmutableArray<SiteEntry> all)
    {
        var entries = all.Length > context.Settings.FeedSize ? all[..context.Settings.FeedSize] : all;
        var updated = entries.IsEmpty ? DateTimeOffset.UnixEpoch : entries.Max(context.Views.Updated);
        var self = context.Addresses.Absolute(address + format.File);
        var view = new FeedView(
            title, subtitle, context.Addresses.Id(address), context.Addresses.Absolute(address), self,
            DateFormat.Rfc3339(updated), DateFormat.Rfc822(updated))
        {
            HubUrl = context.Settings.Hub,
        };
        return new PageOutput(address + format.File, format.Template, new PageView
        {
            Kind = format.Kind,
            Address = address + format.File,
            Title = title,
            Canonical = self,
            BodyLevel = 2,
            AbsoluteLinks = true,
            Parts = [Part.One("feed", view), Part.Many("papers", context.Papers(entries))],
        });
    }
}
