using AiDigest.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace AiDigest.Tests.Reading;

/// <summary>WCAG 2.2, levels A and AA, as far as axe can tell; and the way of a reader who has a keyboard alone.</summary>
[Collection(nameof(PublishedSite))]
public class AccessibilityTests(PublishedSite site)
{
    [Fact]
    public async Task Axe_tells_what_is_wrong_with_a_page()
    {
        await using var visit = await site.OpenAsync("404.html");
        await visit.Page.EvaluateAsync(Axe.Engine);
        await visit.Page.EvaluateAsync(
            "document.querySelector('h1').style.color = '#ccc'; document.querySelector('main').append(new Image(9, 9))");
        Assert.Equal(["color-contrast", "image-alt"], (await visit.Page.EvaluateAsync<string[]>(Axe.Judge))
            .Select(violation => violation.Split(':')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_first_stop_of_the_keyboard_leads_past_the_header()
    {
        await using var visit = await site.OpenAsync("tags/dense/index.html");
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.True(
            await visit.Page.EvaluateAsync<bool>(
                "(() => { const r = document.activeElement.getBoundingClientRect(); return r.width > 20 && r.height > 10 && r.top >= "
                + "0 && r.left >= 0 })()"));
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
        // smooth scrolling would still be on its way
        await using var visit = await site.OpenAsync(path, motion: ReducedMotion.Reduce, colors: colors);
        var wanted = await visit.Page.EvaluateAsync<int>(
            "[...document.querySelectorAll('a[href], button:enabled, summary, input:enabled, [tabindex=\"0\"]')].filter(e => "
            + "e.checkVisibility()).map((e, i) => e.dataset.stop = i).length");
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
        Assert.Empty(
            await visit.Page.EvaluateAsync<string[]>(
                "reached => [...document.querySelectorAll('[data-stop]')].filter(e => !reached.includes(e.dataset.stop)).map(e => "
                + "e.outerHTML.slice(0, 150))", reached.ToArray()));
    }
}
