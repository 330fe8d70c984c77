using System.Text;
using AiDigest.Core.Build;
using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Build;

/// <summary>Which files of the output folder the tool touches, and when.</summary>
public class OwnershipTests
{
    [Fact]
    public void A_second_build_writes_nothing()
    {
        using var site = Papers();
        var first = site.BuildFine();
        var stamps = Stamps(site);
        var second = site.BuildFine();

        Assert.Equal((site.Tree().Count - 1, 0, 0), (first.Written, first.Unchanged, first.Deleted));
        Assert.Equal((0, first.Written, 0), (second.Written, second.Unchanged, second.Deleted));
        Assert.Equal(stamps, Stamps(site));
    }

    [Fact]
    public void The_manifest_names_every_file_sorted_and_is_linked_from_nowhere()
    {
        using var site = Papers();
        site.BuildFine();
        var lines = site.Read(".aidigest-manifest");
        Assert.Equal(string.Concat(site.Tree().Keys.Where(path => path != ".aidigest-manifest").Select(path => path + "\n")), lines);
        Assert.DoesNotContain(site.Tree(), file =>
            file.Key != ".aidigest-manifest"
                && Encoding.UTF8.GetString(file.Value).Contains("aidigest-manifest", StringComparison.Ordinal));
    }

    [Fact]
    public void A_site_is_served_under_its_sub_path_but_has_no_folder_of_it()
    {
        using var site = Papers();
        site.Settings("url: https://user.github.io/digest/\n").BuildFine();
        Assert.True(site.Has("index.html"));
        Assert.False(Directory.Exists(Path.Combine(site.Output, "digest")));
    }

    [Fact]
    public void Stale_pages_are_deleted_with_their_folders_and_reported()
    {
        using var site = Papers();
        site.BuildFine();
        var report = site.Remove("content/papers/b.md").BuildFine();

        Assert.Equal(["/papers/b/", "/tags/u/"], report.Diagnostics.Where(d => d.Rule == Catalogue.AddressGone)
            .Select(d => d.Message.Split(' ')[2]).Where(address => address[1] is 'p' or 't'));
        Assert.False(Directory.Exists(Path.Combine(site.Output, "papers", "b")));
        Assert.False(Directory.Exists(Path.Combine(site.Output, "tags", "u")));
        Assert.True(report.Deleted > 0);
        ScratchSite.AssertSame(CleanTree(site), site.Tree());
    }

    [Fact]
    public void Nothing_disappears_with_the_drafts_that_a_build_before_showed()
    {
        using var site = Papers();
        site.AddPaper("draft", "2026-10-01", "x", keys: "draft: true\nauthors: [Ann Bell]")
            .AddPaper("draft2", "2026-10-01", "x", keys: "draft: true\nauthors: [Ann Bell]")
            .AddPaper("later", "2027-01-05", "y").BuildFine(drafts: true, future: true);
        Assert.True(site.Has("tags/x/index.html") && site.Has("authors/ann-bell/index.html") && site.Has("2026/10/01/index.html")
            && site.Has("2027/index.html"));
        Assert.Empty(site.BuildFine().Diagnostics.Where(d => d.Rule == Catalogue.AddressGone));
        Assert.False(site.Has("tags/x/index.html") || site.Has("authors/ann-bell/index.html") || site.Has("2026/10/01/index.html")
            || site.Has("2027/index.html"));
        site.Remove("content/papers/b.md");
        Assert.Contains("/tags/u/", site.BuildFine().Diagnostics.Where(d => d.Rule == Catalogue.AddressGone)
            .Select(d => d.Message.Split(' ')[2]));
    }

