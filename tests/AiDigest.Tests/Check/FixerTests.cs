using System.Collections.Immutable;
using System.Text;
using AiDigest.Core.Check;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Check;

public class FixerTests
{
    private const string Head = "date: 2026-11-14\ntags: [tag]\nurl: https://a.example/\n";

    [Theory]
    [InlineData("title: TeaCache: кэш\n" + Head, "title: \"TeaCache: кэш\"\n" + Head)]
    [InlineData("title: \" Кэш \"\n" + Head, "title: \"Кэш\"\n" + Head)]
    [InlineData("title: Кэш\ndate: 2026-11-14\ntags: [speedup, video]\n", "title: Кэш\ndate: 2026-11-14\ntags: [acceleration, video]\n")]
    [InlineData("title: Кэш\ndate: 2026-11-14\ntags:\n  - speedup\n", "title: Кэш\ndate: 2026-11-14\ntags:\n  - acceleration\n")]
    [InlineData("title: Кэш\ndate: 2026-11-14\ntags: [video, Video, rl]\n", "title: Кэш\ndate: 2026-11-14\ntags: [video, rl]\n")]
    [InlineData(
        "title: Кэш\ndate: 2026-11-14\ntags: [video, Speedup, acceleration]\n",
        "title: Кэш\ndate: 2026-11-14\ntags: [video, acceleration]\n")]
    [InlineData("title: Кэш #1\n" + Head, "title: \"Кэш #1\"\n" + Head)]
    [InlineData("title: Кэш\narxiv: arXiv:2411.10510\n" + Head, "title: Кэш\narxiv: 2411.10510\n" + Head)]
    [InlineData("title: Кэш\nvenu: CVPR\n" + Head, "title: Кэш\nvenue: CVPR\n" + Head)]
    [InlineData("title: Кэш\ndate: 14.11.2026\ntags: [a]\n", "title: Кэш\ndate: 2026-11-14\ntags: [a]\n")]
    [InlineData("title: Кэш\ndate: 2026-11-14\ntags: a, b\n", "title: Кэш\ndate: 2026-11-14\ntags: [a, b]\n")]
    [InlineData("title: A: b: c\nlead: x: y\n" + Head, "title: \"A: b: c\"\nlead: \"x: y\"\n" + Head)]
    public void What_is_safe_is_fixed_and_a_second_run_finds_nothing(string before, string after)
    {
        using var site = new ScratchSite().Add("content/tags.yaml", "acceleration: {aliases: [speedup]}\n")
            .Add("content/papers/a.md", $"---\n{before}---\n\nТекст: да.\n");

        var fixes = Fix(site);

        Assert.Equal($"---\n{after}---\n\nТекст: да.\n", Read(site, "content/papers/a.md"));
        Assert.NotEmpty(fixes);
        Assert.Empty(Fix(site));
    }

    [Theory]
    [InlineData("title: Кэш\ntgas: [a]\n" + Head)]
    [InlineData("title: Кэш\ndate: 2026-11-14\ntags:\n- video\n- Video\n")]
    public void What_could_mean_something_else_is_left_alone(string front)
    {
        using var site = new ScratchSite().Add("content/papers/a.md", $"---\n{front}---\n\nТекст.\n");
        var before = ScratchSite.Tree(site.Root);

        Assert.Empty(Fix(site));
        ScratchSite.AssertSame(before, ScratchSite.Tree(site.Root));
    }

    [Fact]
    public void Bytes_that_no_fix_touches_stay()
    {
        var text = "\uFEFF---\r\ntitle: A: b\r\ndate: 2026-11-14\r\ntags: [tag]\r\n---\r\n\r\nТекст с пробелами   \r\n\tи табуляцией";
        using var site = new ScratchSite().Add("content/papers/a.md", Encoding.UTF8.GetBytes(text));

        Fix(site);

        Assert.Equal(
            Encoding.UTF8.GetBytes(text.Replace("A: b", "\"A: b\"", StringComparison.Ordinal)),
            File.ReadAllBytes(Path.Combine(site.Root, "content/papers/a.md")));
        Assert.Equal(["content/papers/a.md"], ScratchSite.Tree(site.Root).Keys);
    }

