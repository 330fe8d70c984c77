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
        for (var i = 0; i < entries.Length; i++)
        {
            var (entry, at) = (entries[i], i);
            PageView Again(PaperView paper) => Page(context, at, paper, facts, feeds);
            yield return new RenderedOutput(entry.Path, "paper.html", () => Again(context.Views.Paper(entry)), entry.Paper.Source)
            {
                Changed = () => DateText.Rfc3339(context.Views.Updated(entry)),
                Again = Again,
            };
        }
    }

    private static PageView Page(PlanContext context, int at, PaperView paper, SiteFacts facts, ImmutableArray<IView> feeds)
    {
        var entries = context.Site.Published;
        var trail = context.Trail(new LinkView(paper.Day.Text, paper.Day.Url));
        return new PageView
        {
            Kind = "paper",
            Address = entries[at].Address,
            Title = paper.Title,
            Description = paper.Lead.Length > 0 ? paper.Lead : paper.Title,
            Canonical = paper.AbsoluteUrl,
            OpenGraphType = "article",
            Image = paper.Image,
            Breadcrumbs = trail,
            Feeds = feeds,
            JsonLd = () => JsonLd.Article(paper, facts, trail),
            Parts =
            [
                Part.One("paper", paper),
                Part.One("previous", at + 1 < entries.Length ? context.Views.Link(entries[at + 1]) : null),
                Part.One("next", at > 0 ? context.Views.Link(entries[at - 1]) : null),
            ],
        };
    }

    /// <summary>The citation of each entry, <c>cite.bib</c>.</summary>
    public static IEnumerable<RenderedOutput> Citations(PlanContext context)
    {
        if (!context.Has(OutputKinds.Papers))
        {
            yield break;
        }

        foreach (var entry in context.Site.Published)
        {
            PageView Again(Paper paper) => new()
            {
                Kind = "bibtex",
                Address = entry.CitationAddress,
                Title = paper.Title.Text,
                Canonical = context.Addresses.Absolute(entry.CitationAddress),
                Parts = [Part.One("citation", new CitationView(paper, entry.Day))],
            };
            yield return new RenderedOutput(entry.CitationAddress, "cite.bib", () => Again(entry.Paper), entry.Paper.Source) { Again = view => Again(view.Paper) };
        }
    }
}
