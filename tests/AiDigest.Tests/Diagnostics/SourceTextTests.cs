using AiDigest.Core.Diagnostics;
using Xunit;

namespace AiDigest.Tests.Diagnostics;

public class SourceTextTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("a", 1)]
    [InlineData("a\n", 2)]
    [InlineData("a\r\n", 2)]
    [InlineData("a\r", 2)]
    [InlineData("a\rb\nc\r\nd", 4)]
    [InlineData("\n\r\n\r", 4)]
    [InlineData("\r\r\n", 3)]
    [InlineData("a\u2028b\u0085c", 1)]
    public void Lines_end_at_lf_crlf_and_cr_only(string text, int lines) => Assert.Equal(lines, new SourceText("x", text).LineCount);

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 2)]
    [InlineData(2, 1, 3)] // the LF of a CRLF belongs to its line
    [InlineData(3, 2, 1)]
    [InlineData(5, 3, 1)]
    [InlineData(6, 3, 2)]
    [InlineData(7, 4, 1)]
    [InlineData(8, 4, 2)]
    [InlineData(-5, 1, 1)]
    [InlineData(99, 4, 2)]
    public void Offsets_have_1_based_places(int offset, int line, int column) =>
        Assert.Equal((line, column), new SourceText("x", "a\r\nb\rc\nd").Position(offset));

    [Fact]
    public void A_line_has_no_end_and_a_number_outside_is_brought_inside()
    {
        var source = new SourceText("x", "a\r\n\nc\r");
        Assert.Equal(["a", "", "c", ""], Enumerable.Range(1, 4).Select(source.Line));
        Assert.Equal(("a", ""), (source.Line(0), source.Line(9)));
        Assert.Equal(
            (0, 3, 4, 6, 6), (source.LineStart(-1), source.LineStart(2), source.LineStart(3), source.LineStart(4), source.LineStart(100)));
    }

    [Theory]
    [InlineData(1, 3, 2, 1, 3, 2)]
    [InlineData(1, 3, 99, 1, 3, 3)] // to the end of the line, not beyond
    [InlineData(1, 99, 5, 1, 6, 1)] // one past the end, where something is missing
    [InlineData(0, 0, 0, 1, 1, 1)]
    [InlineData(-7, -7, -7, 1, 1, 1)]
    [InlineData(2, 4, 4, 2, 1, 1)] // a blank line has one place
    [InlineData(99, 2, int.MaxValue, 3, 2, 1)]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue, 3, 3, 1)]
    public void A_report_stays_inside_the_file(int line, int column, int length, int atLine, int atColumn, int atLength)
    {
        var source = new SourceText("content/x.md", "abcde\n\nyz");
        var diagnostic = source.Report(Catalogue.UnknownKey, line, column, length, Message.Foreign("m"), "n");
        Assert.Equal(
            new Diagnostic(Catalogue.UnknownKey, "content/x.md", atLine, atColumn, atLength, Message.Foreign("m"), source.Line(atLine),
                "n"), diagnostic);
    }

    [Fact]
    public void A_report_in_nothing_is_at_its_start() =>
        Assert.Equal((1, 1, 1, ""), new SourceText("x", "")
            .Report(Catalogue.NoKeys, 5, 5, 5, Message.Foreign("m")) is var d ? (d.Line, d.Column, d.Length, d.SourceLine) : default);

    [Fact]
    public void Diagnostics_are_sorted_by_path_line_column_id_and_message()
    {
        Diagnostic[] sorted =
        [
            new(Catalogue.UnknownKey, "content/B.md", 9, 9, 1, Message.Foreign("z")),
            new(Catalogue.UnknownKey, "content/a.md", 1, 2, 1, Message.Foreign("z")),
            new(Catalogue.UnknownKey, "content/a.md", 2, 1, 1, Message.Foreign("z")),
            new(Catalogue.UnknownKey, "content/a.md", 10, 1, 1, Message.Foreign("a")),
            new(Catalogue.UnknownKey, "content/a.md", 10, 1, 1, Message.Foreign("z")),
            new(Catalogue.FrontMatterNotClosed, "content/a.md", 10, 1, 1, Message.Foreign("a")),
            new(Catalogue.UnknownKey, "content/é.md", 1, 1, 1, Message.Foreign("a")),
        ];
        var shuffled = sorted.Reverse().ToList();
        shuffled.Sort(Diagnostic.Compare);
        Assert.Equal(sorted, shuffled);
    }
}
