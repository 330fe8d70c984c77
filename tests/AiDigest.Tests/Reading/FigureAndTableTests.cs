using AiDigest.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace AiDigest.Tests.Reading;

/// <summary>A tall transparent figure and a wide table: on a phone, in the dark, in print.</summary>
[Collection(nameof(PublishedSite))]
public class FigureAndTableTests(PublishedSite site)
{
    private const string Page = "hostile/papers/all/index.html";

    [Fact]
    public async Task A_tall_figure_fits_the_screen_and_the_sheet_on_white_with_its_caption_and_its_full_size()
    {
        await using var visit = await site.OpenAsync(Page, ColorScheme.Dark, width: 390, height: 844);
        var image = visit.Page.Locator("figure img");
        await image.ScrollIntoViewIfNeededAsync();
        await image.EvaluateAsync("e => e.decode()");
        var box = (await image.BoundingBoxAsync())!;
        Assert.InRange(box.Height, 600, 0.8 * 844);
        // The width comes from the attribute, so that nothing moves when the file arrives; the drawing keeps its proportions inside.
        Assert.Equal(300, box.Width, 0.5);
        Assert.Equal("contain", await image.EvaluateAsync<string>("e => getComputedStyle(e).objectFit"));
        Assert.Equal("rgb(255, 255, 255)", await image.EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor"));
        Assert.Equal("Подпись", await visit.Page.Locator("figcaption").InnerTextAsync());
        Assert.EndsWith("tall.png", await visit.Page.Locator("figure a").GetAttributeAsync("href"), StringComparison.Ordinal);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.InRange((await image.BoundingBoxAsync())!.Height, 300, 0.6 * 844);
        Assert.Equal("avoid", await visit.Page.Locator("figure").EvaluateAsync<string>("e => getComputedStyle(e).breakInside"));
    }

    [Fact]
    public async Task A_wide_table_keeps_its_first_column_shows_that_there_is_more_and_is_a_stop_only_while_it_scrolls()
    {
        await using var visit = await site.OpenAsync(Page, width: 320);
        var table = visit.Page.Locator(".table-scroll").First;
        Assert.True(await table.EvaluateAsync<bool>("e => e.scrollWidth > e.clientWidth"));
        Assert.True((await table.Locator("td").First.BoundingBoxAsync())!.Width >= 119);
        await Assertions.Expect(table).ToHaveAttributeAsync("tabindex", "0");
        Assert.Equal("region", await table.GetAttributeAsync("role"));
        Assert.StartsWith("Таблица: Колонка1", await table.GetAttributeAsync("aria-label"), StringComparison.Ordinal);
        // Two shades stay at the edges, and two covers of paper scroll with the text and hide them where it ends.
        Assert.Equal(
            "local, local, scroll, scroll", await table.EvaluateAsync<string>("e => getComputedStyle(e).backgroundAttachment"));
        await visit.Page.EvaluateAsync("document.querySelector('.table-scroll').style.width = '3000px'");
        await Assertions.Expect(table).Not.ToHaveAttributeAsync("tabindex", "0");
    }
}
