using System.Collections.Immutable;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Outputs;

namespace AiDigest.Core.Site.Views;

/// <summary>A field of a page beside <c>page</c>: one view or a list of them.</summary>
public sealed record Part(string Name, IView? View, IReadOnlyList<IView>? Views)
{
    public static Part One(string name, IView? view) => new(name, view, null);

    public static Part Many(string name, IReadOnlyList<IView> views) => new(name, null, views);
}

/// <summary>
/// One output as its template sees it: what every page has, and the parts that its kind adds. Nothing that changes on every build
/// (totals, "latest" lists) may be here only on the pages that are about it, or each edit would dirty the whole site.
/// </summary>
public sealed record PageView : IView
{
    /// <summary><c>home</c>, <c>paper</c>, <c>tag</c>, ...: names the template <c>layouts/KIND.html</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The address in the site, without a leading slash.</summary>
    public required string Address { get; init; }

    public required string Title { get; init; }

    /// <summary>The heading, where it is not the title; escaped as text between tags, where quotes stay as they are.</summary>
    public string? Heading { get; init; }

    /// <summary>The heading with its formulas; null where it has none.</summary>
    public string? HeadingHtml { get; init; }

    public string Description { get; init; } = "";

    /// <summary>Absolute address that search engines are to keep.</summary>
    public required string Canonical { get; init; }

    public string OpenGraphType { get; init; } = "website";

    public ImageView? Image { get; init; }

    public ImmutableArray<IView> Breadcrumbs { get; init; } = [];

    public ImmutableArray<IView> Feeds { get; init; } = [];

    /// <summary>Makes the JSON-LD in UTF-8, safe within a script element, from what the page and the site show anyway.</summary>
    public Func<byte[]>? JsonLd { get; init; }

    /// <summary>False keeps a page out of search engines: 404 and redirects.</summary>
    public bool Index { get; init; } = true;

    /// <summary>The level of a body's topmost headings on this page: one below the title above it.</summary>
    public int BodyLevel { get; init; } = 2;

    /// <summary>Links of bodies are absolute: in feeds, which are read elsewhere.</summary>
    public bool AbsoluteLinks { get; init; }

    public ImmutableArray<Part> Parts { get; init; } = [];

    public void Describe(IViewWriter writer)
    {
        writer.View("page", new Head(this));
        foreach (var part in Parts)
        {
            if (part.Views is { } views)
            {
                writer.Views(part.Name, views);
            }
            else
            {
                writer.View(part.Name, part.View);
            }
        }
    }

    private sealed record Head(PageView Page) : IView
    {
        public void Describe(IViewWriter writer)
        {
            writer.Text("kind", Page.Kind);
            writer.Text("title", Page.Title);
            writer.Text("heading_html", Page.HeadingHtml ?? TextBetweenTags(Page.Heading ?? Page.Title));
            writer.Text("description", Page.Description);
            writer.Text("canonical", Page.Canonical);
            writer.Text("og_type", Page.OpenGraphType);
            writer.View("image", Page.Image);
            writer.Views("breadcrumbs", Page.Breadcrumbs);
            writer.Views("feeds", Page.Feeds);
            writer.Derived("json_ld_html", Page.JsonLd);
            writer.Flag("index", Page.Index);
            writer.Number("body_level", Page.BodyLevel);
            writer.Flag("absolute_links", Page.AbsoluteLinks);
            var math = Page.Parts.SelectMany(part => new[] { Math(part.View), Math(part.Views) }).DefaultIfEmpty().Max();
            writer.Flag("has_math", math != MathFont.None);
            writer.Flag("has_plain_math", math == MathFont.Plain);
        }
    }

    /// <summary>The font that formulas in its bodies and titles need.</summary>
    private static MathFont Math(IView? view) => view switch
    {
        EntryView paper => paper.Formulas?.HasMath == true ? MathFont.Full : paper.Body.Body.Math,
        EntryLinkView link => TitleFormulas.IsMath(link.TitleHtml) ? MathFont.Full : MathFont.None,
        LineView line => OfTitle(line.Formulas),
        SummaryView summary => OfTitle(summary.Line.Formulas),
        StaticPageView standing => standing.Body.Body.Math,
        PeriodView period => Math(period.Holds),
        _ => MathFont.None,
    };

    private static MathFont Math(IReadOnlyList<IView>? views) =>
        views is EntryList entries ? entries.Math : views?.Select(Math).DefaultIfEmpty().Max() ?? MathFont.None;

    private static MathFont OfTitle(TitleFormulas? formulas) => formulas?.HasMath == true ? MathFont.Full : MathFont.None;

    private static string TextBetweenTags(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
