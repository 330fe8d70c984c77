using AiDigest.Core.Rendering.Themes;
using AiDigest.Preview;
using AiDigest.Tests.Sites;
using Microsoft.Playwright;
using Xunit;

namespace AiDigest.Tests.Fixtures;

/// <summary>
/// A site in the default theme with a page of every kind, one with nothing on it and one with too much, as a static host under a
/// sub-path would answer for it in a real Chromium: with the strictest policy that the site promises to work under.
/// </summary>
[CollectionDefinition(nameof(PublishedSite))]
public sealed class PublishedSite : IAsyncLifetime, ICollectionFixture<PublishedSite>
{
    public const string Address = "https://user.github.io/digest/";

    private const string Policy = "default-src 'self'";

    private readonly Browser _browser = new();
    private readonly ScratchSite _full = ValidSiteTests.Copy("full", plainTheme: false);
    private readonly ScratchSite _empty = new ScratchSite().Settings($"url: {Address}empty/\n");
    private readonly ScratchSite _hostile = HostileSite.Make($"{Address}hostile/");
    private SortedDictionary<string, byte[]> _files = [];

    /// <summary>A page of each kind, by its path in the output.</summary>
    public static TheoryData<string> Kinds =>
    [
        "index.html", "papers/everything/index.html", "papers/too-much/index.html", "tags/index.html", "tags/dense/index.html",
            "tags/dense/page/1/index.html",
        "archive/index.html", "2026/index.html", "2026/09/index.html", "2026/09/14/index.html", "authors/index.html",
            "authors/avtor-1/index.html", "about/index.html",
        "search/index.html", "404.html", "empty/index.html", "empty/tags/index.html", "empty/archive/index.html",
    ];

    public async ValueTask InitializeAsync()
    {
        for (var i = 0; i < 45; i++)
        {
            _full.AddPaper($"many-{i:00}", $"2026-09-{1 + (i % 30):00}", "dense, RL, \"C#\"", $"""
                Авторы предлагают метод, который на шаге {i} ускоряет вывод в {i + 2} раза и *не требует* дообучения, как *LoRA*. Он следит за тем, как меняется
                состояние на шаге, и пересчитывает слои лишь тогда, когда ошибка превысила порог, а порог выбирает по десятку примеров.

                Ошибка растёт как $O(n \log n)$, а не $n^{i % 10}$: при $\lambda_{i % 10} \le \tau^2$ и $x_{"{t+1}"} = x_t - \eta \nabla f(x_t)$ хватает ${i + 2}\times$ меньше вычислений.

                На трёх наборах качество падает не больше чем на 0,3 пункта, а время — с 12 до 5 секунд[^1]. Подробнее в [соседнем пересказе](many-{(i + 1) % 45:00}.md).

                [^1]: Замерено на одной видеокарте.
                """, $"authors: [Автор {i % 7}, Ada Lovelace, Grace Hopper, Alan Turing, Emmy Noether, Sofia Kovalevskaya, Pafnuty Chebyshev, Andrey Markov]\npaper_title: A Method of Speeding Up Number {i}\narxiv: 2609.{10000 + i}\ncode: https://example.org/{i}");
        }

        var longWord = string.Concat(Enumerable.Repeat("сверхдлинноеслово", 12));
        _full.AddPaper("too-much", "2026-10-01", $"\"{longWord[..90]}\"", $"""
            {longWord} и https://example.org/{new string('a', 200)} стоят в тексте, `{new string('c', 150)}` тоже.

            | {string.Join(" | ", Enumerable.Range(1, 14).Select(i => $"Колонка {i}"))} |
            |{string.Concat(Enumerable.Repeat(":-:|", 14))}
            | {string.Join(" | ", Enumerable.Range(1, 14).Select(i => $"значение{i}"))} |

            ```python
            {string.Join(" + ", Enumerable.Range(1, 60).Select(i => $"value_{i}"))}
            ```

            $$\sum_{"{i=1}"}^{"{n}"} {string.Join(" + ", Enumerable.Range(1, 50).Select(i => $"x_{{{i}}}"))} = 0$$

            Внутри строки ${string.Join(" + ", Enumerable.Range(1, 40).Select(i => $"y_{{{i}}}"))}$ тоже.

            1. раз
               - два
                 - три
                   > цитата {longWord}
            """, $"authors: [{longWord}, B]\npaper_title: {longWord}");
        _full.AddPaper("brief", "2026-10-02", "dense", "Коротко.\n\nИ ещё короче.\n\nВсё.", """
            arxiv: 2610.00001
            doi: 10.1000/brief
            url: https://example.org/brief
            code: [https://example.org/1, https://example.org/2, https://example.org/3]
            project: https://example.org/project
            model: https://example.org/model
            dataset: https://example.org/data
            """);
        _full.Add("content/papers/2026/11/10/figure.png", ThemeFile.Default["assets/icon-512.png"].Bytes);
        var settings = Path.Combine(_full.Root, "content", "site.yaml");
        File.WriteAllText(settings, File.ReadAllText(settings).Replace("page_size: 2\n", "page_size: 20\n", StringComparison.Ordinal));
        _full.BuildFine();
        _empty.BuildFine();
        _hostile.BuildFine();
        _files = _full.Tree();
        foreach (var (path, bytes) in _empty.Tree())
        {
            _files.Add("empty/" + path, bytes);
        }

        foreach (var (path, bytes) in _hostile.Tree())
        {
            _files.Add("hostile/" + path, bytes);
        }

        await _browser.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _full.Dispose();
        _empty.Dispose();
        _hostile.Dispose();
    }

