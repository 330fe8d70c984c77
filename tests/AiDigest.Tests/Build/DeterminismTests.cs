using System.Globalization;
using AiDigest.Core.Build;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Build;

/// <summary>The same input gives the same bytes, whatever surrounds the build.</summary>
public class DeterminismTests
{
    private static readonly string Content = Checkout.PathOf("tests/AiDigest.Tests/Sites/valid/full/content");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    public void The_number_of_jobs_changes_nothing(int jobs) => AssertAsReference(site => site.BuildFine(jobs: jobs));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("ru-RU")]
    public void The_culture_of_the_machine_changes_nothing(string culture) => AssertAsReference(site =>
    {
        var (was, wasUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (new CultureInfo(culture), new CultureInfo(culture));
            site.BuildFine(jobs: 1);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (was, wasUi);
        }
    });

    [Theory]
    [InlineData(14)]
    [InlineData(-12)]
    [InlineData(3)]
    public void The_offset_of_the_present_moment_changes_nothing(int hours) =>
        AssertAsReference(site => site.BuildFine(now: ScratchSite.Now.ToOffset(TimeSpan.FromHours(hours))));

    [Fact]
    public void The_root_folder_changes_nothing() => AssertAsReference(site =>
    {
        var elsewhere = Path.Combine(site.Root, "deeper", "Папка с пробелом");
        Copy(Path.Combine(site.Root, "content"), Path.Combine(elsewhere, "content"), reversed: false);
        SiteBuilder.Build(new BuildOptions(elsewhere, site.Output, ScratchSite.Now, 2), () => { }, TestContext.Current.CancellationToken);
    });

    [Fact]
    public void The_order_of_the_file_system_changes_nothing() => AssertAsReference(site => site.BuildFine(), reversed: true);

    [Fact]
    public void An_incremental_build_equals_a_clean_one_after_every_edit()
    {
        using var site = new ScratchSite();
        Copy(Content, Path.Combine(site.Root, "content"), reversed: false);
        (string Name, Action Edit)[] edits =
        [
            ("nothing", () => { }),
            ("a new entry", () => site.AddPaper("added", "2026-11-19", "diffusion, новый тег")),
            ("its text changed", () => site.AddPaper("added", "2026-11-19", "diffusion, новый тег", "Другой текст с [ссылкой](/tags/).")),
            ("its day changed", () => site.AddPaper("added", "2026-10-01", "diffusion")),
            ("it became a draft", () => site.AddPaper("added", "2026-10-01", "diffusion", keys: "draft: true")),
            ("it went", () => site.Remove("content/papers/added.md")),
            ("a template", () => site.Add("templates/partials/head-extra.html", "<meta name=\"generator\" content=\"test\">\n")),
            ("the style sheet", () => site.Add("templates/assets/extra.css", "a { color: red }\n")),
            ("the words", () => site.Add("templates/strings.ru.yaml", "search:\n  heading: Найти\n")),
            ("back again", () => Directory.Delete(Path.Combine(site.Root, "templates"), recursive: true)),
            ("the tagline", () =>
                site.Settings(File.ReadAllText(Path.Combine(site.Root, "content", "site.yaml"))
                    .Replace("tagline: ", "tagline: Новый ", StringComparison.Ordinal))),
            ("fewer kinds", () => site.Settings("url: https://other.example/x/\noutputs: [home, papers, tags]\n")),
        ];
        foreach (var (name, edit) in edits)
        {
            edit();
            site.BuildFine();
            var clean = Path.Combine(site.Root, "clean");
            site.BuildFine(output: clean);
            Assert.True(ScratchSite.Tree(clean).Keys.SequenceEqual(site.Tree().Keys), $"after {name} the files differ");
            ScratchSite.AssertSame(ScratchSite.Tree(clean), site.Tree());
            Directory.Delete(clean, recursive: true);
        }
    }

    private static void AssertAsReference(Action<ScratchSite> build, bool reversed = false)
    {
        using var reference = new ScratchSite();
        Copy(Content, Path.Combine(reference.Root, "content"), reversed: false);
        reference.BuildFine(jobs: 2);
        using var site = new ScratchSite();
        Copy(Content, Path.Combine(site.Root, "content"), reversed);
        build(site);
        ScratchSite.AssertSame(reference.Tree(), site.Tree());
    }

    private static void Copy(string from, string to, bool reversed)
    {
        var files = Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        foreach (var file in reversed ? files.Reverse() : files)
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
