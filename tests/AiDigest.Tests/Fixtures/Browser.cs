using Microsoft.Playwright;
using Xunit;

namespace AiDigest.Tests.Fixtures;

/// <summary>The system's Chromium. Where there is none its tests are skipped, and in CI they fail.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is { } path)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"], Timeout = 0 });
        }
    }

    public async Task<IPage> OpenAsync() => await (await ContextAsync(new())).NewPageAsync();

    /// <summary>A new profile.</summary>
    public async Task<IBrowserContext> ContextAsync(BrowserNewContextOptions options)
    {
        if (_browser is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "no Chromium on PATH");
            Assert.Fail("no Chromium on PATH, which CI must have");
        }

        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout((float)RunningPreview.Patience.TotalMilliseconds);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
