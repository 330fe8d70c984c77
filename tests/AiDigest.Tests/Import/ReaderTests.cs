using System.Text;
using AiDigest.Core.Import;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Import;

/// <summary>Each format from a sample as its makers write it, told by content alone.</summary>
public class ReaderTests
{
    private const string Atom = """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
          <title type="html">ArXiv Query</title>
          <entry>
            <id>http://arxiv.org/abs/2411.19108v2</id>
            <published>2024-11-28T12:50:05Z</published>
            <title>Timestep Embedding Tells: It's Time
          to Cache</title>
            <summary>  As a fundamental backbone, $O(n^2)$ models &amp; more cost ~$7.8 vs ~$72.
        </summary>
            <author><name>Feng Liu</name></author>
            <author><name>Shiwei Zhang</name></author>
            <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1000/x.1</arxiv:doi>
            <link href="http://arxiv.org/abs/2411.19108v2" rel="alternate" type="text/html"/>
            <category term="cs.CV" scheme="http://arxiv.org/schemas/atom"/>
          </entry>
        </feed>
        """;

    private const string Bibtex = """
        A comment. @string{cvpr = "CVPR"}
        @comment{nothing}
        @inproceedings{liu2025,
          title = {{TeaCache}: Timestep Embedding \emph{Tells}},
          author = {Liu, Feng and Erd{\H{o}}s, P{\'a}l and M\"uller, J.},
          booktitle = cvpr # " 2025",
          year = 2025, month = jun,
          eprint = {2411.19108}, archivePrefix={arXiv},
          abstract = "First. {Second}. 50\% better.",
          keywords = {caching; video}
        }
        @article{broken, title = {no end
        @misc(second, title = "Plain", year = 2024, doi = {10.1000/abc}, abstract={Text})
        """;

    private const string Ris =
        "TY  - JOUR\nTI  - A title\nAU  - Liu, Feng\nPY  - 2025/06/01\nDO  - 10.1000/ris\nJO  - Nature\nKW  - one\nKW  - two\nAB  - "
        + "Text that\n  goes on.\nER  - \n";

    private const string Feed = """
        {"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": [
          {"id": "1", "url": "https://a.example/1", "title": "Post", "content_html": "<p>One &amp; two.</p><p>Three.</p><script>x</script>", "date_published": "2026-02-03T04:05:06+03:00", "tags": ["a"], "authors": [{"name": "Ann"}]},
          {"id": "2", "content_text": "no title"}]}
        """;

    [Theory]
    [InlineData(@"We propose \textbf{TreeGRPO}, a framework.", "We propose **TreeGRPO**, a framework.")]
    [InlineData(@"(1) \emph{High sample efficiency}, then", @"(1) *High sample efficiency*, then")]
    [InlineData(@"about \textbf{750$\times$ faster}.", @"about **750$\times$ faster**.")]
    [InlineData(@"\textbf{(i) Sources.}Built", "(i) Sources.Built")]
    [InlineData(@"\textit{\textbf{Both}} ways", "**Both** ways")]
    [InlineData(@"at \url{ https://a.example/x_y} .", "at <https://a.example/x_y> .")]
    [InlineData(@"at \url{javascript:alert(1)}", "at javascript:alert(1)")]
    [InlineData(@"\href{https://a.example/}{\textcolor{blue}{the site}}", "[the site](<https://a.example/>)")]
    [InlineData(@"\href{this https URL}{GitHub}", "GitHub")]
    [InlineData(@"\textsc{Name} and \texttt{_plan}", @"Name and \_plan")]
    [InlineData(@"\ours beats \method{x} and \emph{never closed", @"\\ours beats \\method{x} and \\emph{never closed")]
    public void Text_commands_of_latex_in_a_plain_abstract(string abstractText, string markdown) =>
        Assert.Equal(markdown, MarkdownText.OfPlain(abstractText));

    [Fact]
    public void Commands_nested_without_end_stay_text()
    {
        var hostile = string.Concat(Enumerable.Repeat(@"\emph{", 50_000)) + new string('}', 50_000);

        Assert.Contains(@"\\emph{\\emph{", MarkdownText.OfPlain(hostile), StringComparison.Ordinal);
    }

    [Fact]
    public void Atom_of_arxiv()
    {
        var draft = Assert.Single(Read("query.xml", Atom)).Draft!;

        Assert.Equal(
            ("Timestep Embedding Tells: It's Time to Cache", "2411.19108v2", "10.1000/x.1"), (draft.Title, draft.Arxiv, draft.Doi));
        Assert.Equal(new DateOnly(2024, 11, 28), draft.Day);
        Assert.Equal(["Feng Liu", "Shiwei Zhang"], draft.Authors);
        Assert.Equal(["cs.CV"], draft.Tags);
        Assert.Equal(
            @"As a fundamental backbone, $O(n^2)$ models & more cost ~\$7.8 vs ~\$72.".Replace("~", @"\~", StringComparison.Ordinal),
            draft.Body);
        Assert.Null(draft.Url);
    }

    [Fact]
    public void Bibtex_with_its_macros_accents_and_a_broken_entry()
    {
        var items = Read("refs.bib", Bibtex);

        Assert.Equal([null, "a value has no end", null], items.Select(item => item.Problem?.English));
        var draft = items[0].Draft!;
        Assert.Equal("TeaCache: Timestep Embedding Tells", draft.Title);
        Assert.Equal(["Feng Liu", "Pál Erdős", "J. Müller"], draft.Authors);
        Assert.Equal(("CVPR 2025", "2411.19108", new DateOnly(2025, 6, 1)), (draft.Venue, draft.Arxiv, draft.Day));
        Assert.Equal("First. Second. 50% better.", draft.Body);
        Assert.Equal(["caching", "video"], draft.Tags);
        Assert.Equal(("Plain", "10.1000/abc"), (items[2].Draft!.Title, items[2].Draft!.Doi));
    }

