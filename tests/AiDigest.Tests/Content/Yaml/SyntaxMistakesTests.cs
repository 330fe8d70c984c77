using Xunit;
using static AiDigest.Tests.Fixtures.SourceTexts;

namespace AiDigest.Tests.Content.Yaml;

/// <summary>The usual mistakes of hand-written YAML: the place, the message, the fixed line.</summary>
public class SyntaxMistakesTests
{
    private const string Rest = "\ndate: 2026-11-14\ntags: [a]";

    [Theory]
    [InlineData("title: TeaCache: Timestep", "2:16+1 AD0110 a colon in a text that is not in quotes => title: \"TeaCache: Timestep\"")]
    [InlineData(
        "title: TeaCache: \"T\" \\ it", "2:16+1 AD0110 a colon in a text that is not in quotes => title: \"TeaCache: \\\"T\\\" \\\\ it\"")]
    [InlineData("title: Foo:", "2:11+1 AD0110 a colon in a text that is not in quotes => title: \"Foo:\"")]
    [InlineData(
        "title: Foo #1 bar",
        "2:12+6 AD0111 title ends before '#', which begins a comment; put the text in quotes => title: \"Foo #1 bar\"")]
    [InlineData(
        "title: #1 in its class",
        "2:8+15 AD0111 title ends before '#', which begins a comment; put the text in quotes => title: \"#1 in its class\"")]
    [InlineData("title: @foo", "2:8+1 AD0114 a text that begins with '@' needs quotes => title: \"@foo\"")]
    [InlineData("title: `foo` bar", "2:8+1 AD0114 a text that begins with '`' needs quotes => title: \"`foo` bar\"")]
    [InlineData("title: %foo", "2:8+1 AD0114 a text that begins with '%' needs quotes => title: \"%foo\"")]
    [InlineData("title: *foo* bar", "2:8+1 AD0114 a text that begins with '*' needs quotes => title: \"*foo* bar\"")]
    [InlineData("title: [Re] Foo", "2:8+1 AD0114 a text that begins with '[' needs quotes => title: \"[Re] Foo\"")]
    [InlineData("title: {x} y", "2:8+1 AD0114 a text that begins with '{' needs quotes => title: \"{x} y\"")]
    [InlineData("title: |foo", "2:8+1 AD0114 a text that begins with '|' needs quotes => title: \"|foo\"")]
    [InlineData("title: - x", "2:8+1 AD0114 a text that begins with '-' needs quotes => title: \"- x\"")]
    [InlineData(
        "title: \"A\" and B",
        "2:11+6 AD0114 the text goes on after its closing quote \"; quote it as a whole => title: \"\\\"A\\\" and B\"")]
    [InlineData(
        "title: \"A \"x\" B\"",
        "2:12+5 AD0114 the text goes on after its closing quote \"; quote it as a whole => title: \"A \\\"x\\\" B\"")]
    [InlineData("title: 'it's'", "2:12+2 AD0114 the text goes on after its closing quote '; quote it as a whole => title: \"it's\"")]
    [InlineData("title: \"A", "2:8+2 AD0115 the quote \" is not closed => title: \"A\"")]
    [InlineData("title: 'A", "2:8+2 AD0115 the quote ' is not closed => title: 'A'")]
    [InlineData("title:Foo", "2:6+1 AD0116 a space is missing after the colon => title: Foo")]
    [InlineData("title Foo", "2:1+5 AD0145 a colon is missing after 'title' => title: Foo")]
    [InlineData(" title: Foo", "2:2+1 AD0117 this line begins in column 2; those it belongs to begin in column 1 => title: Foo")]
    [InlineData(
        "title: \"$\\lambda$\"",
        "2:10+2 AD0119 '\\l' is no escape of YAML; in single quotes a backslash stands for itself => title: '$\\lambda$'")]
    [InlineData("title: *foo", "2:8+4 AD0120 '*foo' is an alias of YAML; quote the text to keep it as it is => title: \"*foo\"")]
    [InlineData(
        "title: &foo bar",
        "2:8+8 AD0120 the anchor '&foo' of YAML is not part of the format; quote the text to keep it as it is => title: \"&foo bar\"")]
    [InlineData(
        "title: !foo bar",
        "2:8+8 AD0121 a tag of YAML is not part of the format; quote the text to keep it as it is => title: \"!foo bar\"")]
    [InlineData("title: [Re]", "2:8+4 AD0128 title must be a text, not a list; put it in quotes => title: \"[Re]\"")]
    [InlineData("title: {a: b}", "2:8+6 AD0128 title must be a text, not a mapping; put it in quotes => title: \"{a: b}\"")]
    [InlineData("title: |\n  a\n <", "4:2+1 AD0117 this line begins in column 2; the text it belongs to begins in column 3 =>   <")]
    [InlineData("title: x\n  y: z", "3:4+1 AD0109 the YAML cannot be read: while scanning a plain scalar value, found invalid mapping")]
    public void A_title_is_explained(string title, string expected) => AssertFound(Entry(title + Rest).Diagnostics, expected);

