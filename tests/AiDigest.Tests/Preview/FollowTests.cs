using System.Net;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Preview;

/// <summary>What becomes of a change in the sources.</summary>
[Collection("serving")]
public sealed class FollowTests : IDisposable
{
    private readonly ScratchSite _site = new ScratchSite()
        .AddPaper("teacache", "2026-11-14", "acceleration", "Первый текст.")
        .AddPaper("smoothcache", "2026-11-13", "acceleration");

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData]
    [InlineData("--poll")]
    public async Task An_edit_is_announced_and_shown(params string[] arguments)
    {
        await using var preview = await RunningPreview.StartAsync(_site.Root, arguments);
        using var events = await preview.ListenAsync();
        _site.AddPaper("teacache", "2026-11-14", "acceleration", "Второй, новый текст.");
        var told = await events.NextAsync();
        Assert.Equal(("reload", 2), (told.Name, told.Build));
        Assert.Empty(told.Mistakes);
        Assert.Contains("Второй, новый текст.", await preview.GetAsync("/papers/teacache/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_may_save_by_renaming()
    {
        await using var preview = await RunningPreview.StartAsync(_site.Root);
        using var events = await preview.ListenAsync();
        var path = Path.Combine(_site.Root, "content/papers/teacache.md");
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            path + ".new", text.Replace("Первый", "Сохранённый", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        File.Move(path, path + "~", overwrite: true);
        File.Move(path + ".new", path);
        await events.UntilAsync(async () =>
            await preview.StatusAsync("/papers/teacache/") == HttpStatusCode.OK
            && (await preview.GetAsync("/papers/teacache/")).Contains("Сохранённый", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mistake_is_shown_as_in_the_terminal_over_the_last_good_page_until_it_is_fixed()
    {
        await using var preview = await RunningPreview.StartAsync(_site.Root);
        using var events = await preview.ListenAsync();
        _site.AddPaper("teacache", "2026-11-14", "acceleration", "Третий текст.", "tgas: [x]");
        var broken = await events.UntilAsync(told => told.Mistakes.Length > 0);
        Assert.Equal(("mistakes", 1), (broken.Name, broken.Build));
        var lines = Assert.Single(broken.Mistakes).Split('\n');
        Assert.StartsWith("content/papers/teacache.md:5:1: error AD0103: unknown key 'tgas'", lines[0], StringComparison.Ordinal);
        Assert.Equal(["  tgas: [x]", "  ^^^^"], lines[1..3]);
        Assert.Contains("Первый текст.", await preview.GetAsync("/papers/teacache/"), StringComparison.Ordinal);

        using (
            var later =
                await preview.Client.GetAsync(
                    "/_aidigest/events", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken))
        using (var reader = new StreamReader(await later.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)))
        {
            // Those who come later hear of it at once.
            while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line
                && !line.Contains("tgas", StringComparison.Ordinal))
            {
            }
        }

        _site.AddPaper("teacache", "2026-11-14", "acceleration", "Первый текст.");
        var fixedText = await events.UntilAsync(told => told.Mistakes.Length == 0);
        Assert.Equal(("mended", 1), (fixedText.Name, fixedText.Build));
        Assert.Contains(broken.Mistakes[0], preview.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renamed_and_a_deleted_file_change_their_addresses()
    {
        await using var preview = await RunningPreview.StartAsync(_site.Root);
        using var events = await preview.ListenAsync();
        File.Move(Path.Combine(_site.Root, "content/papers/teacache.md"), Path.Combine(_site.Root, "content/papers/renamed.md"));
        await events.UntilAsync(async () =>
            await preview.StatusAsync("/papers/renamed/") == HttpStatusCode.OK
                && await preview.StatusAsync("/papers/teacache/") == HttpStatusCode.NotFound);
        _site.Remove("content/papers/renamed.md");
        await events.UntilAsync(async () => await preview.StatusAsync("/papers/renamed/") == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_hundred_files_at_once_in_new_folders_are_all_shown()
    {
        await using var preview = await RunningPreview.StartAsync(_site.Root);
        using var events = await preview.ListenAsync();
        for (var i = 0; i < 200; i++)
        {
            _site.AddPaper($"2026/{i % 12 + 1:00}/{i % 28 + 1:00}/paper-{i}", $"2026-{i % 12 + 1:00}-{i % 28 + 1:00}", "acceleration");
        }

        for (var i = 0; i < 200; i++)
        {
            await events.UntilAsync(async () => await preview.StatusAsync($"/papers/paper-{i}/") == HttpStatusCode.OK);
        }
    }

    [Theory]
    [InlineData]
    [InlineData("--poll")]
    public async Task A_folder_may_go_and_come_back(params string[] arguments)
    {
        await using var preview = await RunningPreview.StartAsync(_site.Root, arguments);
        using var events = await preview.ListenAsync();
        Directory.Move(Path.Combine(_site.Root, "content"), Path.Combine(_site.Root, "away"));
        await events.UntilAsync(async () => await preview.StatusAsync("/papers/teacache/") == HttpStatusCode.NotFound);
        Directory.Move(Path.Combine(_site.Root, "away"), Path.Combine(_site.Root, "content"));
        await events.UntilAsync(async () => await preview.StatusAsync("/papers/teacache/") == HttpStatusCode.OK);
        _site.AddPaper("teacache", "2026-11-14", "acceleration", "После возвращения.");
        await events.UntilAsync(async () =>
            (await preview.GetAsync("/papers/teacache/")).Contains("После возвращения.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Style_sheets_alone_are_announced_as_such_and_templates_reload()
    {
        _site.Add("templates/assets/style.css", "body { color: black }\n");
        await using var preview = await RunningPreview.StartAsync(_site.Root);
        using var events = await preview.ListenAsync();
        _site.Add("templates/assets/style.css", "body { color: navy }\n");
        Assert.Equal("css", (await events.NextAsync()).Name);
        _site.Add("templates/partials/foot.html", "</main>\n<p>Другой подвал</p>\n</body>\n</html>\n");
        await events.UntilAsync(async () => (await preview.GetAsync("/")).Contains("Другой подвал", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_sub_path_follows_the_settings()
    {
        await using var preview = await RunningPreview.StartAsync(_site.Root);
        using var events = await preview.ListenAsync();
        _site.Settings("url: https://user.github.io/other/\n");
        await events.UntilAsync(async () => await preview.StatusAsync("/other/papers/teacache/") == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.NotFound, await preview.StatusAsync("/papers/teacache/"));
    }

    [Fact]
    public async Task A_site_that_cannot_be_built_is_an_error_page_until_it_can()
    {
        _site.AddPaper("teacache", "2026-11-14", "acceleration", keys: "<script>alert(1)</script>: x");
        await using var preview = await RunningPreview.StartAsync(_site.Root);
        using var response = await preview.Client.GetAsync("/any/address/", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("content/papers/teacache.md:5:1: error ", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("/_aidigest/client.js", page, StringComparison.Ordinal);

        using var events = await preview.ListenAsync();
        _site.AddPaper("teacache", "2026-11-14", "acceleration");
        await events.UntilAsync(told => told is { Build: 1, Mistakes: [] });
        Assert.Equal(HttpStatusCode.OK, await preview.StatusAsync("/papers/teacache/"));
    }
}
