using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace AiDigest.Tests.Reading;

/// <summary>WCAG 2.2, levels A and AA, as far as axe can tell; and the way of a reader who has a keyboard alone.</summary>
[Collection(nameof(PublishedSite))]
public class AccessibilityTests(PublishedSite site)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    private static readonly (ColorScheme Scheme, int Width)[] Views = [.. from scheme in new[] { ColorScheme.Light, ColorScheme.Dark } from width in new[] { 320, 768, 1280 } select (scheme, width)];

    /// <summary>Each kind in one of the six views, in turn, in the default run; in all of them with <c>AIDIGEST_SLOW=1</c>.</summary>
    [Theory]
    [MemberData(nameof(PublishedSite.Kinds), MemberType = typeof(PublishedSite))]
    public async Task Axe_finds_nothing_in_either_theme_at_any_width(string path)
    {
        var found = new List<string>();
        var turn = PublishedSite.Kinds.Select(row => row.Data).ToList().IndexOf(path) % Views.Length;
        foreach (var (scheme, width) in Environment.GetEnvironmentVariable("AIDIGEST_SLOW") == "1" ? Views : [Views[turn]])
        {
            await using var visit = await site.OpenAsync(path, scheme, width);
            var result = await visit.Page.RunAxe(Rules);
            found.AddRange(result.Violations.Select(violation =>
                $"{scheme} {width}: {violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html + " " + node.Any.FirstOrDefault()?.Message))}"));
        }

        Assert.Equal([], found);
    }

    [Fact]
    public async Task The_first_stop_of_the_keyboard_leads_past_the_header()
    {
        await using var visit = await site.OpenAsync("tags/dense/index.html");
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.True(await visit.Page.EvaluateAsync<bool>("(() => { const r = document.activeElement.getBoundingClientRect(); return r.width > 20 && r.height > 10 && r.top >= 0 && r.left >= 0 })()"));
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
    }

    [Theory]
    [InlineData("index.html", ForcedColors.None)]
    [InlineData("papers/everything/index.html", ForcedColors.None)]
    [InlineData("papers/everything/index.html", ForcedColors.Active)]
    [InlineData("tags/index.html", ForcedColors.None)]
    [InlineData("archive/index.html", ForcedColors.None)]
    public async Task The_keyboard_reaches_everything_and_shows_where_it_is(string path, ForcedColors colors)
    {
        await using var visit = await site.OpenAsync(path, motion: ReducedMotion.Reduce, colors: colors); // smooth scrolling would still be on its way
        var wanted = await visit.Page.EvaluateAsync<int>(
            "[...document.querySelectorAll('a[href], button:enabled, summary, input:enabled, [tabindex=\"0\"]')].filter(e => e.checkVisibility()).map((e, i) => e.dataset.stop = i).length");
        var hidden = new List<string>();
        var reached = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < wanted; i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var stop = await visit.Page.EvaluateAsync<string>("""
                (() => {
                    const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
                    const shown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                    const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
                    return (e.dataset.stop ?? '') + (shown && inside ? '' : ' ' + e.outerHTML.slice(0, 120));
                })()
                """);
            reached.Add(stop.Split(' ')[0]);
            if (stop.Contains(' ', StringComparison.Ordinal) && !stop.Contains("<body", StringComparison.Ordinal))
            {
                hidden.Add(stop);
            }
        }

        Assert.Equal([], hidden);
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>("reached => [...document.querySelectorAll('[data-stop]')].filter(e => !reached.includes(e.dataset.stop)).map(e => e.outerHTML.slice(0, 150))", reached.ToArray()));
    }
}