    [Theory]
    [InlineData("tags: [#foo]", "4:8+5 AD0112 '#' begins a comment here, so the list is not closed => tags: [foo]")]
    [InlineData("tags: [a, #foo, b]", "4:11+8 AD0112 '#' begins a comment here, so the list is not closed => tags: [a, foo, b]")]
    [InlineData("tags: [a, #foo]\nlead: x", "4:11+5 AD0112 '#' begins a comment here, so the list is not closed => tags: [a, foo]")]
    [InlineData("tags: [a, b\nlead: x", "4:7+1 AD0118 the bracket '[' is not closed => tags: [a, b]")]
    [InlineData("tags: [a, b", "4:7+1 AD0118 the bracket '[' is not closed => tags: [a, b]")]
    [InlineData("tags: #foo", "4:7+4 AD0111 tags ends before '#', which begins a comment; put the text in quotes => tags: [foo]")]
    [InlineData(
        "tags:\n  - #foo\n  - b",
        "5:5+4 AD0111 an item of tags ends before '#', which begins a comment; put the text in quotes =>   - foo")]
    [InlineData(
        "tags:\n  - foo # bar",
        "5:9+5 AD0111 an item of tags ends before '#', which begins a comment; put the text in quotes =>   - \"foo # bar\"")]
    [InlineData("tags:\n  -\n  - b", "5:3+1 AD0127 tags has a blank item")]
    [InlineData("tags: [a, , b]", "4:7+8 AD0127 the list has a blank item => tags: [a, b]")]
    [InlineData("tags: [a: b, c]", "4:8+4 AD0128 an item of tags must be a text, not a mapping; put it in quotes => tags: [\"a: b\", c]")]
    [InlineData("tags: [a, \"b\" c]", "4:7+10 AD0114 an item of this list needs quotes => tags: [a, \"\\\"b\\\" c\"]")]
    [InlineData("tags:\n\t- foo", "5:1+1 AD0113 a tab indents this line; YAML needs spaces =>   - foo")]
    [InlineData("tags: [a]\n\tlead: foo", "5:1+1 AD0113 a tab indents this line; YAML needs spaces => lead: foo")]
    [InlineData("tags:\n- a\n-b", "6:1+1 AD0116 a space is missing after the hyphen => - b")]
    [InlineData("tags:\n  - a\n lead: x", "6:2+1 AD0117 this line begins in column 2; those it belongs to begin in column 1 => lead: x")]
    [InlineData("tags: [a]\nauthors:\n- A: B: C", "6:4+1 AD0110 a colon in a text that is not in quotes => - \"A: B: C\"")]
    [InlineData(
        "tags: [a]\nauthors:\n- A: B", "6:3+4 AD0128 an item of authors must be a text, not a mapping; put it in quotes => - \"A: B\"")]
    [InlineData("tags: [a]\nlead: foo # bar\n  baz", "5:11+5 AD0111 the text ends before ' #', which begins a comment; put it in quotes")]
    [InlineData("tags: a", "4:7+1 AD0129 tags must be a list, not a text => tags: [a]")]
    [InlineData("tags: a, b]", "4:7+5 AD0129 tags must be a list, not a text => tags: [a, b]")]
    [InlineData("tags: {a: b}", "4:7+6 AD0129 tags must be a list, not a mapping")]
    public void A_list_is_explained(string tags, string expected) =>
        AssertFound(Entry("title: x\ndate: 2026-11-14\n" + tags).Diagnostics, expected);

