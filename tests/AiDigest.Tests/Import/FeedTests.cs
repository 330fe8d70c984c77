using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using AiDigest.Core.Import;
using AiDigest.Tests.Fixtures;
using AiDigest.Tests.Repository;
using Xunit;

namespace AiDigest.Tests.Import;

public class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static TheoryData<string, string, string> Html => new()
    {
        { "<p>Первый <b>абзац</b> и <a href=\"https://example.org/a\">ссылка</a>.</p>",
            "Первый **абзац** и [ссылка](<https://example.org/a>).", "" },
        { "<pre><code class=\"language-python\">print(\"x &lt; y\")\n# hi</code></pre>", "```python\nprint(\"x < y\")\n# hi\n```", "" },
        { "<div class=\"highlight-source-js\"><pre>a`b</pre></div>", "```js\na`b\n```", "" },
        { "<ul><li>раз<ul><li>внутри</li></ul></li><li><p>два</p></li></ul><ol start=3><li>три</ol>", "- раз\n  - внутри\n- два\n\n3. три",
            "" },
        { "<img src=\"/i.png\" alt=\"Схема\"> H<sub>2</sub>O x<sup>ab</sup>", "[Схема](<https://e.example/i.png>) H₂O x$^{\\text{ab}}$",
            "the picture https://e.example/i.png, which is a link now" },
        { "<blockquote><p>Цитата</p><p>ещё</p></blockquote><h2>Раздел</h2><hr>", "> Цитата\n>\n> ещё\n\n## Раздел\n\n---", "" },
        { "<table><tr><th>a<th align=right>b<tr><td>1|2<td>3</table>", "| a | b |\n| --- | ---: |\n| 1\\|2 | 3 |", "" },
        { "<p>see <a href=\"rel/x\">it</a>, <a href=\"javascript:alert(1)\">no</a>, <a href=\"mailto:a@b.example\">mail</a></p>",
            "see [it](<https://e.example/p/rel/x>), no, [mail](<mailto:a@b.example>)",
            "the link to 'javascript:alert(1)', of which the words are there" },
        { "a<script>alert(1)</script><style>p{}</style>b", "a\n\nb", "a <script>" },
        { "<span class=katex><span class=katex-mathml><math><semantics><mi>x</mi><annotation encoding=\"application/x-tex\">x_1</annotation></semantics></math></span><span class=katex-html>x1</span></span>", "$x_1$", "" },
        { "<math display=block><semantics><mi>y</mi><annotation encoding=\"application/x-tex\">y^2</annotation></semantics></math> costs $5 or $x$", "$$y^2$$\n\ncosts \\$5 or \\$x\\$", "" },
        { "<p>Inline \\(a_i\\) and $b$; a price of $5.</p>", "Inline $a_i$ and $b$; a price of \\$5.", "" },
        { "<script type=\"math/tex; mode=display\">E=mc^2</script><p>и <script type=\"math/tex\">k</script></p>", "$$E=mc^2$$\n\nи $k$",
            "" },
        { "<p>Note<sup><a href=\"#fn1\">1</a></sup>.</p><section class=footnotes><ol><li id=fn1><p>The note. <a href=\"#r1\" class=footnote-backref>↩</a></p></li></ol></section>", "Note[^1].\n\n[^1]: The note.", "" },
        { "<iframe src=\"https://v.example/1\"></iframe>", "<https://v.example/1>",
            "the <iframe> of https://v.example/1, which is a link now" },
        { "<p>2 * 3 * 4 _x_ # y</p><p># no heading</p><p>1. no list</p>", "2 \\* 3 \\* 4 \\_x\\_ # y\n\n\\# no heading\n\n1\\. no list",
            "" },
        { "<dl><dt>Term<dd>Meaning</dl>line<br>break", "Term\n:   Meaning\n\nline\\\nbreak", "" },
        { "<p>unclosed <i>tags <b>everywhere", "unclosed tags **everywhere**", "" },
    };

    [Theory]
    [MemberData(nameof(Html))]
    public void Html_becomes_markdown(string html, string markdown, string losses)
    {
        var notes = new ImportNotes();

        Assert.Equal(markdown, Core.Import.Html.HtmlMarkdown.Convert(html, "https://e.example/p/", notes));
        Assert.Equal(losses.Split('|', StringSplitOptions.RemoveEmptyEntries), notes.Losses.Select(lost => lost.English));
    }

    [Fact]
    public void Html_that_is_nested_without_end_is_refused_at_once()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 200_000));

        Assert.Throws<UnreadableException>(() => Core.Import.Html.HtmlMarkdown.Convert(deep, null, new ImportNotes()));
        Assert.Equal(
            "x", Core.Import.Html.HtmlMarkdown.Convert(string.Concat(Enumerable.Repeat("<p>", 20_000)) + "x", null, new ImportNotes()));
    }

    [Fact]
    public void Content_goes_before_summary_and_titles_may_be_html()
    {
        var draft = ImportedText.Draft("in.xml", """
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">О &lt;em&gt;внимании&lt;/em&gt; &amp;amp; памяти</title><id>https://example.org/p1</id><link href="https://example.org/p1"/>
            <published>2026-01-05T23:30:00Z</published><updated>2026-02-01T00:00:00Z</updated><author><name>Иван</name></author><category term="ml" label="ML"/><summary>Коротко.</summary>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Один <b>два</b> <i>три</i>.</p></div></content></entry></feed>
            """);

        Assert.Equal(
            ("О внимании & памяти", "Один **два** *три*.", "Коротко.", "Иван", "https://example.org/p1"),
            (draft.Title, draft.Body, draft.Lead, draft.By, draft.Url));
        Assert.Equal(
            (new DateTimeOffset(2026, 1, 5, 23, 30, 0, TimeSpan.Zero), new DateOnly(2026, 2, 1)),
            (draft.Moment!.Value, draft.Updated!.Value));
    }

    [Theory]
    [InlineData("Mon, 05 Jan 2026 23:30:00 GMT", "2026-01-05T23:30:00+00:00", "")]
    [InlineData("05 Jan 26 23:30 EST", "2026-01-05T23:30:00-05:00", "")]
    [InlineData("Mon, 5 Jan 2026 9:05:00 MSK", "2026-01-05T09:05:00+03:00", "")]
    [InlineData("2026-01-05T10:00:00Z", "2026-01-05T10:00:00+00:00", "")]
    [InlineData("позавчера", "", "the date 'позавчера', which cannot be read")]
    public void Dates_of_rss(string written, string moment, string lost)
    {
        var item = Assert.Single(ImportedText.Read(
            "x.xml", $"<rss><channel><item><title>T</title><description>d</description><pubDate>{written}</pubDate></item></channel></rss>"));

        var read = item.Draft!.Moment?.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(moment, read ?? "");
        Assert.Equal(lost, string.Join('|', item.Notes.Losses.Select(one => one.English)));
    }

    [Fact]
    public void Atom_with_relative_addresses_content_elsewhere_and_enclosures()
    {
        var items = ImportedText.Read("x.xml", """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://e.example/blog/">
            <entry><title>A</title><id>tag:a</id><link href="p1"/><updated>2026-01-05T00:00:00Z</updated><content>x</content></entry>
            <entry><title>B</title><id>tag:b</id><link rel="enclosure" href="e.mp3"/><rights>r</rights><updated>2026-01-05</updated><content src="https://e.example/out"/><summary>s</summary></entry></feed>
            """);

        Assert.Equal("https://e.example/blog/p1", items[0].Draft!.Url);
        Assert.Equal(["enclosure", "rights"], items[1].Unmapped);
        Assert.Equal(["the content, which is at https://e.example/out"], items[1].Notes.Losses.Select(lost => lost.English));
    }

    [Fact]
    public void Rss_of_a_blog_and_of_arxiv()
    {
        var items = ImportedText.Read("x.xml", """
            <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>t</title><link>https://example.org/</link>
            <item><title>A &amp;amp; B</title><link>https://example.org/a</link><description>short</description><content:encoded><![CDATA[<p>Long <em>text</em></p>]]></content:encoded><pubDate>Tue, 06 Jan 2026 02:30:00 +0300</pubDate><category>x</category><dc:creator>Ann</dc:creator></item>
            <item><title>Paper with $x$</title><link>https://arxiv.org/abs/2601.00001</link><description>arXiv:2601.00001v1 Announce Type: new
            Abstract: We study $x_t$ at 5 &lt; 6.</description><dc:creator>Anna Petrova, Ivan Li</dc:creator><pubDate>Mon, 05 Jan 2026 00:00:00 -0500</pubDate></item>
            <item><title>Plain</title><description>just text</description></item><item><description>no title</description></item></channel></rss>
            """);

        Assert.Equal(
            ("A & B", "Long *text*", "short", "Ann"),
            (items[0].Draft!.Title, items[0].Draft!.Body, items[0].Draft!.Lead, items[0].Draft!.By));
        Assert.Equal(new DateTimeOffset(2026, 1, 6, 2, 30, 0, TimeSpan.FromHours(3)), items[0].Draft!.Moment);
        Assert.Equal(("2601.00001", "We study $x_t$ at 5 < 6."), (items[1].Draft!.Arxiv, items[1].Draft!.Body));
        Assert.Equal(["Anna Petrova", "Ivan Li"], items[1].Draft!.Authors);
        Assert.Equal(("just text", null, "the item has no title"),
            (items[2].Draft!.Body, items[2].Draft!.Moment, items[3].Problem?.English));
    }

    [Fact]
    public void An_encoding_that_the_file_declares_is_read_and_others_are_refused_with_their_place()
    {
        var xml =
            Encoding.Latin1.GetBytes(
                "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss><channel><item><title>\u00CF\u00F0\u00E8\u00E2\u00E5\u00F2</title><description>x</description></item></channel></rss>");
        var bib = Encoding.Latin1.GetBytes("@article{k,\n title={\u00CEk}, year=2021}");

        Assert.Equal("Привет", Assert.Single(ImportReader.Read(new ImportFile("x.xml", xml), null)).Draft!.Title);
        var refused = Assert.Throws<ImportException>(() => ImportReader.Read(new ImportFile("x.bib", bib), null));
        Assert.StartsWith("x.bib:2:9: byte 0xCE at offset 20 is not UTF-8", refused.Message, StringComparison.Ordinal);
        Assert.Equal("Оk", Assert.Single(ImportReader.Read(new ImportFile("x.bib", bib, "windows-1251"), null)).Draft!.Title);
        Assert.Equal(
            "Îk", Assert.Single(ImportReader.Read(new ImportFile("x.bib", [.. "% Encoding: ISO-8859-1\n"u8, .. bib]), null)).Draft!.Title);
        Assert.Equal(
            "Оk", Assert.Single(
                ImportReader.Read(
                    new ImportFile("x.bib", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("@misc{k, title={Оk}}")]),
                    null)).Draft!.Title);
        foreach (var name in (string[])["x.json", "x.jsonl", "x.ris", "x.md", "x.xml", "x.txt"])
        {
            Assert.ThrowsAny<Exception>(() =>
                ImportReader.Read(
                    new ImportFile(name, [.. "[{\"title\": \""u8, 0xCF, 0xF0, .. "\"}]"u8]),
                        null) is [{ Draft: null, Problem: var problem }] ? throw new ImportException(problem!.Value) : 0);
        }
    }

    [Theory]
    [InlineData("feed.xml")]
    [InlineData("rss.xml")]
    [InlineData("feed.json")]
    public void Our_own_feeds_come_back_as_the_entries_they_were_made_from(string feed)
    {
        using var first = new ScratchSite();
        var content = Path.Combine(Checkout.Root, "content");
        foreach (var file in Directory.EnumerateFiles(content, "*", SearchOption.AllDirectories))
        {
            first.Add("content/" + Path.GetRelativePath(content, file).Replace('\\', '/'), File.ReadAllBytes(file));
        }

        first.BuildFine();
        using var second = new ScratchSite().Add("content/site.yaml", File.ReadAllBytes(Path.Combine(content, "site.yaml")))
            .Add("content/tags.yaml", File.ReadAllBytes(Path.Combine(content, "tags.yaml")))
            .Add("content/pages/about.md", File.ReadAllBytes(Path.Combine(content, "pages/about.md")));
        var items = ImportReader.Read(Path.Combine(first.Root, "site-output", feed), null);
        var entries = Importer.Import(
            items, new ImportOptions(
                second.Root, new DateOnly(2026, 11, 14), 2, TagsMap.Empty, ["imported"],
                    false)
            { Time = Core.Site.SiteTime.Find("Europe/Moscow") }, TestContext.Current.CancellationToken);
        second.BuildFine();

        Assert.All(entries, entry =>
            Assert.Equal((ImportStatus.Imported, 0, 0, 0), (entry.Status, entry.Losses.Length, entry.Notes.Length, entry.Unmapped.Length)));
        var (before, after) = (Entries(first), Entries(second));
        Assert.Equal(
            before.Select(entry => (entry.Id, entry.Title, entry.Published, entry.Tags)),
            after.Select(entry => (entry.Id, entry.Title, entry.Published, entry.Tags)));
        Assert.Equal(before.Select(entry => entry.Text), after.Select(entry => entry.Text));
        var rest = feed == "feed.json" ? 1 : 2;
        Assert.Equal(
            before.Select(entry => string.Join(' ', entry.Links.Take(rest))),
            after.Select(entry => string.Join(' ', entry.Links.Take(rest))));
    }

    /// <summary>What the feed says of each entry, in the order of ids; the last paragraph of a text is the line of links.</summary>
    private static List<(
        string Id, string Title, string Published, string Tags, string Text, ImmutableArray<string> Links)> Entries(ScratchSite site)
    {
        var entries = XDocument.Load(Path.Combine(site.Root, "site-output", "feed.xml")).Root!.Elements(Atom + "entry");
        return [.. entries.Select(entry =>
        {
            var text = entry.Element(Atom + "content")!.Value;
            var cut = text.LastIndexOf("<p><a href=\"https://arxiv.org", StringComparison.Ordinal);
            string[] links = cut < 0 ? [] : [.. text[cut..].Split("href=\"").Skip(1).Select(link => link.Split('"')[0])];
            return (entry.Element(Atom + "id")!.Value, entry.Element(Atom + "title")!.Value, entry.Element(Atom + "published")!.Value,
                string.Join(',', entry.Elements(Atom + "category").Select(tag => (string)tag.Attribute("term")!)), cut < 0
                    ? text
                    : text[..cut], links.ToImmutableArray());
        }).OrderBy(entry => entry.Item1, StringComparer.Ordinal)];
    }
}
