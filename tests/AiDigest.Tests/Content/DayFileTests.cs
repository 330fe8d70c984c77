using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Model;
using Xunit;
using static AiDigest.Tests.Fixtures.SourceTexts;

namespace AiDigest.Tests.Content;

public class DayFileTests
{
    [Fact]
    public void One_entry_with_a_body()
    {
        var parsed = DayFile(Basics + "body: |\n  Первая\n\n    вторая\n", "content/papers/2026-11-14-foo.yaml");

        Assert.Empty(parsed.Diagnostics);
        var (paper, body) = Assert.Single(parsed.Value!);
        Assert.Equal(("foo", 0, 1), (paper.Slug.Text, paper.Item, paper.Source.Line));
        Assert.Equal("Первая\n\n  вторая\n", body.Markdown);
        Assert.Equal((5, 2, true), (body.FirstLine, body.Indent, body.LineByLine));
        Assert.Equal((7, 5), (body.At(3, 3).Line, body.At(3, 3).Column));
    }

    [Fact]
    public void A_day_shares_its_keys()
    {
        var parsed = DayFile("""
            date: 2026-11-14
            by: редакция
            tags: [общий]
            entries:
              - title: Первая статья
                body: |
                  Текст.
              - title: "Вторая"
                slug: second
                tags: [свой]
                by:
                date: 2026-11-15
                body: "Текст"
            """);

        Assert.Empty(Found(parsed.Diagnostics));
        var (first, second) = (parsed.Value![0], parsed.Value[1]);
        Assert.Equal((1, "pervaya-statya", "редакция"), (first.Metadata.Item, first.Metadata.Slug.Text, first.Metadata.By));
        Assert.Equal(first.Metadata.Title.At, first.Metadata.Slug.At);
        Assert.Equal((5, 5, 5), (first.Metadata.Source.Line, first.Metadata.Source.Column, first.Metadata.Source.Length));
        Assert.Equal(["общий"], first.Metadata.Tags.Select(tag => tag.Text));
        Assert.Equal(EntryDate.Of(new DateOnly(2026, 11, 14)), first.Metadata.Date);
        Assert.Equal((7, 6, true), (first.Body.FirstLine, first.Body.Indent, first.Body.LineByLine));
        Assert.Equal((2, "second", "редакция"), (second.Metadata.Item, second.Metadata.Slug.Text, second.Metadata.By));
        Assert.Equal(["свой"], second.Metadata.Tags.Select(tag => tag.Text));
        Assert.Equal((13, 11, false), (second.Body.FirstLine, second.Body.Indent + 1, second.Body.LineByLine));
    }

    [Theory]
    [InlineData("entries: []", "1:10+2 AD0127 entries needs at least one entry")]
    [InlineData("entries:", "1:1+7 AD0127 entries is blank")]
    [InlineData("entries: x", "1:10+1 AD0129 entries must be a list, not a text")]
    [InlineData("entries: [x]", "1:11+1 AD0130 entries must be a mapping of keys, not a text")]
    [InlineData("entries:\n  - title: x\n    body: y", "2:5+5 AD0126 date is missing", "2:5+5 AD0126 tags is missing")]
    [InlineData(
        "date: 2026-11-14\ntags: [a]\ntitle: z\nslug: z\nentries:\n  - title: x\n    body: y",
        "3:1+5 AD0142 title belongs to one entry; move it into the items of entries",
        "4:1+4 AD0142 slug belongs to one entry; move it into the items of entries")]
    [InlineData(
        "date: 2026-11-14\ntags: [a]\nentries:\n  - title: x\n    bdoy: y",
        "5:5+4 AD0103 unknown key 'bdoy'; did you mean 'body'? =>     body: y")]
    [InlineData(
        "date: 2026-11-14\ntags: [a]\nentries:\n  - title: x\n    body:\n  - title: y\n    body: |\n\n", "5:5+4 AD0140 body is blank",
        "7:5+4 AD0140 body is blank")]
    [InlineData(
        "date: 2026-11-14\ntags: [a]\nbody: x\nentries:\n  - title: x",
        "3:1+4 AD0142 body belongs to one entry; move it into the items of entries", "5:5+5 AD0126 body is missing")]
    [InlineData("title: x\ndate: 2026-11-14\ntags: [a]", "1:1+5 AD0126 body is missing")]
    [InlineData(
        "title: x\ndate: 2026-11-14\ntags: [a]\nbody: foo # bar",
        "4:11+5 AD0111 body ends before '#', which begins a comment; put the text in quotes => body: \"foo # bar\"")]
    [InlineData(
        "title: x\ndate: 2026-11-14\ntags: [a]\nbody: [x]",
        "4:7+3 AD0128 body must be a text, not a list; put it in quotes => body: \"[x]\"")]
    [InlineData(
        "date: 2026-11-14\ntags: [a]\nentries:\n  - title: A: B\n    body: x",
        "4:13+1 AD0110 a colon in a text that is not in quotes =>   - title: \"A: B\"")]
    [InlineData("", "1:1+1 AD0105 there are no keys here")]
    [InlineData(
        "title: x\ndate: 2026-11-14\ntags: [a]\nbody: |\n  Первая\n\nвторая\nи: третья\n  строка",
        "7:1+1 AD0117 this line begins in column 1; the text it belongs to begins in column 3 =>   вторая", "8:1+1 AD0103 unknown key 'и'")]
    public void Mistakes(string text, params string[] expected) => AssertFound(DayFile(text).Diagnostics, expected);

    [Theory]
    [InlineData("|\n   a\n   b\n", "a\nb\n", 5, 3, true)]
    [InlineData("|-\n\n  a\n", "\na", 5, 2, true)]
    [InlineData("|1\n   a\n", "  a\n", 5, 1, true)]
    [InlineData("| # comment\n  a\n", "a\n", 5, 2, true)]
    [InlineData("|+\n  a  \n  \tb\n\n", "a  \n\tb\n\n", 5, 2, true)]
    [InlineData(">\n  a\n  b\n", "a b\n", 4, 6, false)]
    [InlineData("\"a\\nb\"", "a\nb", 4, 6, false)]
    [InlineData("a\n  b", "a b", 4, 6, false)]
    public void A_body_knows_its_lines(string body, string markdown, int line, int indent, bool lines)
    {
        foreach (var end in (string[])["\n", "\r\n", "\r"])
        {
            var source = Assert.Single(DayFile((Basics + "body: " + body).Replace("\n", end, StringComparison.Ordinal)).Value!).Body;

            Assert.Equal(markdown, source.Markdown);
            Assert.Equal((line, indent, lines), (source.FirstLine, source.Indent, source.LineByLine));
        }
    }

    [Fact]
    public void Control_characters_of_a_literal_body_are_left_to_the_markdown()
    {
        var parsed = DayFile(Basics + "body: |\n  a\u0002b\n  c\u0085d\u2066\n");

        Assert.Empty(parsed.Diagnostics);
        Assert.Equal("a\u0002b\nc\u0085d\u2066\n", Assert.Single(parsed.Value!).Body.Markdown);
    }

    [Fact]
    public void A_day_shows_what_it_may_share()
    {
        Assert.DoesNotContain(ValueFormats.Day, field => field.Name is "title" or "slug" or "body" or "aliases" or "image");
        Assert.Contains(ValueFormats.Day, field => field.Name == "entries");
    }
}
