using System.Collections.Immutable;
using AiDigest.Core.Model;

namespace AiDigest.Core.Planning;

/// <summary>The page of each entry.</summary>
public static class PaperPlan
{
    public static IEnumerable<RenderedOutput> Outputs(PlanContext context)
    {
        var facts = SiteFacts.Of(context);
        var feeds = context.Feeds("", context.Settings.Title);
        var entries = context.Site.Published;
        LinkView? next = null;
        var link = entries.IsEmpty ? null : Link(context, entries[0]);
        DateView? day = null;
        ImmutableArray<IView> trail = [];
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = entries[i];
            var paper = context.Views.Paper(entry);
            trail = paper.Day == day ? trail : context.Trail(new LinkView(paper.Day.Text, paper.Day.Url));
            day = paper.Day;
            var previous = i + 1 < entries.Length ? Link(context, entries[i + 1]) : null;
            yield return Output(context, entry, paper, trail, facts, feeds, previous, next);
            (next, link) = (link, previous);
        }
    }

    private static RenderedOutput Output(
        PlanContext context, DigestEntry entry, PaperView paper, ImmutableArray<IView> trail, SiteFacts facts, ImmutableArray<IView> feeds, LinkView? previous, LinkView? next)
    {
        PageView Page(PaperView paper) => new()
        {
            Kind = "paper",
            Address = entry.Address,
            Title = paper.Title,
            Description = paper.Lead.Length > 0 ? paper.Lead : paper.Title,
            Canonical = paper.AbsoluteUrl,
            OpenGraphType = "article",
            Image = paper.Image,
            Breadcrumbs = trail,
            Feeds = feeds,
            JsonLd = () => JsonLd.Article(paper, facts, trail),
            Parts = [Part.One("paper", paper), Part.One("previous", previous), Part.One("next", next)],
        };

        return new RenderedOutput(entry.Path, "paper.html", Page(paper), entry.Paper.Source)
        {
            Modified = paper.Updated.Iso,
            Again = Page,
        };
    }

    private static LinkView Link(PlanContext context, DigestEntry entry) => new(context.Views.Paper(entry).Title, context.Views.Paper(entry).Url);

    /// <summary>The citation of each entry, <c>cite.bib</c>.</summary>
    public static IEnumerable<RenderedOutput> Citations(PlanContext context)
    {
        if (!context.Has(OutputKinds.Papers))
        {
            yield break;
        }

        foreach (var entry in context.Site.Published)
        {
            var address = entry.Address + "cite.bib";
            yield return new RenderedOutput(address, "cite.bib", new PageView
            {
                Kind = "bibtex",
                Address = address,
                Title = entry.Paper.Title.Text,
                Canonical = context.Addresses.Absolute(address),
                Parts = [Part.One("citation", new CitationView(entry.Paper, entry.Day))],
            }, entry.Paper.Source);
        }
    }
}
