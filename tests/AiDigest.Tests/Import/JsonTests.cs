using System.Globalization;
using AiDigest.Core.Import;
using Xunit;

namespace AiDigest.Tests.Import;

public class JsonTests
{
    [Fact]
    public void Daily_papers_of_hugging_face()
    {
        var item = Assert.Single(ImportedText.Read("in.json", """
            [{"paper":{"id":"2609.22753","authors":[{"_id":"6","name":"Anna Petrova","hidden":false},{"_id":"7","name":"Ivan Li","user":{"fullname":"Ivan"}}],"publishedAt":"2026-09-26T00:00:00.000Z",
            "submittedOnDailyAt":"2026-10-01T00:00:00.000Z","title":"A Small  Test\n of Papers","summary":"We study $x_t$ and gain 25\\% with \\emph{small} models.","upvotes":12,
            "githubRepo":"https://github.com/user/repo","projectPage":"https://user.github.io/p/","ai_keywords":["diffusion","caching"],"ai_summary":"Short."},"title":"A Small  Test\n of Papers","numComments":0}]
            """));

        var draft = item.Draft!;
        Assert.Equal(
            ("A Small Test of Papers", "2609.22753", new DateOnly(2026, 10, 1), new DateOnly(2026, 9, 26)),
            (draft.Title, draft.Arxiv, draft.Day!.Value, draft.Published!.Value));
        Assert.Equal(("https://github.com/user/repo", "https://user.github.io/p/"), (Assert.Single(draft.Code), draft.Project));
        Assert.Equal(["Anna Petrova", "Ivan Li"], draft.Authors);
        Assert.Equal(["diffusion", "caching"], draft.Tags);
        Assert.Equal("We study $x_t$ and gain 25% with *small* models.", draft.Body);
        Assert.Equal(["ai_summary", "numComments", "upvotes"], item.Unmapped);
    }

    [Theory]
    [InlineData("""{"date":"2026-10-03","papers":[{"id":"2609.22754","title":"T","summary":"S.","githubRepo":null}]}""")]
    [InlineData("""{"date":"2026-10-03T08:00:00Z","data":[{"arxiv_id":"2609.22754","title":"T","abstract":"S."}]}""")]
    [InlineData("""{"items":[{"id":"2609.22754v1","title":"T","abstract":"S.","day":"2026-10-03"}]}""")]
    public void A_list_under_a_key(string json)
    {
        var draft = ImportedText.Draft("wrapped.json", json);

        Assert.Equal((new DateOnly(2026, 10, 3), "2609.22754"), (draft.Day!.Value, draft.Arxiv![..10]));
    }

    [Fact]
    public void Half_a_surrogate_pair_costs_itself_alone() =>
        Assert.Equal(
            ("a \uFFFD é\n\"q\"", "x \uFFFD y"),
            ImportedText.Draft("x.json", """[{"title":"a \ud800 \u00e9\n\"q\"","abstract":"x \udc00 y"}]""") is var draft
                ? (draft.Title.Replace(" \"", "\n\"", StringComparison.Ordinal), draft.Body)
                : default);

    [Theory]
    [InlineData("""{"title":"T","abstract":"S.","date":"2026-02-30"}""", "the date '2026-02-30', which cannot be read")]
    [InlineData("""{"title":"T","abstract":"S.","date":1767571200}""", "the date '1767571200', which cannot be read")]
    [InlineData("""{"title":"T","abstract":"S.","published":"когда-то"}""", "the date 'когда-то', which cannot be read")]
    [InlineData("""{"title":"T","abstract":"S.","date":""}""", "")]
    public void A_date_that_cannot_be_read_is_told(string json, string lost) =>
        Assert.Equal(lost, string.Join('|', Assert.Single(ImportedText.Read("x.json", json)).Notes.Losses.Select(one => one.English)));

    [Fact]
    public void Records_of_arxiv()
    {
        var item = Assert.Single(ImportedText.Read("arxiv.jsonl", """
            {"id":"0704.0001","submitter":"Pavel","authors":"C. Bal\\'azs, E. L. Berger","title":"Calculation of prompt\n  diphoton","comments":"37 pages","journal-ref":"Phys.Rev.D76:013009,2007","doi":"10.1103/PhysRevD.76.013009","report-no":null,"categories":"hep-ph astro-ph.CO","license":null,"abstract":"  A fully $m_H$ calculation at ~5 TeV.\n","versions":[{"version":"v1","created":"Mon, 2 Apr 2007 19:18:42 GMT"},{"version":"v2","created":"Tue, 24 Jul 2007 20:10:27 GMT"}],"update_date":"2008-11-26","authors_parsed":[["Bal\\'azs","C.",""],["Berger","E. L.","Jr"]]}
            """));

        var draft = item.Draft!;
        Assert.Equal(
            ("Calculation of prompt diphoton", "0704.0001", "10.1103/PhysRevD.76.013009", "Phys.Rev.D76:013009,2007"),
            (draft.Title, draft.Arxiv, draft.Doi, draft.Venue));
        Assert.Equal(["C. Balázs", "E. L. Berger Jr"], draft.Authors);
        Assert.Equal(["hep-ph", "astro-ph.CO"], draft.Tags);
        Assert.Equal(new DateOnly(2007, 4, 2), draft.Published);
        Assert.Equal(["comments", "submitter"], item.Unmapped);
    }

