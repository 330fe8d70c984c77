using AiDigest.Core.Build;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Markdown.Formulas;
using AiDigest.Tests.Fixtures;
using AngleSharp.Html.Parser;
using Xunit;

namespace AiDigest.Tests.Site;

/// <summary>Formulas in titles: MathML where a page shows the title, plain text everywhere else.</summary>
public class TitleFormulaTests
{
    private static readonly TexConverter Converter = new();

    [Theory]
    [InlineData("Рост на 3,6-4,0 млрд", true)]
    [InlineData("Годы 2019–2024: итоги & планы", true)]
    [InlineData("Модель GPT-4 — обзор", false)]
    public void A_range_of_numbers_in_a_title_does_not_break(string title, bool isRange)
    {
        using var site = Site(title);
        site.BuildFine();
        foreach (var (page, where) in Shown)
        {
            var document = Parse(site.Read(page));
            Assert.Equal(isRange ? 1 : 0, document.QuerySelectorAll(where)[0].QuerySelectorAll(".nb").Length);
            Assert.DoesNotContain(document.QuerySelectorAll("head link[rel=stylesheet]"), link =>
                link.GetAttribute("href")!.Contains("/math.", StringComparison.Ordinal));
        }

        Assert.DoesNotContain("nb", Parse(site.Read("papers/a/index.html")).Title!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Оценка $x_1$ за шаг", "Оценка x₁ за\u00A0шаг")]
    [InlineData("$\\tau^2$-bench: \"новый\" замер", "τ²-bench: «новый» замер")]
    [InlineData("Цена \\$5 и $\\alpha$", "Цена $5 и\u00A0α")]
    [InlineData("Метод AB&BC<CD: $a<b$", "Метод AB&BC<CD: a<b")]
    [InlineData("$$L_p$$ и $L_{\\max}$", "Lₚ и\u00A0L_max")]
    public void A_formula_is_mathml_on_pages_and_plain_text_elsewhere(string title, string plain)
    {
        using var site = Site(title);
        site.BuildFine();
        foreach (var (page, where) in Shown)
        {
            var heading = Parse(site.Read(page)).QuerySelector(where);
            Assert.True(heading is not null, $"{page} has no {where}");
            Assert.True(heading.QuerySelector("math") is not null, $"{page}: {heading.OuterHtml}");
            Assert.DoesNotContain('$', heading.TextContent.Replace("$5", "", StringComparison.Ordinal));
            Assert.Contains(Parse(site.Read(page)).QuerySelectorAll("head link[rel=stylesheet]"), link =>
                link.GetAttribute("href")!.Contains("/math.", StringComparison.Ordinal));
        }

        var entry = Parse(site.Read("papers/a/index.html"));
        Assert.StartsWith(plain + " — ", entry.Title!, StringComparison.Ordinal);
        Assert.Equal(plain, entry.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
        Assert.Contains($"\"headline\":", site.Read("papers/a/index.html"), StringComparison.Ordinal);
        foreach (var file in (string[])["feed.xml", "rss.xml", "feed.json", "api/papers/2026-11.json", "llms.txt"])
        {
            Assert.DoesNotContain("<h2><math", site.Read(file), StringComparison.Ordinal);
            Assert.DoesNotContain("\\tau", site.Read(file), StringComparison.Ordinal);
            Assert.DoesNotContain("$x_1$", site.Read(file), StringComparison.Ordinal);
        }

        var feed = System.Xml.Linq.XDocument.Parse(site.Read("feed.xml"));
        Assert.Contains(feed.Descendants(), element => element.Name.LocalName == "title" && element.Value == plain);
    }

    private static readonly (string Page, string Where)[] Shown =
    [
        ("papers/a/index.html", "h1"), ("tags/t/index.html", "#a h2"), ("index.html", "#a h3"),
        ("2026/11/index.html", ".line a[href$='/a/']"), ("archive/index.html", ".line a[href$='/a/']"),
        ("papers/b/index.html", "#related a[href$='/a/']"), ("papers/b/index.html", ".pager a"),
    ];

    [Fact]
    public void A_paper_title_may_hold_formulas_too()
    {
        using var site = new ScratchSite().Settings("url: https://example.org/\n").Add(
            "content/papers/a.md",
            "---\ntitle: Заметка\ndate: 2026-11-01\ntags: [t]\npaper_title: $\\tau^2$-Bench\narxiv: 2411.10510\n---\n\nТекст.\n");
        site.BuildFine();
        var page = Parse(site.Read("papers/a/index.html"));
        Assert.NotNull(page.QuerySelector(".orig cite math"));
        Assert.Null(page.QuerySelector("h1 math"));
        Assert.Equal("τ²-Bench", page.QuerySelector("meta[name=citation_title]")!.GetAttribute("content"));
        Assert.Contains("\"title\": \"τ²-Bench\"", site.Read("api/papers/2026-11.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Prices_and_a_site_without_formulas_keep_their_dollars()
    {
        using var site = Site("От $5 до $10 за миллион");
        site.BuildFine();
        Assert.Equal("От $5 до $10 за миллион", Parse(site.Read("papers/a/index.html")).QuerySelector("h1")!.TextContent
            .Replace('\u00A0', ' '));
        using var plain = Site("Оценка $x_1$");
        plain.Settings("url: https://example.org/\nmath: false\n").BuildFine();
        Assert.Equal("Оценка $x_1$", Parse(plain.Read("papers/a/index.html")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public void Tex_that_does_not_parse_stays_visible_with_a_warning_at_the_title()
    {
        using var site = Site("Оценка $\\frac{$ и $x$");
        var report = site.Build();
        Assert.DoesNotContain(report.Diagnostics, diagnostic => diagnostic.Rule.Severity == Severity.Error);
        var warning = Assert.Single(report.Diagnostics, diagnostic => diagnostic.Rule == Catalogue.TexDoesNotParse);
        Assert.Equal(("content/papers/a.md", 2), (warning.Path, warning.Line));
        Assert.Contains("$\\frac{$", Parse(site.Read("papers/a/index.html")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_a_formula_gives_the_site_of_a_clean_build()
    {
        using var site = Site("Оценка $x_1$");
        site.BuildFine();
        foreach (var title in (string[])["Оценка $x_2$", "Оценка", "Оценка $x_2$"])
        {
            site.Add("content/papers/a.md", Source(title));
            site.BuildFine();
            using var clean = Site(title);
            clean.BuildFine();
            Assert.Equal(clean.Read("index.html"), site.Read("index.html"));
            Assert.Equal(clean.Read("papers/b/index.html"), site.Read("papers/b/index.html"));
        }
    }

    [Theory]
    [InlineData("x_1^2", "x₁²")]
    [InlineData("\\mathcal{O}(n\\log n)", "𝒪(n log n)")]
    [InlineData("\\frac{a+b}{2}", "(a+b)/2")]
    [InlineData("\\sqrt{2}", "√2")]
    [InlineData("\\hat{y}", "ŷ")]
    [InlineData("A^\\top", "Aᵀ")]
    [InlineData("45^{\\circ}", "45°")]
    [InlineData("e^{-x}", "e^(−x)")]
    [InlineData("f'(x)", "f′(x)")]
    public void Formulas_read_as_text(string tex, string text) =>
        Assert.Equal(text, FormulaText.Of(Converter.Convert(tex, display: false).MathMl!));

    [Fact]
    public void A_title_of_dollars_takes_no_time() => _ = Site(string.Concat(Enumerable.Repeat("$$ ", 30_000))).Build();

    private static ScratchSite Site(string title) => new ScratchSite().Settings("url: https://example.org/\n")
        .Add("content/papers/a.md", Source(title)).AddPaper("b", "2026-11-01", "t", "Второй текст.")
        .AddPaper("c", "2026-11-02", "t", "Третий.");

    private static string Source(string title) =>
        $"---\ntitle: '{title}'\ndate: 2026-11-01\ntags: [t]\n---\n\nТекст.\n";

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