    /// <summary>A new profile, which answers nothing yet.</summary>
    public Task<IBrowserContext> ContextAsync(BrowserNewContextOptions options) => _browser.ContextAsync(options);

    public byte[] Bytes(string path) => _files[path];

    public IReadOnlyDictionary<string, byte[]> All => _files;

    /// <summary>A new tab in a new profile.</summary>
    /// <param name="withFonts">False: none of the fonts comes, as on a line that breaks.</param>
    public async Task<Visit> OpenAsync(
        string path, ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 800, bool script = true,
        ReducedMotion motion = ReducedMotion.NoPreference, ForcedColors colors = ForcedColors.None, bool withFonts = true,
        bool lateFiles = false)
    {
        var context = await _browser.ContextAsync(new()
        {
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = script,
            ReducedMotion = motion,
            ForcedColors = colors,
        });
        var visit = new Visit(await context.NewPageAsync());
        await context.RouteAsync("**/*", async route =>
        {
            visit.Requests.Add(route.Request.Url);
            if (lateFiles && (route.Request.ResourceType is "image" or "script") && !IsTheme(route.Request.Url))
            {
                await visit.FirstPaintAsync();
            }

            await (withFonts || !route.Request.Url.EndsWith(".woff2", StringComparison.Ordinal) ? AnswerAsync(route) : route.AbortAsync());
        });
        await visit.Page.GotoAsync(Address + Public(path), new() { WaitUntil = WaitUntilState.Load });
        return visit;
    }

    public static string Public(string path) => path.EndsWith("index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path;

    /// <summary>Whether this is the script that sets the theme: the first paint waits for it.</summary>
    private static bool IsTheme(string address) => address.Contains("/assets/site.", StringComparison.Ordinal);

    private Task AnswerAsync(IRoute route)
    {
        var address = new Uri(route.Request.Url);
        if (!route.Request.Url.StartsWith(Address, StringComparison.Ordinal))
        {
            return route.AbortAsync();
        }

        var path = Uri.UnescapeDataString(address.AbsolutePath["/digest/".Length..]);
        path = path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;
        return _files.TryGetValue(path, out var bytes)
            ? route.FulfillAsync(new() { BodyBytes = bytes, Headers = Headers(path) })
            : route.FulfillAsync(new() { Status = 404, Body = "" });
    }

    private static Dictionary<string, string> Headers(string path) => new()
    {
        ["content-security-policy"] = Policy,
        ["x-content-type-options"] = "nosniff",
        ["content-type"] = ContentTypes.Of(path),
    };
}

/// <summary>An opened page and everything that it said and asked for.</summary>
public sealed class Visit : IAsyncDisposable
{
    public Visit(IPage page)
    {
        Page = page;
        page.Console += (_, message) => Said.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Said.Add($"error: {error}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                Said.Add($"{response.Status}: {response.Url}");
            }
        };
    }

    public IPage Page { get; }

    public System.Collections.Concurrent.ConcurrentBag<string> Said { get; } = [];

    public System.Collections.Concurrent.ConcurrentBag<string> Requests { get; } = [];

    /// <summary>Waits until the browser has shown something of the page.</summary>
    public async Task FirstPaintAsync()
    {
        while (!await Page.EvaluateAsync<bool>("performance.getEntriesByType('paint').length > 0"))
        {
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