    [Theory]
    [InlineData("""{"title":"T","abstract":"S.","authors":"Anna Petrova, Ivan Li and John Smith"}""", "Anna Petrova|Ivan Li|John Smith")]
    [InlineData("""{"title":"T","abstract":"S.","authors":"Petrova, Anna; Li, Ivan"}""", "Petrova, Anna|Li, Ivan")]
    [InlineData("""{"title":"T","abstract":"S.","authors":["Anna Petrova"]}""", "Anna Petrova")]
    [InlineData("""{"title":"T","abstract":"S.","authors":{"a":1}}""", "")]
    public void Authors_as_text_or_list(string json, string authors) =>
        Assert.Equal(authors.Split('|', StringSplitOptions.RemoveEmptyEntries), ImportedText.Draft("x.json", json).Authors);

    [Fact]
    public void Values_of_another_type_cost_their_item_alone()
    {
        var items = ImportedText.Read("x.json", """[7, "x", null, [], {"paper": 3}, {"title": {"a": 1}}, {"title": "T", "abstract": ["a"], "versions": "x", "tags": 5, "authors_parsed": [1, [2]], "code": {"x": {}}, "categories": {}}]""");

        Assert.Equal([true, true, true, true, true, true, false], items.Select(item => item.Draft is null));
        Assert.All(items.Take(4), item => Assert.Equal("a paper is an object with keys", item.Problem?.English));
    }

    [Theory]
    [InlineData("x.json", """{"name": "package", "version": "1.0"}""")]
    [InlineData("x.json", """{"key": [1, 2]}""")]
    [InlineData("x.jsonl", "no json\nat all\n")]
    [InlineData("x.rss", "{\"title\": \"T\"}")]
    [InlineData("x.xml", "<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("x.csv", "title,year\nA,2020\n")]
    public void What_holds_no_papers_is_of_another_format(string name, string text) =>
        Assert.Throws<UnknownFormatException>(() => ImportedText.Read(name, text));

    [Theory]
    [InlineData("Метрика Pass@$$k$$ растёт, вектор $$\\hat{Y}=A^\\top$$ тоже.", "Метрика Pass@$k$ растёт, вектор $\\hat{Y}=A^\\top$ тоже.")]
    [InlineData(
        "Звезда BD+45$^{\\circ}$598 на длине 2.2$\\mu$m, пик около $\\sim$5$\\sigma$ и всё.",
        "Звезда BD+45$^{\\circ}598$ на длине 2.2$\\mu$m, пик около $\\sim5\\sigma$ и всё.")]
    [InlineData(
        "It costs $10 and $20, or $5/$6; but $x$ and $1.5\\times$ are formulas.",
        "It costs \\$10 and \\$20, or \\$5/\\$6; but $x$ and $1.5\\times$ are formulas.")]
    [InlineData("It is 5\\% better, R\\&D, \\underline{good}, ~\\cite{a}, ``quoted'' text", "It is 5% better, R&D, good, “quoted” text")]
    [InlineData(
        "H{\\\"o}lder, Schr\\\"odinger. a -- b --- c. 3\\,ms {\\em word} {\\bf bold} \\ie this.",
        "Hölder, Schrödinger. a – b — c. 3 ms *word* **bold** i.e. this.")]
    [InlineData("Item\\_one \\#1, run --fast ~5 times, Fig.~3", "Item_one #1, run --fast \\~5 times, Fig. 3")]
    [InlineData("3\\times faster, \\alpha-stable", "3$\\times$ faster, $\\alpha$-stable")]
    [InlineData("{a, b} and x_{1} stay", "{a, b} and x\\_{1} stay")]
    [InlineData("see https://e.example/a_b_(c), and more", "see <https://e.example/a_b_(c)>, and more")]
    [InlineData("$a$$b$ and $c$ $d$", "$a b$ and $c$ $d$")]
    public void Tex_in_a_plain_abstract(string text, string markdown) => Assert.Equal(markdown, ImportedText.Plain(text));

    [Theory]
    [InlineData("2026-07-01.jsonl", "2026-07-01")]
    [InlineData("papers_20260701.jsonl", "2026-07-01")]
    [InlineData("2026-13-01.jsonl", null)]
    [InlineData("2606.30776.jsonl", null)]
    public void The_day_in_the_name_of_a_file(string name, string? day) =>
        Assert.Equal(
            day, ImportedText.Draft(
                name, "{\"title\":\"T\",\"abstract\":\"A.\",\"id\":\"2606.30776\"}").FileDay?.ToString("yyyy-MM-dd",
                CultureInfo.InvariantCulture));
}
