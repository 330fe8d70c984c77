using System.IO.Compression;
using System.Text;
using System.Text.Json;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Cli;

public class NewAndImportTests
{
    private const string Unreachable = "http://127.0.0.1:9/query";

    [Fact]
    public void A_new_entry_builds_once_its_summary_is_there()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/");

        var outcome =
            Executable.Run(
                site.Root, "Первое: предложение.\n", [], "new", "Кэш: \"да\" # нет", "--tags", "#ускорение, C++,c++", "--from-stdin",
                "--now", "2026-11-14T22:30:00Z");

        Assert.Equal((0, "content/papers/2026/11/15/kesh-da-net.md\n", ""), (outcome.Code, outcome.Out, outcome.Error));
        Assert.Equal(
            "---\ntitle: \"Кэш: \\\"да\\\" # нет\"\ndate: 2026-11-15\ntags: [ускорение, "
            + "C++]\npaper_title:\nauthors:\narxiv:\nby:\n---\n\nПервое: предложение.\n",
            File.ReadAllText(Path.Combine(site.Root, "content/papers/2026/11/15/kesh-da-net.md")));
        site.BuildFine();
    }

    [Fact]
    public void Nothing_is_overwritten_and_a_free_name_is_proposed()
    {
        using var site = new ScratchSite().AddPaper("2025/01/01/teacache", "2025-01-01", "tag");
        var before = ScratchSite.Tree(site.Root);

        var outcome = Executable.Run(site, "new", "TeaCache", "--date", "2026-11-14");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("Free is: --slug teacache-2", outcome.Error, StringComparison.Ordinal);
        ScratchSite.AssertSame(before, ScratchSite.Tree(site.Root));
        Assert.Equal(0, Executable.Run(site, "new", "TeaCache", "--date", "2026-11-14", "--slug", "teacache-2").Code);
    }

    [Fact]
    public void Where_arxiv_cannot_be_asked_blanks_stay_and_it_is_said()
    {
        using var site = new ScratchSite();

        var outcome =
            Executable.Run(site.Root, "", [("AIDIGEST_ARXIV", Unreachable)], "new", "Кэш", "--arxiv", "2411.19108", "--date", "2026-11-14");

        Assert.Equal(0, outcome.Code);
        Assert.Contains("arXiv could not be asked", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(
            "\nauthors:\narxiv: 2411.19108\n", File.ReadAllText(Path.Combine(site.Root, "content/papers/2026/11/14/kesh.md")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://arxiv.org/abs/2411.19108v2", "2411.19108v2")]
    [InlineData("http://arxiv.org/pdf/2411.19108", "2411.19108")]
    [InlineData("arXiv:2411.19108", "2411.19108")]
    public void A_pasted_address_of_arxiv_will_do(string pasted, string id)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/");

        var alone = Executable.Run(site.Root, "", [("AIDIGEST_ARXIV", Unreachable)], "new", pasted, "--date", "2026-11-14");
        var named =
            Executable.Run(
                site.Root, "", [("AIDIGEST_ARXIV", Unreachable)], "new", "Кэш", "--arxiv",
                pasted.Replace("2411", "2412", StringComparison.Ordinal), "--date", "2026-11-14");

        Assert.Equal((0, 0), (alone.Code, named.Code));
        Assert.Contains(
            $"\narxiv: {id}\n", File.ReadAllText(Directory.GetFiles(Path.Combine(site.Root, "content/papers/2026/11/14"), "arxiv-*")[0]),
            StringComparison.Ordinal);
        site.BuildFine();
    }

    [Fact]
    public void A_new_entry_without_text_is_a_draft_and_the_site_builds()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/");

        Assert.Equal(0, Executable.Run(site, "new", "Кэш", "--date", "2026-11-14").Code);

        Assert.StartsWith(
            "---\ntitle: Кэш\ndate: 2026-11-14\ntags: [разное]\ndraft: true\n",
            File.ReadAllText(Path.Combine(site.Root, "content/papers/2026/11/14/kesh.md")), StringComparison.Ordinal);
        Assert.Equal(0, site.BuildFine().Entries);
    }

    [Fact]
    public void A_file_in_a_wrong_place_gets_a_hint_where_entries_live()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/").Add("content/kesh.md", "---\ntitle: x\n---\n")
            .Add("content/a.png", "x");

        var outcome = Executable.Run(site, "check", "--lang", "en");

        Assert.Contains(
            "content/kesh.md:1:1: warning AD0409: nothing reads this file; entries are in content/papers/, pages in content/pages/",
            outcome.Error, StringComparison.Ordinal);
        Assert.Contains("content/static/", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_is_explained_like_its_page()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/").AddPaper("2026/kesh", "2026-11-14", "tag");
        site.BuildFine();

        var byAddress = Executable.Run(site, "explain", "/papers/kesh/");
        var byPath = Executable.Run(site, "explain", "content/papers/2026/kesh.md");
        var byPlace = Executable.Run(Path.Combine(site.Root, "content/papers"), "explain", "2026/kesh.md:3:1");

        Assert.Equal((0, 0, 0), (byAddress.Code, byPath.Code, byPlace.Code));
        Assert.Equal(byAddress.Out, byPath.Out);
        Assert.Equal(byAddress.Out, byPlace.Out);
    }

    [Theory]
    [InlineData("new")]
    [InlineData("new", " ")]
    [InlineData("new", "x", "--date", "14.11.2026")]
    [InlineData("new", "x", "--slug", "Кэш")]
    [InlineData("new", "x", "--arxiv", "abc")]
    [InlineData("import", "missing.bib")]
    [InlineData("import", "content", "--from", "word")]
    public void Wrong_usage_ends_with_2(params string[] arguments)
    {
        using var site = new ScratchSite();

        Assert.Equal(2, Executable.Run(site, arguments).Code);
    }

    [Fact]
    public void A_packed_export_is_imported_reported_and_built()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/");
        var lines = new StringBuilder();
        for (var i = 0; i < 30; i++)
        {
            lines.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{{\"day\": \"2026-11-{1 + (i % 14):00}\", \"arxiv\": \"2511.{20000 + i}\", \"title\": \"Paper: number {i}\", "
                + $"\"abstract\": \"Costs ~$7.8 vs ~$72; *x* and $O(n^{i})$.\\u0002 It ends.\", \"authors\": [\"A B\"], \"code\": "
                + $"[\"https://github.com/a/b{i}\"]}}\n");
        }

        site.Add("papers.jsonl.gz", Packed(lines.ToString()));

        var dry = Executable.Run(site, "import", "papers.jsonl.gz", "--dry-run");
        var json = Executable.Run(site, "import", "papers.jsonl.gz", "--default-tags", "daily, ml", "--format", "json");
        var again = Executable.Run(site, "import", "papers.jsonl.gz");

        Assert.Equal((0, 0, 0), (dry.Code, json.Code, again.Code));
        Assert.EndsWith("30 to import, 0 skipped, 0 failed\n", dry.Out, StringComparison.Ordinal);
        Assert.EndsWith("0 imported, 30 skipped, 0 failed\n", again.Out, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(json.Out);
        Assert.Equal(
            (30, 30), (report.RootElement.GetProperty("imported").GetInt32(), report.RootElement.GetProperty("items").GetArrayLength()));
        var built = site.BuildFine();
        Assert.Equal((30, 2), (built.Entries, built.Tags));
        Assert.Empty(built.Diagnostics);
    }

    [Fact]
    public void What_cannot_be_read_is_named_and_ends_with_1()
    {
        using var site = new ScratchSite().Add("refs.bib", "@misc{a, title={A}, year=2024, abstract={T.}}\n@misc{b, year=2024}\n")
            .Add("x.txt", "nothing known");

        var outcome = Executable.Run(site, "import", "refs.bib");

        Assert.Equal(1, outcome.Code);
        Assert.Equal("refs.bib:2: not imported: the entry has no title\n", outcome.Error);
        Assert.True(File.Exists(Path.Combine(site.Root, "content/papers/2024/01/01/a.md")));
        Assert.Equal(2, Executable.Run(site, "import", "x.txt").Code);
    }

    private static byte[] Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            packed.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }
}
