using System.Text.Json;
using AiDigest.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace AiDigest.Tests.Reading;

/// <summary>Every kind of page with texts as long as they can be: nothing is wider than the screen, nothing is cut.</summary>
[Collection(nameof(PublishedSite))]
public class OverflowTests(PublishedSite site)
{
    private const string Root = PublishedSite.Address + "hostile/";

    /// <summary>
    /// What is outside of the screen, unless something around it scrolls; text that is wider than its own box (by more than the padding
    /// of code); and what a box cuts. Fields scroll by themselves, and the dates of feeds are cut on purpose, after the day.
    /// </summary>
    private const string Faults = """
        () => {
            const width = document.documentElement.clientWidth;
            const texts = 'p, h1, h2, h3, li, td, th, dd, dt, a, span, code, time, cite, summary, button, label';
            const faults = document.documentElement.scrollWidth > width ? ['the page: ' + document.documentElement.scrollWidth] : [];
            const scrolls = element => {
                for (; element && element !== document.body; element = element.parentElement)
                    if (/auto|scroll/.test(getComputedStyle(element).overflowX)) return true;
                return false;
            };
            const add = (what, element) => faults.push(what + ' ' + element.outerHTML.slice(0, 120));
            for (const element of document.querySelectorAll('body *, feed *, rss *')) {
                const box = element.getBoundingClientRect(), style = getComputedStyle(element);
                if (!box.width || !box.height || style.clipPath.includes('50%')
                    || element.matches('input, annotation, published, pubDate')) continue;
                if ((box.right > width + 0.5 || box.left < -0.5) && !scrolls(element.parentElement)) add('outside', element);
                const inner = element.clientWidth && element.scrollWidth - element.clientWidth;
                if (/hidden|clip/.test(style.overflowX) && inner > 1) add('cut', element);
                if (element.matches(texts) && style.overflowX === 'visible' && inner > 5 && !scrolls(element)) add('too wide', element);
            }
            return faults.slice(0, 4);
        }
        """;

    private static readonly int[] Widths = [320, 390, 768, 1280];

    [Fact]
    public async Task No_page_is_wider_than_the_screen_whatever_it_holds()
    {
        var faults = new List<string>();
        await using var visit = await site.OpenAsync("hostile/index.html");
        foreach (var path in Paths())
        {
            if (path.Length > 0)
            {
                await visit.Page.GotoAsync(Root + path);
            }

            if (path == "saved/")
            {
                await SaveAsync(visit.Page);
            }
            else if (path.StartsWith("search/?", StringComparison.Ordinal))
            {
                await visit.Page.Locator("#results li").First.WaitForAsync();
            }

            foreach (var width in Widths)
            {
                await visit.Page.SetViewportSizeAsync(width, 900);
                faults.AddRange((await visit.Page.EvaluateAsync<string[]>(Faults)).Select(fault => $"{path} at {width}: {fault}"));
            }
        }

        Assert.Equal([], faults);
    }

    /// <summary>The judge finds a long word that nothing breaks, and one that is cut.</summary>
    [Fact]
    public async Task A_word_that_cannot_break_is_found()
    {
        await using var visit = await site.OpenAsync("hostile/404.html", width: 320);
        await visit.Page.EvaluateAsync(
            "document.querySelector('h1').style.whiteSpace = 'nowrap'; document.querySelector('h1').textContent += 'x'.repeat(99)");
        Assert.Contains("the page", string.Concat(await visit.Page.EvaluateAsync<string[]>(Faults)), StringComparison.Ordinal);
        await visit.Page.EvaluateAsync("document.querySelector('h1').style.overflow = 'hidden'");
        Assert.Contains("cut", string.Concat(await visit.Page.EvaluateAsync<string[]>(Faults)), StringComparison.Ordinal);
    }

    /// <summary>One page of each kind, and for a kind whose pages have names that with the longest.</summary>
    private IEnumerable<string> Paths()
    {
        var pages = site.All.Keys.Where(path => path.StartsWith("hostile/", StringComparison.Ordinal))
            .Select(path => PublishedSite.Public(path["hostile/".Length..])).ToList();
        string Longest(string under, int depth, string end = "/") => pages
            .Where(path => path.StartsWith(under, StringComparison.Ordinal) && path.EndsWith(end, StringComparison.Ordinal)
                && path.Count(c => c == '/') == depth)
            .MaxBy(path => path.Length)!;
        return
        [
            "", "papers/all/", Longest("papers/", 2), "tags/", "tags/wide/", "tags/wide/page/1/",
            pages.Single(path => path is "tags/pair/wide/"), "2026/09/10/", "2026/09/10/page/1/", "2026/09/15/", "2026/09/", "2026/",
            "archive/", "authors/", Longest("authors/", 2), "about/", "search/", "search/?q=" + Uri.EscapeDataString("обычный"),
            "saved/", "404.html", "feed.xml", "rss.xml", "tags/wide/feed.xml",
        ];
    }

    private static async Task SaveAsync(IPage page)
    {
        var entry = JsonSerializer.Serialize(new[]
        {
            new
            {
                url = "/digest/hostile/papers/all/", title = new string('ж', 300), day = "10 сентября 2026",
                paper_title = new string('W', 300),
            },
        });
        await page.EvaluateAsync("entry => localStorage.setItem('aidigest-saved:/digest/hostile/', entry)", entry);
        await page.ReloadAsync();
        await page.Locator("#saved li").WaitForAsync();
    }
}
