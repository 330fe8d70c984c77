using AiDigest.Core.Build;
using AiDigest.Core.Diagnostics;
using AiDigest.Preview;
using AiDigest.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace AiDigest.Tests.Screenshots;

/// <summary>
/// Makes the pictures of <c>docs/screenshots</c> from the site of this repository. Where they are not asked for, as <c>build.ps1
/// screenshots</c> does, two of them go to a folder that is thrown away: what makes them is tried all the same.
/// </summary>
public sealed class Screenshots(Browser browser) : IClassFixture<Browser>
{
    private const string Host = "http://site.test/";

    private static readonly bool AreWanted = Environment.GetEnvironmentVariable("AIDIGEST_SCREENSHOTS") == "1";

    private static readonly (string Name, string Address)[] Pages =
        Some([("home", ""), ("tag", "tags/acceleration/"), ("entry", "papers/teacache/"), ("day", "2026/08/22/"), ("archive", "archive/")]);

    private static readonly (string Name, int Width, int Height)[] Screens = Some([("phone", 390, 780), ("desktop", 1280, 860)]);

    [Fact]
    public async Task Make()
    {
        var output = Directory.CreateTempSubdirectory("aidigest-screenshots-").FullName;
        try
        {
            var report = SiteBuilder.Build(
                new BuildOptions(Checkout.Root, output, DateTimeOffset.UtcNow, 2, Host, false, false, true), () =>
                    { }, TestContext.Current.CancellationToken);
            Assert.DoesNotContain(report.Diagnostics, diagnostic => diagnostic.Rule.Severity == Severity.Error);
            var folder = AreWanted ? Checkout.PathOf("docs/screenshots") : Path.Combine(output, ".screenshots");
            Directory.CreateDirectory(folder);
            foreach (var screen in Screens)
            {
                var page = await browser.OpenAsync();
                await page.RouteAsync("**/*", route => Serve(route, output));
                await page.SetViewportSizeAsync(screen.Width, screen.Height);
                foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    await page.EmulateMediaAsync(new() { ColorScheme = theme });
                    foreach (var (name, address) in Pages)
                    {
                        await page.GotoAsync(Host + address, new() { WaitUntil = WaitUntilState.NetworkIdle });
                        await page.EvaluateAsync("document.fonts.ready");
                        var path = Path.Combine(folder, $"{name}-{screen.Name}-{theme.ToString().ToLowerInvariant()}.png");
                        await page.ScreenshotAsync(new() { Path = path });
                        Assert.NotEqual(0, await page.Locator("h1").CountAsync());
                    }
                }

                await page.CloseAsync();
            }
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    /// <summary>All where the pictures are wanted and in the weekly run, else the first.</summary>
    private static T[] Some<T>(T[] all) => AreWanted ? all : SlowRun.Of(all, 0);

    private static Task Serve(IRoute route, string folder)
    {
        var path = Path.Combine(folder, new Uri(route.Request.Url).AbsolutePath.TrimStart('/'));
        path = Directory.Exists(path) ? Path.Combine(path, "index.html") : path;
        return route.FulfillAsync(new() { BodyBytes = File.ReadAllBytes(path), ContentType = ContentTypes.Of(path) });
    }
}
