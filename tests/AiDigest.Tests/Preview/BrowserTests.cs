using AiDigest.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace AiDigest.Tests.Preview;

/// <summary>
/// What an author sees: a real browser before a real preview. Each page has the strictest policy that the site promises to work under.
/// </summary>
[Collection("serving")]
public sealed class BrowserTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private static readonly string LongText = string.Join("\n\n", Enumerable.Range(1, 100).Select(i => $"Абзац номер {i}."));

    private readonly ScratchSite _site = new ScratchSite()
        .AddPaper("teacache", "2026-11-14", "acceleration", "Первый текст.\n\n" + LongText)
        .AddPaper("other", "2026-11-14", "diffusion", LongText)
        .Add("templates/assets/style.css", "body { color: rgb(1, 2, 3) }\n");

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_page_follows_an_edit_and_keeps_its_scroll()
    {
        var page = await browser.OpenAsync();
        await using var preview = await OpenAsync(page, "papers/teacache/");
        await page.EvaluateAsync("scrollTo(0, 700)");
        _site.AddPaper("teacache", "2026-11-14", "acceleration", "Исправленный текст.\n\n" + LongText);
        await page.GetByText("Исправленный текст.").First.WaitForAsync();
        await page.UntilAsync("scrollY === 700");
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_page_that_an_edit_does_not_touch_is_left_alone()
    {
        var page = await browser.OpenAsync();
        await using var preview = await OpenAsync(page, "papers/other/");
        using var events = await preview.ListenAsync();
        await page.EvaluateAsync("window.mark = 1");
        var asked = page.WaitForResponseAsync(response => response.Url.EndsWith("/papers/other/", StringComparison.Ordinal));
        _site.AddPaper("teacache", "2026-11-14", "acceleration", "Исправленный текст.\n\n" + LongText);
        await events.NextAsync();
        await asked;
        _site.Add("templates/assets/style.css", "body { color: rgb(7, 8, 9) }\n");
        await page.UntilAsync("getComputedStyle(document.body).color === 'rgb(7, 8, 9)'");
        Assert.Equal(1, await page.EvaluateAsync<int>("window.mark"));
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_style_sheet_is_swapped_without_a_reload()
    {
        var page = await browser.OpenAsync();
        await using var preview = await OpenAsync(page, "papers/teacache/");
        await page.EvaluateAsync("window.mark = 1; scrollTo(0, 700)");
        _site.Add("templates/assets/style.css", "body { color: rgb(4, 5, 6) }\n");
        await page.UntilAsync("getComputedStyle(document.body).color === 'rgb(4, 5, 6)'");
        await page.UntilAsync("document.querySelectorAll('link[rel=stylesheet]').length === 1");
        Assert.Equal((1, 700), (await page.EvaluateAsync<int>("window.mark"), await page.EvaluateAsync<int>("scrollY")));
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_mistake_covers_the_page_until_it_is_closed_or_fixed()
    {
        var page = await browser.OpenAsync();
        await using var preview = await OpenAsync(page, "papers/teacache/");
        await page.EvaluateAsync("window.mark = 1; document.querySelector('a').focus()");
        _site.AddPaper("teacache", "2026-11-14", "acceleration", LongText, "tgas: \"<b>&amp;\"");
        var overlay = page.GetByRole(AriaRole.Dialog);
        await overlay.WaitForAsync();
        Assert.Contains(
            "content/papers/teacache.md:5:1: error AD0103: unknown key 'tgas'", await overlay.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("  tgas: \"<b>&amp;\"\n  ^^^^", await overlay.Locator("pre").TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains("Первый текст.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await overlay.Locator("b").CountAsync());

        await page.Keyboard.PressAsync("Escape");
        await overlay.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal("A", await page.EvaluateAsync<string>("document.activeElement.tagName"));

        // What was closed stays closed, also on other pages; another mistake is shown.
        await page.GotoAsync(new Uri(preview.Address, "papers/other/").AbsoluteUri);
        Assert.Equal(0, await overlay.CountAsync());
        _site.AddPaper("teacache", "2026-11-14", "acceleration", LongText, "dta: x");
        await overlay.WaitForAsync();
        Assert.Contains("'dta'", await overlay.InnerTextAsync(), StringComparison.Ordinal);

        _site.AddPaper("teacache", "2026-11-14", "acceleration", "Первый текст.\n\n" + LongText);
        await overlay.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.CloseAsync();
    }

    [Fact]
    public async Task The_error_page_gives_way_to_the_site()
    {
        _site.AddPaper("teacache", "2026-11-14", "acceleration", LongText, "tgas: x");
        var page = await browser.OpenAsync();
        await using var preview = await OpenAsync(page, "papers/teacache/");
        await page.GetByText("unknown key 'tgas'").WaitForAsync();
        _site.AddPaper("teacache", "2026-11-14", "acceleration", LongText, "dta: x");
        await page.GetByText("unknown key 'dta'").WaitForAsync();
        _site.AddPaper("teacache", "2026-11-14", "acceleration", "Исправленный текст.\n\n" + LongText);
        await page.GetByText("Исправленный текст.").First.WaitForAsync();
        await page.CloseAsync();
    }

    private Task<RunningPreview> OpenAsync(IPage page, string path) => PreviewedPage.OpenAsync(page, _site, path);
}
