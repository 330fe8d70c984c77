using System.Text;
using AiDigest.Core.Build;
using AiDigest.Core.Diagnostics;
using AiDigest.Preview;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Reading;

/// <summary>What the fonts of each page of this repository's own site weigh, with whatever signs its summaries happen to hold.</summary>
public class SampleSiteTests(Browser browser) : IClassFixture<Browser>
{
    private const string Host = "http://site.test/";

    [Fact]
    public async Task No_page_asks_for_more_than_sixty_kilobytes_of_fonts()
    {
        using var folder = new TempFolder();
        var report =
            SiteBuilder.Build(new BuildOptions(Checkout.Root, folder.Root, DateTimeOffset.UtcNow, 2, Host, false, false, true), () =>
                { }, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(report.Diagnostics, diagnostic => diagnostic.Rule.Severity == Severity.Error);
        var page = await browser.OpenAsync();
        await page.RouteAsync("**/*", route =>
        {
            var path = FileOf(folder, route.Request.Url);
            return route.FulfillAsync(new() { BodyBytes = File.ReadAllBytes(path), ContentType = ContentTypes.Of(path) });
        });

        var all = Directory.GetFiles(folder.Root, "*.html", SearchOption.AllDirectories)
            .Where(path => !File.ReadAllText(path, Encoding.UTF8).Contains("http-equiv", StringComparison.Ordinal)).ToList();
        var heavy = new List<string>();
        foreach (var path in SlowRun.IsOn ? all : [.. all.Where((_, number) => number % 8 == 0)])
        {
            await page.GotoAsync(Host + Path.GetRelativePath(folder.Root, path).Replace('\\', '/'));
            await page.EvaluateAsync("document.fonts.ready");
            var fonts =
                await page.EvaluateAsync<string[]>(
                    "[...new Set(performance.getEntriesByType('resource').map(one => one.name).filter(name => name.endsWith('.woff2')))]");
            Assert.InRange(fonts.Length, 4, 12);
            var sizes = fonts.Select(address => (Path: FileOf(folder, address), Size: new FileInfo(FileOf(folder, address)).Length))
                .ToList();
            if (sizes.Sum(font => font.Size) > 61_500)
            {
                heavy.Add(path + ": " + string.Join(", ", sizes.Select(font => $"{Path.GetFileName(font.Path)} {font.Size}")));
            }
        }

        Assert.True(all.Count > 80, $"{all.Count} pages");
        Assert.Equal([], heavy);
    }

    private static string FileOf(TempFolder folder, string address) => folder.At(new Uri(address).AbsolutePath.TrimStart('/'));
}
