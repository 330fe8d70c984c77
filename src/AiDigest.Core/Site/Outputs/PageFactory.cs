using System.Collections.Immutable;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site.Outputs;

/// <summary>Makes the part of a page that all kinds share, so that no kind can forget a canonical address or its JSON-LD.</summary>
internal static class PageFactory
{
    /// <param name="kind">Also the name of the template: <c>layouts/KIND.html</c>.</param>
    /// <param name="description">For search engines; where nothing gives one, the title has to do.</param>
    /// <param name="jsonLdType"><c>CollectionPage</c> or <c>WebPage</c>; <c>WebSite</c> for home.</param>
    public static PageOutput List(
        PlanContext context, string kind, string address, string title, string description, ImmutableArray<IView> trail,
        ImmutableArray<Part> parts, string jsonLdType = "CollectionPage")
    {
        var canonical = context.Addresses.Absolute(address);
        description = description.Length > 0 ? description : title;
        return new PageOutput(Addresses.PathOf(address), kind + ".html", new PageView
        {
            Kind = kind,
            Address = address,
            Title = title,
            Description = description,
            Canonical = canonical,
            Breadcrumbs = trail,
            Feeds = context.Feeds("", context.Settings.Title),
            JsonLd = () => JsonLd.Page(jsonLdType, title, description, canonical, SiteFacts.Of(context), trail),
            Parts = parts,
        });
    }
}
