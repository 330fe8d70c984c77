using AiDigest.Core.Content;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using Xunit;
using static AiDigest.Tests.Fixtures.SourceTexts;

namespace AiDigest.Tests.Content.FrontMatter;

public class PaperKeysTests
{
    private const string All = """
        title: "TeaCache: кэш"
        date: 2026-11-14T09:00+03:00
        tags: [acceleration, "C#", image generation]
        slug: tea-cache
        lead: >
          Одна
          строка
        draft: true
        updated: 2026-11-15
        aliases: [/old/tea/, tea.html]
        image: img/plot.png
        image_alt: График
        paper_title: 'Timestep Embedding Tells: It''s Time'
        authors:
          - Feng Liu
          - "Shiwei Zhang"
        venue: CVPR 2025
        published: 2024-11-28
        arxiv: 2411.19108v2
        doi: 10.48550/arXiv.2411.19108
        url: https://arxiv.org/abs/2411.19108
        pdf: https://arxiv.org/pdf/2411.19108
        code: [https://github.com/a/b, http://gitlab.example/c]
        project: https://liewfeng.github.io/TeaCache/
        model: https://huggingface.co/x
        dataset: https://huggingface.co/datasets/x
        by: редакция
        reviewed_by: человек
        corrections:
          - date: 2026-11-16
            text: Исправлено число
          - {date: 2026-11-17T10:00Z, text: "Ещё: раз"}
        extra: {score: 1, note: "1"}
        """;

    [Fact]
    public void Every_key_is_read()
    {
        var paper = Paper(All);

        Assert.Equal("TeaCache: кэш", paper.Title.Text);
        Assert.Equal(new SourceRef("content/papers/2026/11/14/teacache.md", 2, 8, 15), paper.Title.At);
        Assert.Equal(EntryDate.Of(new DateTimeOffset(2026, 11, 14, 9, 0, 0, TimeSpan.FromHours(3))), paper.Date);
        Assert.Equal((3, 7), (paper.DateAt.Line, paper.DateAt.Column));
        Assert.Equal(["acceleration", "C#", "image generation"], paper.Tags.Select(tag => tag.Text));
        Assert.Equal((4, 22, 4), (paper.Tags[1].At.Line, paper.Tags[1].At.Column, paper.Tags[1].At.Length));
        Assert.Equal("tea-cache", paper.Slug.Text);
        Assert.Equal("Одна строка", paper.Lead);
        Assert.True(paper.Draft);
        Assert.Equal(EntryDate.Of(new DateOnly(2026, 11, 15)), paper.Updated);
        Assert.Equal(["old/tea/", "tea.html"], paper.Aliases.Select(alias => alias.Text));
        Assert.Equal(("img/plot.png", "График"), (paper.Image!.Value.Text, paper.ImageAlt));
        Assert.Equal("Timestep Embedding Tells: It's Time", paper.PaperTitle);
        Assert.Equal(["Feng Liu", "Shiwei Zhang"], paper.Authors.Select(author => author.Text));
        Assert.Equal(("CVPR 2025", EntryDate.Of(new DateOnly(2024, 11, 28))), (paper.Venue, paper.Published));
        Assert.Equal(("2411.19108v2", "10.48550/arXiv.2411.19108"), (paper.Arxiv, paper.Doi));
        Assert.Equal(("https://arxiv.org/abs/2411.19108", "https://arxiv.org/pdf/2411.19108"), (paper.Url, paper.Pdf));
        Assert.Equal(["https://github.com/a/b", "http://gitlab.example/c"], paper.Code);
        Assert.Equal("https://liewfeng.github.io/TeaCache/", paper.Project);
        Assert.Equal(("https://huggingface.co/x", "https://huggingface.co/datasets/x"), (paper.ModelUrl, paper.Dataset));
        Assert.Equal(("редакция", "человек"), (paper.By, paper.ReviewedBy));
        Assert.Equal(
            [new Correction(EntryDate.Of(new DateOnly(2026, 11, 16)), "Исправлено число"),
                new Correction(EntryDate.Of(new DateTimeOffset(2026, 11, 17, 10, 0, 0, TimeSpan.Zero)), "Ещё: раз")], paper.Corrections);
        var extra = Assert.IsType<ExtraValue.Mapping>(paper.Extra);
        Assert.Equal(
            [KeyValuePair.Create("score", (ExtraValue)new ExtraValue.Whole(1)),
                KeyValuePair.Create("note", (ExtraValue)new ExtraValue.Text("1"))], extra.Members);
        Assert.Equal((2, 1, 5, 0), (paper.Source.Line, paper.Source.Column, paper.Source.Length, paper.Item));
    }

