using System.Collections.Immutable;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site.Outputs;

/// <summary>The page of each entry.</summary>
public static class EntryPlan
{
    public static IEnumerable<RenderedOutput> Outputs(PlanContext context)
    {
        var entries = context.Site.Published;
        var shared = new Shared(SiteFacts.Of(context), context.Feeds("", context.Settings.Title));
        for (var i = 0; i < entries.Length; i++)
        {
            yield return new OwnPage(context, entries[i], i, shared);
        }
    }

    /// <summary>The citation of each entry, <c>cite.bib</c>.</summary>
    public static IEnumerable<RenderedOutput> Citations(PlanContext context) =>
        context.Has(OutputNames.Papers) ? context.Site.Published.Select(entry => new Citation(context, entry)) : [];

    /// <summary>The Markdown twin of each entry's page.</summary>
    public static IEnumerable<RenderedOutput> Twins(PlanContext context) =>
        context.Has(OutputNames.Papers) ? context.Site.Published.Select(entry => new Twin(context, entry)) : [];

    /// <summary>What all own pages show.</summary>
    private sealed record Shared(SiteFacts Facts, ImmutableArray<IView> Feeds);

    /// <param name="At">The place of the entry among those that are published.</param>
    private sealed record OwnPage(
        PlanContext Context, SiteEntry Entry, int At, Shared Shared) : EntryOutput(Entry.Path, "paper.html", Context, Entry)
    {
        public override string? Modified => Context.Views.Paper(Entry).Updated.Iso;

        public override string Absolute(Addresses addresses) => Context.Views.Paper(Entry).AbsoluteUrl;

        public override PageView ViewOf(EntryView paper)
        {
            var entries = Context.Site.Published;
            var trail = Context.Trail(new LinkView(paper.Day.Text, paper.Day.Url));
            return new PageView
            {
                Kind = "paper",
                Address = Entry.Address,
                Title = paper.Title,
                HeadingHtml = paper.Formulas?.TitleHtml,
                Description = paper.Lead.Length > 0 ? paper.Lead : paper.Title,
                Canonical = paper.AbsoluteUrl,
                OpenGraphType = "article",
                Image = paper.Image,
                Breadcrumbs = trail,
                Feeds = Shared.Feeds,
                JsonLd = () => JsonLd.Article(paper, Shared.Facts, trail),
                Parts =
                [
                    Part.One("paper", paper),
                    Part.One("previous", At + 1 < entries.Length ? Context.Views.Link(entries[At + 1]) : null),
                    Part.One("next", At > 0 ? Context.Views.Link(entries[At - 1]) : null),
                    Part.Many(
                        "related", Context.Has(OutputNames.Related)
                            ? [.. Context.Related.Value.Of(At).Select(Context.Views.Link)]
                            : []),
                ],
            };
        }
    }

    private sealed record Twin(PlanContext Context, SiteEntry Entry) : EntryOutput(Entry.MarkdownAddress, "index.md", Context, Entry)
    {
        public override PageView ViewOf(EntryView paper) => new()
        {
            Kind = "markdown",
            Address = Entry.MarkdownAddress,
            Title = paper.Title,
            Canonical = paper.AbsoluteUrl,
            AbsoluteLinks = true,
            Parts = [Part.One("paper", paper)],
        };
    }

    private sealed record Citation(PlanContext Context, SiteEntry Entry) : EntryOutput(Entry.CitationAddress, "cite.bib", Context, Entry)
    {
        public override PageView ViewOf(EntryView paper) => new()
        {
            Kind = "bibtex",
            Address = Entry.CitationAddress,
            Title = paper.Paper.Title.Text,
            Canonical = Context.Addresses.Absolute(Entry.CitationAddress),
            Parts = [Part.One("citation", ViewOfCitation(paper))],
        };

        // The one that lists of tags and days show, unless the preview gave the entry other words.
        private CitationView ViewOfCitation(EntryView paper) => ReferenceEquals(paper.Paper, Entry.Paper)
            ? Context.Views.Citation(Entry)
            : new CitationView(paper.Paper, Entry.Day);
    }
}