    [Theory]
    [InlineData("tgas: [a]", "5:1+4 AD0103 unknown key 'tgas'; did you mean 'tags'? => tags: [a]")]
    [InlineData("zzzzzzz: x", "5:1+7 AD0103 unknown key 'zzzzzzz'")]
    [InlineData("body: x", "5:1+4 AD0103 unknown key 'body'")]
    [InlineData("title: y", "5:1+5 AD0124 key 'title' is here again; the first is on line 2")]
    [InlineData("<<: x", "5:1+2 AD0122 '<<' merges keys, which is not part of the format")]
    [InlineData("\"<<\": x", "5:1+4 AD0103 unknown key '<<'")]
    [InlineData("? [a]\n: b", "5:3+3 AD0125 a key must be a text, not a list")]
    [InlineData(": b", "5:1+1 AD0125 a key is blank")]
    [InlineData("...\nlead: b", "6:1+3 AD0123 a second document begins here; a file holds one")]
    [InlineData(
        "extra: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "5:71+1 AD0108 lists and mappings are nested deeper than 64 levels")]
    public void A_further_key_is_explained(string line, string expected) => AssertFound(Entry(Basics + line).Diagnostics, expected);

    [Theory]
    [InlineData("- a\n- b", "2:1+3 AD0106 keys with values are needed here, not a list")]
    [InlineData("just a text", "2:1+11 AD0106 keys with values are needed here, not a text")]
    [InlineData("title:Foo", "2:6+1 AD0116 a space is missing after the colon => title: Foo")]
    [InlineData("# nothing", "1:1+3 AD0105 there are no keys here")]
    [InlineData("", "1:1+3 AD0105 there are no keys here")]
    public void Front_matter_without_keys_is_explained(string text, string expected)
    {
        var parsed = Entry(text);

        AssertFound(parsed.Diagnostics, expected);
        Assert.Null(parsed.Value);
    }

    [Fact]
    public void All_mistakes_are_found_in_one_run()
    {
        var parsed = Entry("title: A: B\ntags: [#a]\nlead:x\nslug: Foo Bar\ntgas: x\ndate: 14.11.2026\n");

        AssertFound(
            parsed.Diagnostics,
            "2:9+1 AD0110 a colon in a text that is not in quotes => title: \"A: B\"",
            "3:8+3 AD0112 '#' begins a comment here, so the list is not closed => tags: [a]",
            "4:5+1 AD0116 a space is missing after the colon => lead: x",
            "5:7+7 AD0133 slug may have only a-z, 0-9 and hyphens; did you mean 'foo-bar'? => slug: foo-bar",
            "6:1+4 AD0103 unknown key 'tgas'; did you mean 'tags'? => tags: x",
            "7:7+10 AD0132 date must be YYYY-MM-DD, or YYYY-MM-DDTHH:MM with an offset such as +03:00 or Z, not '14.11.2026' => date: "
            + "2026-11-14");
        Assert.True(parsed.Failed);
        Assert.Equal("Текст.\n", Assert.Single(parsed.Value!).Body.Markdown);
    }

    [Fact]
    public void Comments_are_fine_where_they_cut_no_text_off()
    {
        var paper =
            Paper(
                "# the head\ntitle: \"x\" # quoted\ndate: 2026-11-14 # a day\ntags: [a] # closed\nlead: # note\ndoi: # none yet\nurl: "
                + "https://a.example/#top # page\nvenue: C# and F#\n");

        Assert.Equal(
            ("x", null, null, "https://a.example/#top", "C# and F#"), (paper.Title.Text, paper.Lead, paper.Doi, paper.Url, paper.Venue));
    }

    [Fact]
    public void The_source_line_is_that_of_the_file()
    {
        var diagnostic = Assert.Single(Entry(Basics + "tgas: [a]").Diagnostics);

        Assert.Equal("tgas: [a]", diagnostic.SourceLine);
        Assert.Equal("content/papers/2026/11/14/teacache.md", diagnostic.Path);
    }
}