    [Fact]
    public void Ris_with_a_value_of_two_lines()
    {
        var draft = Assert.Single(Read("export.ris", Ris)).Draft!;

        Assert.Equal(("A title", "10.1000/ris", "Nature", "Text that goes on."), (draft.Title, draft.Doi, draft.Venue, draft.Body));
        Assert.Equal((new DateOnly(2025, 6, 1), "Feng Liu"), (draft.Day, Assert.Single(draft.Authors)));
        Assert.Equal(["one", "two"], draft.Tags);
    }

    [Fact]
    public void Json_feed_with_html()
    {
        var items = Read("feed.json", Feed);

        Assert.Equal([null, "the item has no title"], items.Select(item => item.Problem?.English));
        Assert.Equal(
            ("Post", "One & two.\n\nThree.", "Ann", "https://a.example/1"),
            (items[0].Draft!.Title, items[0].Draft!.Body, items[0].Draft!.By, items[0].Draft!.Url));
    }

    [Theory]
    [InlineData(
        "{\"day\": \"2025-12-04\", \"arxiv\": \"2511.20494\", \"title\": \"T\", \"abstract\": \"A.\", \"authors\": [\"X\"], \"code\": "
        + "[]}\n{\"title\": \n\n{\"arxiv\": \"2511.20495\", \"title\": \"U\", \"abstract\": \"B.\"}\n", 3, 1)]
    [InlineData(
        "[{\"arxiv\": \"2511.20494\", \"title\": \"T\", \"abstract\": \"A.\"}, {\"paper\": {\"id\": \"2511.20496\", \"title\": \"V\", "
        + "\"summary\": \"C.\", \"authors\": [{\"name\": \"X\"}]}, \"publishedAt\": \"2025-12-04T00:00:00.000Z\"}, 7]", 3, 1)]
    [InlineData("{\"arxiv\": \"2511.20494\", \"title\": \"T\", \"abstract\": \"A.\"}", 1, 0)]
    public void Json_of_papers(string json, int items, int failed)
    {
        var read = Read("papers.json", json);

        Assert.Equal((items, failed), (read.Count, read.Count(item => item.Problem is not null)));
        Assert.Equal("2511.20494", read[0].Draft!.Arxiv);
        Assert.All(read.Where(item => item.Draft is not null), item => Assert.NotEqual("", item.Draft!.Body));
    }

    [Fact]
    public void Posts_of_hugo_and_jekyll()
    {
        using var folder = new ScratchSite()
            .Add("posts/2024-05-01-first.md",
                "---\nlayout: post\ntitle: 'One: two'\ntags: [a, b]\ncategories: c\nauthor: Ann\narxiv: 2411.10510\npublished: "
                + "false\npermalink: /old/first/\n---\n\n# Text\n")
            .Add("posts/second/index.md",
                "+++\ntitle = \"Second\"\ndate = 2024-06-02T10:00:00+03:00\ndraft = true\nweight = 3\naliases = "
                + "[\"/old/second\"]\n[taxonomies]\ntags = ['x']\n[extra]\ny = 1\n+++\nText\n")
            .Add("posts/third.md",
                "{\"title\": \"Third\", \"date\": \"2024-07-03\", \"tags\": [\"z\"], \"cover\": {\"image\": \"a.png\"}}\n\nText\n")
            .Add("posts/_index.md", "---\ntitle: List\n---\n")
            .Add("posts/none.md", "Text without front matter\n");

        var items = ImportReader.Read(Path.Combine(folder.Root, "posts"), null);

        Assert.Equal(["2024-05-01-first.md", "none.md", "second/index.md", "third.md"], items.Select(item => item.Origin));
        Assert.Equal([], items[0].Unmapped);
        Assert.Equal(
            ("One: two", new DateOnly(2024, 5, 1), "first", "2411.10510", "Ann", true),
            (items[0].Draft!.Title, items[0].Draft!.Day, items[0].Draft!.Slug, items[0].Draft!.Arxiv, items[0].Draft!.By,
            items[0].Draft!.Draft));
        Assert.Equal(["a", "b", "c"], items[0].Draft!.Tags);
        Assert.Equal(["/old/first/"], items[0].Draft!.Aliases);
        Assert.Equal("the post has no front matter", items[1].Problem?.English);
        Assert.Equal(["weight", "extra"], items[2].Unmapped);
        Assert.Equal(
            ("Second", new DateOnly(2024, 6, 2), "second", true),
            (items[2].Draft!.Title, DateOnly.FromDateTime(items[2].Draft!.Moment!.Value.DateTime), items[2].Draft!.Slug,
            items[2].Draft!.Draft));
        Assert.Equal(["x"], items[2].Draft!.Tags);
        Assert.Equal(["/old/second/"], items[2].Draft!.Aliases);
        Assert.Equal(["the picture 'a.png' of the front matter"], items[3].Notes.Losses.Select(lost => lost.English));
    }

    [Theory]
    [InlineData("")]
    [InlineData("just text")]
    [InlineData("<feed><unclosed></feed>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><feed>&a;</feed>")]
    [InlineData("[1, 2")]
    public void What_is_nothing_known_is_refused(string text) => Assert.ThrowsAny<ImportException>(() => Read("x", text));

    private static IReadOnlyList<ImportedItem> Read(string name, string text) =>
        ImportReader.Read(new ImportFile(name, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))), null);
}