    [Fact]
    public void The_table_names_every_key_once()
    {
        Assert.Equal(ValueFormats.Paper.Count, ValueFormats.Paper.Select(field => field.Name).Distinct().Count());
        Assert.All(ValueFormats.Paper, field => Assert.NotEmpty(field.Description.English));
        Assert.Equal(["title", "date", "tags", "body"], ValueFormats.Paper.Where(field => field.Presence == Presence.Required)
            .Select(field => field.Name));
    }

    [Fact]
    public void Blank_optional_keys_are_not_given()
    {
        var names = ValueFormats.Paper.Where(field => field.Presence == Presence.Optional).Select(field => field.Name + ":");
        var paper = Paper(Basics + string.Join("\n", names));

        Assert.Equal("teacache", paper.Slug.Text);
        Assert.Null(paper.Doi);
        Assert.Empty(paper.Code);
        Assert.Null(paper.Extra);
    }

    [Theory]
    [InlineData("date: 2026-11-14\ntags: [a]", "2:1+4 AD0126 title is missing")]
    [InlineData("title: x\ntags: [a]", "2:1+5 AD0126 date is missing")]
    [InlineData("title: x\ndate: 2026-11-14", "2:1+5 AD0126 tags is missing")]
    [InlineData("title:\ndate: 2026-11-14\ntags: [a]", "2:1+5 AD0127 title is blank")]
    [InlineData("title: ' '\ndate: 2026-11-14\ntags: [a]", "2:1+5 AD0127 title is blank")]
    [InlineData(
        "title: \"\\u0001\"\ndate: 2026-11-14\ntags: [a]", "2:8+8 AD0127 title is blank",
        "2:8+8 AD0144 title holds an escape for the invisible character U+0001, which is removed; in single quotes a backslash stands "
        + "for itself => title: '\\u0001'")]
    [InlineData("title: x\ndate: 2026-11-14\ntags: []", "4:7+2 AD0127 tags needs at least one tag")]
    [InlineData("title: x\ndate: 2026-11-14\ntags: ['#', ok]", "4:8+3 AD0139 the tag '#' has no name")]
    [InlineData("title: x\ndate: 2026-11-14\ntags: [- -]", "4:7+5 AD0114 an item of this list needs quotes => tags: [\"- -\"]")]
    public void Required_keys(string frontMatter, params string[] expected) => AssertFound(Entry(frontMatter).Diagnostics, expected);

