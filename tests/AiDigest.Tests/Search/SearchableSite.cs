using System.IO.Compression;
using System.Text.Json;
using AiDigest.Preview;
using AiDigest.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace AiDigest.Tests.Search;

/// <summary>
/// A site of 494 entries to search: summaries of papers, and articles of the help of LibreOffice for their vocabulary (see
/// <c>Queries/README.md</c>). A static host answers for it under a sub-path and the strictest policy.
/// </summary>
[CollectionDefinition(nameof(SearchableSite))]
public sealed class SearchableSite : IAsyncLifetime, ICollectionFixture<SearchableSite>
{
    public const string Address = "https://user.github.io/digest/";

    private readonly Browser _browser = new();
    private readonly ScratchSite _site = new ScratchSite().Settings($"url: {Address}\n");

    public static string Folder => Path.Combine(Checkout.Root, "tests", "AiDigest.Tests", "Search", "Queries");

    /// <summary>The files as they are published; a test may publish others, in a separate context.</summary>
    public SortedDictionary<string, byte[]> Files { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        _site.Add("content/tags.yaml", await File.ReadAllBytesAsync(Path.Combine(Folder, "tags.yaml")));
        foreach (var entry in Entries())
        {
            _site.Add($"content/papers/{entry.Slug}.md", entry.Source);
        }

        _site.BuildFine();
        Files = _site.Tree();
        await _browser.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _site.Dispose();
    }

    public static IEnumerable<(string Slug, string Source)> Entries()
    {
        using var file = File.OpenRead(Path.Combine(Folder, "corpus.jsonl.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var entry = json.RootElement;
            string Text(string name) => JsonSerializer.Serialize(entry.GetProperty(name).GetString());
            string List(string name) =>
                "[" + string.Join(", ", entry.GetProperty(name).EnumerateArray().Select(item => JsonSerializer.Serialize(item.GetString())))
                    + "]";
            var arxiv = entry.GetProperty("arxiv").GetString() is { Length: > 0 } id ? $"arxiv: {id}\n" : "";
            yield return (
                entry.GetProperty("slug").GetString()!,
                $"---\ntitle: {Text("title")}\ndate: {entry.GetProperty("date").GetString()}\ntags: {List("tags")}\nauthors: "
                + $"{List("authors")}\n{arxiv}---\n\n{entry.GetProperty("body").GetString()}\n");
        }
    }

    /// <summary>A new tab on a page of the site.</summary>
    /// <param name="files">What is published, if not <see cref="Files"/>; asked at each request.</param>
    /// <param name="before">Waits before an answer.</param>
    public async Task<Visit> OpenAsync(
        string address, bool script = true, int width = 1280, int height = 800, Func<IReadOnlyDictionary<string, byte[]>?>? files = null,
            Func<string, Task>? before = null)
    {
        var context =
            await _browser.ContextAsync(
                new() { JavaScriptEnabled = script, ViewportSize = new() { Width = width, Height = height }, HasTouch = width < 500 });
        var visit = new Visit(await context.NewPageAsync());
        await context.RouteAsync("**/*", async route =>
        {
            visit.Requests.Add(route.Request.Url);
            var path = Uri.UnescapeDataString(new Uri(route.Request.Url).AbsolutePath["/digest/".Length..]);
            path = path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;
            await (before?.Invoke(path) ?? Task.CompletedTask);
            var published = files is null ? Files : files();
            await (published is null ? route.AbortAsync()
                : published.TryGetValue(path, out var bytes) ? route.FulfillAsync(new() { BodyBytes = bytes, Headers = Headers(path) })
                : route.FulfillAsync(new() { Status = 404, Body = "" }));
        });
        await visit.Page.GotoAsync(Address + address, new() { WaitUntil = WaitUntilState.Load });
        return visit;
    }

    private static Dictionary<string, string> Headers(string path) => new()
    {
        ["content-security-policy"] = "default-src 'self'",
        ["x-content-type-options"] = "nosniff",
        ["content-type"] = path.EndsWith(".bin", StringComparison.Ordinal) ? "application/octet-stream" : ContentTypes.Of(path),
    };
}
