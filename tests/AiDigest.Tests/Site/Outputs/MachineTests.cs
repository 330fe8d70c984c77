using System.Text.Json;
using AiDigest.Core.Rendering.Writers;
using AiDigest.Tests.Fixtures;
using AngleSharp.Html.Parser;
using Json.Schema;
using Xunit;

namespace AiDigest.Tests.Site.Outputs;

/// <summary>What programs read: citations, CSL-JSON, <c>llms.txt</c>, and what the head of an entry tells them.</summary>
public class MachineTests
{
    private const string Facts =
        "paper_title: \"Attention & \\\"More\\\"\"\nauthors: [Feng Liu, Laurens van der Maaten, Qwen Team]\nvenue: CVPR "
        + "2025\npublished: 2024-11-28\narxiv: 2411.19108v2\ncode: https://github.com/a/b\n";

    [Fact]
    public void The_list_of_papers_has_a_part_for_each_month()
    {
        using var site = Sample();
        site.BuildFine();
        using var index = JsonDocument.Parse(site.Read("api/papers.json"));
        var parts = index.RootElement.GetProperty("parts").EnumerateArray()
            .Select(part =>
                (part.GetProperty("month").GetString(), part.GetProperty("url").GetString(), part.GetProperty("count").GetInt32()));
        Assert.Equal(
            [("2026-11", "https://example.org/d/api/papers/2026-11.json", 2),
                ("2026-10", "https://example.org/d/api/papers/2026-10.json", 1)], parts);
        Assert.Equal(3, index.RootElement.GetProperty("count").GetInt32());
        using var november = JsonDocument.Parse(site.Read("api/papers/2026-11.json"));
        Assert.Equal(["full", "doi"], november.RootElement.EnumerateArray().Select(item => item.GetProperty("id").GetString()));
    }

    [Fact]
    public void Items_are_what_the_schema_of_citation_styles_allows()
    {
        using var site = Sample();
        site.BuildFine();
        var schema = JsonSchema.FromText(File.ReadAllText(Checkout.PathOf("tests/AiDigest.Tests/Site/Outputs/csl-items.json")));
        foreach (var path in site.Tree().Keys.Where(path => path.StartsWith("api/papers/", StringComparison.Ordinal)))
        {
            using var items = JsonDocument.Parse(site.Read(path));
            Assert.True(schema.Evaluate(items.RootElement).IsValid, path);
        }
    }

    [Fact]
    public void An_item_describes_the_paper_and_keeps_what_is_ours_apart()
    {
        using var site = Sample();
        site.BuildFine();
        using var items = JsonDocument.Parse(site.Read("api/papers/2026-11.json"));
        var item = items.RootElement[0];
        Assert.Equal("Attention & \"More\"", item.GetProperty("title").GetString());
        Assert.Equal(
            "[[2024,11,28]]",
            string.Concat(item.GetProperty("issued").GetProperty("date-parts").GetRawText().Where(c => !char.IsWhiteSpace(c))));
        Assert.Equal("van der Maaten", item.GetProperty("author")[1].GetProperty("family").GetString());
        Assert.Equal("Qwen Team", item.GetProperty("author")[2].GetProperty("literal").GetString());
        Assert.Equal("10.48550/arXiv.2411.19108", item.GetProperty("DOI").GetString());
        Assert.Equal("https://example.org/d/papers/full/", item.GetProperty("custom").GetProperty("url").GetString());
        Assert.Equal("2026-11-12", item.GetProperty("custom").GetProperty("day").GetString());
    }

    [Theory]
    [InlineData("Feng Liu", "Liu", "Feng")]
    [InlineData("Liu, Feng", "Liu", "Feng")]
    [InlineData("Ludwig van Beethoven", "van Beethoven", "Ludwig")]
    [InlineData("Plato", "Plato", null)]
    [InlineData("DeepSeek-AI", "DeepSeek-AI", null)]
    [InlineData("The ATLAS Collaboration", "The ATLAS Collaboration", null)]
    [InlineData("van Gogh", "Gogh", "van")]
    public void A_name_is_parted_where_that_is_safe(string name, string family, string? given) =>
        Assert.Equal((family, given), CslWriter.Name(name));