    [Theory]
    [InlineData("draft: yes", "5:8+3 AD0131 draft must be true or false, without quotes; did you mean 'true'? => draft: true")]
    [InlineData("draft: True", "5:8+4 AD0131 draft must be true or false, without quotes; did you mean 'true'? => draft: true")]
    [InlineData("draft: \"false\"", "5:8+7 AD0131 draft must be true or false, without quotes; did you mean 'false'? => draft: false")]
    [InlineData("draft: maybe", "5:8+5 AD0131 draft must be true or false, without quotes")]
    [InlineData(
        "slug: Привет мир", "5:7+10 AD0133 slug may have only a-z, 0-9 and hyphens; did you mean 'privet-mir'? => slug: privet-mir")]
    [InlineData("image: /a.png", "5:8+6 AD0135 image must be a relative path, without '/' at its start")]
    [InlineData(
        "image: https://a.example/a.png", "5:8+23 AD0135 image must be a file beside the entry, not an address; put the file there")]
    [InlineData("image: 'img\\a.png'", "5:8+11 AD0135 image must be written with '/', not '\\'")]
    [InlineData("aliases: [/old]", "5:11+4 AD0134 aliases: '/old' must end in '/' or '.html' => aliases: [/old/]")]
    [InlineData("aliases: [a/../b/]", "5:11+7 AD0134 aliases: 'a/../b/' holds '.' or '..' as a folder")]
    [InlineData("aliases: [http://x/]", "5:11+9 AD0134 aliases: 'http://x/' is an address with a scheme; it must be a path in this site")]
    [InlineData("aliases: [/]", "5:11+1 AD0134 aliases: '/' is the home page, which cannot be an old address")]
    [InlineData("aliases: [//x/]", "5:11+4 AD0134 aliases: '//x/' begins with '//'; it must be a path in this site")]
    [InlineData("aliases: [a//x/]", "5:11+5 AD0134 aliases: 'a//x/' holds '//'")]
    [InlineData("aliases: [a?b/]", "5:11+4 AD0134 aliases: 'a?b/' has a query or fragment, which no file can answer")]
    [InlineData("aliases: ['a\\b/']", "5:11+6 AD0134 aliases: 'a\\b/' holds a backslash or a control character")]
    [InlineData("aliases: [/.git/b/]", "5:11+8 AD0134 aliases: '/.git/b/' holds '.git' or a name of this tool's own files")]
    [InlineData("aliases: [/a/.Git/b/]", "5:11+10 AD0134 aliases: '/a/.Git/b/' holds '.git' or a name of this tool's own files")]
    [InlineData(
        "aliases: [/.aidigest-manifest/]",
        "5:11+20 AD0134 aliases: '/.aidigest-manifest/' holds '.git' or a name of this tool's own files")]
    [InlineData("aliases: [a/%2e%2e/b/]", "5:11+11 AD0134 aliases: 'a/%2e%2e/b/' holds '.' or '..' as a folder")]
    [InlineData("url: ftp://x/y", "5:6+9 AD0136 url must be an http or https address, not 'ftp:'")]
    [InlineData("url: 'javascript:alert(1)'", "5:6+21 AD0136 url must be an http or https address, not 'javascript:'")]
    [InlineData(
        "pdf: github.com/x", "5:6+12 AD0136 pdf must begin with https:// or http://, not 'github.com/x' => pdf: https://github.com/x")]
    [InlineData("model: https:///x", "5:8+10 AD0136 model has no valid host: 'https:///x'")]
    [InlineData("dataset: https://a.example/x y", "5:10+21 AD0136 dataset holds white space; write it as %20")]
    [InlineData("code: [https://a.example, x]", "5:27+1 AD0136 code must begin with https:// or http://, not 'x'")]
    [InlineData("code: x", "5:7+1 AD0136 code must begin with https:// or http://, not 'x'")]
    [InlineData("project: {a: b}", "5:10+6 AD0128 project must be a text, not a mapping; put it in quotes => project: \"{a: b}\"")]
    [InlineData(
        "arxiv: arXiv:2411.10510", "5:8+16 AD0137 'arXiv:2411.10510' is no arXiv id; did you mean '2411.10510'? => arxiv: 2411.10510")]
    [InlineData(
        "arxiv: https://arxiv.org/pdf/2411.10510v3.pdf",
        "5:8+38 AD0137 'https://arxiv.org/pdf/2411.10510v3.pdf' is no arXiv id; did you mean '2411.10510v3'? => arxiv: 2411.10510v3")]
    [InlineData(
        "doi: https://doi.org/10.1000/x",
        "5:6+25 AD0138 'https://doi.org/10.1000/x' is no DOI; did you mean '10.1000/x'? => doi: 10.1000/x")]
    [InlineData("doi: null", "5:6+4 AD0138 'null' is no DOI; its form is 10.1145/3292500")]
    [InlineData("published: 2026-02-30", "5:12+10 AD0132 published 2026-02-30 is no day of the calendar")]
    [InlineData("updated: 2026-11-14T09:00", "5:10+16 AD0132 updated has a time without an offset; add +03:00, Z or the like")]
    [InlineData("corrections: x", "5:14+1 AD0129 corrections must be a list, not a text")]
    [InlineData("corrections: [x]", "5:15+1 AD0130 corrections must be a mapping of keys, not a text")]
    [InlineData("corrections: [{date: 2026-11-14}]", "5:16+4 AD0126 text is missing")]
    [InlineData(
        "corrections: [{date: 2026-11-14, txt: x, text: y}]",
        "5:34+3 AD0103 unknown key 'txt'; did you mean 'text'? => corrections: [{date: 2026-11-14, text: x, text: y}]")]
    [InlineData("extra: x", "5:8+1 AD0130 extra must be a mapping of keys, not a text")]
    [InlineData(
        "extra: {a: [{b_html: x}]}", "5:14+6 AD0141 'b_html': names that end in '_html' are trusted by templates and cannot be given here")]
    [InlineData(
        "lead: \"$\\alpha$\"",
        "5:7+10 AD0144 lead holds an escape for the invisible character U+0007, which is removed; in single quotes a backslash stands "
        + "for itself => lead: '$\\alpha$'")]
    [InlineData(
        "lead: \"$\\tau$\"",
        "5:7+8 AD0144 lead holds an escape for a tab; in single quotes a backslash stands for itself => lead: '$\\tau$'")]
    [InlineData("lead: a\u0002b", "5:8+1 AD0144 lead holds the invisible character U+0002, which is removed")]
    [InlineData("lead: a\u202Eb", "5:8+1 AD0144 lead holds the invisible character U+202E, which is removed")]
    [InlineData("le\u0001ad: a", "5:3+1 AD0144 a key holds the invisible character U+0001, which is removed")]
    public void Values_with_a_mistake(string line, string expected) => AssertFound(Entry(Basics + line).Diagnostics, expected);

