using System.Text;
using System.Text.RegularExpressions;
using AiDigest.Cli;
using AiDigest.Core.Content;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Site;
using AiDigest.Core.Starter;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Starter;

/// <summary>New sites and copies of the theme, by the command line.</summary>
public class InitTests
{
    private const string Now = "2026-11-20T12:00:00Z";

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void A_new_site_builds_and_checks_at_once(string language)
    {
        using var folder = new TempFolder();
        var made =
            Executable.Run(
                folder.Root, "init", "digest", "--language", language, "--title", "Новое: \"сегодня\" # и завтра", "--url",
                "https://example.org/d", "--now", Now);
        Assert.Equal((0, ""), (made.Code, made.Error));
        foreach (var command in (string[])["check", "build"])
        {
            var run = Executable.Run(folder.At("digest"), command, "--now", Now);
            Assert.Equal((0, ""), (run.Code, run.Error));
        }

        Assert.Contains("Новое: ", folder.Read("digest/site-output/index.html"), StringComparison.Ordinal);
        Assert.Contains("https://example.org/d/papers/teacache/", folder.Read("digest/site-output/feed.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_that_exists_stays_as_it_is()
    {
        using var folder = new TempFolder();
        folder.Write(".gitignore", "mine");
        folder.Write("README.md", "mine too");
        var run = Executable.Run(folder.Root, "init", "--now", Now);
        Assert.Equal(0, run.Code);
        Assert.Equal(("mine", "mine too"), (folder.Read(".gitignore"), folder.Read("README.md")));
        Assert.Contains("kept .gitignore", run.Out, StringComparison.Ordinal);
        Assert.Contains("made content/site.yaml", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_is_not_made_in_a_site_nor_in_a_file()
    {
        using var folder = new TempFolder();
        folder.Write("content/site.yaml");
        var before = folder.Show();
        Assert.Equal(2, Executable.Run(folder.Root, "init").Code);
        Assert.Equal(2, Executable.Run(folder.Root, "init", "content/site.yaml").Code);
        Assert.Equal(before, folder.Show());
    }

    [Fact]
    public void Nothing_is_written_through_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights");
        using var folder = new TempFolder();
        folder.MakeFolder("elsewhere");
        folder.MakeFolder("site");
        Directory.CreateSymbolicLink(folder.At("site/.github"), folder.At("elsewhere"));
        Assert.Equal(3, Executable.Run(folder.Root, "init", "site").Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.At("elsewhere")));
    }

    [Theory]
    [InlineData("--url", "ftp://example.org/")]
    [InlineData("--url", "example.org")]
    [InlineData("--language", "de")]
    [InlineData("--diff", null)]
    public void Wrong_answers_are_wrong_usage(string option, string? value)
    {
        using var folder = new TempFolder();
        string[] arguments = value is null ? ["init", option] : ["init", option, value];
        Assert.Equal(2, Executable.Run(folder.Root, arguments).Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Root));
    }

    [Fact]
    public async Task A_terminal_is_asked_until_the_answers_make_sense()
    {
        using var folder = new TempFolder();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var input = new MemoryStream("de\nen\nPapers of the day\nnonsense\nhttps://example.org/x\n"u8.ToArray());
        var terminal = new Terminal(output, error, input) { Folder = folder.Root, CanAsk = true };
        Assert.Equal(0, await CommandTable.Run(["init", "--now", Now], terminal));
        var settings = folder.Read("content/site.yaml");
        Assert.Contains("title: Papers of the day\n", settings, StringComparison.Ordinal);
        Assert.Contains("url: https://example.org/x/\n", settings, StringComparison.Ordinal);
        Assert.Contains("language: en\n", settings, StringComparison.Ordinal);
        Assert.Contains("please write ru or en", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void The_settings_of_a_new_site_name_every_key(string language)
    {
        var settings = Checkout.ReadText($"src/AiDigest.Core/Starter/files/site.{language}.yaml");
        Assert.All(SettingsFields.Site, field => Assert.Matches($"(?m)^(# |{{{{)?{field.Name}(:|}}}})", settings));
        var all = Regex.Replace(settings.Replace("{{title}}", "x", StringComparison.Ordinal)
            .Replace("{{url}}", "url: https://example.org/", StringComparison.Ordinal), "(?m)^# (?=[a-z_]+:( |$)|  )", "");
        Assert.Equal([], SettingsParser.Parse("content/site.yaml", Encoding.UTF8.GetBytes(all), OutputKind.Names).Diagnostics
            .Select(found => $"{found.Line}: {found.Message}"));
    }

    [Fact]
    public void The_gitignore_covers_what_builds_make()
    {
        using var folder = new TempFolder();
        Executable.Run(folder.Root, "init", "--now", Now);
        var before = folder.Show().Split('\n').ToHashSet();
        Executable.Run(folder.Root, "build", "--now", Now);
        var fresh = folder.Show().Split('\n').Where(line => !before.Contains(line)).Select(line => line.Split('/')[0]).Distinct();
        Assert.Empty(fresh.Except([".aidigest", "site-output"]));
    }

    [Fact]
    public void A_copied_theme_builds_the_same_bytes_and_shows_what_was_changed_in_it()
    {
        using var site = new ScratchSite().Settings("url: https://example.org/\n").AddPaper("first", "2026-11-11", "alpha");
        site.BuildFine();
        var before = ScratchSite.Tree(site.Output);
        Assert.Equal(0, Executable.Run(site.Root, "init", "--theme", "--quiet").Code);
        site.BuildFine();
        ScratchSite.AssertSame(before, ScratchSite.Tree(site.Output));
        Assert.Contains("nothing that differs", Executable.Run(site.Root, "init", "--theme", "--diff").Out, StringComparison.Ordinal);

        var layout = Path.Combine(site.Root, "templates/layouts/tags.html");
        File.AppendAllText(layout, "<!-- mine -->\n");
        File.WriteAllBytes(Path.Combine(site.Root, "templates/assets/icon-192.png"), [0, 1]);
        var difference = Executable.Run(site.Root, "init", "--theme", "--diff").Out.ReplaceLineEndings("\n");
        Assert.Contains("--- built-in/layouts/tags.html\n+++ templates/layouts/tags.html\n", difference, StringComparison.Ordinal);
        Assert.Contains("\n+<!-- mine -->\n", difference, StringComparison.Ordinal);
        Assert.Contains("Binary files built-in/assets/icon-192.png", difference, StringComparison.Ordinal);
        Assert.Contains("kept templates/layouts/tags.html", Executable.Run(site.Root, "init", "--theme").Out, StringComparison.Ordinal);
        Assert.EndsWith("<!-- mine -->\n", File.ReadAllText(layout), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\nb\nc\n", "a\nx\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n")]
    [InlineData("a\n", "a\nb\n", "@@ -1,1 +1,2 @@\n a\n+b\n")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n5\n6\n7\n8\nx\n", "@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+x\n")]
    [InlineData(
        "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n", "x\n1\n2\n3\n4\n5\n6\n7\n8\ny\n",
        "@@ -1,4 +1,4 @@\n-0\n+x\n 1\n 2\n 3\n@@ -7,4 +7,4 @@\n 6\n 7\n 8\n-9\n+y\n")]
    public void A_difference_is_unified(string before, string after, string hunks) =>
        Assert.Equal("--- a\n+++ b\n" + hunks, LineDiff.Unified("a", before, "b", after));
}
