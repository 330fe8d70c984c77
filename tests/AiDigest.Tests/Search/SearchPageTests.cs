using AiDigest.Core.Language;
using AiDigest.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace AiDigest.Tests.Search;

/// <summary>What a reader does on the search page, in a real Chromium.</summary>
[Collection(nameof(SearchableSite))]
public class SearchPageTests(SearchableSite site)
{
    [Fact]
    public async Task A_query_in_the_address_is_answered()
    {
        await using var visit = await site.OpenAsync("search/?q=" + Uri.EscapeDataString("кэш диффузии"));
        await Answered(visit);
        var first = visit.Page.Locator("ol#results > li").First;
        Assert.Contains("SmoothCache", await first.Locator("a").First.TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(
            $"{SearchableSite.Address}papers/smoothcache/", await first.Locator("a").First.EvaluateAsync<string>("link => link.href"));
        Assert.Equal("2024-11-19", await first.Locator("time").GetAttributeAsync("datetime"));
        Assert.Contains("diffusion", await first.Locator(".tags").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal("кэш диффузии", await visit.Page.InputValueAsync("input[type=search][name=q]"));
        Assert.Equal(
            $"Найдено: {await visit.Page.Locator("#results > li").CountAsync()}.",
            await visit.Page.TextContentAsync("#search-status[role=status]"));
        Assert.Equal([], visit.Said);
    }

    [Fact]
    public async Task The_passage_marks_what_was_found_in_any_form()
    {
        await using var visit = await site.OpenAsync("search/?q=" + Uri.EscapeDataString("выходы соседний шаг"));
        await Answered(visit);
        var marks = visit.Page.Locator("#results > li:first-child .passage mark");
        await marks.First.WaitForAsync();
        Assert.Contains("соседних", await marks.AllTextContentsAsync());
    }

    [Fact]
    public async Task Results_come_while_typing_and_the_back_button_goes_back()
    {
        await using var visit = await site.OpenAsync("search/");
        await visit.Page.Locator("#q").PressSequentiallyAsync("квантов", new() { Delay = 10 });
        await Answered(visit);
        Assert.Contains("q=", visit.Page.Url, StringComparison.Ordinal);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.FillAsync("#q", "навигатор");
        await UntilAsync(visit,
            "decodeURIComponent(location.search) === '?q=навигатор' && document.querySelector('#results "
            + "mark')?.textContent.toLowerCase().startsWith('навигатор')");
        await visit.Page.GoBackAsync();
        await UntilAsync(visit, "document.querySelector('#q').value === 'квантов'");
        await visit.Page.GoBackAsync();
        await UntilAsync(visit, "document.querySelector('#q').value === '' && document.querySelectorAll('#results > li').length === 0");
    }

    [Fact]
    public async Task An_older_answer_never_covers_a_newer_one()
    {
        var release = new TaskCompletionSource();
        var held = new TaskCompletionSource();
        string? slow = null;
        await using var visit = await site.OpenAsync("search/", before: async path =>
        {
            if (path.StartsWith("assets/search/", StringComparison.Ordinal) && !path.EndsWith("index.bin", StringComparison.Ordinal)
                && Interlocked.CompareExchange(ref slow, path, null) is null)
            {
                held.SetResult();
                await release.Task;
            }
        });
        await visit.Page.FillAsync("#q", "яблоко");
        await held.Task;
        await visit.Page.FillAsync("#q", "навигатор");
        await UntilAsync(visit, "document.querySelector('#results mark')?.textContent.toLowerCase().startsWith('навигатор')");
        release.SetResult();
        await visit.Page.WaitForTimeoutAsync(200);
        Assert.StartsWith("навигатор", (await visit.Page.TextContentAsync("#results mark"))!.ToLowerInvariant(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slash_leads_to_search_from_every_page_and_is_a_slash_in_a_field()
    {
        await using var visit = await site.OpenAsync("papers/smoothcache/");
        await visit.Page.Keyboard.PressAsync("/");
        await UntilAsync(visit, "location.pathname === '/digest/search/' && document.readyState === 'complete'");
        await UntilAsync(visit, "document.activeElement?.id === 'q'");
        await visit.Page.Keyboard.TypeAsync("a/b");
        Assert.Equal("a/b", await visit.Page.InputValueAsync("#q"));
        await visit.Page.EvaluateAsync("document.activeElement.blur()");
        await visit.Page.Keyboard.PressAsync("/");
        Assert.Equal("q", await visit.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Theory]
    [InlineData("lbaaepbz", "диффузия")]
    [InlineData("дифузия", "диффузия")]
    [InlineData("diffuziya", "диффузия")]
    [InlineData("иффузия", "диффузия")]
    public async Task A_word_that_no_entry_has_is_put_right_and_the_page_says_so(string query, string instead)
    {
        await using var visit = await site.OpenAsync("search/?q=" + Uri.EscapeDataString(query));
        await Answered(visit);
        Assert.Contains($"«{instead}»", await visit.Page.TextContentAsync("#search-status"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("еще", "ещё")]
    [InlineData("сложенный", "сложённый")]
    [InlineData("ЯЧЕЙКА", "ячейка")]
    [InlineData("ячейки -таблица", "ячейки -таблицы")]
    [InlineData("tag:diffusion", "tag:диффузия")]
    [InlineData("https://arxiv.org/abs/2411.19108v2", "2411.19108")]
    public async Task Two_queries_have_one_answer(string one, string other)
    {
        await using var visit = await site.OpenAsync("search/");
        var answers =
            await visit.Page.EvaluateAsync<string[]>(
                "async queries => Promise.all(queries.map(async query => String((await "
                + "document.querySelector('form[role=search]').ask(query)).ids)))", new[] { one, other });
        Assert.Equal(answers[0], answers[1]);
    }

    [Theory]
    [InlineData("ячейки", "ячейки -таблица")]
    [InlineData("ячейки", "ячейки tag:spreadsheets")]
    [InlineData("ячейки", "ячейки after:2024-01")]
    [InlineData("ячейки", "ячейки before:2024")]
    [InlineData("стиль абзаца", "\"стиль абзаца\"")]
    public async Task A_condition_narrows_an_answer(string wide, string narrow)
    {
        await using var visit = await site.OpenAsync("search/");
        var counts =
            await visit.Page.EvaluateAsync<int[]>(
                "async queries => Promise.all(queries.map(async query => (await "
                + "document.querySelector('form[role=search]').ask(query)).ids.length))", new[] { wide, narrow });
        Assert.InRange(counts[1], 1, counts[0] - 1);
    }

    [Theory]
    [InlineData("щщщщъъъ")]
    [InlineData("и")]
    [InlineData("-модель")]
    [InlineData("\"\"")]
    [InlineData("tag:нет-такого модель")]
    [InlineData("after:9999")]
    public async Task Nothing_found_is_said(string query)
    {
        await using var visit = await site.OpenAsync("search/?q=" + Uri.EscapeDataString(query));
        await UntilAsync(visit, "document.querySelector('#search-status').textContent.startsWith('Ничего')");
        Assert.Equal(0, await visit.Page.Locator("#results > li").CountAsync());
        Assert.Equal([], visit.Said);
    }

    [Fact]
    public async Task The_first_query_costs_two_rounds_after_the_first_key()
    {
        await using var visit = await site.OpenAsync("search/");
        await UntilAsync(
            visit, "performance.getEntriesByName(new URL('assets/search/index.bin', 'https://user.github.io/digest/').href).length > 0");
        await visit.Page.FillAsync("#q", "кэш диффузии");
        await Answered(visit);
        var files =
            (await visit.Page.EvaluateAsync<double[][]>(
                "performance.getEntriesByType('resource').filter(one => one.name.includes('/assets/search/') && "
                + "!one.name.endsWith('index.bin')).map(one => [one.startTime, one.responseEnd])"))
            .OrderBy(file => file[0]).ToList();
        var (rounds, end) = (0, 0.0);
        foreach (var file in files)
        {
            (rounds, end) = file[0] >= end ? (rounds + 1, file[1]) : (rounds, Math.Max(end, file[1]));
        }

        Assert.InRange(rounds, 1, 2);
    }

    [Fact]
    public async Task Without_script_the_page_leads_to_tags_and_the_archive()
    {
        await using var visit = await site.OpenAsync("search/?q=x", script: false);
        Assert.True(await visit.Page.Locator("noscript, main").Last.IsVisibleAsync());
        Assert.True(await visit.Page.Locator("main a[href$='/tags/']").First.IsVisibleAsync());
        Assert.True(await visit.Page.Locator("main a[href$='/archive/']").First.IsVisibleAsync());
        Assert.Equal(1, await visit.Page.Locator("form[role=search] input[type=search][name=q]").CountAsync());
    }

    [Fact]
    public async Task An_open_tab_outlives_a_new_deployment()
    {
        using var other = new ScratchSite().Settings($"url: {SearchableSite.Address}\n")
            .AddPaper("new", "2026-11-01", "t", "Навигатор переехал.");
        other.BuildFine();
        IReadOnlyDictionary<string, byte[]> published = site.Files;
        await using var visit = await site.OpenAsync("search/", files: () => published);
        await UntilAsync(visit, "performance.getEntriesByType('resource').some(one => one.name.endsWith('index.bin'))");
        published = other.Tree();
        await visit.Page.FillAsync("#q", "навигатор");
        await Answered(visit);
        Assert.Equal("Заголовок new", await visit.Page.TextContentAsync("#results a"));
    }

    [Fact]
    public async Task What_was_loaded_is_searched_offline()
    {
        IReadOnlyDictionary<string, byte[]>? published = site.Files;
        await using var visit = await site.OpenAsync("search/?q=" + Uri.EscapeDataString("навигатор"), files: () => published);
        await Answered(visit);
        published = null;
        await visit.Page.FillAsync("#q", "абракадабра");
        await UntilAsync(visit, "document.querySelector('#search-status').textContent.startsWith('Поиск не загрузился')");
        await visit.Page.FillAsync("#q", "навигатор");
        await Answered(visit);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Results_fit_and_axe_finds_nothing(int width)
    {
        await using var visit =
            await site.OpenAsync("search/?q=" + Uri.EscapeDataString("таблица"), width: width, height: width < 500 ? 420 : 800);
        await Answered(visit);
        await visit.Page.Locator("#results .passage mark").First.WaitForAsync();
        Assert.False(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"));
        await visit.Page.EvaluateAsync(Axe.Engine);
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(Axe.Judge));
    }

    [Theory]
    [InlineData("Ещё Ёлка, ЁЖ: GPT-4o и LoRA-адаптеры")]
    [InlineData("arXiv:2411.10510v2. 4,41 раза; v1.5, 3. 2024.")]
    [InlineData("C++, C# и C, abc++ F#m")]
    [InlineData("Schrödinger, Łukasz, Poincaré, İstanbul, Ærø")]
    [InlineData("мои\u0306 за\u0301мок е\u0308ж диф\u00ADфу\u200Bзия\u00A0шума ΣΟΦΟΣ 深度学习")]
    public async Task The_script_cuts_queries_as_the_index_is_cut(string text)
    {
        await using var visit = await site.OpenAsync("search/");
        var sink = new Sink([]);
        TermReader.Read(text, ref sink);
        var terms = await visit.Page.EvaluateAsync<string[]>("text => document.querySelector('form[role=search]').terms(text)", text);
        Assert.Equal(string.Join(' ', sink.Terms), string.Join(' ', terms));
    }

    [Fact]
    public void The_script_is_small()
    {
        var script =
            site.Files.Single(file =>
                file.Key.StartsWith("assets/search.", StringComparison.Ordinal)
                    && file.Key.EndsWith(".js", StringComparison.Ordinal)).Value;
        using var packed = new MemoryStream();
        using (
            var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(script);
        }

        Assert.InRange(packed.Length, 1, 10_000);
    }

    private readonly record struct Sink(List<string> Terms) : ITermSink
    {
        public void Add(ReadOnlySpan<byte> term) => Terms.Add(System.Text.Encoding.UTF8.GetString(term));
    }

    [Fact]
    public async Task More_results_come_by_a_button()
    {
        await using var visit = await site.OpenAsync("search/?q=" + Uri.EscapeDataString("таблица"));
        await Answered(visit);
        Assert.Equal(10, await visit.Page.Locator("#results > li").CountAsync());
        await visit.Page.ClickAsync("#search-more");
        await UntilAsync(visit, "document.querySelectorAll('#results > li').length === 20");
        Assert.True(
            await visit.Page.EvaluateAsync<bool>("document.querySelectorAll('#results > li')[10].contains(document.activeElement)"));
    }

    [Fact]
    public async Task Hostile_text_is_text()
    {
        using var hostile = new ScratchSite().Settings($"url: {SearchableSite.Address}\n")
            .Add("content/papers/evil.md",
                "---\ntitle: \"<img src=x onerror=alert(1)> враждебный & \\\"заголовок\\\"\"\ndate: 2026-11-01\ntags: "
                + "[\"<b>тег</b>\"]\n---\n\n"
                + $"Слово `<script>alert(2)</script>` и {new string('ж', 100_000)} и \u202Eтекст справа\u202C, дальше α-функция и 深度学习.\n");
        hostile.BuildFine();
        IReadOnlyDictionary<string, byte[]> published = hostile.Tree();
        foreach (
            var query in (string[])["враждебный", "script alert", new string('ж', 100_000)[..3000], "текст справа", "α функция", "深度学习",
            "<img src=x onerror=alert(1)>"])
        {
            await using var visit = await site.OpenAsync("search/", files: () => published);
            await visit.Page.FillAsync("#q", query);
            await Answered(visit);
            Assert.Equal(
                "<img src=x onerror=alert(1)> враждебный & «заголовок»", await visit.Page.Locator("#results a").First.TextContentAsync());
            Assert.Equal(0, await visit.Page.Locator("#results img, #results script, #results b").CountAsync());
            Assert.DoesNotContain(visit.Said, said => said.StartsWith("error", StringComparison.Ordinal));
        }
    }

    private static Task Answered(Visit visit) =>
        UntilAsync(visit,
            "document.querySelectorAll('#results > li').length > 0 && "
            + "document.querySelector('#search-status').textContent.startsWith('Найдено')");

    /// <summary>Waits until something is so. Playwright's own way evaluates a string in the page, which the policy forbids.</summary>
    private static async Task UntilAsync(Visit visit, string condition)
    {
        for (var clock = System.Diagnostics.Stopwatch.StartNew(); clock.Elapsed < RunningPreview.Patience;)
        {
            try
            {
                if (await visit.Page.EvaluateAsync<bool>($"() => Boolean({condition})"))
                {
                    return;
                }
            }
            catch (PlaywrightException gone) when (gone.Message.Contains("context", StringComparison.Ordinal))
            {
                // The page is being left for another.
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"{condition} has not come true; the page said: {string.Join("; ", visit.Said)}");
    }
}