    [Theory]
    [InlineData("lead: a\u0000b\u2028c", "ab c")]
    [InlineData("lead: a\u0085b\uFEFF", "ab")]
    [InlineData("lead: \"a\\rb\"", "a\nb")]
    [InlineData("lead: 'a\tb'", "a\tb")]
    [InlineData("lead: \"costs $5\\u00a0a day\"", "costs $5\u00a0a day")]
    public void Invisible_characters_are_removed(string line, string lead) =>
        Assert.Equal(lead, Assert.Single(Entry(Basics + line).Value!).Metadata.Lead);

    [Theory]
    [InlineData("content/papers/2026/11/14/teacache.md", "teacache")]
    [InlineData("content/papers/2026-11-14-teacache.md", "teacache")]
    [InlineData("content/papers/2026-11-14.md", "2026-11-14")]
    [InlineData("content/papers/2026/teacache/index.md", "teacache")]
    [InlineData("content/papers/2026-11-14-teacache/index.md", "teacache")]
    [InlineData("content/papers/Обзор статьи.md", "obzor-stati")]
    [InlineData("content/papers/-a--b-.md", "a-b")]
    [InlineData("content/papers/v1.5.md", "v1-5")]
    public void Slug_of_a_file(string path, string slug)
    {
        var paper = Paper(Basics, path);

        Assert.Equal(slug, paper.Slug.Text);
        Assert.Equal(paper.Source, paper.Slug.At);
    }

    [Fact]
    public void A_blank_body_is_an_error()
    {
        var parsed = EntryParser.Markdown("content/papers/x.md", Utf8("---\n" + Basics + "---\n\n \n"), Bounds);

        AssertFound(parsed.Diagnostics, "5:1+3 AD0140 body is blank: there is no text below the front matter");
    }
}