    [Fact]
    public void An_address_with_an_alias_does_not_disappear()
    {
        using var site = Papers();
        site.BuildFine();
        site.Remove("content/papers/b.md").AddPaper("b2", "2026-11-11", "t, u", keys: "aliases: [/papers/b/]");
        Assert.Empty(site.BuildFine().Diagnostics);
        Assert.Contains("/papers/b2/", site.Read("papers/b/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_others_are_never_touched()
    {
        using var site = Papers();
        site.BuildFine();
        site.Add("site-output/mine.txt", "моё").Add("site-output/papers/b/mine.txt", "моё").Add("site-output/tags/u/deep/mine.txt", "моё");
        site.Remove("content/papers/b.md").BuildFine();
        Assert.Equal(["моё", "моё", "моё"], new[] { "mine.txt", "papers/b/mine.txt", "tags/u/deep/mine.txt" }.Select(site.Read));

        var removed = SiteCleaner.Clean(site.Root, site.Output, () => { }, TestContext.Current.CancellationToken);
        Assert.True(removed > 10);
        Assert.Equal(["mine.txt", "papers/b/mine.txt", "tags/u/deep/mine.txt"], site.Tree().Keys);
        Assert.True(File.Exists(Path.Combine(site.Root, "content", "papers", "a.md")));
    }

    [Fact]
    public void An_equal_file_of_another_is_taken_over()
    {
        using var site = Papers();
        site.BuildFine();
        var expected = site.Tree();
        File.Delete(Path.Combine(site.Output, ".aidigest-manifest"));
        var report = site.BuildFine();
        Assert.Equal(0, report.Written);
        ScratchSite.AssertSame(expected, site.Tree());
    }

    [Theory]
    [InlineData("index.html", "index.html")]
    [InlineData("tags/t/feed.xml", "tags/t/feed.xml")]
    [InlineData("papers", "papers")]
    [InlineData("robots.txt/inner.txt", "robots.txt")]
    public void A_different_file_in_the_way_is_an_error_and_nothing_is_written(string foreign, string named)
    {
        using var site = Papers();
        site.Add("site-output/" + foreign, "чужое");
        var report = site.Build();
        var error = Assert.Single(report.Diagnostics);
        Assert.Equal((Catalogue.ForeignFile.Id, "site-output/" + named), (error.Rule.Id, error.Path));
        Assert.Equal([foreign], site.Tree().Keys);
        Assert.Equal("чужое", site.Read(foreign));
        Assert.Equal((0, 0, 0), (report.Written, report.Unchanged, report.Deleted));
    }

    [Theory]
    [InlineData("content/papers/c.md", "---\ntitle: А\ntgas: [t]\n---\n\nТекст.\n")]
    [InlineData("content/papers/c.md", "---\ntitle: А\ndate: 2026-11-14\ntags: [t]\n---\n\n[мимо](nowhere.md)\n")]
    [InlineData("content/site.yaml", "titel: А\n")]
    [InlineData("content/tags.yaml", "t: {aliases: [u]}\nv: {aliases: [u]}\n")]
    [InlineData("templates/layouts/tag.html", "{{ page.titel }}")]
    [InlineData("templates/layouts/tags.html", "{{ for }}")]
    [InlineData("templates/partials/foot.html", "{{ t 'netu' }}")]
    [InlineData("templates/assets/style.css", "a { background: url(netu.png) }")]
    [InlineData("templates/strings.ru.yaml", "tag: [")]
    public void A_build_that_fails_leaves_the_site_as_it_was(string path, string text)
    {
        using var site = Papers();
        site.BuildFine();
        var before = site.Tree();
        var stamps = Stamps(site);
        site.AddPaper("a", "2026-11-10", "t", "Другой текст.").Add(path, text);

        var report = site.Build();
        Assert.True(report.Failed);
        Assert.All(report.Diagnostics.Where(d => d.Rule.Severity == Severity.Error), d => Assert.Equal(path, d.Path));
        ScratchSite.AssertSame(before, site.Tree());
        Assert.Equal(stamps, Stamps(site));
    }

    [Fact]
    public void A_site_without_a_url_warns_and_builds()
    {
        using var site = new ScratchSite().AddPaper("a", "2026-11-10", "t");
        var warning = Assert.Single(site.BuildFine().Diagnostics);
        Assert.Equal((Catalogue.NoSiteUrl.Id, Severity.Warning), (warning.Rule.Id, warning.Rule.Severity));
        Assert.Equal("http://localhost:4000/papers/a/", AngleSharpCanonical(site, "papers/a/index.html"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("content")]
    [InlineData("content/papers/out")]
    [InlineData("templates/out")]
    [InlineData("..")]
    public void An_output_folder_among_the_sources_is_refused(string output)
    {
        using var site = Papers();
        Assert.Throws<RefusedOutputException>(() => site.Build(output: Path.GetFullPath(Path.Combine(site.Root, output))));
    }

    private static string? AngleSharpCanonical(ScratchSite site, string path) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(site.Read(path)).QuerySelector("link[rel=canonical]")!.GetAttribute("href");

    private static SortedDictionary<string, byte[]> CleanTree(ScratchSite site)
    {
        var clean = Path.Combine(site.Root, "clean-output");
        site.BuildFine(output: clean);
        return ScratchSite.Tree(clean);
    }

    private static string Stamps(ScratchSite site) =>
        string.Join('\n', site.Tree().Keys.Select(path => $"{path} {File.GetLastWriteTimeUtc(Path.Combine(site.Output, path)).Ticks}"));

    private static ScratchSite Papers() => new ScratchSite().Settings("url: https://a.example/\n")
        .AddPaper("a", "2026-11-10", "t").AddPaper("b", "2026-11-11", "t, u").Add("content/static/CNAME", "a.example\n");
}
