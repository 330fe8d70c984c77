using AiDigest.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace AiDigest.Tests.Reading;

/// <summary>What scripts add for readers, by keyboard and by pointer, in a real Chromium.</summary>
[Collection(nameof(PublishedSite))]
public class ReadingAidsTests(PublishedSite site)
{
    [Fact]
    public async Task Entries_are_shown_in_brief_and_the_choice_is_remembered()
    {
        await using var visit = await site.OpenAsync("tags/dense/index.html", width: 390);
        var full = await visit.Page.EvaluateAsync<int>("document.body.scrollHeight");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Кратко" }).ClickAsync();
        Assert.InRange(await visit.Page.EvaluateAsync<int>("document.body.scrollHeight"), full / 6, full * 2 / 3);
        await visit.Page.ReloadAsync();
        Assert.Equal("true", await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Кратко" }).GetAttributeAsync("aria-pressed"));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Полностью" }).ClickAsync();
        Assert.Equal(full, await visit.Page.EvaluateAsync<int>("document.body.scrollHeight"));
    }

    [Fact]
    public async Task Keys_go_from_entry_to_entry_open_one_and_can_be_switched_off()
    {
        await using var visit = await site.OpenAsync("index.html");
        const string Focused = "document.activeElement.closest('article')?.id ?? ''";
        var ids = await visit.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.entry')].map(e => e.id)");
        await visit.Page.Keyboard.PressAsync("j");
        Assert.Equal(ids[0], await visit.Page.EvaluateAsync<string>(Focused));
        await visit.Page.Keyboard.PressAsync("j");
        Assert.Equal(ids[1], await visit.Page.EvaluateAsync<string>(Focused));
        await visit.Page.Keyboard.PressAsync("k");
        Assert.Equal(ids[0], await visit.Page.EvaluateAsync<string>(Focused));
        await visit.Page.Keyboard.PressAsync("?");
        await visit.Page.GetByLabel("Клавиши включены").UncheckAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.Keyboard.PressAsync("j");
        Assert.NotEqual(ids[1], await visit.Page.EvaluateAsync<string>(Focused));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Клавиши" }).ClickAsync();
        await visit.Page.GetByLabel("Клавиши включены").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Закрыть" }).ClickAsync();
        await visit.Page.Locator("#" + ids[0] + " a").First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("o");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(PublishedSite.Address + "papers/" + ids[0] + "/");
        await visit.Page.GoBackAsync();
        await visit.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(PublishedSite.Address + "search/#q");
        Assert.Equal([], visit.Said);
    }

    [Fact]
    public async Task Home_shows_where_the_reader_left_off_and_how_much_is_new()
    {
        await using var visit = await site.OpenAsync("index.html");
        Assert.Equal(0, await visit.Page.Locator(".left-off").CountAsync());
        var (title, third, day) = (await visit.Page.TitleAsync(),
            await visit.Page.EvaluateAsync<string>("document.querySelectorAll('.entry')[2].id"),
            await visit.Page.EvaluateAsync<string>("document.querySelectorAll('.entry')[2].closest('.day').querySelector('time').dateTime"));
        await visit.Page.EvaluateAsync("([slug, day]) => localStorage.setItem('aidigest-seen:/digest/', slug + ' ' + day)", new[] { third,
            day });
        await visit.Page.ReloadAsync();
        Assert.Equal("(2) " + title, await visit.Page.TitleAsync());
        Assert.Equal("Вы остановились здесь", await visit.Page.Locator("#" + third + " .left-off").TextContentAsync());
        await visit.Page.Locator("#" + third).ScrollIntoViewIfNeededAsync();
        await visit.Page.UntilAsync("slug => !localStorage.getItem('aidigest-seen:/digest/').startsWith(slug + ' ')", third);
        await visit.Page.ReloadAsync();
        Assert.Equal(title, await visit.Page.TitleAsync());
    }

    [Fact]
    public async Task What_is_put_aside_is_listed_exported_and_removed()
    {
        await using var visit = await site.OpenAsync("index.html");
        var button = visit.Page.Locator(".entry .save").First;
        await button.ClickAsync();
        Assert.Equal("true", await button.GetAttributeAsync("aria-pressed"));
        await visit.Page.GotoAsync(PublishedSite.Address + "papers/brief/");
        await visit.Page.Locator(".facts .save").ClickAsync();
        await visit.Page.GotoAsync(PublishedSite.Address + "saved/");
        var links = await visit.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('#saved a')].map(a => a.getAttribute('href'))");
        Assert.Contains("/digest/papers/brief/", links);
        Assert.Equal("/digest/papers/brief/", links[0]);

        var json = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator(".json").ClickAsync());
        using (var document = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(await json.PathAsync(),
            TestContext.Current.CancellationToken)))
        {
            Assert.Equal(links.Length, document.RootElement.GetArrayLength());
            Assert.Equal(PublishedSite.Address + "papers/brief/", document.RootElement[0].GetProperty("url").GetString());
        }

        var bibtex = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator(".bibtex").ClickAsync());
        var text = await File.ReadAllTextAsync(await bibtex.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains("2610.00001", text, StringComparison.Ordinal);
        await visit.Page.Locator("#saved button").First.ClickAsync();
        Assert.Equal(links.Length - 1, await visit.Page.Locator("#saved li").CountAsync());
        Assert.Equal([], visit.Said);
    }

    /// <summary>Whatever the browser's storage holds, no other site becomes a link.</summary>
    [Theory]
    [InlineData("[{\"url\":\"javascript:alert(1)\",\"title\":\"x\"},{\"url\":\"//evil.example/\",\"title\":\"y\"},{\"url\":\"https://evil.example/digest/\",\"title\":\"z\"},null,5]")]
    [InlineData("{")]
    [InlineData("7")]
    public async Task What_was_put_into_storage_by_hand_does_no_harm(string stored)
    {
        await using var visit = await site.OpenAsync("saved/index.html");
        await visit.Page.EvaluateAsync("text => localStorage.setItem('aidigest-saved:/digest/', text)", stored);
        await visit.Page.ReloadAsync();
        Assert.Equal(0, await visit.Page.Locator("#saved a").CountAsync());
        Assert.Equal([], visit.Said);
    }

    [Fact]
    public async Task A_table_is_a_named_tab_stop_only_while_it_scrolls()
    {
        await using var visit = await site.OpenAsync("papers/too-much/index.html", width: 390);
        var table = visit.Page.Locator(".table-scroll");
        await Assertions.Expect(table).ToHaveAttributeAsync("tabindex", "0");
        Assert.Equal("region", await table.GetAttributeAsync("role"));
        Assert.StartsWith("Таблица: ", await table.GetAttributeAsync("aria-label"), StringComparison.Ordinal);
        await visit.Page.SetViewportSizeAsync(4000, 800);
        await visit.Page.EvaluateAsync("document.querySelector('.table-scroll').style.width = '3000px'");
        await visit.Page.UntilAsync("!document.querySelector('.table-scroll').hasAttribute('tabindex')");
        Assert.Null(await table.GetAttributeAsync("role"));
    }
}
