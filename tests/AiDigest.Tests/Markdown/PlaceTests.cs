using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Markdown;

public class PlaceTests
{
    [Theory]
    [InlineData("a [b](c)", "1:3")]
    [InlineData("a\nb [b](c)", "2:3")]
    [InlineData("a\r\nb\rc [b](c)", "3:3")]
    [InlineData("   a\n   b [b](c)", "2:6")]
    [InlineData("\ta\n\n- \tb [b](c)", "3:6")]
    [InlineData("> a\n> > b\n>\n> c [b](c)", "4:5")]
    [InlineData("1. a\n\n   b\n   c [b](c)", "4:6")]
    [InlineData("##  x [b](c) ##", "1:7")]
    [InlineData("x\ny [b](c)\n===", "2:3")]
    [InlineData("| a | b |\n|---|---|\n| `x\\|y` \\| | z [b](c) |", "3:17")]
    [InlineData("| `x\\|y` \\| [b](c) |\n|---|", "1:13")]
    [InlineData("t\n: d [b](c)", "2:5")]
    [InlineData("x[^1]\n\n[^1]: a\n    b [b](c)", "4:7")]
    [InlineData("**a *b* [b](c)**", "1:9")]
    [InlineData("😀 [b](c)", "1:4")]
    [InlineData("$|x|$ [b](c)", "1:7")]
    [InlineData("- [x] a [b](c)", "1:9")]
    [InlineData("a [b][r]\n\n[r]: c", "1:3")]
    [InlineData("a ![b](c)", "1:3")]
    [InlineData("a\n\n# \tb [b](c)", "3:1")]
    [InlineData("a\n\n#  \tb [b](c)", "3:7")]
    public void A_link_is_where_it_is_written(string markdown, string place)
    {
        var at = Assert.Single(Bodies.Render(markdown).Body.Links).At;
        Assert.Equal(place, $"{at.Line}:{at.Column}");
    }

    [Fact]
    public void Places_are_those_of_the_file()
    {
        var file = new SourceText("content/papers/day.yaml", "entries:\n  - body: |\n      a\n      b [c](data:x)\u0001\n");
        var finding = Bodies.Render(new BodySource(file, "a\nb [c](data:x)\u0001\n", 3, Indent: 6)).Diagnostics;
        Assert.Equal(["content/papers/day.yaml 4:9+11 AD0303", "content/papers/day.yaml 4:20+1 AD0301"], finding.Select(Place));
        Assert.Equal("      b [c](data:x)\u0001", finding[0].SourceLine);
    }

    [Fact]
    public void Where_lines_are_not_those_of_the_file_the_place_is_that_of_the_scalar()
    {
        var file = new SourceText("x.yaml", "body: \"a\\n[b](data:x) ![c](d.png)\"\n");
        var rendered = Bodies.Render(new BodySource(file, "a\n[b](data:x) ![c](d.png)", 1, Indent: 6, LineByLine: false));
        Assert.Equal(["x.yaml 1:7+1 AD0303"], rendered.Diagnostics.Select(Place));
        Assert.Equal(new SourceRef("x.yaml", 1, 7), rendered.Body.Links[0].At);
    }

    [Fact]
    public void Findings_come_in_order() =>
        Assert.Equal("1:1 AD0303, 3:1 AD0301, 5:4 AD0304", Bodies.Findings("[a](data:x)\n\n\u0001b\n\n```nnn\n```"));

    private static string Place(Diagnostic finding) => $"{finding.Path} {finding.Line}:{finding.Column}+{finding.Length} {finding.Rule.Id}";
}
