using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site.Outputs;

/// <summary>Standing pages, the search page, the page for a wrong address, and the redirects from old ones.</summary>
public static class StaticPagePlan
{
    /// <summary>The pages of <c>content/pages</c>.</summary>
    public static IEnumerable<RenderedOutput> Outputs(PlanContext context, Func<RenderedPage, PlacedBody> bodies)
    {
        foreach (var entry in context.Site.PublishedPages)
        {
            var page = Shown(context, entry.Page);
            var body = bodies(entry);
            var updated = page.Updated is { } date ? context.Site.Time.Moment(date) : (DateTimeOffset?)null;
            var view = new StaticPageView(
                page,
                updated is { } moment
                    ? new DateView(DateFormat.Rfc3339(moment), context.Strings.Day(DateOnly.FromDateTime(moment.DateTime)))
                    : null,
                EntryViews.Edit(context.Settings, page.Source.Path), body);
            var output = PageFactory.List(
                context, "page", page.Address.Text + "/", page.Title.Text, page.Description ?? entry.Body.Lead,
                context.Trail(new LinkView(page.Title.Text, null)), [Part.One("standing", view)], "WebPage");
            yield return output with { About = page.Source, Changed = () => updated is { } changed ? DateFormat.Rfc3339(changed) : null };
        }
    }

    public static IEnumerable<RenderedOutput> Search(PlanContext context)
    {
        var title = context.Strings.Text("search.heading");
        yield return PageFactory.List(
            context, "search", "search/", title, context.Strings.Text("search.description"), context.Trail(new LinkView(title, null)),
            [Part.Many("tags", TagPlan.MostUsed(context, 60))], "WebPage");
    }

    /// <summary>What a reader put aside for later: kept in the browser, so the page is the same for all and is not for search
    /// engines.</summary>
    public static RenderedOutput Saved(PlanContext context)
    {
        var title = context.Strings.Text("saved.heading");
        var page = PageFactory.List(
            context, "saved", "saved/", title, context.Strings.Text("saved.description"), context.Trail(new LinkView(title, null)), [],
                "WebPage");
        return page.Showing(page.View with { Index = false });
    }

    /// <summary>The page that a host serves for an address that is not there.</summary>
    public static RenderedOutput NotFound(PlanContext context)
    {
        var title = context.Strings.Text("not_found.heading");
        var page = PageFactory.List(context, "not-found", "404.html", title, context.Strings.Text("not_found.text"), [],
            [Part.Many("tags", TagPlan.MostUsed(context, 30))], "WebPage");
        return page.Showing(page.View with { Index = false });
    }

    /// <summary>A page at an old address that leads to the new one.</summary>
    public static RenderedOutput Redirect(PlanContext context, string alias, string address, string title, SourceRef at)
    {
        title = context.Views.Typeset(title);
        var page = PageFactory.List(
            context, "redirect", alias, title, context.Strings.Text("redirect.text"), [],
            [Part.One("target", new LinkView(title, context.Addresses.Local(address)))], "WebPage");
        var canonical = context.Addresses.Absolute(address);
        var facts = SiteFacts.Of(context);
        var view = page.View;
        return page.Showing(
            view with
            {
                Index = false,
                Canonical = canonical,
                JsonLd = () =>
                JsonLd.Page("WebPage", title, view.Description, canonical, facts, [])
            }) with
        { About = at, LeadsTo = address };
    }

    private static PageMetadata Shown(PlanContext context, PageMetadata page) => page with
    {
        Title = page.Title with { Text = context.Views.Typeset(page.Title.Text) },
        Description = context.Views.Typeset(page.Description),
    };
}
