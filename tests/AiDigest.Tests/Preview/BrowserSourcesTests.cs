using AiDigest.Tests.Fixtures;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;
using Xunit;

namespace AiDigest.Tests.Preview;

/// <summary>
/// What an author sees when files come, go and move, and around it: a real browser before a real preview of a site under a sub-path.
/// </summary>
[Collection("serving")]
public sealed class BrowserSourcesTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly ScratchSite _site = new ScratchSite()
        .Settings("title: Дайджест\nurl: https://user.github.io/digest/\n")
        .AddPaper("teacache", "2026-11-14", "acceleration", "Первый текст.")
        .AddPaper("other", "2026-11-13", "acceleration", "Другой текст.")
        .AddPaper("draft", "2026-11-12", "acceleration", "Черновик.", "draft: true")
        .AddPaper("future", "2199-01-01", "acceleration", "Будущее.");

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_renamed_entry_leaves_its_address_and_is_at_the_new_one()
    {
        var page = await browser.OpenAsync();
        await using var preview = await PreviewedPage.OpenAsync(page, _site, "papers/teacache/");
        File.Move(Path.Combine(_site.Root, "content/papers/teacache.md"), Path.Combine(_site.Root, "content/papers/cache.md"));
        await page.Locator("body.kind-not-found").WaitForAsync();
        await page.GotoAsync(new Uri(preview.Address, "tags/acceleration/").AbsoluteUri);
        await page.GetByRole(AriaRole.Link, new() { Name = "Заголовок teacache" }).First.ClickAsync();
        await page.WaitForURLAsync("**/digest/papers/cache/");
        await page.GetByText("Первый текст.").First.WaitForAsync();
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_deleted_entry_goes_from_the_list_that_is_open()
    {
        var page = await browser.OpenAsync();
        await using var preview = await PreviewedPage.OpenAsync(page, _site, "tags/acceleration/");
        await page.GetByText("Первый текст.").First.WaitForAsync();
        _site.Remove("content/papers/teacache.md");
        await page.GetByText("Первый текст.").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.GetByText("Другой текст.").First.WaitForAsync();
        await page.CloseAsync();
    }

    [Fact]
    public async Task Two_hundred_files_at_once_come_to_the_list_that_is_open()
    {
        var page = await browser.OpenAsync();
        await using var preview = await PreviewedPage.OpenAsync(page, _site, "tags/burst/");
        for (var i = 0; i < 200; i++)
        {
            _site.AddPaper($"burst/{i % 10}/b{i:000}", "2026-11-10", "burst", $"Текст номер {i}.");
        }

        await page.Locator("body.kind-tag").WaitForAsync();
        var shown = new HashSet<string>(StringComparer.Ordinal);
        while (shown.Count < 200)
        {
            // A burst may be told in two parts, and each turns the open page: the rest of the list is read beside the browser, until it is
            // whole.
            shown.UnionWith(await TitlesOfTag(preview));
        }

        Assert.Equal(200, shown.Count);
        await page.CloseAsync();
    }

    [Fact]
    public async Task Drafts_and_future_entries_have_a_badge()
    {
        var page = await browser.OpenAsync();
        await using var preview = await PreviewedPage.OpenAsync(page, _site, "papers/draft/");
        Assert.Equal("Черновик", await page.Locator("main .badge").First.InnerTextAsync(), ignoreCase: true);
        await page.GotoAsync(new Uri(preview.Address, "papers/future/").AbsoluteUri);
        Assert.Equal(1, await page.Locator("main .badge").CountAsync());
        await page.GotoAsync(new Uri(preview.Address, "papers/other/").AbsoluteUri);
        Assert.Equal(0, await page.Locator("main .badge").CountAsync());
        await page.CloseAsync();
    }

    [Fact]
    public async Task An_address_that_is_not_there_shows_the_page_of_the_site_until_it_is()
    {
        var page = await browser.OpenAsync();
        await using var preview = await PreviewedPage.OpenAsync(page, _site, "papers/new/");
        await page.Locator("body.kind-not-found").WaitForAsync();
        Assert.NotEqual(0, await page.EvaluateAsync<int>("document.styleSheets.length"));
        _site.AddPaper("new", "2026-11-15", "acceleration", "Новый текст.");
        await page.GetByText("Новый текст.").First.WaitForAsync();
        await page.CloseAsync();
    }

    [Fact]
    public async Task Every_link_of_home_works_under_the_sub_path_and_nothing_is_kept()
    {
        var page = await browser.OpenAsync();
        var failed = new List<string>();
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                failed.Add($"{response.Status} {response.Url}");
            }
        };
        await using var preview = await PreviewedPage.OpenAsync(page, _site, "");
        var links =
            await page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('a[href], link[href], script[src]')].map(e => (e.href || "
                + "e.src).split('#')[0]).filter(a => a.startsWith(location.origin))");
        Assert.All(links.Where(link => !link.Contains("/_aidigest/", StringComparison.Ordinal)), link =>
            Assert.StartsWith(preview.Address.AbsoluteUri, link, StringComparison.Ordinal));
        foreach (var link in links.Distinct(StringComparer.Ordinal))
        {
            var answer = await page.APIRequest.GetAsync(link);
            Assert.Equal((200, "no-store"), (answer.Status, answer.Headers["cache-control"]));
        }

        // Back in the history the page is as it is now, not as it was.
        await page.GotoAsync(new Uri(preview.Address, "papers/teacache/").AbsoluteUri);
        await page.GotoAsync(new Uri(preview.Address, "papers/other/").AbsoluteUri);
        using var events = await preview.ListenAsync();
        _site.AddPaper("teacache", "2026-11-14", "acceleration", "Исправленный текст.");
        await events.NextAsync();
        await page.GoBackAsync();
        await page.GetByText("Исправленный текст.").First.WaitForAsync();
        Assert.Empty(failed);
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_preview_that_is_interrupted_leaves_its_page_and_takes_it_up_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to send");
        var page = await browser.OpenAsync();
        int port;
        await using (var preview = await PreviewedPage.OpenAsync(page, _site, "papers/teacache/"))
        {
            port = preview.Address.Port;
            Assert.Equal(0, await preview.InterruptAsync());
        }

        Assert.Contains("Первый текст.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        _site.AddPaper("teacache", "2026-11-14", "acceleration", "Исправленный текст.");
        await using var again =
            await RunningPreview.StartAsync(_site.Root, "--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(port, again.Address.Port);
        await page.GetByText("Исправленный текст.").First.WaitForAsync();
        await page.CloseAsync();
    }

    private static async Task<IReadOnlyCollection<string>> TitlesOfTag(RunningPreview preview)
    {
        var titles = new List<string>();
        for (string? next = "/digest/tags/burst/"; next is not null;)
        {
            var page = new HtmlParser().ParseDocument(await preview.GetAsync(next));
            titles.AddRange(page.QuerySelectorAll("h2").Select(heading => heading.TextContent.Trim())
                .Where(title => title.StartsWith("Заголовок b", StringComparison.Ordinal)));
            next = page.QuerySelector("nav.pager a.prev")?.GetAttribute("href");
        }

        return titles;
    }
}
