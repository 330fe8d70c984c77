using System.IO.Compression;
using AiDigest.Tests.Fixtures;
using AiDigest.Tests.Markdown.Formulas;
using Microsoft.Playwright;
using Xunit;

namespace AiDigest.Tests.Reading;

/// <summary>What a reader's screen, connection and settings make of the site.</summary>
[Collection(nameof(PublishedSite))]
public class LayoutTests(PublishedSite site)
{
    public static TheoryData<string> Loaded =>
        ["index.html", "tags/dense/index.html", "papers/everything/index.html", "archive/index.html"];

    /// <summary>Without our fonts, so that only what the page itself does is seen, and that to the last pixel.</summary>
    [Theory]
    [MemberData(nameof(Loaded))]
    public async Task Nothing_moves_while_a_page_loads(string path)
    {
        foreach (var width in new[] { 360, 1280 })
        {
            await using var visit = await site.OpenAsync(path, width: width, withFonts: false, lateFiles: true);
            Assert.Equal("", await ShiftsAsync(visit));
        }
    }

    /// <summary>A page comes in pieces, and what is shown of it keeps its place: here the last pieces go again, one by one.</summary>
    [Theory]
    [InlineData("papers/everything/index.html")]
    [InlineData("papers/brief/index.html")]
    [InlineData("tags/dense/index.html")]
    [InlineData("archive/index.html")]
    public async Task What_comes_later_moves_nothing_that_has_come(string path)
    {
        foreach (var width in new[] { 360, 1280 })
        {
            await using var visit = await site.OpenAsync(path, width: width, withFonts: false);
            Assert.Empty(await visit.Page.EvaluateAsync<string[]>("""
                () => {
                    const blocks = [...document.querySelectorAll('main :is(header, footer, section, h1, h2, h3, h4, p, ul, ol, li, figure, table, pre, dl, details)')];
                    const top = block => block.getBoundingClientRect().top;
                    const tops = blocks.map(top);
                    const moved = [];
                    for (let last = blocks.length - 1; last > 0; last--) {
                        blocks[last].remove();
                        if (tops[last] > 1600) continue;
                        for (let i = 0; i < last; i++)
                            if (blocks[i].textContent.trim() && Math.abs(top(blocks[i]) - tops[i]) > 0.01) moved.push(`${blocks[i].outerHTML.slice(0, 60)}: ${top(blocks[i])}, not ${tops[i]}, without block ${last}`);
                    }
                    return moved.slice(0, 5);
                }
                """));
        }
    }

    /// <summary>
    /// HTML, style, script and pictures by gzip, fonts as they are, formulas and emphasis in both scripts among the text: what a phone on
    /// the way to work waits for.
    /// </summary>
    [Fact]
    public async Task A_first_view_of_a_tag_page_with_twenty_summaries_is_light()
    {
        await using var visit = await site.OpenAsync("tags/dense/index.html", width: 390);

        // Which parts are near the first screen, and so ask for their fonts, depends on the fonts of the machine.
        await visit.Page.Locator("article math").First.ScrollIntoViewIfNeededAsync();
        await visit.Page.EvaluateAsync(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => document.fonts.ready.then(() => done()))))");
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.InRange(await visit.Page.Locator("article").CountAsync(), 20, 39);
        var sizes = visit.Requests.Distinct().Select(address => new Uri(address).AbsolutePath["/digest/".Length..])
            .Select(path => path.EndsWith('/') || path.Length == 0 ? path + "index.html" : path)
            .ToDictionary(path => path, path =>
                path.EndsWith(".woff2", StringComparison.Ordinal)
                    || path.EndsWith(".png", StringComparison.Ordinal) ? site.Bytes(path).Length : Gzip(site.Bytes(path)));
        var list = string.Join("\n", sizes.Select(size => $"{size.Value} {size.Key}"));
        Assert.True(sizes.Values.Sum() <= 100_000, list);
        Assert.True(sizes.Where(size => size.Key.EndsWith(".woff2", StringComparison.Ordinal)).Sum(size => size.Value) <= 61_500, list);
        Assert.Contains("fonts/math-plain.", list, StringComparison.Ordinal);
        Assert.Contains("fonts/italic-latin.", list, StringComparison.Ordinal);
        Assert.Contains("fonts/italic-cyrillic.", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_prefers_no_motion_gets_none()
    {
        foreach (var path in new[] { "index.html", "papers/everything/index.html" })
        {
            await using var visit = await site.OpenAsync(path, motion: ReducedMotion.Reduce);
            Assert.Empty(await visit.Page.EvaluateAsync<string[]>("""
                [...document.querySelectorAll('*')].filter(e => {
                    const style = getComputedStyle(e);
                    return style.scrollBehavior === 'smooth' || [...style.transitionDuration.split(','), ...style.animationDuration.split(',')].some(time => parseFloat(time) > 0.01);
                }).map(e => e.outerHTML.slice(0, 100))
                """));
        }
    }

    [Fact]
    public async Task Every_golden_formula_is_drawn()
    {
        await using var visit = await site.OpenAsync("papers/everything/index.html");
        await visit.Page.Locator("main")
            .EvaluateAsync("(main, all) => main.innerHTML = all",
            string.Concat(Golden.All().Where(one => one.MathMl.Length > 0).Select(one => $"<p>{one.MathMl}</p>")));
        Assert.Equal(Golden.All().Count(one => one.MathMl.Length > 0), await visit.Page.Locator("main math").CountAsync());
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('main math')].filter(math => {
                const box = math.getBoundingClientRect();
                return box.width < 2 || box.height < 4 || math.querySelector('merror');
            }).map(math => math.outerHTML)
            """));
        Assert.Equal([], visit.Said);
    }

    /// <summary>What moved after its first paint, each with the size of the shift that Chromium reports; empty where nothing did.</summary>
    private static async Task<string> ShiftsAsync(Visit visit)
    {
        await visit.Page.EvaluateAsync("document.fonts.ready");
        return await visit.Page.EvaluateAsync<string>("""
            new Promise(done => {
                const moved = [];
                const name = node => (node?.outerHTML ?? node?.textContent ?? 'a removed node').slice(0, 80);
                new PerformanceObserver(list => {
                    for (const entry of list.getEntries())
                        moved.push(entry.value + ': ' + entry.sources.map(source => name(source.node)).join('; '));
                }).observe({ type: 'layout-shift', buffered: true });
                setTimeout(() => done(moved.join('\n')), 400);
            })
            """);
    }

    private static int Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return (int)packed.Length;
    }
}