    [Fact]
    public void A_tag_has_the_citations_of_all_its_papers()
    {
        using var site = Sample();
        site.BuildFine();
        var citations = site.Read("tags/alpha/papers.bib");
        Assert.Equal(site.Read("papers/full/cite.bib") + "\n" + site.Read("papers/plain/cite.bib"), citations);
        Assert.Contains("href=\"/d/tags/alpha/papers.bib\"", site.Read("tags/alpha/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_head_of_an_entry_describes_the_paper_for_zotero()
    {
        using var site = Sample();
        site.BuildFine();
        Assert.Equal(
            [
                ("citation_title", "Attention & \"More\""), ("citation_author", "Feng Liu"), ("citation_author", "Laurens van der Maaten"),
                ("citation_author", "Qwen Team"), ("citation_publication_date", "2024/11/28"), ("citation_conference_title", "CVPR 2025"),
                ("citation_arxiv_id", "2411.19108v2"), ("citation_doi", "10.48550/arXiv.2411.19108"),
                ("citation_pdf_url", "https://arxiv.org/pdf/2411.19108v2"), ("citation_public_url", "https://arxiv.org/abs/2411.19108v2"),
                ("citation_keywords", "alpha"),
            ],
            Citations(site.Read("papers/full/index.html")));
        Assert.Contains(("citation_public_url", "https://doi.org/10.1000/x%28y%29"), Citations(site.Read("papers/doi/index.html")));
        Assert.Equal(["citation_title", "citation_keywords"], Citations(site.Read("papers/plain/index.html")).Select(tag => tag.Item1));
        Assert.Empty(Citations(site.Read("tags/alpha/index.html")));
    }

    [Theory]
    [InlineData("math.GT/0309136", 2003, 9)]
    [InlineData("hep-th/9901001v2", 1999, 1)]
    [InlineData("0704.0001", 2007, 4)]
    [InlineData("2411.19108v2", 2024, 11)]
    public void An_arxiv_id_of_either_form_gives_the_month_of_the_paper(string id, int year, int month)
    {
        using var site = new ScratchSite().Settings("url: https://example.org/\n")
            .Add("content/papers/old.md", $"---\ntitle: Old\ndate: 2026-11-12\ntags: [t]\narxiv: {id}\n---\n\nText.\n");
        site.BuildFine();
        Assert.Contains(("citation_publication_date", $"{year}/{month:00}"), Citations(site.Read("papers/old/index.html")));
        Assert.Contains($"year = {{{year}}}", site.Read("papers/old/cite.bib"), StringComparison.Ordinal);
        var json = string.Concat(site.Read("api/papers/2026-11.json").Where(letter => !char.IsWhiteSpace(letter)));
        Assert.Contains($"\"date-parts\":[[{year},{month}]]", json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_head_of_an_entry_has_signposts()
    {
        using var site = Sample();
        site.BuildFine();
        var document = new HtmlParser().ParseDocument(site.Read("papers/full/index.html"));
        string? Link(string rel) => document.QuerySelector($"head link[rel='{rel}']")?.GetAttribute("href");
        Assert.Equal("https://doi.org/10.48550/arXiv.2411.19108", Link("cite-as"));
        Assert.Equal("/d/papers/full/cite.bib", Link("describedby"));
        Assert.Equal(2, document.QuerySelectorAll("head link[rel=type]").Length);
    }

    [Fact]
    public void Every_paper_of_a_tag_has_a_doi_in_a_link()
    {
        using var site = Sample();
        site.BuildFine();
        Assert.Contains("href=\"https://doi.org/10.48550/arXiv.2411.19108\"", site.Read("tags/alpha/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_for_language_models_leads_to_lists_tags_and_newest_entries()
    {
        using var site = Sample();
        site.BuildFine();
        var text = site.Read("llms.txt");
        Assert.StartsWith("# Сайт\n\n> О статьях\n\n", text, StringComparison.Ordinal);
        Assert.Contains("\n- [CSL-JSON](https://example.org/d/api/papers.json)\n", text, StringComparison.Ordinal);
        Assert.Contains("\n- [alpha](https://example.org/d/tags/alpha/)\n", text, StringComparison.Ordinal);
        Assert.Contains("\n- [Заголовок full](https://example.org/d/papers/full/): Текст пересказа.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_one_text_leaves_the_parts_of_other_months()
    {
        using var site = Sample();
        site.BuildFine();
        site.AddPaper("full", "2026-11-12", "alpha", "Другой текст.", Facts);
        site.BuildFine();
        using var clean = Sample();
        clean.AddPaper("full", "2026-11-12", "alpha", "Другой текст.", Facts);
        clean.BuildFine();
        ScratchSite.AssertSame(clean.Tree(), site.Tree());
    }

    [Fact]
    public void A_markdown_twin_is_made_when_asked_for_and_says_what_the_page_says()
    {
        const string Body =
            "Абзац с *курсивом*, **жирным**, `ко_дом`, [ссылкой](../10/other.md), сноской[^1], 5 * 3 и $a_1$.\n\n## Глава\n\n- "
            + "один\n- два\n  - три\n\n"
            + "> Цитата\n\n```python\nx = 1\n```\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n$$\\sum_i x_i$$\n\n[^1]: Текст сноски.";
        using var site = new ScratchSite().Settings("url: https://example.org/d/\noutputs: [papers, tags, sitemap, markdown, llms]\n")
            .AddPaper("11/first", "2026-11-11", "alpha", Body).AddPaper("10/other", "2026-10-01", "alpha");
        site.BuildFine();
        var twin = site.Read("papers/first/index.md").Replace('\u00A0', ' ');
        foreach (
            var part in (string[])["# Заголовок 11/first\n",
            "*курсивом*, **жирным**, `ко_дом`, [ссылкой](https://example.org/d/papers/other/), сноской[^1], 5 \\* 3 и $a_1$.",
            "\n## Глава\n", "\n- два\n  - три\n", "\n> Цитата\n", "```python\nx = 1\n```\n", "| a | b |\n|---|--:|\n| 1 | 2 |\n",
            "$$\n\\sum_i x_i\n$$\n", "\n[^1]: Текст сноски.\n"])
        {
            Assert.Contains(part, twin, StringComparison.Ordinal);
        }

        Assert.Contains(
            "<link rel=\"alternate\" type=\"text/markdown\" href=\"https://example.org/d/papers/first/index.md\">",
            site.Read("papers/first/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("index.md", site.Read("sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("papers/first/index.md", site.Read("llms.txt"), StringComparison.Ordinal);

        // The twin of the twin's page: what it says survives the way back through Markdown.
        using var again = new ScratchSite().Settings("url: https://example.org/d/\noutputs: [papers, tags, markdown]\n")
            .AddPaper(
                "first", "2026-11-11", "alpha",
                twin[(twin.IndexOf("\n\n", twin.IndexOf("- URL", StringComparison.Ordinal), StringComparison.Ordinal) + 2)..]);
        again.BuildFine();
        string Words(string page) =>
            string.Concat(new HtmlParser().ParseDocument(page).QuerySelector(".prose")!.TextContent.Where(c => !char.IsWhiteSpace(c)));
        Assert.Equal(Words(site.Read("papers/first/index.html")), Words(again.Read("papers/first/index.html")));
    }

    private static ScratchSite Sample() => new ScratchSite()
        .Settings("title: Сайт\ntagline: О статьях\nurl: https://example.org/d/\n")
        .AddPaper("full", "2026-11-12", "alpha", keys: Facts)
        .AddPaper("doi", "2026-11-11", "beta", keys: "doi: 10.1000/x(y)\n")
        .AddPaper("plain", "2026-10-01", "alpha");

    private static IEnumerable<(string, string)> Citations(string page) => new HtmlParser().ParseDocument(page)
        .QuerySelectorAll("head meta[name^=citation_]").Select(meta => (meta.GetAttribute("name")!, meta.GetAttribute("content")!));
}
