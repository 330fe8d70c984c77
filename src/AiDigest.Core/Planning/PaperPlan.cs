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
        foreach (var entry in context.Site.Published)
        {
            var paper = context.Views.Paper(entry);
            yield return new RenderedOutput(Addresses.PathOf(entry.Address), "paper.html", new PageView
            {
                Kind = "paper",
                Address = entry.Address,
                Title = paper.Title,
                Description = paper.Lead.Length > 0 ? paper.Lead : paper.Title,
                Canonical = context.Addresses.Absolute(entry.Address),
                OpenGraphType = "article",
                Image = paper.Image,
                Breadcrumbs = context.Trail(new LinkView(paper.Day.Text, paper.Day.Url)),
                Feeds = feeds,
                JsonLd = () => JsonLd.Article(paper, facts),
                Parts = [Part.One("paper", paper)],
            }, entry.Paper.Source)
            {
                Modified = paper.Updated.Iso,
            };
        }
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
