using AiDigest.Core.Content;
using AiDigest.Core.Model;
using AiDigest.Core.Site;
using Xunit;
using static AiDigest.Tests.Fixtures.SourceTexts;

namespace AiDigest.Tests.Content;

public class EncodingTests
{
    private const string Path = "content/papers/x.md";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Every_line_end_is_read(string end)
    {
        var text = ("---  \n" + Basics + "tgas: x\n--- \t\nТекст.\n").Replace("\n", end, StringComparison.Ordinal);
        var parsed = EntryParser.Markdown(Path, Utf8(text), Bounds);

        AssertFound(parsed.Diagnostics, "5:1+4 AD0103 unknown key 'tgas'; did you mean 'tags'? => tags: x");
        var body = Assert.Single(parsed.Value!).Body;
        Assert.Equal(("Текст." + end, 7), (body.Markdown, body.FirstLine));
    }

    [Fact]
    public void A_byte_order_mark_is_dropped()
    {
        var parsed = EntryParser.Markdown(Path, Utf8("\uFEFF---\n" + Basics + "---\nТекст."), Bounds);

        Assert.Empty(parsed.Diagnostics);
        Assert.Equal("Текст.", Assert.Single(parsed.Value!).Body.Markdown);
        Assert.Empty(SettingsParser.Parse("content/site.yaml", Utf8("\uFEFFtitle: x\n"), OutputKind.Names).Diagnostics);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_placed()
    {
        byte[] bytes = [.. Utf8("---\r\ntitle: 😀я"), 0xE9, .. Utf8("té\n---\n")];

        AssertFound(EntryParser.Markdown(Path, bytes, Bounds).Diagnostics, "2:11+1 AD0101 byte 0xE9 is not UTF-8");
        AssertFound(EntryParser.Markdown(Path, [.. Utf8("я"), 0xD0], Bounds).Diagnostics, "1:2+1 AD0101 byte 0xD0 is not UTF-8");
        AssertFound(EntryParser.Markdown(Path, [0xFF, 0xFE, 0x2D, 0x00], Bounds).Diagnostics, "1:1+1 AD0101 the file is UTF-16, not UTF-8");
    }

    [Theory]
    [InlineData("", "1:1+1 AD0102 the file must begin with front matter: a line '---', keys, and a second line '---'")]
    [InlineData("# Заголовок\n", "1:1+11 AD0102 the file must begin with front matter: a line '---', keys, and a second line '---'")]
    [InlineData("\n---\na: b\n---\n", "1:1+1 AD0102 the file must begin with front matter: a line '---', keys, and a second line '---'")]
    [InlineData("----\n", "1:1+4 AD0102 the file must begin with front matter: a line '---', keys, and a second line '---'")]
    [InlineData("+++\ntitle = 'x'\n+++\n", "1:1+3 AD0102 front matter is YAML between lines of '---'; TOML between '+++' is not read")]
    [InlineData("---\ntitle: x\n", "1:1+3 AD0104 the front matter that begins here has no closing line '---'")]
    [InlineData("---", "1:1+3 AD0104 the front matter that begins here has no closing line '---'")]
    [InlineData("---\n---", "1:1+3 AD0105 there are no keys here")]
    public void Front_matter_has_two_fences(string text, string expected)
    {
        var parsed = EntryParser.Markdown(Path, Utf8(text), Bounds);

        AssertFound(parsed.Diagnostics, expected);
        Assert.Null(parsed.Value);
        Assert.True(parsed.Failed);
    }

    [Fact]
    public void A_file_has_a_limit()
    {
        var parsed = EntryParser.Markdown(Path, new byte[11], new Limits(FileSize: 10));

        AssertFound(parsed.Diagnostics, "1:1+1 AD0107 the file has 11 bytes, more than the 10 that `limits` allows");
    }
}