    [Fact]
    public void A_file_with_hundreds_of_mistakes_is_fixed_in_one_run()
    {
        const int Many = 450;
        var items = string.Concat(Enumerable.Range(0, Many).Select(i => $"  - title: \" Кэш {i} \"\n    body: \"Текст: {i}.\"\n"));
        using var site = new ScratchSite().Add("content/papers/day.yaml", "date: 2026-11-14\ntags: [tag]\nentries:\n" + items);

        Assert.Equal(Many, Fix(site).Length);
        Assert.Equal("date: 2026-11-14\ntags: [tag]\nentries:\n" + items.Replace("\" Кэш", "\"Кэш", StringComparison.Ordinal)
            .Replace(" \"\n    body", "\"\n    body", StringComparison.Ordinal), Read(site, "content/papers/day.yaml"));
        Assert.Empty(Fix(site));
    }

    [Fact]
    public void A_fix_that_would_change_the_meaning_does_not_stop_the_others()
    {
        // The second title goes on in the next line, so quotes around its first line would cut it.
        const string Text =
            "date: 2026-11-14\ntags: [tag]\nentries:\n  - title: A: b\n    body: x\n  - title: C: d\n      и дальше\n    body: y\n  - "
            + "title: E: f\n    body: z\n";
        using var site = new ScratchSite().Add("content/papers/day.yaml", Text);

        Fix(site);
        var after = Read(site, "content/papers/day.yaml");

        Assert.Contains("\n      и дальше\n", after, StringComparison.Ordinal);
        Assert.Equal(Text.Replace("\"", "", StringComparison.Ordinal), after.Replace("\"", "", StringComparison.Ordinal));
        Assert.Empty(Fix(site));
    }

    [Theory]
    [InlineData("content/papers/link.md", false)]
    [InlineData("content/papers/folder", true)]
    public void What_a_link_leads_to_outside_the_site_is_not_written(string name, bool isFolder)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links want rights there");
        using var outside = new ScratchSite().Add("content/papers/a.md", $"---\ntitle: \" Кэш \"\n{Head}---\n\nТекст.\n");
        using var site = new ScratchSite().AddPaper("b", "2026-11-14", "tag");
        var link = Path.Combine(site.Root, name);
        var to = Path.Combine(outside.Root, "content/papers", isFolder ? "" : "a.md");
        _ = isFolder ? Directory.CreateSymbolicLink(link, to) : File.CreateSymbolicLink(link, to);
        var before = ScratchSite.Tree(outside.Root);

        Assert.Empty(Fix(site));

        ScratchSite.AssertSame(before, ScratchSite.Tree(outside.Root));
        Assert.NotNull(new FileInfo(link).LinkTarget);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x2D, 0x00, 0x2D, 0x00, 0x2D, 0x00, 0x0A, 0x00 })]
    [InlineData(
        new byte[] { 0x2D, 0x2D, 0x2D, 0x0A, 0x74, 0x69, 0x74, 0x6C, 0x65, 0x3A, 0x20, 0x41, 0x3A, 0x20, 0xFF, 0x0A, 0x2D, 0x2D, 0x2D, 0x0A,
        0x78 })]
    public void Bytes_that_are_no_utf8_stay(byte[] bytes)
    {
        using var site = new ScratchSite().Add("content/papers/a.md", bytes);

        Assert.Empty(Fix(site));
        Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(site.Root, "content/papers/a.md")));
    }

    [Fact]
    public void A_rule_that_is_off_fixes_nothing()
    {
        using var site = new ScratchSite().Settings("check: {untrimmed-text: false}")
            .Add("content/papers/a.md", $"---\ntitle: \" Кэш \"\n{Head}---\n\nТекст.\n");

        Assert.Empty(Fix(site));
    }

    private static ImmutableArray<Fix> Fix(ScratchSite site) => Fixer.Fix(CheckedSite.Options(site), TestContext.Current.CancellationToken);

    private static string Read(ScratchSite site, string path) => File.ReadAllText(Path.Combine(site.Root, path));
}
