using System.Text;
using AiDigest.Core.FileSystem.Output;
using Xunit;

namespace AiDigest.Tests.FileSystem.Output;

public class ManifestTests
{
    [Fact]
    public void Formats_sorted_by_ordinal_each_path_once_with_a_final_line_feed() =>
        Assert.Equal("a/b\na0\nб\n", Text(Manifest.Format(["б", "a0", "a/b", "a0"])));

    [Fact]
    public void An_empty_list_is_an_empty_file() => Assert.Empty(Manifest.Format([]));

    [Fact]
    public void Parses_what_it_formats()
    {
        string[] paths = ["404.html", "papers/кот/index.html", "tags/x/index.html"];
        Assert.Equal(paths, Paths(Manifest.Format(paths)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    [InlineData("../../x")]
    [InlineData("a/../../x")]
    [InlineData("a/./b")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("a\\b")]
    [InlineData("a\tb")]
    [InlineData("a\r")]
    [InlineData("a\0b")]
    [InlineData("a\u0085b")]
    [InlineData(".aidigest-manifest")]
    [InlineData(".aidigest-staging")]
    [InlineData(".aidigest-staging/1")]
    public void A_hostile_line_owns_nothing(string line) => Assert.Equal(["good"], Paths(Encoding.UTF8.GetBytes(line + "\ngood\n")));

    [Fact]
    public void Names_that_only_look_hostile_are_owned() =>
        Assert.Equal(["...", "..a", ".well-known/x", "a..b/c", "😀"], Paths("😀\n..a\n...\na..b/c\n.well-known/x\n"u8));

    [Fact]
    public void A_lone_surrogate_cannot_be_owned()
    {
        Assert.False(Manifest.IsOwnable("a\ud83d"));
        Assert.False(Manifest.IsOwnable("\ude00a"));
        Assert.True(Manifest.IsOwnable("a\ud83d\ude00"));
    }

    [Fact]
    public void A_line_that_is_not_utf8_owns_nothing() => Assert.Equal(["b"], Paths([0x61, 0xff, (byte)'\n', (byte)'b', (byte)'\n']));

    [Fact]
    public void A_cut_last_line_owns_nothing() => Assert.Equal(["a"], Paths("a\npapers/x/index"u8));

    [Fact]
    public void Lines_are_counted_from_one_and_a_path_is_at_its_first()
    {
        var lines = Manifest.Parse("b\n../x\na\nb\n"u8);
        Assert.Equal([new ManifestLine("a", 3), new ManifestLine("b", 1)], lines);
    }

    [Fact]
    public void The_union_is_sorted_and_has_each_path_once() =>
        Assert.Equal(["a", "b", "c"], Manifest.Union(["c", "b"], ["b", "a"]));

    [Fact]
    public void No_bytes_make_it_throw()
    {
        var random = new Random(7);
        var bytes = new byte[200];
        for (var round = 0; round < 2000; round++)
        {
            random.NextBytes(bytes);
            Assert.All(Manifest.Parse(bytes), line => Assert.True(Manifest.IsOwnable(line.Path)));
        }
    }

    private static string[] Paths(ReadOnlySpan<byte> bytes) => Manifest.Parse(bytes).Select(line => line.Path).ToArray();

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
