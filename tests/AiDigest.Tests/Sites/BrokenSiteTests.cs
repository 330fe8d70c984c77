using AiDigest.Cli;
using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Sites;

/// <summary>What an author is told of each mistake, to the letter; and that nothing is written while there is an error.</summary>
public class BrokenSiteTests
{
    public static TheoryData<string> Names => [.. BrokenSite.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Mistakes_are_reported_to_the_letter(string name)
    {
        using var site = new ScratchSite();
        var before = site.Tree();
        var report = BrokenSite.Build(name, site);
        Assert.NotEmpty(report.Diagnostics);
        Assert.Equal(report.Diagnostics.Order(Comparer<Diagnostic>.Create(Diagnostic.Compare)), report.Diagnostics);
        ExpectedText.Check(BrokenSite.ExpectedPath(name), BrokenSite.Told(report));
        ExpectedText.Check(
            BrokenSite.ExpectedPath(name, MessageLanguage.Russian), BrokenSite.Told(report, MessageLanguage.Russian));
        if (!report.Failed)
        {
            Assert.True(site.Has("index.html"));
        }
        else if (!MadeSites.All.ContainsKey(name))
        {
            ScratchSite.AssertSame(before, site.Tree());
            Assert.False(Directory.Exists(site.Output)
                && Directory.EnumerateFileSystemEntries(site.Output).Any(), "a failed build left something in the output folder");
        }
    }

    [Theory]
    [InlineData("unquoted-colon", 1)]
    [InlineData("link-to-a-draft", 0)]
    public async Task The_command_prints_just_that(string name, int code)
    {
        using var site = new ScratchSite();
        BrokenSite.Build(name, site);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        Assert.Equal(code, await CommandTable.Run(
            ["--lang", "en", "build", "--root", site.Root, "--output", Path.Combine(site.Root, "other"), "--now", "2026-11-20T12:00:00Z"],
                new Terminal(output, error, Stream.Null)));
        Assert.Equal(File.ReadAllText(Checkout.PathOf(BrokenSite.ExpectedPath(name))), error.ToString());
    }

    /// <summary>Except for those of <c>check</c>, which no build reports: their sites are in <see cref="Checking.RuleTests"/>.</summary>
    [Fact]
    public void Every_rule_has_a_broken_site()
    {
        var told = BrokenSite.ExpectedLines();
        Assert.Equal([], Catalogue.All.Where(rule => rule.Name is null).Select(rule => rule.Id).Where(id => !told.Contains(id)));
    }

    [Fact]
    public void Every_folder_holds_a_site()
    {
        var empty = BrokenSite.Names.Where(name =>
            !MadeSites.All.ContainsKey(name) && !Directory.Exists(Checkout.PathOf($"{BrokenSite.Folder}/{name}/content")));
        Assert.Equal([], empty);
    }

    [Fact]
    public void A_failed_build_leaves_the_last_site_as_it_was()
    {
        using var site = new ScratchSite();
        site.Settings("url: https://example.org/").AddPaper("cache", "2026-11-14", "кэш").BuildFine();
        var before = site.Tree();
        site.AddPaper("tea", "2026-11-15", "кэш").AddPaper("broken", "tomorrow", "кэш");
        Assert.True(site.Build().Failed);
        ScratchSite.AssertSame(before, site.Tree());
        site.Remove("content/papers/broken.md").Add("templates/layouts/tag.html", "{{ page.titel }}");
        Assert.True(site.Build().Failed);
        ScratchSite.AssertSame(before, site.Tree());
    }

    [Fact]
    public void Reports_do_not_depend_on_the_number_of_jobs()
    {
        foreach (var name in new[] { "several-mistakes-in-several-files", "template-with-a-broken-expression", "tags-of-one-address" })
        {
            using var site = new ScratchSite();
            var told = BrokenSite.Told(BrokenSite.Build(name, site));
            Assert.Equal(told, BrokenSite.Told(site.Build(jobs: 1)));
            Assert.Equal(told, BrokenSite.Told(site.Build(jobs: 7)));
        }
    }
}
