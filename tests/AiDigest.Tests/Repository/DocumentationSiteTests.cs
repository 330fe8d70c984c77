using System.Diagnostics;
using AiDigest.Core.Build;
using AiDigest.Core.Check;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Repository;

/// <summary>The documents are a site in English and one in Russian, built by the tool itself, without a single diagnostic.</summary>
public sealed class DocumentationSiteTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_documents_are_a_site_without_a_dead_link()
    {
        Make();
        foreach (var (language, pages) in new[]
        {
            ("en", new[]
            {
                "architecture", "commands", "design", "diagnostics", "glossary", "hosting", "options", "performance", "search-files",
                "security", "settings", "templates",
            }),
            ("ru", ["authoring", "diagnostics"]),
        })
        {
            var options = new BuildOptions(_folder.At("sources/" + language), _folder.At("site/" + language), ScratchSite.Now, 2);
            var found = SiteChecker.Check(options, TestContext.Current.CancellationToken).Site.Diagnostics;
            Assert.Equal([], found.Select(diagnostic => $"{diagnostic.Path}:{diagnostic.Line} {diagnostic.Rule.Id} {diagnostic.Message}"));
            Assert.False(SiteBuilder.Build(options, () => { }, TestContext.Current.CancellationToken).Failed);
            Assert.Equal(
                pages, Directory.GetDirectories(_folder.At("site/" + language)).Select(Path.GetFileName)
                    .Where(name => name != "assets").Order(StringComparer.Ordinal));
            Assert.All(pages, page => Assert.Contains($"/{page}/", _folder.Read($"site/{language}/index.html"), StringComparison.Ordinal));
        }

        Assert.Contains("--precompress", _folder.Read("site/en/options/index.html"), StringComparison.Ordinal);
        Assert.Contains("feed_size", _folder.Read("site/en/settings/index.html"), StringComparison.Ordinal);
        Assert.Contains(
            "https://github.com/ai-digest/ai-digest/blob/main/README.md", _folder.Read("site/en/commands/index.html"),
            StringComparison.Ordinal);
    }

    private void Make()
    {
        var pwsh = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "pwsh")).FirstOrDefault(File.Exists);
        Assert.SkipUnless(pwsh is not null, "PowerShell is not installed");
        string[] arguments = ["-NoProfile", "-File", Checkout.PathOf("docs/site/make.ps1"), "-Output", _folder.At("sources")];
        using var process = Process.Start(new ProcessStartInfo(pwsh!, arguments) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error);
    }
}
