using System.Collections.Immutable;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Outputs;
using AiDigest.Core.Site.Related;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site;

/// <summary>What the plans of all kinds work from: the settled site and the views of its entries, made once.</summary>
/// <param name="feeds">All formats of feeds, whether the site makes them or not.</param>
public sealed class PlanContext(
    AssembledSite site, Addresses addresses, Strings strings, EntryViews views, ImmutableArray<FeedFormat> feeds)
{
    public AssembledSite Site { get; } = site;

    public Settings Settings => Site.Settings;

    public Addresses Addresses { get; } = addresses;

    public Strings Strings { get; } = strings;

    public EntryViews Views { get; } = views;

    public ImmutableArray<FeedFormat> FeedFormats { get; } = feeds;

    /// <summary>The entries like each entry; made when the page of an entry is looked at first.</summary>
    internal Lazy<RelatedEntries> Related { get; } = new(() => new RelatedEntries(site.Published, entry => views.Links(entry)
        .Where(link => link is { IsSelf: false, Address: not null }).Select(link => link.Address!)));

    /// <summary>The same context for a site whose published entries have other words.</summary>
    internal PlanContext Reworded(ImmutableArray<SiteEntry> published) =>
        new(Site with { Published = published }, Addresses, Strings, Views, FeedFormats);

    /// <param name="kind">Its name.</param>
    public bool Has(string kind) => Settings.Outputs.Has(kind);

    /// <summary>The address for a link, or null where its kind is off and so linked from nowhere.</summary>
    public string? Url(string kind, string address) => Has(kind) ? Addresses.Local(address) : null;

    /// <summary>Home and the sections above a page.</summary>
    public ImmutableArray<IView> Trail(params ReadOnlySpan<LinkView> steps)
    {
        var trail = ImmutableArray.CreateBuilder<IView>(steps.Length + 1);
        trail.Add(new LinkView(Settings.Title, Url(OutputNames.Home, "")));
        foreach (var step in steps)
        {
            trail.Add(step);
        }

        return trail.DrainToImmutable();
    }

    public ImmutableArray<IView> Feeds(string address, string title)
    {
        var feeds = ImmutableArray.CreateBuilder<IView>();
        foreach (var format in FeedFormats)
        {
            if (Has(format.Kind))
            {
                feeds.Add(new FeedLinkView($"{title} ({format.Name})", Addresses.Local(address + format.File), format.MediaType));
            }
        }

        return feeds.DrainToImmutable();
    }

    /// <summary>The latest change among entries, RFC 3339; null where there are none.</summary>
    public string? Latest(IEnumerable<SiteEntry> entries)
    {
        DateTimeOffset? latest = null;
        foreach (var entry in entries)
        {
            var updated = Views.Updated(entry);
            latest = latest is { } moment && moment >= updated ? moment : updated;
        }

        return latest is { } found ? DateFormat.Rfc3339(found) : null;
    }

    public IReadOnlyList<IView> Papers(IEnumerable<SiteEntry> entries) => new EntryList([.. entries], Views.Paper, hasBodies: true);

    public IReadOnlyList<IView> Lines(IEnumerable<SiteEntry> entries) => new EntryList([.. entries], Views.Line, hasBodies: false);
}
