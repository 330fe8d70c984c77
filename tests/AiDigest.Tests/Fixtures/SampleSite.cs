using AiDigest.Core.Build;
using AiDigest.Core.Diagnostics;
using Xunit;

namespace AiDigest.Tests.Fixtures;

/// <summary>
/// A small site with everything that incremental builds must see through: links between entries, pictures, pages, aliases, drafts,
/// future entries, a registry of tags; and a build that is compared with a clean one each time.
/// </summary>
internal sealed class SampleSite : IDisposable
{
    /// <summary>1x1, transparent.</summary>
    public static readonly byte[] Picture =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private int _clean;

    public SampleSite()
    {
        Site = new ScratchSite();
        Site.Settings("title: Дайджест\nurl: https://example.org/digest/\npage_size: 2\nfeed_size: 3\n")
            .Add("content/tags.yaml", "rl:\n  title: RL\n  aliases: [обучение с подкреплением]\n")
            .Add("content/static/robots.md.txt", "static\n")
            .Add("content/papers/img.png", Picture)
            .Add("content/pages/about.md", "---\ntitle: О проекте\nmenu: true\n---\n\nСм. [один](../papers/one.md).\n")
            .AddPaper(
                "one", "2026-11-10", "rl, diffusion", "Первый. Формула $x^2$.\n\n## Глава\n\nТекст.",
                "authors: [Anna Bell, Carl Dow]\nimage: img.png\nimage_alt: Точка")
            .AddPaper("two", "2026-11-10", "rl", "Второй, см. [первый](one.md) и [главу](one.md#глава).", "authors: [Anna Bell]")
            .AddPaper("three", "2026-11-11", "diffusion, agents", "Третий.", "aliases: [/old/three/]\nauthors: [Carl Dow]")
            .AddPaper("four", "2026-11-12", "rl, agents", "Четвёртый. См. [два](two.md).")
            .AddPaper("five", "2026-11-13", "agents", "Пятый.\n\n```python\nprint(1)\n```")
            .AddPaper("six", "2026-11-14", "agents", "Коротко о шестом.\n\nШестой.")
            .AddPaper("draft", "2026-11-14", "rl", "Черновик.", "draft: true")
            .AddPaper("later", "2026-12-01", "diffusion", "Потом.");
    }

    public ScratchSite Site { get; }

    public DateTimeOffset Now { get; set; } = ScratchSite.Now;

    public string? BaseUrl { get; set; }

    public bool Drafts { get; set; }

    public bool Future { get; set; }

    public int Jobs { get; set; } = 2;

    /// <summary>
    /// Builds with the cache, then cleanly into a new folder, and insists that both give the same bytes and the same diagnostics.
    /// </summary>
    public BuildReport Build()
    {
        var report = Site.Build(Now, Jobs, BaseUrl, Drafts, Future);
        var folder = Path.Combine(Site.Root, $"clean-{_clean++}");
        var clean = Site.Build(Now, 2, BaseUrl, Drafts, Future, folder, noCache: true);
        Assert.Equal(Told(clean), Told(report));
        Assert.Equal(clean.Skipped, report.Skipped);
        Assert.Equal((clean.Entries, clean.Pages, clean.Tags), (report.Entries, report.Pages, report.Tags));
        if (!report.Failed)
        {
            ScratchSite.AssertSame(ScratchSite.Tree(folder), Site.Tree());
            Assert.Equal(clean.Written, report.Rendered + report.Kept);
            Assert.Equal(report.Written + report.Unchanged, report.Rendered + report.Kept);
            Directory.Delete(folder, recursive: true);
        }

        return report;
    }

    /// <summary>Builds, insists on success, and tells what was rendered, of that written, and deleted.</summary>
    public (int Rendered, int Written, int Deleted) Counts()
    {
        var report = Build();
        Assert.False(report.Failed, string.Join('\n', Told(report)));
        return (report.Rendered, report.Written, report.Deleted);
    }

    /// <summary>Replaces a text in a source.</summary>
    public SampleSite Edit(string path, string old, string text)
    {
        var full = Path.Combine(Site.Root, path);
        var before = File.ReadAllText(full);
        Assert.Contains(old, before, StringComparison.Ordinal);
        File.WriteAllText(full, before.Replace(old, text, StringComparison.Ordinal));
        return this;
    }

    public void Dispose() => Site.Dispose();

    private static IEnumerable<string> Told(BuildReport report) => report.Diagnostics
        .Where(diagnostic => diagnostic.Rule != Catalogue.AddressGone)
        .Select(diagnostic =>
            $"{diagnostic.Path}:{diagnostic.Line}:{diagnostic.Column} {diagnostic.Rule.Id} {diagnostic.Message} | "
            + $"{diagnostic.SourceLine} | {diagnostic.Fixed}");
}
