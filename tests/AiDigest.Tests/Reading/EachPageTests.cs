using AiDigest.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace AiDigest.Tests.Reading;

/// <summary>What holds on a page of every kind. All checks of a page share one tab: opening it takes most of their time.</summary>
[Collection(nameof(PublishedSite))]
public class EachPageTests(PublishedSite site)
{
    /// <summary>Elements that are wider than the screen, unless something around them scrolls or cuts on purpose.</summary>
    private const string TooWide = """
        [...document.querySelectorAll('body *')].filter(e => {
            const box = e.getBoundingClientRect();
            if (box.width === 0 || box.height === 0 || (box.right <= innerWidth + 0.5 && box.left >= -0.5)) return false;
            for (let around = e.parentElement; around; around = around.parentElement)
                if (getComputedStyle(around).overflowX !== 'visible') return false;
            return getComputedStyle(e).position !== 'absolute';
        }).slice(0, 5).map(e => e.outerHTML.slice(0, 150)).concat(document.documentElement.scrollWidth > innerWidth ? ['the page: ' + document.documentElement.scrollWidth] : [])
        """;

    private const string Content =
        "[document.querySelector('main').innerText.replace(/\\s+/g, ' '), ...[...document.querySelectorAll('a[href]')].map(a => a.href)]";

    /// <summary>Every theme and width in the weekly run, else each theme at one end.</summary>
    private static readonly (ColorScheme Scheme, int Width)[] Views =
        SlowRun.Of(
            [.. from scheme in new[] { ColorScheme.Light, ColorScheme.Dark } from width in new[] { 320, 768, 1280 } select (scheme, width)],
            0, 5);

    [Theory]
    [MemberData(nameof(PublishedSite.Kinds), MemberType = typeof(PublishedSite))]
    public async Task A_page_fits_every_screen_is_complete_without_script_asks_no_other_host_and_passes_axe(string path)
    {
        await using var visit = await site.OpenAsync(path, width: 320, motion: ReducedMotion.Reduce);
        await FitsTheNarrowestScreenAndAsksNobodyElseAsync(visit);
        await IsCompleteWithoutScriptAsync(visit, path);
        await FitsAtTwiceTheSizeAsync(visit);
        await PassesAxeAsync(visit);
    }

    /// <summary>320 px is also what a screen of 1280 px shows at the zoom of 400 % that WCAG 2.2 asks for (1.4.10).</summary>
    private static async Task FitsTheNarrowestScreenAndAsksNobodyElseAsync(Visit visit)
    {
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(TooWide));
        await visit.Page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal([], visit.Said);
        Assert.Equal([], visit.Requests.Where(address => !address.StartsWith(PublishedSite.Address, StringComparison.Ordinal)));
    }

    private async Task IsCompleteWithoutScriptAsync(Visit with, string path)
    {
        await using var without = await site.OpenAsync(path, width: 320, script: false);
        var (scripted, plain) = (await with.Page.EvaluateAsync<string[]>(Content), await without.Page.EvaluateAsync<string[]>(Content));
        Assert.Subset(plain.ToHashSet(), scripted[1..].ToHashSet());

        // A script adds a few controls.
        var words = scripted[0].Split(' ').Length;
        Assert.InRange(plain[0].Split(' ').Length, words - 3, words + 3);

        // The form of search does nothing without a script, so it is hidden then; a sentence in its place leads to tags and archive.
        Assert.Empty(
            await without.Page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('main *:not([role=search] *)')].filter(e => e.childElementCount === 0 && e.textContent.trim() && "
                + "!e.checkVisibility() && !e.closest('details, math, button, template')).map(e => e.outerHTML)"));
    }

    /// <summary>
    /// Zoom of the whole page leaves fewer pixels to it; zoom of the text alone (WCAG 2.2, 1.4.4) makes larger letters in the same room.
    /// </summary>
    private static async Task FitsAtTwiceTheSizeAsync(Visit visit)
    {
        await visit.Page.SetViewportSizeAsync(640, 400);
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(TooWide));
        var body = await visit.Page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.body).fontSize)");
        await visit.Page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        Assert.InRange(
            await visit.Page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.body).fontSize)"), body * 1.9, body * 2.1);
        foreach (var width in new[] { 390, 1280 })
        {
            await visit.Page.SetViewportSizeAsync(width, 800);
            Assert.Empty(await visit.Page.EvaluateAsync<string[]>(TooWide));
        }

        await visit.Page.EvaluateAsync("document.documentElement.style.fontSize = ''");
    }

    private static async Task PassesAxeAsync(Visit visit)
    {
        var found = new List<string>();
        await visit.Page.EvaluateAsync(Axe.Engine);
        foreach (var (scheme, width) in Views)
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await visit.Page.SetViewportSizeAsync(width, 800);
            Assert.True(
                await visit.Page.EvaluateAsync<bool>(
                    "dark => getComputedStyle(document.body).backgroundColor === (dark ? 'rgb(23, 24, 26)' : 'rgb(251, 250, 247)')",
                    scheme == ColorScheme.Dark));
            found.AddRange((await visit.Page.EvaluateAsync<string[]>(Axe.Judge)).Select(violation => $"{scheme} {width}: {violation}"));
        }

        Assert.Equal([], found);
    }
}
